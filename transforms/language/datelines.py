"""The dateline in front of a report: "RIGA, March 9 (AP) —" is neither its sentence's subject nor part of a title."""

from __future__ import annotations

import re
from functools import lru_cache

from transforms.language.parse import Parse
from transforms.language.phrases import MOST

# A place, then a day, an agency or both, then a dash; a place in capitals needs neither.
_PLACE = r"[A-Z][\w'’.-]*(?: [A-Z][\w'’.-]*){0,3}(?:, [A-Z][\w'’.-]*(?: [A-Z][\w'’.-]*)?)?"
_DAY = r",? (?:[A-Z][a-z]{2,8}\.? \d{1,2}|\d{1,2} [A-Z][a-z]{2,8}\.?)(?:,? \d{4})?"
_AGENCY = r" ?\([^()\n]{1,40}\)"
_CAPITALS = r"[A-Z][A-Z'’.]{2,}(?: [A-Z][A-Z'’.]+){0,3}(?:, [A-Z][\w.]*(?: [A-Z][\w.]*)?)?"
_DATELINE = re.compile(
    rf"(?:{_PLACE}(?:{_DAY}(?:{_AGENCY})?|{_AGENCY})\s{{0,2}}[-–—_]{{1,2}}\s|{_CAPITALS}\s{{1,2}}[-–—_]{{1,2}}\s)"
)


@lru_cache(maxsize=1024)
def _end(text: str, start: int) -> int:
    found = _DATELINE.match(text, start)
    return found.end() if found else start


def dateline_end(parse: Parse, sentence: int) -> int:
    """Where the words of a sentence begin, in code points: behind its dateline, if it has one."""
    return _end(parse.text, parse.sentences[sentence].start)


def subject_behind(parse: Parse, verb: int, subject: int) -> int | None:
    """Return a verb's subject, or the one after it if the first is a dateline's place; `None` where there is none."""
    tokens = parse.tokens
    first = dateline_end(parse, tokens[subject].sentence)
    if tokens[subject].start >= first:
        return subject
    others = (c for c in parse.children[verb][:MOST] if tokens[c].dep in ("nsubj", "nsubjpass"))
    beside = (c for c in parse.children[subject][:MOST] if tokens[c].dep == "appos")
    return next((c for c in (*others, *beside) if tokens[c].start >= first), None)
