# ruff: noqa: ARG001 - every meaning takes the setting, and a slot for every word that its shapes name
"""Periods of reports: “the quarter”, “the latest period”, “the year-ago quarter”."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from transforms.times import algebra
from transforms.times.algebra import GRAINS, Period
from transforms.times.anchors import PUBLICATION, beside, from_date
from transforms.times.discourse import Discourse
from transforms.times.grammar.registry import lazy_meaning, meaning
from transforms.times.meanings.amounts import Amount, as_count
from transforms.times.meanings.shifts import REPORT, open_value
from transforms.times.resolved import Interpretation, of_period, open_date

if TYPE_CHECKING:
    from transforms.times.grammar.values import Match

_SLACK = 7
"""Days by which a firm's quarter may end before or after that of the calendar: books are closed on a weekday."""


@meaning
def unit_vague(discourse: Discourse, unit: str) -> Interpretation | None:
    """Resolve “the quarter”, “the year”: the one mentioned before, else a length."""
    if unit not in GRAINS:
        return None
    if unit == "quarter" and not discourse.narrative:
        mention = discourse.date_in_paragraph(unit, begun=True) or discourse.reported(unit, within=REPORT)
    else:
        mention = discourse.last_date(unit, within=None if discourse.narrative else REPORT, begun=True)
    if mention is not None:
        return of_period(mention.period, mention.period.first, from_date(mention.text))
    if unit == "quarter" and discourse.published is not None:
        return latest_unit(discourse, unit)
    return Interpretation("DURATION", algebra.length(unit, 1), unit)


@meaning
def latest_unit(discourse: Discourse, unit: str) -> Interpretation | None:
    """Resolve “the latest quarter”: the one mentioned before, else the last that had ended at publication."""
    if unit == "period":
        unit = "quarter"
    if unit not in GRAINS:
        return None
    mention = discourse.date_in_paragraph(unit, begun=True) or (
        discourse.reported(unit, within=REPORT) if unit == "quarter" else None
    )
    if mention is not None:
        return of_period(
            mention.period, mention.period.first, beside(f"period that the report is about: “{mention.text}”")
        )
    if discourse.published is None:
        return open_date(open_value(unit), unit)
    this = algebra.holding(unit, discourse.published)
    return of_period(algebra.nth(this, -1), discourse.published, PUBLICATION.add("the last that had ended", "given"))


@meaning
def year_ago_unit(discourse: Discourse, unit: str = "period", quarter: int = 0) -> Interpretation | None:
    """Resolve “the year-ago quarter”, “the year-earlier third quarter”."""
    if quarter:
        mention = discourse.last_date("year", within=600)
        if discourse.published is None:
            return open_date(f"XXXX-Q{quarter}", "quarter")
        this = [algebra.quarter(discourse.published.year + step, quarter) for step in (0, -1)]
        latest = max(period for period in this if period.last <= discourse.published)
        return of_period(
            algebra.nth(latest, -4), mention.period.first if mention else discourse.published, PUBLICATION
        )._replace(aside=True)
    grains = ("quarter", "half", "month", "year") if unit == "period" else (unit,)
    mention = discourse.date_in_paragraph(*grains, begun=True) or discourse.reported("quarter", "half", within=REPORT)
    mention = mention or discourse.last_date(*grains, begun=True)
    if mention is not None:
        period = algebra.holding(mention.period.grain, algebra.add_months(mention.period.first, -12))
        return of_period(period, mention.period.first, from_date(mention.text))._replace(aside=True)
    if discourse.published is None or unit not in GRAINS:
        return open_date(open_value(unit), unit)
    latest = algebra.nth(algebra.holding(unit, discourse.published), -1)
    period = algebra.holding(unit, algebra.add_months(latest.first, -12))
    return of_period(
        period, discourse.published, PUBLICATION.add("the last that had ended, a year before", "given")
    )._replace(aside=True)


@meaning
def unit_of_year(discourse: Discourse, year: int, unit: str) -> Interpretation | None:
    """Resolve “the 1988 quarter”, “the 1988 period”: the quarter mentioned before, in that year."""
    grains = ("quarter", "half", "month") if unit == "quarter" else ("quarter", "half", "month", "year")
    mention = discourse.date_in_paragraph(*grains, begun=True) or discourse.reported(
        "quarter", "half", within=2 * REPORT
    )
    if mention is not None:
        period = algebra.holding(mention.period.grain, mention.period.first.replace(year=year, day=1))
        return of_period(
            period, mention.period.first, beside(f"{from_date(mention.text).text}, in the year given")
        )._replace(aside=True)
    if unit == "quarter":
        return (
            of_period(algebra.year(year))
            ._replace(value=f"{year:04d}-QX", grain="quarter", precision="quarter")
            ._replace(aside=True)
        )
    return of_period(algebra.year(year))._replace(aside=True)


@meaning
def length_of_report(discourse: Discourse, unit: str, count: Amount = 1) -> tuple[str, int] | None:
    """Return unit and count of “the quarter”, “the six months”, a stretch whose last day stands beside it."""
    measured = as_count(count)
    return (unit, int(measured)) if measured is not None and 1 <= measured <= 60 and measured == int(measured) else None


@lazy_meaning
def until_its_end(discourse: Discourse, stretch: Match, end: Match) -> list[tuple[str, Interpretation]] | None:
    """Resolve “the quarter ended March 31”: a calendar quarter or year if it is one, else a length with its days."""
    measured = discourse.read(stretch)
    discourse.move(end.start, end.end)
    day = discourse.read(end)
    if measured is None or not isinstance(day, Interpretation) or day.first is None or day.grain != "day":
        return None
    unit, count = measured
    months = count * {"month": 1, "quarter": 3, "year": 12}[unit]
    last = day.first
    first = algebra.add_months(algebra.move(last, 1), -months)
    reason = beside(f"it ends on “{discourse.text[end.start : end.end]}”")
    found = _of_calendar(last, months) if count == 1 else None
    fiscal = None
    if (unit, count) == ("quarter", 1):
        fiscal = discourse.date_in_paragraph("quarter", begun=True) or discourse.reported("quarter", within=REPORT)
    if fiscal is not None and fiscal.by_name:
        # A firm's own first quarter keeps its name, and now has its days.
        named = of_period(fiscal.period, last, beside(f"{from_date(fiscal.text).text}; {reason.text}"))
        return [("stretch", named._replace(first=first, last=last, edtf=f"{first}/{last}")), ("end", day)]
    if found is not None:
        return [("stretch", of_period(found, last, reason)), ("end", day)]
    length = Interpretation("DURATION", algebra.length(unit, count), unit)
    # What follows compares with the half-year, or the year, that the months are the first of.
    period = {6: algebra.half(last.year, 1), 9: algebra.year(last.year)}.get(months) if unit == "month" else None
    length = length._replace(
        first=first, last=last, edtf=f"{first}/{last}", precision="interval", anchor=last, reason=reason, period=period
    )
    return [("stretch", length), ("end", day)]


def _of_calendar(last: date, months: int) -> Period | None:
    """Return the calendar quarter or year that ends about that day."""
    middle = algebra.move(last, -45)
    grain = {3: "quarter", 12: "year"}.get(months)
    found = algebra.holding(grain, middle) if grain else None
    return found if found is not None and abs((found.last - last).days) <= _SLACK else None
