"""Named days: feasts and the like, by fixed day, by weekday of a month, by the moon."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from dateutil.easter import easter  # type: ignore[import-untyped]

from transforms.times import algebra
from transforms.times.anchors import PUBLICATION
from transforms.times.discourse import Discourse
from transforms.times.grammar.registry import meaning
from transforms.times.meanings.days import of_the_year
from transforms.times.resolved import Interpretation, of_period, open_date


def _day_in(year: int, rule: str) -> date | None:
    """Return the day of a feast in a year.

    `rule` is `12-25`, `easter-2`, or `11/4/4` (month, nth or -1 for the last, weekday); `+1` after it is a day later.
    """
    if rule.startswith("easter"):
        return algebra.move(easter(year), int(rule[6:] or "0")) if 1583 <= year <= 4099 else None
    rule, _, later = rule.partition("+")
    if "/" in rule:
        found = _nth_weekday(year, rule)
        return algebra.move(found, int(later or "0"))
    month, day = (int(part) for part in rule.split("-"))
    return algebra.make_date(year, month, day)


def _days_in(year: int, rule: str) -> list[date]:
    found = _day_in(year, rule)
    return [found] if found is not None else []


def _nth_weekday(year: int, rule: str) -> date:
    month, nth, weekday = (int(part) for part in rule.split("/"))
    if nth < 0:
        return algebra.nearest_weekday(algebra.month(year, month).last, weekday, way=-1, same=True)
    first = algebra.nearest_weekday(date(year, month, 1), weekday, way=1, same=True)
    return algebra.move(first, 7 * (nth - 1))


def _moon_days(year: int, rule: str) -> list[date]:
    """Return the first days of a lunar feast in a year, by `holidays`' tables; a year may hold it twice."""
    from holidays.calendars import chinese, hebrew, hindu, islamic

    calendar, _, feast = rule.partition(" ")
    # The tables have no public name; the library's countries are built on them.
    tables = {
        "islamic": islamic._IslamicLunar,  # noqa: SLF001
        "hebrew": hebrew._HebrewLunisolar,  # noqa: SLF001
        "chinese": chinese._ChineseLunisolar,  # noqa: SLF001
        "hindu": hindu._HinduLunisolar,  # noqa: SLF001
    }
    name = "ramadan_beginning" if feast == "ramadan" else feast
    found = getattr(tables[calendar](), f"{name}_{'dates' if calendar == 'islamic' else 'date'}")(year)
    # A day, a day and whether it is certain, or several of these where a lunar year is shorter than ours.
    several = [found] if isinstance(found, date | tuple) or found is None else list(found)
    days = [one[0] if isinstance(one, tuple) else one for one in several]
    return [when for when in days if isinstance(when, date) and when.year == year]


@meaning
def moon_feast(
    discourse: Discourse, feast: str, year: int | Interpretation | None = None, shift: int | None = None
) -> Interpretation | None:
    """Resolve Ramadan, Passover, Diwali: the first day, but the whole month of Ramadan."""
    interpretation = _of_feast(discourse, lambda number: _moon_days(number, feast), "XXXX-XX-XX", year, shift)
    if feast != "islamic ramadan" or interpretation is None or interpretation.first is None:
        return interpretation
    begun = interpretation.first
    ends = [end for step in (0, 1) for end in _moon_days(begun.year + step, "islamic eid_al_fitr") if end > begun]
    if not ends:
        return interpretation
    last = algebra.move(ends[0], -1)
    whole = f"{interpretation.first}/{last}"
    return interpretation._replace(value=whole, edtf=whole, last=last, grain="month", precision="interval", period=None)


@meaning
def named_day(
    discourse: Discourse, feast: str, year: int | Interpretation | None = None, shift: int | None = None
) -> Interpretation | None:
    """Resolve Christmas, Easter Monday, Thanksgiving: in the stated year, the nearest, or by “last” and “next”."""
    plain = feast[:2].isdigit() and feast[2:3] == "-"
    return _of_feast(
        discourse, lambda number: _days_in(number, feast), f"XXXX-{feast}" if plain else "XXXX-XX-XX", year, shift
    )


def _of_feast(
    discourse: Discourse,
    days_in: Callable[[int], list[date]],
    unknown: str,
    year: int | Interpretation | None,
    shift: int | None,
) -> Interpretation | None:
    number = year.year if isinstance(year, Interpretation) else year
    stated = discourse.stated_year() if number is None else None
    if number is None and stated is not None and shift is None:
        number = stated[0]
    if number is not None:
        found = next(iter(days_in(number)), None)
        anchor = (
            (year.anchor, year.reason) if isinstance(year, Interpretation) else (None, stated[1] if stated else None)
        )
        return of_period(algebra.day(found), *anchor) if found else None
    if discourse.published is None:
        return open_date(unknown, "day")
    published = discourse.published
    days = [found for step in (-1, 0, 1) for found in days_in(published.year + step)]
    if shift == -1:
        days = [found for found in days if found < published]
    elif shift == 1:
        days = [found for found in days if found > published]
    elif shift == 0:
        days = [found for found in days if found.year == published.year]
    if not days:
        return None
    if shift is None:
        found, why = of_the_year(discourse, days, published)
    else:
        found, why = min(days, key=lambda when: abs(when - published)), PUBLICATION.add("as told", "given")
    return of_period(algebra.day(found), published, why)


@meaning
def week_of_feast(discourse: Discourse, day: Interpretation, shift: int | None = None) -> Interpretation | None:
    """“Thanksgiving week”, “Easter week”: the week that holds the day."""
    when = _instance(discourse, day, shift)
    return of_period(algebra.week(when), day.anchor, day.reason) if when else None


@meaning
def weekend_of_feast(discourse: Discourse, day: Interpretation, shift: int | None = None) -> Interpretation | None:
    """“Labor Day weekend”: the weekend beside the day, together with the day."""
    when = _instance(discourse, day, shift)
    if when is None:
        return None
    # A Monday or a Tuesday belongs to the weekend before it.
    weekend = algebra.weekend(algebra.move(when, -2) if when.isoweekday() <= 2 else when)
    first, last = min(weekend.first, when), max(weekend.last, when)
    return of_period(weekend, day.anchor, day.reason)._replace(first=first, last=last, edtf=f"{first}/{last}")


def _instance(discourse: Discourse, day: Interpretation, shift: int | None) -> date | None:
    """Return the feast's day; “last” and “next” mean the one before or after the publication."""
    if day.first is None or discourse.published is None or not shift:
        return day.first
    wrong = day.first >= discourse.published if shift < 0 else day.first <= discourse.published
    return algebra.add_months(day.first, 12 * shift) if wrong else day.first
