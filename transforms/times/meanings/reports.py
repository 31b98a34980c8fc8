"""Periods of reports: “the quarter”, “the latest period”, “the year-ago quarter”."""

from __future__ import annotations

from transforms.times import algebra
from transforms.times.algebra import GRAINS
from transforms.times.meanings.registry import meaning
from transforms.times.meanings.shifts import open_value
from transforms.times.reading import Reading, of_period, open_date
from transforms.times.setting import PUBLICATION, TOLD, Setting


@meaning
def unit_vague(now: Setting, unit: str) -> Reading | None:
    """“The quarter”, “the year”: the one told before, else a length."""
    if unit not in GRAINS:
        return None
    told = now.last_told(unit, within=None if now.narrative else 1500, begun=True)
    if told is not None:
        return of_period(told.period, told.period.first, f"{TOLD}: “{told.text}”")
    if unit == "quarter" and now.published is not None:
        return latest_unit(now, unit)
    return Reading("DURATION", algebra.length(unit, 1), unit)


@meaning
def latest_unit(now: Setting, unit: str) -> Reading | None:
    """“The latest quarter”: the one told before, else the last that had ended at publication."""
    if unit == "period":
        unit = "quarter"
    if unit not in GRAINS:
        return None
    told = now.told_in_paragraph(unit, begun=True)
    if told is not None:
        return of_period(told.period, told.period.first, f"period last told in the paragraph: “{told.text}”")
    if now.published is None:
        return open_date(open_value(unit), unit)
    this = algebra.holding(unit, now.published)
    return of_period(algebra.nth(this, -1), now.published, f"{PUBLICATION}: the last that had ended")


@meaning
def year_ago_unit(now: Setting, unit: str = "period", quarter: int = 0) -> Reading | None:
    """“The year-ago quarter”, “the year-earlier third quarter”."""
    if quarter:
        told = now.last_told("year", within=600)
        if now.published is None:
            return open_date(f"XXXX-Q{quarter}", "quarter")
        this = [algebra.quarter(now.published.year + step, quarter) for step in (0, -1)]
        latest = max(period for period in this if period.last <= now.published)
        return of_period(algebra.nth(latest, -4), told.period.first if told else now.published, PUBLICATION)._replace(
            aside=True
        )
    grains = ("quarter", "half", "month", "year") if unit == "period" else (unit,)
    told = now.told_in_paragraph(*grains, begun=True) or now.last_told(*grains, begun=True)
    if told is not None:
        period = algebra.holding(told.period.grain, algebra.add_months(told.period.first, -12))
        return of_period(period, told.period.first, f"{TOLD}: “{told.text}”")._replace(aside=True)
    if now.published is None or unit not in GRAINS:
        return open_date(open_value(unit), unit)
    latest = algebra.nth(algebra.holding(unit, now.published), -1)
    period = algebra.holding(unit, algebra.add_months(latest.first, -12))
    return of_period(period, now.published, f"{PUBLICATION}: the last that had ended, a year before")._replace(
        aside=True
    )


@meaning
def unit_of_year(now: Setting, year: int, unit: str) -> Reading | None:
    """“The 1988 quarter”, “the 1988 period”: the quarter told before, in that year."""
    grains = ("quarter", "half", "month") if unit == "quarter" else ("quarter", "half", "month", "year")
    told = now.told_in_paragraph(*grains, begun=True) or now.last_told("quarter", "half", within=3000)
    if told is not None:
        period = algebra.holding(told.period.grain, told.period.first.replace(year=year, day=1))
        return of_period(period, told.period.first, f"{TOLD}: “{told.text}”, in the year given")._replace(aside=True)
    if unit == "quarter":
        return (
            of_period(algebra.year(year))
            ._replace(value=f"{year:04d}-QX", grain="quarter", precision="quarter")
            ._replace(aside=True)
        )
    return of_period(algebra.year(year))._replace(aside=True)
