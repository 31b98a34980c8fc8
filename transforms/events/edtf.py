"""Bounds of an event as an EDTF string (ISO 8601-2, level 2) and as a precision.

`2025-01-13` one day; `[2025-01-01..2025-01-20]` one day between two; `[..2025-01-13]` one day, not after;
`2024-08/2025-01-13` from a day in August to the 13th; `../2025-01-13` from an unknown day; `XXXX-XX-XX` nothing known.
"""

from __future__ import annotations

from datetime import date

from transforms.model import Bounds, Precision, WhenKind
from transforms.times.algebra import days_on

UNKNOWN_DAY = "XXXX-XX-XX"


def side(bounds: Bounds) -> str:
    """One end of an interval, or the one day of a point: `..` where nothing is known."""
    lo, hi = bounds.earliest, bounds.latest
    if lo and hi:
        return calendar_unit(lo, hi) or f"[{lo}..{hi}]"
    if hi:
        return f"[..{hi}]"
    return f"[{lo}..]" if lo else ".."


def calendar_unit(lo: date, hi: date) -> str | None:
    """Return the day, month, year or decade that runs from one day to another, or `None`."""
    if lo == hi:
        return lo.isoformat()
    if lo.day != 1 or (hi != date.max and days_on(hi, 1).day != 1):
        return None
    if (lo.year, lo.month) == (hi.year, hi.month):
        return lo.isoformat()[:7]
    if lo.month != 1 or hi.month != 12:
        return None
    if lo.year == hi.year:
        return lo.isoformat()[:4]
    if lo.year % 10 == 0 and hi.year == lo.year + 9:
        return f"{lo.year // 10:03d}X"
    return None


def event_edtf(kind: WhenKind, start: Bounds, end: Bounds, approximate: bool = False) -> str:
    """Return the EDTF string of an event's bounds; `~` marks an approximate day."""
    if kind == "point" or start == end:
        one = side(start)
        if one == "..":
            return UNKNOWN_DAY if kind == "point" else "../.."
        return f"{one}~" if approximate and "[" not in one else one
    first = ".." if start.earliest is None and start.latest == end.latest else side(start)
    last = ".." if end.latest is None and end.earliest == start.earliest else side(end)
    return f"{first}/{last}"


def event_precision(start: Bounds, end: Bounds) -> Precision:
    """How closely the bounds fix an event, by the calendar unit that holds both its begin and its end."""
    if start != end and (start.earliest != end.earliest or start.latest != end.latest):
        if _vague(start) and _vague(end):
            return _open(start, end)
        return "interval"
    if _vague(start):
        return _open(start, end)
    if start.earliest is None or start.latest is None:
        return "unknown"
    return length_precision(start.earliest, start.latest)


def length_precision(lo: date, hi: date) -> Precision:
    """Return the smallest unit up to a year as long as the days from one to another, else `interval`."""
    days = (hi - lo).days + 1
    return next((name for limit, name in _LENGTHS if days <= limit), "interval")


_LENGTHS: tuple[tuple[int, Precision], ...] = (
    (1, "day"),
    (7, "week"),
    (31, "month"),
    (92, "quarter"),
    (184, "half"),
    (366, "year"),
)


def _vague(bounds: Bounds) -> bool:
    return bounds.earliest is None or bounds.latest is None


def _open(start: Bounds, end: Bounds) -> Precision:
    """Where neither end is closed on both sides."""
    if start.earliest is None and end.latest is None:
        return (
            "interval"
            if start.latest and end.earliest
            else "before"
            if start.latest
            else "after"
            if end.earliest
            else "unknown"
        )
    if start.earliest and end.latest:
        return "interval"
    return "after" if start.earliest else "before"
