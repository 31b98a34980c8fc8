# ruff: noqa: ARG001 - every meaning takes the setting, and a slot for every word that its shapes name
"""Ranges and lists: several dates that lend one another what each leaves out."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from transforms.times.discourse import Setting
from transforms.times.grammar.registry import lazy_meaning, meaning
from transforms.times.resolved import Reading

if TYPE_CHECKING:
    from transforms.times.grammar.values import Match

Readings = list[tuple[str, Reading]]


def _named(slots: dict[str, Any]) -> list[tuple[str, Match]]:
    return [(slot, match) for slot, match in slots.items() if match is not None]


@meaning
def day_cell(now: Setting, day: int, year: int | None = None) -> tuple[int, int | None]:
    """A day whose month stands beside it."""
    return day, year


@lazy_meaning
def each_alone(now: Setting, first: Match, second: Match) -> Readings | None:
    """Each means what it means alone; they must be in order."""
    one, two = now.read(first), now.read(second)
    if one is None or two is None or one.first is None or two.first is None or one.first >= two.first:
        return None
    return [("first", one), ("second", two)]


@lazy_meaning
def parts_of_weekdays(now: Setting, first: Match, second: Match) -> Readings | None:
    """“Monday and Tuesday nights”: the part of the day is told once for both."""
    one, two = now.read(first), now.read(second)
    return [("first", one._replace(value=one.value + two.value[two.value.index("T") :])), ("second", two)]


@lazy_meaning
def clocks_of_one_day(now: Setting, first: Match, second: Match) -> Readings | None:
    """“From 10 to 12 o'clock”: two times of the day that is told."""
    from transforms.times.meanings.clocks import time_alone

    one, two = now.read(first), now.read(second)
    if one is None or two is None or one.local_time >= two.local_time:
        return None
    return [("first", time_alone(now, one)), ("second", time_alone(now, two))]


@lazy_meaning
def days_of_one_month(now: Setting, first: Match, second: Match, third: Match | None = None) -> Readings | None:
    """“June 3 and 4”: the month of the first, the year of the last."""
    from transforms.times.meanings.days import calendar_day

    cells = [now.read(match) for match in (second, third) if match is not None]
    year = next((year for _, year in cells if year is not None), None)
    held: dict[str, Any] = first.slots
    day = now.read(held["day"])
    days = [day, *(day for day, _ in cells)]
    readings: Readings = []
    for slot, number in zip(("first", "second", "third"), days, strict=False):
        reading = calendar_day(now, held["month"], number, year)
        if reading is None:
            return None
        readings.append((slot, reading))
    return readings if days == sorted(set(days)) else None


@lazy_meaning
def days_before_month(now: Setting, first: Match, second: Match) -> Readings | None:
    """“3 and 4 June 1998”: month and year of the last."""
    from transforms.times.meanings.days import calendar_day

    day, _ = now.read(first)
    last = now.read(second)
    if last is None or last.first is None:
        return None
    year = last.first.year if "year" in second.slots else None
    reading = calendar_day(now, last.first.month, day, year)
    if reading is None or reading.first is None or reading.first >= last.first:
        return None
    return [("first", reading), ("second", last)]


@lazy_meaning
def year_of_the_last(now: Setting, first: Match, second: Match, third: Match | None = None) -> Readings | None:
    """“Between March and May 2021”: the year of the last; the one before where the months would run backwards."""
    matches = _named({"first": first, "second": second, "third": third})
    last = now.read(matches[-1][1])
    if last is None or last.first is None:
        return None
    readings: Readings = []
    limit = last.first
    for slot, match in reversed(matches[:-1]):
        reading = None
        for year in (limit.year, limit.year - 1):
            now.year_hint = year
            reading = now.read(match)
            if reading is not None and reading.first is not None and reading.first < limit:
                break
        now.year_hint = None
        if reading is None or reading.first is None or reading.first >= limit:
            return None
        limit = reading.first
        readings.insert(0, (slot, reading))
    return [*readings, (matches[-1][0], last)]
