# ruff: noqa: ARG001 - every meaning takes the setting, and a slot for every word that its shapes name
"""Counts: number words put together, and the vague ones."""

from __future__ import annotations

from transforms.times.discourse import Discourse
from transforms.times.grammar.registry import meaning

VAGUE = "X"
Amount = int | float | str
"""A count; `VAGUE` is an unknown one (“several”)."""


@meaning
def number(discourse: Discourse, amount: Amount) -> Amount:
    """Return the number itself."""
    return amount


@meaning
def plus(discourse: Discourse, large: Amount, small: Amount) -> Amount | None:
    """Twenty and five, three and a half."""
    if isinstance(large, str) or isinstance(small, str):
        return VAGUE
    return large + small


@meaning
def with_fraction(discourse: Discourse, large: int, fraction: tuple[int, int]) -> float | None:
    """Five and 1/2."""
    above, below = fraction
    return large + above / below if 0 < above < below else None


@meaning
def multiplied(discourse: Discourse, factor: Amount, scale: Amount, rest: Amount = 0) -> Amount | None:
    """Three hundred, two thousand and five."""
    if isinstance(factor, str) or isinstance(scale, str) or isinstance(rest, str):
        return VAGUE
    return factor * scale + rest if rest < scale else None


@meaning
def year_in_words(discourse: Discourse, century: int, rest: int) -> int | None:
    """Nineteen ninety-seven: hundreds and the rest."""
    return century * 100 + rest if 10 <= century <= 21 and 0 <= rest <= 99 else None


@meaning
def short_year(discourse: Discourse, two_digits: int) -> int:
    """'98: the year nearest to the publication that ends so, else the one that POSIX reads."""
    if discourse.published is None:
        return two_digits + (1900 if two_digits >= 69 else 2000)
    this = discourse.published.year
    years = (this // 100 * 100 + two_digits + step for step in (-100, 0, 100))
    return min(years, key=lambda year: (year > this + 10, abs(year - this)))


@meaning
def day_ordinal(discourse: Discourse, amount: Amount) -> Amount | None:
    """Return an ordinal that can be a day of a month."""
    return amount if not isinstance(amount, str) and 1 <= amount <= 31 else None


@meaning
def number_after_letter(discourse: Discourse, letter: int, amount: Amount) -> Amount:
    """Resolve “Q3”: the letter says what is counted."""
    return amount


def as_count(amount: Amount) -> float | None:
    """Return the count, `None` if it is vague."""
    return None if isinstance(amount, str) else amount


def as_whole(amount: Amount) -> int | None:
    """Return the count if it is a whole number; `None` if it is vague or a fraction."""
    count = as_count(amount)
    return int(count) if count is not None and count == int(count) else None
