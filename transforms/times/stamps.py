"""Time stamps: dates and clock times that say when a text was posted or updated, and belong to no sentence."""

from __future__ import annotations

import re

from transforms.model import Stamp, TimexType

_LABEL_BEFORE = re.compile(
    r"(?:\blast\s+(?:updated|modified)(?:\s+(?:at|on))?:?|\b(?:updated|posted|modified|update)\s*:)\s*$", re.IGNORECASE
)
_LABEL_BEHIND = re.compile(r"\s*[|,-]?\s*(?:last\s+updated\b|updated:)", re.IGNORECASE)
_CLOCK_BEHIND = re.compile(
    r"(?:\s*[,;|-]\s*|\s+(?:at\s+)?)\d{1,2}[:.]\d{2}(?:[:.]\d{2})?(?:\s*(?:[ap]\.?m\b\.?|[A-Z]{2,4}\b)|\b)",
    re.IGNORECASE,
)
_OPENED = re.compile(r"(?:^|\n|(?<!\b[ap]\.m)(?<!\b[ap]m)[.!?:\"”]\s+)[(\[](?P<words>[^()\[\]\n]{0,40})$")
_CLOSED = re.compile(r"(?P<words>[^()\[\]\n]{0,40})[)\]]")
_WORDS = re.compile(r"[a-z]{3,}")
_GOVERNED = re.compile(
    r"\b(?:on|at|of|by|from|since|until|till|before|after|in|was|is|were|dated|and|to|for|between|through)"
    r"\s*(?:the\s*)?$",
    re.IGNORECASE,
)
_YEAR = re.compile(r"\b(?:19|20)\d\d\b(?!\s*(?:[A-Z]{3,4}\b|hours\b|hrs\b))")
"""A year, and not the clock time "1925 GMT"."""
_REACH = 60


def stamp_of(text: str, start: int, end: int, timex_type: TimexType) -> Stamp | None:
    """Return what kind of stamp an expression is; `None` for one that belongs to a sentence.

    In brackets at the head of a sentence a clock time alone is that of a live entry; a full date with a clock time
    that no word governs ("Friday, 3 May 2019 17:05 GMT"), or one beside "last updated", says when a text was posted.
    """
    before, behind = text[max(0, start - _REACH) : start], text[end : end + _REACH]
    opened, closed = _OPENED.search(before), _CLOSED.match(behind)
    if opened is not None and closed is not None:
        words = f"{opened['words']} {closed['words']}".lower()
        if "update" in words or "posted" in words:
            return "posted"
        if timex_type == "TIME" and not _WORDS.search(words):
            return "live"
    if _LABEL_BEFORE.search(before) or _LABEL_BEHIND.match(behind):
        return "posted"
    clocked = timex_type == "TIME" or _CLOCK_BEHIND.match(behind) is not None
    if clocked and _YEAR.search(text, start, end) and not _GOVERNED.search(before):
        return "posted"
    return None
