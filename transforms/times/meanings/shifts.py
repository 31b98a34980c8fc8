# ruff: noqa: ARG001 - every meaning takes the setting, and a slot for every word that its shapes name
"""Periods counted from another: from the publication day (“last week”), or from the date mentioned last."""

from __future__ import annotations

from datetime import date, timedelta

from transforms.times import algebra
from transforms.times.algebra import GRAINS, Period
from transforms.times.anchors import PUBLICATION, Anchor, beside, from_date
from transforms.times.discourse import Discourse
from transforms.times.grammar.registry import exact_meaning, meaning
from transforms.times.meanings.amounts import Amount, as_count
from transforms.times.resolved import Interpretation, of_period, open_date, reference

REFERENCE = {-1: "PAST_REF", 0: "PRESENT_REF", 1: "FUTURE_REF"}
_OPEN = {
    "day": "XXXX-XX-XX",
    "week": "XXXX-WXX",
    "weekend": "XXXX-WXX-WE",
    "month": "XXXX-XX",
    "quarter": "XXXX-QX",
    "half": "XXXX-HX",
}


REPORT = 1500
"""Characters within which a report is taken to be about the same period."""


def _sign(number: float) -> int:
    return (number > 0) - (number < 0)


def open_value(unit: str) -> str:
    """Return the TIMEX3 value of a period of which only the unit is known."""
    return _OPEN.get(unit, "XXXX")


@meaning
def reference_to(discourse: Discourse, value: str) -> Interpretation:
    """“Now”, “recently”, “the future”: a reference that is no day."""
    return reference(value)


@meaning
def past_reference(discourse: Discourse, unit: str = "", other: str = "") -> Interpretation:
    """“Recent months”, “years ago”."""
    return reference("PAST_REF")


@meaning
def future_reference(discourse: Discourse, unit: str = "") -> Interpretation:
    """“Coming weeks”."""
    return reference("FUTURE_REF")


@exact_meaning
def deictic_day(discourse: Discourse, days: int) -> Interpretation:
    """Resolve today, yesterday, tomorrow: from the publication day, never from a date in the text."""
    if discourse.published is None:
        return reference(REFERENCE[_sign(days)])
    return of_period(algebra.day(algebra.move(discourse.published, days)), discourse.published, PUBLICATION)


@exact_meaning
def deictic_day_or_tomorrow(discourse: Discourse, days: int = 1) -> Interpretation:
    """Resolve today or yesterday, or tomorrow where no word says which."""
    return deictic_day(discourse, days)


@exact_meaning
def unit_shifted(discourse: Discourse, unit: str, shift: int) -> Interpretation | None:
    """“Last week”, “this month”, “next year”."""
    if unit not in GRAINS:
        return None
    if discourse.published is None:
        return reference(REFERENCE[_sign(shift)])
    if unit == "weekend":
        return _weekend(discourse.published, shift)
    this = algebra.holding(unit, discourse.published, southern=discourse.southern)
    return of_period(algebra.nth(this, shift), discourse.published, PUBLICATION)


def _weekend(published: date, shift: int) -> Interpretation:
    # On a Saturday or Sunday "last weekend" is the one a week ago; on other days the one just past.
    this = algebra.weekend(published)
    return of_period(algebra.nth(this, shift), published, PUBLICATION)


@meaning
def weekend_alone(discourse: Discourse) -> Interpretation:
    """Resolve “the weekend”: the latest, or the coming one if the sentence is about the future."""
    mention = discourse.last_date("day", "week", "weekend", within=600, explicit=True) if discourse.narrative else None
    anchor = mention.period.last if mention else discourse.published
    if anchor is None:
        return open_date("XXXX-WXX-WE", "weekend")
    this = algebra.weekend(anchor)
    if discourse.way <= 0 and this.first > anchor:
        this = algebra.nth(this, -1)
    return of_period(this, anchor, PUBLICATION if mention is None else from_date(mention.text))


