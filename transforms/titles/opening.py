"""Where the words of a sentence begin: behind its dateline, its agency and whatever stands in front of them."""

from __future__ import annotations

import re
from functools import lru_cache

from transforms.language.datelines import dateline_end
from transforms.titles.view import View

_FAR = 160
_AGENCY = re.compile(r"\([A-Z][A-Za-z./ ]{1,24}\)\s*[-–—_]{1,2}\s")
_CAPITALS = re.compile(r"[A-Z][A-Z.,'’ ]{3,60}(?:,? [A-Z][a-z.]{1,12})? ?(?:--|[-–—])\s+(?=[A-Z\"“])")
"""A place in capitals with a dash behind it: "PORT OF TARN -- "."""
_STAMP = re.compile(r"(?:[\W_]|\\)*(?:\d{1,2}[:.]\d{2}\s*(?:[ap]\.?m\.?)?\s*(?:[A-Z]{2,4}\b)?[\s:–—-]*)?")
_CREDIT = re.compile(
    r"(?:(?:(?:Photograph|Photo|Picture|Image|Credit)s?: ?(?:[\w .]{2,24}[\\/]+)*|(?:[\w .]{2,24}[\\/]+)+)"
    r"(?:AP|AFP|PA|EPA|UPI|Reuters|REUTERS|Getty Images|Getty|Alamy|Rex)|AP|AFP|EPA|UPI"
    r"|\([\w .'’]{2,40}\s?[-–—/]{1,2}\s?"
    r"(?:AP|AFP|PA|EPA|UPI|Reuters|REUTERS|Getty Images|Getty|Alamy|Rex)\))\s+(?=[A-Z])"
)


@lru_cache(maxsize=1024)
def _begins(text: str, start: int, end: int, first: int) -> int:
    capitals = _CAPITALS.match(text, start, min(end, start + _FAR))
    first = max(first, capitals.end() if capitals else start)
    agency = None
    for found in _AGENCY.finditer(text, start, min(end, start + _FAR)):
        agency = found
    first = max(first, agency.end() if agency else start)
    credit = _CREDIT.match(text, first, end)
    first = credit.end() if credit else first
    stamp = _STAMP.match(text, first, end)
    return stamp.end() if stamp and stamp.end() < end and not text[stamp.end() - 1].isalnum() else first


def opening(view: View, i: int) -> int:
    """Return the code point at which the words of a token's line begin."""
    number = view.tokens[i].sentence
    found = view.parse.sentences[number]
    first = view.run(i)[0]
    if first > found.first:
        return _begins(view.parse.text, view.tokens[first].start, found.end, view.tokens[first].start)
    return _begins(view.parse.text, found.start, found.end, dateline_end(view.parse, number))
