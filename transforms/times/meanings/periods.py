# ruff: noqa: ARG001 - every meaning takes the setting, and a slot for every word that its shapes name
"""Named stretches: months, quarters, halves, seasons, years, decades, centuries, and parts of them."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

from transforms.times import algebra
from transforms.times.algebra import Period
from transforms.times.meanings.registry import meaning
from transforms.times.reading import Reading, of_period, open_date
from transforms.times.setting import PUBLICATION, Setting

Year = int | Reading | None


def _number(year: Year) -> int | None:
    return year.year if isinstance(year, Reading) else year


def _anchor(year: Year) -> tuple[date | None, str | None]:
    return (year.anchor, year.reason) if isinstance(year, Reading) else (None, None)


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
def iso_month(now: Setting, parts: tuple[int, int]) -> Reading | None:
    """2021-03."""
    return of_period(algebra.month(*parts)) if 1 <= parts[1] <= 12 else None


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
    return _part(of_period(algebra.year(year), anchor, reason), part)


@meaning
def or_later(now: Setting, inner: Reading) -> Reading | None:
    """“1994 or later”: no last day."""
    if inner.first is None or inner.timex_type != "DATE":
        return None
    return inner._replace(last=None, mod="ON_OR_AFTER", edtf=f"{inner.edtf}/..", precision="after")


@meaning
def fiscal_year(now: Setting, year: Year) -> Reading | None:
    """Fiscal 2004 ends in 2004 or in January after it: which days it has, the words alone do not tell."""
    number = _number(year)
    if number is None or not 2 <= number <= 9998:
        return None
    anchor, reason = _anchor(year)
    return of_period(algebra.year(number), anchor, reason)._replace(
        first=date(number - 1, 2, 1), last=date(number + 1, 1, 31), edtf=f"{number:04d}~"
    )


@meaning
def month_of_year(now: Setting, month: int, year: Year) -> Reading | None:
    """A month of a year that is told."""
    number = _number(year)
    if number is None:
        return open_date(f"XXXX-{month:02d}", "month")
    return of_period(algebra.month(number, month), *_anchor(year))


@meaning
def month_alone(now: Setting, month: int) -> Reading:
    """A bare month: the latest in a past sentence, the coming in a future one, else the nearest."""
    told = now.year_told()
    if told is not None:
        return of_period(algebra.month(told[0], month), date(told[0], 1, 1), told[1])
    if now.published is None:
        return open_date(f"XXXX-{month:02d}", "month")
    found, why = _by_way(now, [algebra.month(now.published.year + step, month) for step in (-1, 0, 1)])
    return of_period(found, now.published, f"{PUBLICATION}: {why}")


def _by_way(now: Setting, candidates: list[Period]) -> tuple[Period, str]:
    """Of the same period in three years running, the one that the sentence points to."""
    published = now.published
    assert published is not None
    if now.way < 0:
        return max(period for period in candidates if period.first <= published), "the latest, as told in the past"
    if now.way > 0:
        return min(period for period in candidates if period.last >= published), "the coming, as told in the future"
    middle = timedelta(days=(candidates[0].last - candidates[0].first).days // 2)
    return min(candidates, key=lambda period: abs(period.first + middle - published)), "the nearest"


@meaning
def month_shifted(now: Setting, month: int, shift: int = -1) -> Reading:
    """“Last April”, “next March”, “this September”."""
    if now.published is None:
        return open_date(f"XXXX-{month:02d}", "month")
    this = now.published.month
    year = now.published.year
    if shift < 0:
        year -= month >= this
    elif shift > 0:
        year += month <= this
    return of_period(algebra.month(year, month), now.published, PUBLICATION)


@meaning
def quarter_of_year(now: Setting, quarter: int, year: Year) -> Reading | None:
    """A quarter of a year that is told."""
    number = _number(year)
    if not 1 <= quarter <= 4:
        return None
    if number is None:
        return open_date(f"XXXX-Q{quarter}", "quarter")
    return of_period(algebra.quarter(number, quarter), *_anchor(year))


@meaning
def quarter_alone(now: Setting, quarter: int) -> Reading | None:
    """A bare quarter: the one whose last day is nearest to the publication, since results come after the quarter."""
    if not 1 <= quarter <= 4:
        return None
    told = now.year_told()
    if told is not None:
        return of_period(algebra.quarter(told[0], quarter), date(told[0], 1, 1), told[1])
    if now.published is None:
        return open_date(f"XXXX-Q{quarter}", "quarter")
    published = now.published
    candidates = [algebra.quarter(published.year + step, quarter) for step in (-1, 0, 1)]
    found = min(candidates, key=lambda period: abs((period.last - published).days))
    return of_period(found, published, f"{PUBLICATION}: the quarter that ends nearest to it")


@meaning
def fiscal_quarter(now: Setting, quarter: int) -> Reading | None:
    """A quarter of a fiscal year: the latest that could have begun; which days it has, the words do not tell."""
    if not 1 <= quarter <= 4:
        return None
    if now.published is None:
        return open_date(f"XXXX-Q{quarter}", "quarter")
    candidates = [algebra.quarter(now.published.year + step, quarter) for step in (-1, 0)]
    found = max(period for period in candidates if period.first <= now.published)
    reason = f"{PUBLICATION}: the latest; the days of a fiscal quarter are not told"
    return of_period(found, now.published, reason)._replace(first=None, last=None, edtf=None)


@meaning
def half_of_year(now: Setting, half: int, year: Year = None) -> Reading | None:
    """The first or second half of a year."""
    if half not in (1, 2, -1):
        return None
    number, (anchor, reason) = _number(year), _anchor(year)
    if year is None:
        told = now.year_told()
        if told is not None:
            number, anchor, reason = told[0], date(told[0], 1, 1), told[1]
        elif now.published is not None:
            number, anchor, reason = now.published.year, now.published, PUBLICATION
    if number is None:
        return open_date(f"XXXX-H{2 if half < 0 else half}", "half")
    return of_period(algebra.half(number, 2 if half < 0 else half), anchor, reason)


@meaning
def season_of_year(now: Setting, season: str, year: Year) -> Reading:
    """A season of a year that is told."""
    number = _number(year)
    if number is None:
        return open_date(f"XXXX-{season}", "season")
    return of_period(algebra.season(number, season, southern=now.southern), *_anchor(year))


@meaning
def season_shifted(now: Setting, season: str, shift: int | None = None) -> Reading:
    """“This summer”, “last fall”; without a shift word by the sentence's tense, else the nearest."""
    told = now.year_told()
    if shift is None and told is not None:
        return season_of_year(now, season, told[0])._replace(anchor=date(told[0], 1, 1), reason=told[1])
    if now.published is None:
        return open_date(f"XXXX-{season}", "season")
    southern = now.southern
    candidates = [algebra.season(now.published.year + step, season, southern=southern) for step in (-2, -1, 0, 1)]
    if shift is None:
        found, why = _by_way(now, candidates)
        return of_period(found, now.published, f"{PUBLICATION}: {why}")
    if shift < 0:
        found = max(period for period in candidates if period.last < now.published)
    elif shift > 0:
        found = min(period for period in candidates if period.first > now.published)
    else:
        found = candidates[2] if candidates[1].last < now.published else candidates[1]
    return of_period(found, now.published, PUBLICATION)