def _of_grain(discourse: Discourse, unit: str) -> tuple[Period, Anchor] | None:
    """Return the period of a unit that holds the date mentioned last, unless that date is coarser."""
    rank = GRAINS.index(unit)
    mention = discourse.last_date(*GRAINS[: rank + 1])
    if mention is None:
        return None
    return algebra.holding(unit, mention.period.first, southern=discourse.southern), from_date(mention.text)


@meaning
def unit_in_sequence(discourse: Discourse, unit: str, shift: int) -> Interpretation | None:
    """Resolve “that year”, “the next day”, “the following month”: from the date mentioned last."""
    if unit not in GRAINS:
        return None
    found = _of_grain(discourse, unit)
    if found is None:
        return open_date(open_value(unit), unit, "no date was told before it")
    period, reason = found
    return of_period(algebra.nth(period, shift), period.first, reason)._replace(aside=shift < 0)


@meaning
def day_beside_day(discourse: Discourse, day: Interpretation, way: int) -> Interpretation | None:
    """Resolve “the day after Christmas”: the day before or after a given one."""
    if day.timex_type != "DATE" or day.grain != "day" or day.first is None:
        return None
    found = algebra.day(algebra.move(day.first, way))
    return of_period(found, day.first, beside(f"the day {'before' if way < 0 else 'after'} the one told"))


@meaning
def day_beside(discourse: Discourse, way: int) -> Interpretation | None:
    """Resolve “the day before”: from the day mentioned last."""
    return unit_in_sequence(discourse, "day", way)


@meaning
def unit_next(discourse: Discourse, unit: str, shift: int, *, following: bool = False) -> Interpretation | None:
    """Resolve “the next week”, “the previous year”: from the date just mentioned, else like “next week”.

    Words that can only follow (“the following month”) also follow a date whose year came from the publication.
    """
    if unit not in GRAINS:
        return None
    near = discourse.last_date(
        *GRAINS[: GRAINS.index(unit) + 1],
        within=None if discourse.narrative else 400,
        explicit=not discourse.narrative and not following,
    )
    if near is not None or unit == "day" or discourse.published is None:
        return unit_in_sequence(discourse, unit, shift)
    return unit_shifted(discourse, unit, shift)


@meaning
def ago(discourse: Discourse, count: Amount, unit: str, way: int = -1) -> Interpretation | None:
    """“Six weeks ago”, “two years from now”: at the unit's grain, from the day of publication.

    One year ago takes the grain of the paragraph's last period, else the year.
    """
    amount = as_count(count)
    if amount is None or discourse.published is None:
        return reference(REFERENCE[way])
    if unit in ("second", "minute", "hour"):
        return _clock_ago(discourse, amount, unit, way)
    if unit == "year" and amount == 1 and way < 0:
        return year_apart(discourse, way)
    return _moved(discourse.published, PUBLICATION, unit, amount * way)


def _clock_ago(discourse: Discourse, amount: float, unit: str, way: int) -> Interpretation:
    """Hours before the publication lie on a known day only where its time of day is known."""
    if discourse.moment is None:
        return reference(REFERENCE[way])
    then = discourse.moment + timedelta(**{f"{unit}s": amount * way})
    day = algebra.day(then.date())
    clock = f"{then:%H:%M}"
    return of_period(day, discourse.published, PUBLICATION)._replace(
        timex_type="TIME", value=f"{day.value}T{clock}", local_time=clock
    )


def _moved(anchor: date, reason: Anchor, unit: str, amount: float) -> Interpretation | None:
    grain = {"fortnight": "week", "decade": "year", "century": "year"}.get(unit, unit)
    if amount != int(amount):
        years = {"year": 1, "decade": 10, "century": 100}.get(unit)
        grain = "month" if unit == "year" else "year" if years else "day"
        unit, amount = ("month", round(amount * 12 * years)) if years else ("day", round(amount * 7))
    if grain not in GRAINS:
        return None
    try:
        return of_period(algebra.holding(grain, algebra.shifted(anchor, unit, int(amount))), anchor, reason)
    except algebra.OutOfRangeError:
        return None


