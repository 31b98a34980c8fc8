# ruff: noqa: ARG001 - every meaning takes the setting, and a slot for every word that its shapes name
"""What happens again and again: SET."""

from __future__ import annotations

from transforms.times import algebra
from transforms.times.discourse import Setting
from transforms.times.grammar.registry import meaning
from transforms.times.meanings.amounts import VAGUE, Amount, as_count
from transforms.times.resolved import Reading


def _every(value: str, quant: str | None, freq: str | None = None) -> Reading:
    return Reading("SET", value, "set", quant=quant, freq=freq)


@meaning
def every_unit(now: Setting, unit: str, quant: str | None = "EVERY", count: Amount = 1) -> Reading:
    """“Every day”, “each year”, “every two weeks”."""
    return _every(algebra.length(unit, as_count(count)), quant)


@meaning
def every_weekday(now: Setting, weekday: int, quant: str | None = "EVERY", part: str = "") -> Reading:
    """“Every Friday”, “Tuesday nights”."""
    return _every(f"XXXX-WXX-{weekday}" + (f"T{part}" if part else ""), quant)


@meaning
def every_month(now: Setting, month: int, quant: str | None = "EVERY") -> Reading:
    """“Every July”."""
    return _every(f"XXXX-{month:02d}", quant)


@meaning
def every_season(now: Setting, season: str, quant: str | None = "EVERY") -> Reading:
    """“Every summer”."""
    return _every(f"XXXX-{season}", quant)


@meaning
def every_day_of_year(now: Setting, month: int, day: int, quant: str | None = "EVERY") -> Reading | None:
    """“Every May 1”."""
    return _every(f"XXXX-{month:02d}-{day:02d}", quant) if algebra.make_date(2000, month, day) else None


@meaning
def every_part(now: Setting, part: str, quant: str | None = "EVERY") -> Reading:
    """“Every morning”."""
    return _every(f"XXXX-XX-XXT{part}", quant)


@meaning
def every_weekend(now: Setting, quant: str | None = "EVERY") -> Reading:
    """“Every weekend”."""
    return _every("XXXX-WXX-WE", quant)


@meaning
def times_per_unit(now: Setting, unit: str, times: Amount = VAGUE) -> Reading:
    """“Twice a week”: how often (`freq`) in each unit."""
    amount = as_count(times)
    return _every(algebra.length(unit, 1), None, f"{'X' if amount is None else algebra.plain(amount)}X")
