# ruff: noqa: ARG001 - every meaning takes the setting, and a slot for every word that its shapes name
"""What happens again and again: SET."""

from __future__ import annotations

from transforms.times import algebra
from transforms.times.discourse import Discourse
from transforms.times.grammar.registry import meaning
from transforms.times.meanings.amounts import VAGUE, Amount, as_count
from transforms.times.resolved import Interpretation


def _every(value: str, quant: str | None, freq: str | None = None) -> Interpretation:
    return Interpretation("SET", value, "set", quant=quant, freq=freq)


@meaning
def every_unit(discourse: Discourse, unit: str, quant: str | None = "EVERY", count: Amount = 1) -> Interpretation:
    """“Every day”, “each year”, “every two weeks”."""
    return _every(algebra.length(unit, as_count(count)), quant)


@meaning
def every_weekday(discourse: Discourse, weekday: int, quant: str | None = "EVERY", part: str = "") -> Interpretation:
    """“Every Friday”, “Tuesday nights”."""
    return _every(f"XXXX-WXX-{weekday}" + (f"T{part}" if part else ""), quant)


@meaning
def every_month(discourse: Discourse, month: int, quant: str | None = "EVERY") -> Interpretation:
    """“Every July”."""
    return _every(f"XXXX-{month:02d}", quant)


@meaning
def every_season(discourse: Discourse, season: str, quant: str | None = "EVERY") -> Interpretation:
    """“Every summer”."""
    return _every(f"XXXX-{season}", quant)


@meaning
def every_day_of_year(discourse: Discourse, month: int, day: int, quant: str | None = "EVERY") -> Interpretation | None:
    """“Every May 1”."""
    return _every(f"XXXX-{month:02d}-{day:02d}", quant) if algebra.make_date(2000, month, day) else None


@meaning
def every_part(discourse: Discourse, part: str, quant: str | None = "EVERY") -> Interpretation:
    """“Every morning”."""
    return _every(f"XXXX-XX-XXT{part}", quant)


@meaning
def every_weekend(discourse: Discourse, quant: str | None = "EVERY") -> Interpretation:
    """“Every weekend”."""
    return _every("XXXX-WXX-WE", quant)


@meaning
def times_per_unit(discourse: Discourse, unit: str, times: Amount = VAGUE) -> Interpretation:
    """“Twice a week”: how often (`freq`) in each unit."""
    amount = as_count(times)
    return _every(algebra.length(unit, 1), None, f"{'X' if amount is None else algebra.plain(amount)}X")