def _told_instance(now: Setting, shift: int, instance: Callable[[int], Period]) -> Reading | None:
    """Of a period that comes once a year: the one in the year last told, or the first after or the last before it."""
    anchor = now.sequence_anchor()
    if anchor is None:
        return None
    told, reason = anchor
    candidates = [instance(told.first.year + step) for step in (-1, 0, 1)]
    if shift > 0:
        found = min(period for period in candidates if period.first > told.last)
    elif shift < 0:
        found = max(period for period in candidates if period.last < told.first)
    else:
        found = candidates[1]
    return of_period(found, told.first, reason)


@meaning
def month_told(now: Setting, month: int, shift: int) -> Reading | None:
    """“That March”, “the following March”: from the date last told."""
    found = _told_instance(now, shift, lambda year: algebra.month(year, month))
    return found or open_date(f"XXXX-{month:02d}", "month", "no date was told before it")


@meaning
def season_told(now: Setting, season: str, shift: int) -> Reading | None:
    """“That winter”, “the following spring”: from the date last told."""
    found = _told_instance(now, shift, lambda year: algebra.season(year, season, southern=now.southern))
    return found or open_date(f"XXXX-{season}", "season", "no date was told before it")


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
    return _part(period, "START" if half == 1 else "END") if half in (1, 2) else None


@meaning
def century_of(now: Setting, century: int) -> Reading | None:
    """The 20th century."""
    return of_period(algebra.century(century)) if 1 <= century <= 30 else None


_PARTS = {"START": (0.0, 0.5), "MID": (0.25, 0.75), "END": (0.5, 1.0)}


def part(reading: Reading, mod: str) -> Reading:
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
    return _part(inner, part)


_part = part
