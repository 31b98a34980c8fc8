"""How a date and its preposition bound an event: one function per meaning.

Every function takes the bounds to narrow and the days of the expression.  Days on which a text says "before" or "after"
are left in, since writers use both loosely ("before Monday" may mean "on Sunday night or early on Monday").
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import NamedTuple

from transforms.events.dating.bounds import Basis, BoundsBuilder
from transforms.events.dating.tense import Tense
from transforms.model import Bounds, TimeRoleName
from transforms.times.algebra import days_on


class AnchoredDate(NamedTuple):
    """A resolved time expression attached to an event."""

    first: date | None
    last: date | None
    begin: Bounds
    """The first part of a range ("1950 to 1953": 1950); the whole where it is no range."""
    finish: Bounds
    basis: Basis
    tense: Tense
    published: date | None
    state: bool
    """Whether it is a state, a habit or in progress, which need not lie within a period it is true in."""
    stative: bool
    """Whether it is a state by its nature, which may hold on either side of a time at which it is said to."""
    extent: bool
    """Whether the expression is a range that the event fills ("from May to July"), not a period in which it falls."""
    loose: bool = False
    """Whether the expression means some day of a period that is not known better ("the end of the year")."""


Meaning = Callable[[BoundsBuilder, AnchoredDate], TimeRoleName]


def within(bounds: BoundsBuilder, at: AnchoredDate) -> TimeRoleName:
    """On a day, or at some time in a period; a state holds then, and may hold before and after."""
    if at.extent and bounds.kind != "point":
        _begin_in(bounds, at, at.begin)
        _end_in(bounds, at, at.finish)
        return "both"
    if at.stative and bounds.kind == "state":
        bounds.narrow("start_latest", at.last, at.basis)
        bounds.narrow("end_earliest", at.first, at.basis)
        return "both"
    if bounds.kind == "state":
        bounds.kind = "span"
    bounds.narrow("start_earliest", at.first, at.basis)
    bounds.narrow("end_latest", at.last, at.basis)
    if bounds.kind != "point":
        bounds.close()
    return "both"


def since(bounds: BoundsBuilder, at: AnchoredDate) -> TimeRoleName:
    """Begin it in the period; in the present tense it lasts to the publication day at least."""
    bounds.kind = "state" if at.state and at.tense.name == "present" else "span"
    _begin_in(bounds, at, Bounds(at.first, at.last))
    if at.tense.name == "present":
        bounds.narrow("end_earliest", at.published, at.basis._replace(kind="publication"))
    return "begin"


def begin(bounds: BoundsBuilder, at: AnchoredDate) -> TimeRoleName:
    """Begin it in the period."""
    if bounds.kind == "point":
        bounds.kind = "span"
    _begin_in(bounds, at, at.begin)
    if at.extent:
        _end_in(bounds, at, at.finish)
        return "both"
    return "begin"


def end(bounds: BoundsBuilder, at: AnchoredDate) -> TimeRoleName:
    """End it in the period."""
    if bounds.kind == "point":
        bounds.kind = "span"
    _end_in(bounds, at, at.finish)
    return "end"


def covers(bounds: BoundsBuilder, at: AnchoredDate) -> TimeRoleName:
    """Fill the period with it ("for the past three years"): begun by its first day, going on until its last."""
    if bounds.kind == "point":
        bounds.kind = "span"
    bounds.narrow("start_latest", at.first, at.basis)
    bounds.narrow("end_earliest", at.last, at.basis)
    return "both"


def between(bounds: BoundsBuilder, at: AnchoredDate) -> TimeRoleName:
    """Begin it no earlier than the first of two dates that hold it between them; what lasts begins there."""
    if bounds.kind == "point":
        bounds.narrow("start_earliest", at.first, at.basis)
    else:
        _begin_in(bounds, at, at.begin)
    return "begin"


def between_and(bounds: BoundsBuilder, at: AnchoredDate) -> TimeRoleName:
    """End it no later than the second of two dates that hold it between them; what lasts ends there."""
    if bounds.kind == "point":
        bounds.narrow("end_latest", at.last, at.basis)
    else:
        _end_in(bounds, at, at.finish)
    return "end"


def by(bounds: BoundsBuilder, at: AnchoredDate) -> TimeRoleName:
    """End it by the end of the period; a state holds by then."""
    if at.state:
        bounds.narrow("start_latest", at.last, at.basis)
        return "begin"
    bounds.narrow("end_latest", at.last, at.basis)
    return "end"


def before(bounds: BoundsBuilder, at: AnchoredDate) -> TimeRoleName:
    """Not after the period's first day, nor after the last day that a loose expression may mean."""
    limit = at.last if at.loose else at.first
    if at.state:
        bounds.narrow("start_latest", limit, at.basis)
        return "begin"
    bounds.narrow("end_latest", limit, at.basis)
    return "end"


def after(bounds: BoundsBuilder, at: AnchoredDate) -> TimeRoleName:
    """Not before the period's last day, nor before the first day that a loose expression may mean."""
    bounds.narrow("start_earliest", at.first if at.loose else at.last, at.basis)
    return "begin"


def as_of(bounds: BoundsBuilder, at: AnchoredDate) -> TimeRoleName:
    """Let it hold on that day; what had been done was done by then ("as of Monday it had sunk")."""
    if bounds.kind == "point" and (at.tense.perfect or at.tense.form == "participle"):
        return by(bounds, at)
    if bounds.kind == "point":
        bounds.kind = "span"
    bounds.narrow("start_latest", at.last, at.basis)
    bounds.narrow("end_earliest", at.first, at.basis)
    return "both"


def _begin_in(bounds: BoundsBuilder, at: AnchoredDate, days: Bounds) -> None:
    bounds.narrow("start_earliest", days.earliest, at.basis)
    bounds.narrow("start_latest", days.latest, at.basis)


def _end_in(bounds: BoundsBuilder, at: AnchoredDate, days: Bounds) -> None:
    bounds.narrow("end_earliest", days.earliest, at.basis)
    bounds.narrow("end_latest", days.latest, at.basis)


def widened(days: Bounds) -> Bounds:
    """Return the days that "around" a date may mean: as much again on either side, a day at least."""
    if days.earliest is None or days.latest is None:
        return days
    slack = max(1, (days.latest - days.earliest).days)
    return Bounds(days_on(days.earliest, -slack), days_on(days.latest, slack))


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
    "as of": as_of,
}
