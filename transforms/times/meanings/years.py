# ruff: noqa: ARG001 - every meaning takes the setting, and a slot for every word that its shapes name
"""Years and longer: decades, centuries; and the parts of any period ("early", "the end of")."""

from __future__ import annotations

from datetime import date, timedelta

from transforms.times import algebra
from transforms.times.anchors import PUBLICATION
from transforms.times.discourse import Setting
from transforms.times.grammar.registry import meaning
from transforms.times.resolved import Reading, of_period, open_date

_PARTS = {"START": (0.0, 0.5), "MID": (0.25, 0.75), "END": (0.5, 1.0)}


@meaning
def year_of(now: Setting, year: int) -> Reading | None:
    """A calendar year."""
    return of_period(algebra.year(year)) if 1 <= year <= 9999 else None


@meaning
def year_before_christ(now: Setting, year: int) -> Reading:
    """A year BC: Python's calendar has no days there, so it has a value and no interval."""
    return Reading("DATE", f"BC{year:04d}", "year", edtf=f"-{year - 1:04d}", precision="year")


@meaning
def year_ad(now: Setting, year: int, era_after: str = "") -> Reading | None:
    """A year AD, which may be short."""
    return of_period(algebra.year(year)) if 1 <= year <= 2199 else None


@meaning
def year_of_words(now: Setting, century: int, rest: int) -> Reading | None:
    """Nineteen seventy-five."""
    return of_period(algebra.year(century * 100 + rest)) if 11 <= century <= 20 and 10 <= rest <= 99 else None


@meaning
def year_end(now: Setting, part: str) -> Reading:
    """“Year-end”: of the year of publication, or the year last told in narrative."""
    told = now.year_told()
    year = told[0] if told else now.published.year if now.published else None
    if year is None:
        return open_date("XXXX", "year")._replace(mod=part)
    if now.word_before in now.contexts.get("only_past_after", ()):
        year -= 1
    anchor, reason = (date(year, 1, 1), told[1]) if told else (now.published, PUBLICATION)
    return early_or_late(of_period(algebra.year(year), anchor, reason), part)


@meaning
def or_later(now: Setting, inner: Reading) -> Reading | None:
    """“1994 or later”: no last day."""
    if inner.first is None or inner.timex_type != "DATE":
        return None
    return inner._replace(last=None, mod="ON_OR_AFTER", edtf=f"{inner.edtf}/..", precision="after")


@meaning
def decade_of(now: Setting, year: int) -> Reading | None:
    """The 1990s."""
    return of_period(algebra.decade(year)) if year % 10 == 0 else None


@meaning
def decade_short(now: Setting, decade: int, century: int | None = None) -> Reading | None:
    """The '90s, the nineties: of the century that makes them lie nearest before the publication."""
    if decade % 10:
        return None
    if century is not None:
        return of_period(algebra.decade(century * 100 + decade)) if 11 <= century <= 20 else None
    told = now.year_told()
    this = now.published.year if now.published else told[0] if told else 2010
    start = this // 100 * 100 + decade
    if start > this:
        start -= 100
    return of_period(algebra.decade(start))


@meaning
def decade_in_any_words(now: Setting, decade: int | None = None, year: int | None = None) -> Reading | None:
    """A decade told by its first year, or by its last two figures."""
    if year is not None:
        return decade_of(now, year)
    return decade_short(now, decade) if decade is not None else None


@meaning
def decade_of_century(now: Setting, nth: int, century: Reading) -> Reading | None:
    """“The first decade of the 21st century”."""
    if century.period is None or not 1 <= nth <= 10:
        return None
    return of_period(algebra.decade(century.period.first.year + 10 * (nth - 1)))


@meaning
def half_of_period(now: Setting, half: int, period: Reading) -> Reading | None:
    """“The first half of the 19th century”: the period, its modifier telling which half."""
    return early_or_late(period, "START" if half == 1 else "END") if half in (1, 2) else None


@meaning
def century_of(now: Setting, century: int) -> Reading | None:
    """The 20th century."""
    return of_period(algebra.century(century)) if 1 <= century <= 30 else None


def early_or_late(reading: Reading, mod: str) -> Reading:
    """The early, middle or late part: the first, middle or second half of the days."""
    if reading.first is None or reading.last is None:
        return reading._replace(mod=mod)
    days = (reading.last - reading.first).days + 1
    if days == 1:
        return reading._replace(mod=mod)
    low, high = _PARTS[mod]
    first = reading.first + timedelta(days=int(days * low))
    last = reading.first + timedelta(days=max(int(days * high + 0.5) - 1, int(days * low)))
    if reading.grain in ("decade", "century", "year"):
        first, last = _whole(reading, mod, first, last)
    return reading._replace(mod=mod, first=first, last=last, edtf=f"[{first}..{last}]")


def _whole(reading: Reading, mod: str, first: date, last: date) -> tuple[date, date]:
    """Parts of long periods in whole years, those of a year in whole months."""
    if reading.grain == "year":
        months = {"START": (1, 6), "MID": (4, 9), "END": (7, 12)}[mod]
        return algebra.month(first.year, months[0]).first, algebra.month(first.year, months[1]).last
    start, years = reading.first.year if reading.first else 1, 10 if reading.grain == "decade" else 100
    low, high = _PARTS[mod]
    if mod == "MID":
        low, high = (0.4, 0.7) if years == 10 else (0.33, 0.67)
    return date(start + int(years * low), 1, 1), date(start + int(years * high) - 1, 12, 31)


@meaning
def part_of(now: Setting, part: str, inner: Reading) -> Reading | None:
    """“Early 1991”, “mid-December”, “the end of March”, “late last week”."""
    if inner.timex_type != "DATE" or inner.grain == "reference":
        return None
    return early_or_late(inner, part)
