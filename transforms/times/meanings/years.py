# ruff: noqa: ARG001 - every meaning takes the setting, and a slot for every word that its shapes name
"""Years and longer: decades, centuries; and the parts of any period ("early", "the end of")."""

from __future__ import annotations

from datetime import date, timedelta

from transforms.times import algebra
from transforms.times.anchors import PUBLICATION
from transforms.times.discourse import Discourse
from transforms.times.grammar.registry import meaning
from transforms.times.resolved import Interpretation, of_period, open_date

_PARTS = {"START": (0.0, 0.5), "MID": (0.25, 0.75), "END": (0.5, 1.0)}


@meaning
def year_of(discourse: Discourse, year: int) -> Interpretation | None:
    """Resolve a calendar year."""
    return of_period(algebra.year(year)) if 1 <= year <= 9999 else None


@meaning
def year_before_christ(discourse: Discourse, year: int) -> Interpretation:
    """Resolve a year BC: it has a value but no interval, as Python's calendar has no such days."""
    return Interpretation("DATE", f"BC{year:04d}", "year", edtf=f"-{year - 1:04d}", precision="year")


@meaning
def year_ad(discourse: Discourse, year: int, era_after: str = "") -> Interpretation | None:
    """Resolve a year AD, which may have fewer than four digits."""
    return of_period(algebra.year(year)) if 1 <= year <= 2199 else None


@meaning
def year_of_words(discourse: Discourse, century: int, rest: int) -> Interpretation | None:
    """Nineteen seventy-five."""
    return of_period(algebra.year(century * 100 + rest)) if 11 <= century <= 20 and 10 <= rest <= 99 else None


@meaning
def year_end(discourse: Discourse, part: str) -> Interpretation:
    """Resolve “year-end”: of the year of publication, or in narrative of the year mentioned last."""
    stated = discourse.stated_year()
    year = stated[0] if stated else discourse.published.year if discourse.published else None
    if year is None:
        return open_date("XXXX", "year")._replace(mod=part)
    if discourse.word_before in discourse.contexts.get("only_past_after", ()):
        year -= 1
    anchor, reason = (date(year, 1, 1), stated[1]) if stated else (discourse.published, PUBLICATION)
    return early_or_late(of_period(algebra.year(year), anchor, reason), part)


@meaning
def or_later(discourse: Discourse, inner: Interpretation) -> Interpretation | None:
    """“1994 or later”: no last day."""
    if inner.first is None or inner.timex_type != "DATE":
        return None
    return inner._replace(last=None, mod="ON_OR_AFTER", edtf=f"{inner.edtf}/..", precision="after")


@meaning
def decade_of(discourse: Discourse, year: int) -> Interpretation | None:
    """Resolve “the 1990s”."""
    return of_period(algebra.decade(year)) if year % 10 == 0 else None


@meaning
def decade_short(discourse: Discourse, decade: int, century: int | None = None) -> Interpretation | None:
    """Resolve “the '90s”, “the nineties”: of the century that puts them last before the publication."""
    if decade % 10:
        return None
    if century is not None:
        return of_period(algebra.decade(century * 100 + decade)) if 11 <= century <= 20 else None
    stated = discourse.stated_year()
    this = discourse.published.year if discourse.published else stated[0] if stated else 2010
    start = this // 100 * 100 + decade
    if start > this:
        start -= 100
    return of_period(algebra.decade(start))


@meaning
def decade_in_any_words(
    discourse: Discourse, decade: int | None = None, year: int | None = None
) -> Interpretation | None:
    """Resolve a decade given by its first year or by its last two digits."""
    if year is not None:
        return decade_of(discourse, year)
    return decade_short(discourse, decade) if decade is not None else None


@meaning
def decade_of_century(discourse: Discourse, nth: int, century: Interpretation) -> Interpretation | None:
    """Resolve “the first decade of the 21st century”."""
    if century.period is None or not 1 <= nth <= 10:
        return None
    return of_period(algebra.decade(century.period.first.year + 10 * (nth - 1)))


@meaning
def half_of_period(discourse: Discourse, half: int, period: Interpretation) -> Interpretation | None:
    """Resolve “the first half of the 19th century”: the period, with a modifier for the half."""
    return early_or_late(period, "START" if half == 1 else "END") if half in (1, 2) else None


@meaning
def century_of(discourse: Discourse, century: int) -> Interpretation | None:
    """Resolve “the 20th century”."""
    return of_period(algebra.century(century)) if 1 <= century <= 30 else None


def early_or_late(interpretation: Interpretation, mod: str) -> Interpretation:
    """Return the early, middle or late part: the first, middle or second half of the days."""
    if interpretation.first is None or interpretation.last is None:
        return interpretation._replace(mod=mod)
    days = (interpretation.last - interpretation.first).days + 1
    if days == 1:
        return interpretation._replace(mod=mod)
    low, high = _PARTS[mod]
    first = interpretation.first + timedelta(days=int(days * low))
    last = interpretation.first + timedelta(days=max(int(days * high + 0.5) - 1, int(days * low)))
    if interpretation.grain in ("decade", "century", "year"):
        first, last = _whole(interpretation, mod, first, last)
    return interpretation._replace(mod=mod, first=first, last=last, edtf=f"[{first}..{last}]")


def _whole(interpretation: Interpretation, mod: str, first: date, last: date) -> tuple[date, date]:
    """Parts of long periods in whole years, those of a year in whole months."""
    if interpretation.grain == "year":
        months = {"START": (1, 6), "MID": (4, 9), "END": (7, 12)}[mod]
        return algebra.month(first.year, months[0]).first, algebra.month(first.year, months[1]).last
    start, years = (
        interpretation.first.year if interpretation.first else 1,
        10 if interpretation.grain == "decade" else 100,
    )
    low, high = _PARTS[mod]
    if mod == "MID":
        low, high = (0.4, 0.7) if years == 10 else (0.33, 0.67)
    return date(start + int(years * low), 1, 1), date(start + int(years * high) - 1, 12, 31)


@meaning
def part_of(discourse: Discourse, part: str, inner: Interpretation) -> Interpretation | None:
    """“Early 1991”, “mid-December”, “the end of March”, “late last week”."""
    if inner.timex_type != "DATE" or inner.grain == "reference":
        return None
    return early_or_late(inner, part)
