"""How long an event lasts: from a known begin to its end, or back; a length alone dates nothing."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, timedelta
from typing import NamedTuple

from transforms.events.dating.bounds import Basis, BoundsBuilder
from transforms.events.dating.rules import DatingRules
from transforms.events.dating.values import ArticleView, Candidate
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
    """Return the length that a duration gives, as loose as its unit; `None` for hours and for vague ones."""
    found = _LENGTH.match(time.value)
    if found is None or time.interval.earliest is not None:
        return None
    unit, slack = _DAYS[found["unit"]]
    days = int(found["count"]) * unit
    return Length(max(0, days - slack), days + slack) if days <= _FARTHEST else None


def apply_durations(view: ArticleView, candidates: Sequence[Candidate]) -> bool:
    """Reckon the other end of each event whose length is given and one of whose ends is a known day.

    Returns:
        Whether anything changed.
    """
    lasting = [one for one in candidates if one.roles and one.lemma not in (view.rules.terms | view.rules.ends)]
    changed = [_apply(one.bounds, one.roles, view.times, view.rules) for one in lasting]
    return any(changed)


def _apply(
    bounds: BoundsBuilder, roles: Sequence[TimeRole], times: Sequence[TimeExpression], rules: DatingRules
) -> bool:
    """Reckon the other end of one event; what is over on its day lasts only where a word says so ("for two weeks").

    Returns:
        Whether anything changed.
    """
    for role in roles:
        length = length_of(times[role.time]) if role.role == "duration" else None
        if length is None or length.most <= 1:
            continue
        if bounds.kind == "point" and (times[role.time].connective or "") not in rules.lasting_for:
            continue
        begin, end = (
            _known_day(bounds, "start_earliest", "start_latest"),
            _known_day(bounds, "end_earliest", "end_latest"),
        )
        if begin is not None and (bounds.kind == "point" or end is None):
            _unfix(bounds, "end_earliest", "end_latest")
            return _reckon(bounds, "end_earliest", "end_latest", begin, (length.least, length.most), role.time)
        if end is not None and begin is None:
            return _reckon(bounds, "start_earliest", "start_latest", end, (-length.most, -length.least), role.time)
    return False


def _known_day(bounds: BoundsBuilder, low: BoundName, high: BoundName) -> date | None:
    """Return the known day of one end, where it is not the publication's."""
    first, final = bounds.held.get(low), bounds.held.get(high)
    if (
        first is None
        or final is None
        or first.value != final.value
        or "publication" in (first.basis.kind, final.basis.kind)
    ):
        return None
    return first.value


def _unfix(bounds: BoundsBuilder, *names: BoundName) -> None:
    """Make what lasts no point: its end is no longer that of its begin."""
    if bounds.kind == "point":
        bounds.kind = "span"
        for name in names:
            del bounds.held[name]


def _reckon(
    bounds: BoundsBuilder, low: BoundName, high: BoundName, day: date, days: tuple[int, int], time: int
) -> bool:
    try:
        first, final = day + timedelta(days=days[0]), day + timedelta(days=days[1])
    except OverflowError:  # a length that leads out of the calendar bounds nothing
        return False
    changed = bounds.narrow(low, first, Basis("told", RULE, time))
    return bounds.narrow(high, final, Basis("told", RULE, time)) or changed
