"""How long an event lasts: from a known begin to its end, or back; a length alone dates nothing."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, timedelta
from typing import NamedTuple

from transforms.events.dating.bounds import Draft
from transforms.model import BoundName, TimeExpression, TimeRole

RULE = "as-long-as-told"
_LENGTH = re.compile(r"P(?P<count>\d{1,4})(?P<unit>[DWMY])\Z")
_DAYS = {"D": (1, 1), "W": (7, 3), "M": (30, 15), "Y": (365, 183)}
"""A unit's length in days, and how far off a text that counts in it may be."""
_FARTHEST = 40_000


class Length(NamedTuple):
    """Between how many days there are from the first day of an event to its last."""

    least: int
    most: int


def length_of(time: TimeExpression) -> Length | None:
    """The length that a duration tells, as loose as the unit it counts in; `None` for hours and for vague ones."""
    found = _LENGTH.match(time.value)
    if found is None or time.interval.earliest is not None:
        return None
    unit, slack = _DAYS[found["unit"]]
    days = int(found["count"]) * unit
    return Length(max(0, days - slack), days + slack) if days <= _FARTHEST else None


def last(draft: Draft, roles: Sequence[TimeRole], times: Sequence[TimeExpression]) -> bool:
    """Reckon the other end of an event whose length is told and one of whose ends is a known day.

    Returns:
        Whether anything changed.
    """
    for role in roles:
        length = length_of(times[role.time]) if role.role == "duration" else None
        if length is None or length.most <= 1:
            continue
        begin, end = _told_day(draft, "start_earliest", "start_latest"), _told_day(draft, "end_earliest", "end_latest")
        if begin is not None and (draft.kind == "point" or end is None):
            _unfix(draft, "end_earliest", "end_latest")
            return _reckon(draft, "end_earliest", "end_latest", begin, (length.least, length.most), role.time)
        if end is not None and begin is None:
            return _reckon(draft, "start_earliest", "start_latest", end, (-length.most, -length.least), role.time)
    return False


def _told_day(draft: Draft, low: BoundName, high: BoundName) -> date | None:
    """The known day of one end, where it is not the publication's."""
    first, final = draft.held.get(low), draft.held.get(high)
    if first is None or final is None or first.value != final.value or "publication" in (first.kind, final.kind):
        return None
    return first.value


def _unfix(draft: Draft, *names: BoundName) -> None:
    """What lasts is no point: its end is no longer that of its begin."""
    if draft.kind == "point":
        draft.kind = "span"
        for name in names:
            del draft.held[name]


def _reckon(draft: Draft, low: BoundName, high: BoundName, day: date, days: tuple[int, int], time: int) -> bool:
    try:
        first, final = day + timedelta(days=days[0]), day + timedelta(days=days[1])
    except OverflowError:  # a length that leads out of the calendar bounds nothing
        return False
    changed = draft.narrow(low, first, "told", RULE, time)
    return draft.narrow(high, final, "told", RULE, time) or changed
