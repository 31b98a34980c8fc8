"""A day, a month, a year or an interval that a person names, as the bounds of an event (EDTF, ISO 8601-2).

`2023-03-06` one day; `2023-03` one day of that month; `200X` one of that decade; `[2023-03-01..2023-03-06]` one between
two days; `2023-03-06/2023-03-09` from one to another; `2023/..` since then; `2023-03~` about then.
"""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date

from transforms.decisions.values import UNKNOWN_DATE
from transforms.events.edtf import UNKNOWN_DAY, event_edtf, event_precision
from transforms.model import UNKNOWN, Bounds, When, WhenKind

REASON = "decided"
"""The reason of a day that a person decided."""
_ONE = re.compile(r"(?P<year>\d{4}|\d{3}X)(?:-(?P<month>\d\d)(?:-(?P<day>\d\d))?)?")
_HELP = "write 2023-03-06, 2023-03, 2023, 202X, [2023-03-01..2023-03-06], 2023-03-06/2023-03-09, 2023/.. or unknown"


def decided_when(text: str) -> When:
    """Return when something happened as a person puts it.

    Raises:
        ValueError: where that is no date, and what one looks like.
    """
    given = text.strip()
    if given == UNKNOWN_DATE:
        return When("point", UNKNOWN, UNKNOWN, UNKNOWN_DAY, "unknown", REASON)
    approximate = given.endswith(("~", "?", "%"))
    first, slash, last = given.rstrip("~?%").partition("/")
    try:
        start = _side(first)
        end = _side(last) if slash else start
    except ValueError as error:
        raise ValueError(f"{text!r} is no date ({error}): {_HELP}") from None
    if start == end == UNKNOWN:
        raise ValueError(f"{text!r} says nothing of when: {_HELP}")
    if slash:
        start, end = _within(start, end)
    if _crossed(start, end):
        raise ValueError(f"{text!r} ends before it begins: {_HELP}")
    kind: WhenKind = "span" if slash else "point"
    edtf = event_edtf(kind, start, end, approximate)
    return When(kind, start, end, edtf, event_precision(start, end), REASON, dated=True, approximate=approximate)


def _within(start: Bounds, end: Bounds) -> tuple[Bounds, Bounds]:
    """Return both sides of an interval, neither reaching beyond the other: it ends when it has begun."""
    if end.latest and (start.latest is None or start.latest > end.latest):
        start = Bounds(start.earliest, max(filter(None, (start.earliest, end.latest))))
    if start.earliest and (end.earliest is None or end.earliest < start.earliest):
        end = Bounds(min(filter(None, (start.earliest, end.latest or start.earliest))), end.latest)
    return start, end


def _crossed(start: Bounds, end: Bounds) -> bool:
    low, high = start.earliest, end.latest
    return any(a and b and a > b for a, b in ((low, high), (start.earliest, start.latest), (end.earliest, end.latest)))


def _side(text: str) -> Bounds:
    """Return between which days one side of an interval, or the one day, lies."""
    if text in ("", ".."):
        return UNKNOWN
    if text.startswith("[") and text.endswith("]") and ".." in text:
        low, _, high = text[1:-1].partition("..")
        bounds = Bounds(_unit(low).earliest if low else None, _unit(high).latest if high else None)
        if bounds.earliest and bounds.latest and bounds.earliest > bounds.latest:
            raise ValueError("the first day is after the last")
        return bounds
    return _unit(text)


def _unit(text: str) -> Bounds:
    found = _ONE.fullmatch(text)
    if not found:
        raise ValueError(f"{text!r} is not understood")
    year, month, day = found["year"], found["month"], found["day"]
    if year.endswith("X"):
        if month:
            raise ValueError("a decade has no month")
        return Bounds(date(int(year[:3]) * 10, 1, 1), date(int(year[:3]) * 10 + 9, 12, 31))
    if day:
        one = date(int(year), int(month), int(day))
        return Bounds(one, one)
    if month:
        return Bounds(date(int(year), int(month), 1), date(int(year), int(month), monthrange(int(year), int(month))[1]))
    return Bounds(date(int(year), 1, 1), date(int(year), 12, 31))
