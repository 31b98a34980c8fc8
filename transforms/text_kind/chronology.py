"""Which pages are chronologies themselves ("Timeline: …", dated lists), and which day each of their parts tells of.

A chronology is an editor's own choice of days.  It is known by its parts: lines or sentences that begin with their
date, many of them, of different days, in one direction.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from transforms.text_kind.words import opening_a_line

LEAST_DAYS = 5
"""Days of which a page tells in parts of their own before it is a chronology."""
LEAST_SHARE = 0.4
"""What share of the page's text such parts hold."""
IN_ORDER = 0.8
"""How many of the steps from one part to the next must go the same way in time."""
_BEFORE = re.compile(r"(?:^|\n|[.!?:\"”’)]\s)[\s*\\•·|–—-]*$")
_AFTER = re.compile(r"[\s,.]*(?:[-–—:|]|\n|[A-ZÀ-Þ\"“‘])")


@dataclass(frozen=True, slots=True)
class Dated:
    """An expression of one day in a text."""

    start: int
    end: int
    day: date


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a chronology: the day, and the stretch of text that tells of it; what it tells begins at `body`."""

    day: date
    start: int
    body: int
    end: int


_SET_OFF = re.compile(r"[\s,.:|–—-]*")
SHARE_OF_LINES = 0.6
"""How many of a page's lines begin with "On" and a day where no date stands alone before its entry."""


def parts(text: str, days: Sequence[Dated]) -> tuple[Part, ...]:
    """Return the parts of a page that is a chronology; none where it is not one."""
    ordered = sorted(days, key=lambda d: d.start)
    heads = [d for d in ordered if _is_heading(text, d)]
    found = _parted(text, heads)
    if _is_chronology(text, found):
        return _parted(text, _with_hidden(text, ordered, heads))
    lines = sum(bool(line.strip()) for line in text.split("\n"))
    for openings in (
        [d for d in heads if not text[max(0, d.start - 3) : d.start].strip(" |*•–—-\n")],
        [d for d in ordered if opening_a_line().search(text[max(0, d.start - 16) : d.start])],
    ):
        # So many lines that begin so are entries in whatever order: their years may stand in the first alone.
        if len(openings) >= SHARE_OF_LINES * lines and len({d.day for d in openings}) >= LEAST_DAYS:
            return _parted(text, openings)
    return ()


def _parted(text: str, heads: Sequence[Dated]) -> tuple[Part, ...]:
    ends = [*(d.start for d in heads[1:]), len(text)][: len(heads)]
    return tuple(Part(d.day, d.start, _body(text, d.end), end) for d, end in zip(heads, ends, strict=True))


def _body(text: str, start: int) -> int:
    found = _SET_OFF.match(text, start)
    return found.end() if found else start


def _with_hidden(text: str, days: Sequence[Dated], heads: Sequence[Dated]) -> list[Dated]:
    """Return the headings of a chronology with those that nothing sets off from what stands before.

    They are written as the others are, begin an entry, and lie in time where they lie in the text.
    """
    shapes = Counter(_shape(text, head) for head in heads)
    usual = max(sorted(shapes), key=lambda shape: shapes[shape])
    kept = list(heads)
    for day in days:
        at = bisect_left(kept, day.start, key=lambda head: head.start)
        around = [head.day for head in kept[max(0, at - 1) : at + 1]]
        between = len(around) == 2 and min(around) < day.day < max(around)
        if between and day not in kept and _shape(text, day) == usual and _AFTER.match(text, day.end):
            kept.insert(at, day)
    return kept


def _shape(text: str, day: Dated) -> str:
    """Return how a date is written, whatever it says: "0 a 0" for "3 May 2010"."""
    return re.sub(r"[^\W\d_]+", "a", re.sub(r"\d+", "0", text[day.start : day.end]))


def _is_heading(text: str, d: Dated) -> bool:
    """True if a date begins a line or a sentence and is set off from what it dates."""
    return bool(_BEFORE.search(text[max(0, d.start - 12) : d.start]) and _AFTER.match(text, d.end))


def _is_chronology(text: str, found: Sequence[Part]) -> bool:
    if not found or len({p.day for p in found}) < LEAST_DAYS or len(text) - found[0].start < LEAST_SHARE * len(text):
        return False
    steps = [(b.day > a.day) - (b.day < a.day) for a, b in pairwise(found)]
    moved = [step for step in steps if step]
    return bool(moved) and max(moved.count(1), moved.count(-1)) >= IN_ORDER * len(moved)
