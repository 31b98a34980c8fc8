# ruff: noqa: ARG001 - every meaning takes the discourse, and a slot for every word that its shapes name
"""Days reckoned in more than one step: two units ago, the week after next, a week from Tuesday, a year ago today."""

from __future__ import annotations

from transforms.times import algebra
from transforms.times.algebra import GRAINS
from transforms.times.anchors import PUBLICATION, beside
from transforms.times.discourse import Discourse
from transforms.times.grammar.registry import exact_meaning, meaning
from transforms.times.meanings.amounts import Amount, as_whole
from transforms.times.meanings.shifts import REFERENCE, unit_shifted
from transforms.times.resolved import Interpretation, of_period, open_date, reference

_DAYS_IN_WEEK = 7


@meaning
def two_units_apart(
    discourse: Discourse, count: Amount, unit: str, count_two: Amount, unit_two: str, way: int = -1
) -> Interpretation | None:
    """Resolve “two years and three months ago”: both from the day of publication, at the grain of the shorter."""
    amounts = as_whole(count), as_whole(count_two)
    if discourse.published is None or None in amounts:
        return reference(REFERENCE[way])
    if unit not in GRAINS or unit_two not in GRAINS or GRAINS.index(unit_two) >= GRAINS.index(unit):
        return None
    when = algebra.shifted(discourse.published, unit, way * (amounts[0] or 0))
    when = algebra.shifted(when, unit_two, way * (amounts[1] or 0))
    return of_period(algebra.holding(unit_two, when, southern=discourse.southern), discourse.published, PUBLICATION)


@meaning
def day_apart(discourse: Discourse, count: Amount, unit: str, way: int = -1, days: int = 0) -> Interpretation | None:
    """Resolve “a year ago today”: the same day so many units away, from `days` beside publication."""
    amount = as_whole(count)
    if amount is None or discourse.published is None:
        return reference(REFERENCE[way])
    if unit not in GRAINS:
        return None
    when = algebra.shifted(algebra.move(discourse.published, days), unit, amount * way)
    return of_period(algebra.day(when), discourse.published, PUBLICATION)


@meaning
def to_the_day(discourse: Discourse, count: Amount, unit: str, day: Interpretation, way: int) -> Interpretation | None:
    """Resolve “ten years to the day after 3 May 2011”: the same day so many units from a day that the text gives."""
    amount = as_whole(count)
    if amount is None or unit not in GRAINS or day.period is None or day.period.grain != "day":
        return None
    when = algebra.shifted(day.period.first, unit, amount * way)
    return of_period(algebra.day(when), day.period.first, beside("the day told beside it"))


@exact_meaning
def unit_beyond(discourse: Discourse, unit: str, way: int) -> Interpretation | None:
    """Resolve “the week after next”, “the weekend before last”: the next but one."""
    return unit_shifted(discourse, unit, 2 * way)


@exact_meaning
def weekday_beyond(discourse: Discourse, weekday: int, way: int) -> Interpretation:
    """Resolve “the Friday before last”: the last but one; “the Friday after next”: the next but one."""
    if discourse.published is None:
        return open_date(f"XXXX-WXX-{weekday}", "day")
    near = algebra.nearest_weekday(discourse.published, weekday, way=way, same=False)
    found = algebra.move(near, way * _DAYS_IN_WEEK)
    why = "the last but one" if way < 0 else "the next but one"
    return of_period(algebra.day(found), discourse.published, PUBLICATION.add(why, "given"))


@exact_meaning
def weekday_and_weeks(
    discourse: Discourse, weekday: int, count: Amount = 1, way: int = 1, unit: str = "week"
) -> Interpretation | None:
    """Resolve “a week ago Tuesday”, “Tuesday week”: so many weeks beyond the nearest such day."""
    weeks = as_whole(count)
    if discourse.published is None:
        return open_date(f"XXXX-WXX-{weekday}", "day")
    if weeks is None or unit not in ("week", "fortnight"):
        return None
    near = algebra.nearest_weekday(discourse.published, weekday, way=way, same=way < 0)
    found = algebra.shifted(near, unit, weeks * way)
    return of_period(
        algebra.day(found), discourse.published, PUBLICATION.add("counted in weeks from that weekday", "given")
    )