@meaning
def year_apart(discourse: Discourse, way: int = -1) -> Interpretation:
    """Resolve “a year ago”, “a year earlier”: a year from the paragraph's last period, else the year."""
    mention = discourse.date_in_paragraph("quarter", "half", "month", "year", "season", begun=way < 0)
    # Reports of results compare with one quarter over several paragraphs.
    mention = mention or (discourse.reported("quarter", "half", within=REPORT) if way < 0 else None)
    if mention is not None:
        period = algebra.holding(mention.period.grain, algebra.add_months(mention.period.first, 12 * way))
        if mention.period.grain == "season":
            period = algebra.nth(mention.period, way)
        return of_period(
            period, mention.period.first, beside(f"period last told in the paragraph: “{mention.text}”")
        )._replace(aside=True)
    if discourse.published is None:
        return reference(REFERENCE[way])
    return of_period(algebra.year(discourse.published.year + way), discourse.published, PUBLICATION)._replace(
        aside=True
    )


@meaning
def later(discourse: Discourse, count: Amount, unit: str, way: int) -> Interpretation | None:
    """Resolve “two days later”, “a week earlier”: from the date mentioned last."""
    amount = as_count(count)
    if unit == "year" and amount == 1 and way < 0 and not discourse.narrative:
        return year_apart(discourse, way)
    if amount is None:
        # How much later is unknown, so no day is given.
        return Interpretation("DURATION", algebra.length(unit, None), unit)
    grain = {"fortnight": "week", "decade": "year", "century": "year"}.get(unit, unit)
    if grain not in GRAINS:
        return Interpretation("DURATION", algebra.length(unit, amount), unit)
    if grain == "week":
        grain = "day"
    mention = discourse.last_date(*GRAINS[: GRAINS.index(grain) + 1]) or discourse.last_date()
    if mention is None:
        return open_date(open_value(unit), unit, "no date was told before it")
    if GRAINS.index(mention.period.grain) > GRAINS.index(grain):
        # Two days after "1943" is no known day.
        return open_date(open_value(unit), unit, f"last date told is coarser: “{mention.text}”")
    reason = from_date(mention.text)
    if unit == "week":
        found = algebra.holding("week", algebra.shifted(mention.period.first, unit, round(amount * way)))
        return of_period(found, mention.period.first, reason)._replace(aside=way < 0)
    moved = _moved(mention.period.first, reason, unit, amount * way)
    return moved._replace(aside=way < 0) if moved is not None else None


@meaning
def earlier_by(discourse: Discourse, count: Amount = 1, unit: str = "day") -> Interpretation | None:
    """Resolve so many units, or a day, before the date mentioned last."""
    return later(discourse, count, unit, -1)


@meaning
def unit_here(discourse: Discourse, unit: str) -> Interpretation | None:
    """Resolve “the year” in “the end of the year”: in narrative the one mentioned, else that of the publication."""
    if unit not in GRAINS:
        return None
    if discourse.narrative or discourse.published is None:
        return unit_in_sequence(discourse, unit, 0)
    return unit_shifted(discourse, unit, 0)


@meaning
def so_far(discourse: Discourse, inner: Interpretation, way: int) -> Interpretation | None:
    """“Earlier this year” ends at the publication, “later this month” begins there."""
    mod = "START" if way < 0 else "END"
    if inner.first is None or inner.last is None or inner.anchor is None or inner.grain == "reference":
        return inner._replace(mod=mod) if inner.timex_type == "DATE" else None
    first, last = inner.first, inner.last
    if first <= inner.anchor <= last and first < last:
        first, last = (first, inner.anchor) if way < 0 else (inner.anchor, last)
    return inner._replace(mod=mod, first=first, last=last, edtf=f"[{first}..{last}]" if first < last else inner.edtf)
