"""What a date with its connective says of an event's begin and end: one small function a meaning.

Every function takes the draft to narrow and the days of the expression.  Days on which a text says "before" or "after"
are left in, since writers use both loosely ("before Monday" may mean "on Sunday night or early on Monday").
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from typing import NamedTuple

from transforms.events.dating.bounds import Draft
from transforms.events.dating.tense import Tense
from transforms.model import Bounds, TimeRoleName


class Told(NamedTuple):
    """One expression at one event, ready to be applied."""

    first: date | None
    last: date | None
    begin: Bounds
    """The first part of a range ("1950 to 1953": 1950); the whole where it is no range."""
    finish: Bounds
    time: int
    rule: str
    tense: Tense
    published: date | None
    state: bool
    """Whether a state, a habit or something in progress is told, which need not lie within a period it is true in."""
    stative: bool
    """Whether it is a state by its nature, which may hold on either side of a time at which it is told to."""
    extent: bool
    """Whether the expression is a range that the event fills ("from May to July"), not a period in which it falls."""
    loose: bool = False
    """Whether the expression means some day of a period that is not known better ("the end of the year")."""


Meaning = Callable[[Draft, Told], TimeRoleName]


def within(draft: Draft, told: Told) -> TimeRoleName:
    """On a day, or at some time in a period; a state holds then, and may hold before and after."""
    if told.extent and draft.kind != "point":
        _begin_in(draft, told, told.begin)
        _end_in(draft, told, told.finish)
        return "both"
    if told.stative and draft.kind == "state":
        draft.narrow("start_latest", told.last, "told", told.rule, told.time)
        draft.narrow("end_earliest", told.first, "told", told.rule, told.time)
        return "both"
    if draft.kind == "state":
        draft.kind = "span"
    draft.narrow("start_earliest", told.first, "told", told.rule, told.time)
    draft.narrow("end_latest", told.last, "told", told.rule, told.time)
    if draft.kind != "point":
        draft.close()
    return "both"


def since(draft: Draft, told: Told) -> TimeRoleName:
    """It begins in the period; told in the present it lasts to the publication day, and a state beyond."""
    draft.kind = "state" if told.state and told.tense.name == "present" else "span"
    _begin_in(draft, told, Bounds(told.first, told.last))
    if told.tense.name == "present":
        draft.narrow("end_earliest", told.published, "publication", told.rule, told.time)
        if not told.state:
            draft.narrow("end_latest", told.published, "publication", told.rule, told.time)
    return "begin"


def begin(draft: Draft, told: Told) -> TimeRoleName:
    """It begins in the period."""
    if draft.kind == "point":
        draft.kind = "span"
    _begin_in(draft, told, told.begin)
    if told.extent:
        _end_in(draft, told, told.finish)
        return "both"
    return "begin"


def end(draft: Draft, told: Told) -> TimeRoleName:
    """It ends in the period."""
    if draft.kind == "point":
        draft.kind = "span"
    _end_in(draft, told, told.finish)
    return "end"


def covers(draft: Draft, told: Told) -> TimeRoleName:
    """It fills the period ("for the past three years"): begun by its first day, going on until its last."""
    if draft.kind == "point":
        draft.kind = "span"
    draft.narrow("start_latest", told.first, "told", told.rule, told.time)
    draft.narrow("end_earliest", told.last, "told", told.rule, told.time)
    return "both"


def between(draft: Draft, told: Told) -> TimeRoleName:
    """The first of two dates that hold it between them; what lasts begins there."""
    if draft.kind == "point":
        draft.narrow("start_earliest", told.first, "told", told.rule, told.time)
    else:
        _begin_in(draft, told, told.begin)
    return "begin"


def between_and(draft: Draft, told: Told) -> TimeRoleName:
    """The second of two dates that hold it between them; what lasts ends there."""
    if draft.kind == "point":
        draft.narrow("end_latest", told.last, "told", told.rule, told.time)
    else:
        _end_in(draft, told, told.finish)
    return "end"


def by(draft: Draft, told: Told) -> TimeRoleName:
    """It is over when the period ends; a state holds by then."""
    if told.state:
        draft.narrow("start_latest", told.last, "told", told.rule, told.time)
        return "begin"
    draft.narrow("end_latest", told.last, "told", told.rule, told.time)
    return "end"


def before(draft: Draft, told: Told) -> TimeRoleName:
    """Not after the period's first day, nor after the last day that a loose expression may mean."""
    limit = told.last if told.loose else told.first
    if told.state:
        draft.narrow("start_latest", limit, "told", told.rule, told.time)
        return "begin"
    draft.narrow("end_latest", limit, "told", told.rule, told.time)
    return "end"


def after(draft: Draft, told: Told) -> TimeRoleName:
    """Not before the period's last day, nor before the first day that a loose expression may mean."""
    draft.narrow("start_earliest", told.first if told.loose else told.last, "told", told.rule, told.time)
    return "begin"


def lower(draft: Draft, told: Told) -> TimeRoleName:
    """Not before the period's first day ("the first since 1980")."""
    draft.narrow("start_earliest", told.first, "told", told.rule, told.time)
    return "begin"


def as_of(draft: Draft, told: Told) -> TimeRoleName:
    """It holds on that day."""
    if draft.kind == "point":
        draft.kind = "span"
    draft.narrow("start_latest", told.last, "told", told.rule, told.time)
    draft.narrow("end_earliest", told.first, "told", told.rule, told.time)
    return "both"


def _begin_in(draft: Draft, told: Told, days: Bounds) -> None:
    draft.narrow("start_earliest", days.earliest, "told", told.rule, told.time)
    draft.narrow("start_latest", days.latest, "told", told.rule, told.time)


def _end_in(draft: Draft, told: Told, days: Bounds) -> None:
    draft.narrow("end_earliest", days.earliest, "told", told.rule, told.time)
    draft.narrow("end_latest", days.latest, "told", told.rule, told.time)


def widened(days: Bounds) -> Bounds:
    """The days that "around" a date may mean: as much again on either side as the period is long, a day at least."""
    if days.earliest is None or days.latest is None:
        return days
    slack = timedelta(days=max(1, (days.latest - days.earliest).days))
    return Bounds(days.earliest - slack, days.latest + slack)


MEANINGS: dict[str, Meaning] = {
    "within": within,
    "about": within,
    "since": since,
    "begin": begin,
    "end": end,
    "covers": covers,
    "between": between,
    "between and": between_and,
    "by": by,
    "before": before,
    "after": after,
    "lower": lower,
    "as of": as_of,
}
