"""The days that an expression means for an event: turned back or ahead by its tense where the words leave it open."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import NamedTuple

from transforms.model import Bounds, TimeExpression
from transforms.times.algebra import days_on, holding

SLACK = timedelta(days=7)
"""How far a dateline may be off from the day that its reporter wrote."""
LOOSE = frozenset({"START", "MID", "END", "APPROX"})
"""Modifiers of TimeML by which an expression means some day of a period, not all of it."""
_WEEKDAY = re.compile(r"\b(?:mon|tues|wednes|thurs|fri|satur|sun)day", re.IGNORECASE)
_DAY = re.compile(r"\b(?:to|yester|mon|tues|wednes|thurs|fri|satur|sun)day\b|\btonight\b|\bthis\b", re.IGNORECASE)
_WEEK_VALUE = re.compile(r"\d{4}-W\d\d")
_YEARS = re.compile(r"P(?:[2-9]|\d{2,})Y$")
"""A length of several years, whose first day nobody counts from."""
_DIGIT = re.compile(r"\d")
_WEEK, _YEAR = 7, 366
_OPEN = frozenset({"latest", "nearest", "coming", "scheduled"})
"""Directions of anchors whose expressions do not say themselves whether they look back or ahead."""
_LIMITS = frozenset({"end", "by", "before", "between and"})
"""Meanings by which what is done may reach into days to come ("closed until Thursday")."""

PARTS = LOOSE - {"APPROX"}
"""Those by which it means a part of the period ("early May")."""
_PERIODS = frozenset({"week", "month", "quarter", "half", "year"})


class View(NamedTuple):
    """How an event is presented to somebody who looks from the publication day."""

    published: date | None
    ahead: bool
    """Whether it is presented as to come."""
    done: bool
    """Whether its own verb presents it as done."""
    meaning: str
    """What the word in front of the expression makes of its days."""
    going: bool = False
    """Whether its own verb presents it as going on now."""


def days_meant(time: TimeExpression, view: View) -> Bounds | None:
    """Return the days that an expression means for an event in its tense; `None` if it can mean none.

    A bare clock time has no day.  Where an expression does not say whether it looks back or ahead ("in April", "on
    Friday"), what is to come turns it ahead, and what is done turns it back.  What is done lies on no later day than
    the one after publication, unless the text gives the whole date.
    """
    days, published = time.interval, view.published
    if days == Bounds() or _is_bare_clock(time):
        return None
    if time.timex_type == "DURATION" and time.value.startswith("PT"):
        return _night_before(days)
    if published is None or days.earliest is None or days.latest is None:
        return days
    if days.is_day and time.mod in PARTS and time.precision in _PERIODS:
        period = holding(time.precision, days.earliest)  # "earlier this week", told on its first day
        return Bounds(period.first, period.last)
    if view.meaning == "within" and _YEARS.match(time.value) and time.timex_type == "DURATION":
        return Bounds(days.earliest.replace(month=1, day=1), days.latest)
    step = _step(time, days, published)
    if view.ahead and days.latest < published:
        return _shifted(days, step)
    if view.done and _is_just_ahead(time, days, published):
        return _shifted(days, _WEEK)
    if view.done and days.earliest > published:
        if view.meaning in _LIMITS:
            return days
        if (
            step
            and view.meaning == "within"
            and not (days.is_day and abs(step) > _WEEK)
            and time.anchor_direction != "scheduled"
        ):
            return _shifted(days, -step)
        return days if _may_be_off(time, days.earliest - published) else None
    if view.going and view.meaning in ("begin", "end") and step == _WEEK and days.latest < published:
        return _still_to_come(days, view.meaning, published)
    if view.done and view.meaning == "within" and _still_runs(time, days, published):
        return Bounds(days.earliest, published)
    return days


def _still_runs(time: TimeExpression, days: Bounds, published: date) -> bool:
    """True if a period is named from today on which it runs ("this week"), so that what is done is done by now."""
    reckoned = time.anchor_kind is not None and time.mod not in LOOSE
    return reckoned and bool(days.earliest and days.latest and days.earliest < published < days.latest)


def _still_to_come(days: Bounds, meaning: str, published: date) -> Bounds:
    """Return the weekday on which what goes on ends, or begins where that is today ("from Thursday to Saturday")."""
    ahead = _shifted(days, _WEEK)
    return ahead if meaning == "end" or ahead.earliest == published else days


def _is_just_ahead(time: TimeExpression, days: Bounds, published: date) -> bool:
    """True if it is "early Saturday" in a text of Friday, sent on the night before it."""
    early = time.mod == "START" or time.text.lower().startswith("early ")
    return early and days.is_day and days.earliest == days_on(published, 1 - _WEEK) and _step_is_week(time)


def _step_is_week(time: TimeExpression) -> bool:
    return time.anchor_direction == "latest" and _WEEKDAY.search(time.text) is not None


def _may_be_off(time: TimeExpression, away: timedelta) -> bool:
    """True if what is done may lie so far ahead: a dateline is off by some days where a text gives the whole date."""
    return (
        away <= SLACK if time.anchor_kind is None else away <= timedelta(days=1) and time.anchor_direction == "nearest"
    )


def not_before(days: Bounds, time: TimeExpression, published: date) -> Bounds:
    """Return the next such days, at which what is closed until them ends."""
    step = _step(time, days, published)
    return _shifted(days, step) if days.latest is not None and days.latest < published else days


def week_before(days: Bounds, time: TimeExpression) -> Bounds:
    """Return the weekday before the one of publication, from which on something has lasted; other days as they are."""
    return _shifted(days, -_WEEK) if _step_is_week(time) and not _DIGIT.search(time.text) else days


def _is_bare_clock(time: TimeExpression) -> bool:
    """True if a time of day was put on the publication day for want of any other ("at 10 p.m.", "at noon")."""
    clock = time.timex_type == "TIME" and "T" in time.value and time.value.partition("T")[2][:1].isdigit()
    return (
        clock
        and time.anchor_kind == "publication"
        and time.anchor_direction is None
        and time.stamp is None
        and not _DAY.search(time.text)
    )


def _step(time: TimeExpression, days: Bounds, published: date) -> int:
    """After how many days an expression that gives no direction means the next of its kind; 0 where it gives one."""
    if time.anchor_direction not in _OPEN:
        return 0
    if _WEEKDAY.search(time.text):
        return 0 if _DIGIT.search(time.text) and time.timex_type == "DATE" else _WEEK
    near = days.earliest is not None and abs((days.earliest - published).days) <= SLACK.days
    return 0 if near else _YEAR


def _shifted(days: Bounds, step: int) -> Bounds:
    """Return the same days a week or a year on (or back)."""
    if days.earliest is None or days.latest is None or step == 0:
        return days
    if abs(step) == _WEEK:
        return Bounds(days_on(days.earliest, step), days_on(days.latest, step))
    years = 1 if step > 0 else -1
    return Bounds(_in_year(days.earliest, years), _in_year(days.latest, years))


def _in_year(day: date, years: int) -> date:
    """Return the same day of another year; the last of February stays the last."""
    if not date.min.year <= day.year + years <= date.max.year:
        return day
    try:
        moved = day.replace(year=day.year + years)
    except ValueError:
        return date(day.year + years, 2, 28)
    return date(moved.year, 2, 29) if (day.month, day.day) == (2, 28) and _is_leap(moved.year) else moved


def _is_leap(year: int) -> bool:
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def _night_before(days: Bounds) -> Bounds:
    """Hours reckoned back from a day ("the last twelve hours") may reach into the day before it."""
    if days.earliest is None or days.earliest != days.latest:
        return days
    return Bounds(days_on(days.earliest, -1), days.latest)


def halves(time: TimeExpression, days: Bounds) -> tuple[Bounds, Bounds]:
    """Return the first and the last part of a range that names both ("1950/1953"); else the whole twice.

    A week is a period like a month, though EDTF can write it only as a range.
    """
    if _YEARS.match(time.value) and time.timex_type == "DURATION" and days.earliest and days.latest:
        return Bounds(days.earliest.replace(month=1, day=1), days.earliest.replace(month=12, day=31)), Bounds(
            days.latest, days.latest
        )
    if not _WEEK_VALUE.match(time.value) and time.edtf and time.edtf.count("/") == 1 and days.earliest and days.latest:
        first, last = (_unit(part) for part in time.edtf.split("/"))
        if first and last:
            return first, last
    return days, days


def _unit(text: str) -> Bounds | None:
    """Return the days of a plain year, month or day in EDTF."""
    try:
        if len(text) == 4:
            return Bounds(date(int(text), 1, 1), date(int(text), 12, 31))
        if len(text) == 7:
            first = date.fromisoformat(f"{text}-01")
            following = date(first.year + first.month // 12, first.month % 12 + 1, 1)
            return Bounds(first, following - timedelta(days=1))
        return Bounds(date.fromisoformat(text), date.fromisoformat(text))
    except ValueError:
        return None
