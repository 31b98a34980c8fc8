# ruff: noqa: ARG001 - every meaning takes the setting, and a slot for every word that its shapes name
"""Ranges and lists: several dates that lend one another what each leaves out."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from transforms.times import algebra
from transforms.times.discourse import Discourse
from transforms.times.grammar.registry import lazy_meaning, meaning
from transforms.times.resolved import Interpretation, of_period

if TYPE_CHECKING:
    from transforms.times.grammar.values import Match

Interpretations = list[tuple[str, Interpretation]]
_MONTHS = 12


def _named(slots: dict[str, Any]) -> list[tuple[str, Match]]:
    return [(slot, match) for slot, match in slots.items() if match is not None]


@meaning
def day_cell(discourse: Discourse, day: int, year: int | None = None) -> tuple[int, int | None]:
    """Return a day whose month stands beside it."""
    return day, year


@meaning
def pair_cell(discourse: Discourse, pair: tuple[int, int]) -> tuple[int, int]:
    """Return a day and a month in figures whose year stands beside them."""
    return pair


@lazy_meaning
def each_alone(discourse: Discourse, first: Match, second: Match) -> Interpretations | None:
    """Each means what it means alone; they must be in order."""
    one, two = discourse.read(first), discourse.read(second)
    if one is None or two is None or one.first is None or two.first is None or one.first >= two.first:
        return None
    return [("first", one), ("second", two)]


def _one_cycle(interpretation: Interpretation, cycle: str, way: int) -> Interpretation | None:
    """Return the same weekday of the week beside, the same day or month of the year beside."""
    if interpretation.first is None or interpretation.period is None:
        return None
    when = interpretation.period.first
    moved = algebra.shifted(when, cycle, way)
    return of_period(algebra.holding(interpretation.period.grain, moved), interpretation.anchor, interpretation.reason)


@lazy_meaning
def forwards(discourse: Discourse, first: Match, second: Match, cycle: str) -> Interpretations | None:
    """Resolve “from Monday to Wednesday”, “from November to February”: the end lies behind the beginning.

    Where each alone would make the range run backwards, what the sentence plans ends a cycle later, and what it tells
    began a cycle earlier.
    """
    one, two = discourse.read(first), discourse.read(second)
    if one is None or two is None or one.first is None or two.first is None:
        return None
    if one.first >= two.first:
        if discourse.way > 0 or discourse.governor > 0:
            two = _one_cycle(two, cycle, 1)
        else:
            one = _one_cycle(one, cycle, -1)
    if one is None or two is None or one.first is None or two.first is None or one.first >= two.first:
        return None
    return [("first", one), ("second", two)]


@lazy_meaning
def figures_of_one_year(
    discourse: Discourse, first: Match, second: Match, *, day_first: bool | None = None
) -> Interpretations | None:
    """Resolve “9/26 to 9/28/2023”: the year of the last; which of the two figures is the day is the same in both."""
    from transforms.times.meanings.days import figures

    held_first: dict[str, Any] = first.slots
    held_second: dict[str, Any] = second.slots
    pair, parts = held_first["pair"], held_second["parts"]
    customs = (discourse.options.get("day_first", True), not discourse.options.get("day_first", True))
    for custom in customs if day_first is None else (day_first,):
        if (parts[0] if not custom else parts[1]) > _MONTHS or (pair[0] if not custom else pair[1]) > _MONTHS:
            continue
        one = figures(discourse, (*pair, parts[2]), day_first=custom)
        two = figures(discourse, parts, day_first=custom)
        if one is not None and two is not None and one.first and two.first and one.first < two.first:
            return [("first", one), ("second", two)]
    return None


@lazy_meaning
def parts_of_weekdays(discourse: Discourse, first: Match, second: Match) -> Interpretations | None:
    """Resolve “Monday and Tuesday nights”: one part of the day for both."""
    one, two = discourse.read(first), discourse.read(second)
    return [("first", one._replace(value=one.value + two.value[two.value.index("T") :])), ("second", two)]


@lazy_meaning
def clocks_of_one_day(discourse: Discourse, first: Match, second: Match) -> Interpretations | None:
    """Resolve “from 10 to 12 o'clock”: two times of the same day."""
    from transforms.times.meanings.clocks import time_alone

    one, two = discourse.read(first), discourse.read(second)
    if one is None or two is None or one.local_time >= two.local_time:
        return None
    return [("first", time_alone(discourse, one)), ("second", time_alone(discourse, two))]


@lazy_meaning
def days_of_one_month(
    discourse: Discourse, first: Match, second: Match, third: Match | None = None
) -> Interpretations | None:
    """“June 3 and 4”: the month of the first, the year of the last."""
    from transforms.times.meanings.days import calendar_day

    cells = [discourse.read(match) for match in (second, third) if match is not None]
    year = next((year for _, year in cells if year is not None), None)
    held: dict[str, Any] = first.slots
    day = discourse.read(held["day"])
    days = [day, *(day for day, _ in cells)]
    readings: Interpretations = []
    for slot, number in zip(("first", "second", "third"), days, strict=False):
        interpretation = calendar_day(discourse, held["month"], number, year)
        if interpretation is None:
            return None
        readings.append((slot, interpretation))
    return readings if days == sorted(set(days)) else None


@lazy_meaning
def days_before_month(discourse: Discourse, first: Match, second: Match) -> Interpretations | None:
    """“3 and 4 June 1998”: month and year of the last."""
    from transforms.times.meanings.days import calendar_day

    day, _ = discourse.read(first)
    last = discourse.read(second)
    if last is None or last.first is None:
        return None
    year = last.first.year if "year" in second.slots else None
    interpretation = calendar_day(discourse, last.first.month, day, year)
    if interpretation is None or interpretation.first is None or interpretation.first >= last.first:
        return None
    return [("first", interpretation), ("second", last)]


@lazy_meaning
def year_of_the_last(
    discourse: Discourse, first: Match, second: Match, third: Match | None = None
) -> Interpretations | None:
    """“Between March and May 2021”: the year of the last; the one before where the months would run backwards."""
    matches = _named({"first": first, "second": second, "third": third})
    last = discourse.read(matches[-1][1])
    if last is None or last.first is None:
        return None
    readings: Interpretations = []
    limit = last.first
    for slot, match in reversed(matches[:-1]):
        interpretation = None
        for year in (limit.year, limit.year - 1):
            discourse.year_hint = year
            interpretation = discourse.read(match)
            if interpretation is not None and interpretation.first is not None and interpretation.first < limit:
                break
        discourse.year_hint = None
        if interpretation is None or interpretation.first is None or interpretation.first >= limit:
            return None
        limit = interpretation.first
        readings.insert(0, (slot, interpretation))
    return [*readings, (matches[-1][0], last)]
