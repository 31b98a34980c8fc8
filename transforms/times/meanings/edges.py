# ruff: noqa: ARG001 - every meaning takes the discourse, and a slot for every word that its shapes name
"""The first or last days, weeks or months of a period that the text names, and a day of a month named relatively."""

from __future__ import annotations

from datetime import date

from transforms.times import algebra
from transforms.times.algebra import GRAINS, Period
from transforms.times.discourse import Discourse
from transforms.times.grammar.registry import meaning
from transforms.times.meanings.amounts import Amount, as_whole
from transforms.times.resolved import Interpretation, of_period

_ONE_GRAIN = ("day", "month", "quarter", "year")
"""Units whose first or last one in a longer period is a period of the calendar itself."""


def _stretch(period: Period, unit: str, edge: int, count: int) -> tuple[date, date]:
    """Return the first and last day of so many units at the beginning (`edge` 1) or the end (-1) of a period."""
    if edge > 0:
        return period.first, algebra.move(algebra.shifted(period.first, unit, count), -1)
    if unit in ("day", "week", "fortnight"):
        return algebra.move(algebra.shifted(period.last, unit, -count), 1), period.last
    return algebra.move(algebra.shifted(algebra.move(period.last, 1), unit, -count), 0), period.last


@meaning
def edge_of_period(
    discourse: Discourse, edge: int, period: Interpretation, unit: str = "day", count: Amount = 1
) -> Interpretation | None:
    """Resolve “the last 4 days of June 2018”, “the first month of 1914”.

    One day or month is itself.  Several keep the value of the period, as the calendar has no name for them.
    """
    amount = as_whole(count)
    whole = period.period
    if amount is None or amount < 1 or whole is None or period.first is None:
        return None
    if unit not in GRAINS or whole.grain not in GRAINS or GRAINS.index(unit) >= GRAINS.index(whole.grain):
        return None
    first, last = _stretch(whole, unit, edge, amount)
    if not whole.first <= first <= last <= whole.last:
        return None
    if amount == 1 and unit in _ONE_GRAIN:
        return of_period(algebra.holding(unit, first), period.anchor, period.reason)
    return period._replace(
        first=first, last=last, precision="interval", edtf=f"{first}/{last}", period=algebra.day(first), mod=None
    )


@meaning
def weekend_of_month(discourse: Discourse, edge: int, month: Interpretation) -> Interpretation | None:
    """Resolve “the first weekend of June”: the first or last Saturday of the month with the Sunday after it."""
    if month.period is None or month.period.grain != "month":
        return None
    start = month.period.first if edge > 0 else month.period.last
    saturday = algebra.nearest_weekday(start, 6, way=edge, same=True)
    return of_period(algebra.weekend(saturday), month.anchor, month.reason)


@meaning
def day_of_this_month(discourse: Discourse, day: int, month: Interpretation) -> Interpretation | None:
    """Resolve “the 1st of last month”: a day of a month given by its distance from the publication."""
    if month.period is None or month.period.grain != "month":
        return None
    found = algebra.make_date(month.period.first.year, month.period.first.month, day)
    return of_period(algebra.day(found), month.anchor, month.reason) if found else None
