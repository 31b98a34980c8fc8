# ruff: noqa: ARG001 - every meaning takes the setting, and a slot for every word that its shapes name
"""Durations: how long, and where the text says from when, or until when, also which days."""

from __future__ import annotations

import math
from datetime import date

from transforms.times import algebra
from transforms.times.anchors import PUBLICATION, Anchor
from transforms.times.discourse import Discourse
from transforms.times.grammar.registry import meaning
from transforms.times.meanings.amounts import VAGUE, Amount, as_count
from transforms.times.resolved import Interpretation


@meaning
def duration(discourse: Discourse, count: Amount, unit: str, mod: str | None = None) -> Interpretation | None:
    """So many units."""
    amount = as_count(count)
    if amount is not None and amount <= 0:
        return None
    return Interpretation("DURATION", algebra.length(unit, amount), unit, mod=mod)


@meaning
def vague_duration(discourse: Discourse, unit: str) -> Interpretation:
    """“Years”, “some months”: an unknown number."""
    return Interpretation("DURATION", algebra.length(unit, None), unit)


@meaning
def duration_between(discourse: Discourse, low: Amount, high: Amount, unit: str) -> Interpretation | None:
    """“Two to three weeks”: the value is the lower figure's, as TIMEX3 has no range of lengths."""
    if isinstance(low, str) or isinstance(high, str) or low >= high:
        return None
    return Interpretation("DURATION", algebra.length(unit, low), unit, mod="EQUAL_OR_MORE")


@meaning
def two_units(
    discourse: Discourse, count: Amount, unit: str, count_two: Amount, unit_two: str
) -> Interpretation | None:
    """“Two years and three months”."""
    first, second = as_count(count), as_count(count_two)
    if first is None or second is None or algebra.UNITS.index(unit) <= algebra.UNITS.index(unit_two):
        return None
    small, large = algebra.length(unit_two, second), algebra.length(unit, first)
    if "T" in large and "T" in small:
        small = small.replace("PT", "")
    return Interpretation("DURATION", large + small.removeprefix("P"), unit)


@meaning
def one_and_a_half(discourse: Discourse, count: Amount, unit: str) -> Interpretation:
    """Resolve “a year and a half”."""
    return Interpretation("DURATION", algebra.length(unit, 1.5), unit)


@meaning
def and_a_half(discourse: Discourse, count: Amount, unit: str) -> Interpretation:
    """“Two weeks and a half”, in languages that count so."""
    amount = as_count(count)
    return Interpretation("DURATION", algebra.length(unit, None if amount is None else amount + 0.5), unit)


@meaning
def half_unit(discourse: Discourse, article: Amount, unit: str) -> Interpretation:
    """“Half an hour”."""
    return Interpretation("DURATION", algebra.length(unit, 0.5), unit)


@meaning
def vague_units(discourse: Discourse, unit: str, other: str = "") -> Interpretation:
    """“Years”, “weeks or months”: an unknown number of the first."""
    return vague_duration(discourse, unit)


@meaning
def vague_time(discourse: Discourse) -> Interpretation:
    """Resolve “some time”: its length is unknown, and TIMEX3's convention is months."""
    return Interpretation("DURATION", "PXM", "month")


@meaning
def stretch(discourse: Discourse, unit: str, way: int, count: Amount = VAGUE, more: Amount = 0) -> Interpretation:
    """Resolve “the past three months”, “the next two years”: a DURATION with the days up to or from its anchor."""
    amount = as_count(count)
    interpretation = Interpretation("DURATION", algebra.length(unit, amount), unit)
    anchor, reason = _anchor(discourse)
    if anchor is None:
        return interpretation
    if amount is None:
        first, last = (None, anchor) if way < 0 else (anchor, None)
        return interpretation._replace(first=first, last=last, anchor=anchor, reason=reason, precision="interval")
    other = _moved(anchor, unit, amount * way)
    first, last = min(anchor, other), max(anchor, other)
    return interpretation._replace(
        first=first, last=last, anchor=anchor, reason=reason, precision="interval", edtf=f"{first}/{last}"
    )


@meaning
def stretch_of_seasons(discourse: Discourse, count: Amount, season: str, way: int) -> Interpretation | None:
    """Resolve “the past three summers”: so many seasons of one name, as years up to or from the anchor."""
    amount = as_count(count)
    if amount is None or amount != int(amount):
        return None
    return stretch(discourse, "year", way, amount)._replace(value=f"P{int(amount)}{season}", grain="season")


def _moved(anchor: date, unit: str, amount: float) -> date:
    hours = {"hour": 1.0, "minute": 1 / 60, "second": 1 / 3600}.get(unit)
    if hours is not None:
        # Hours reach into the day before, or the day after.
        whole = math.ceil(abs(amount) * hours / 24)
        return algebra.move(anchor, whole if amount > 0 else -whole)
    if amount == int(amount):
        return algebra.shifted(anchor, unit, int(amount))
    if unit in ("year", "decade"):
        return algebra.shifted(anchor, "month", round(amount * (12 if unit == "year" else 120)))
    days = {"day": 1.0, "week": 7, "month": 30.44, "quarter": 91.3, "century": 36524.0}.get(unit, 0)
    return algebra.move(anchor, round(amount * days))


def _anchor(discourse: Discourse) -> tuple[date | None, Anchor | None]:
    if discourse.narrative or discourse.published is None:
        found = discourse.sequence_anchor() if discourse.narrative else None
        return (found[0].last, found[1]) if found else (None, None)
    return discourse.published, PUBLICATION


@meaning
def first_months(discourse: Discourse, months: Amount, unit: str) -> Interpretation | None:
    """Resolve “the first nine months”: a length, whose quarter, half or year later comparisons refer to."""
    count = as_count(months)
    if count is None or not 0 < count < 12 or count != int(count):
        return None
    interpretation = Interpretation("DURATION", algebra.length(unit, count), unit)
    if discourse.narrative or discourse.published is None:
        return interpretation
    year = discourse.published.year
    if algebra.month(year, int(count)).last > discourse.published:
        year -= 1
    period = {3: algebra.quarter(year, 1), 6: algebra.half(year, 1)}.get(int(count), algebra.year(year))
    return interpretation._replace(period=period)


@meaning
def duration_anchored(discourse: Discourse, inner: Interpretation, mod: str | None = None) -> Interpretation:
    """Resolve a duration with other words around it (“the first nine months”)."""
    return inner._replace(mod=mod or inner.mod)
