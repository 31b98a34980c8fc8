# ruff: noqa: ARG001 - every meaning takes the setting, and a slot for every word that its shapes name
"""Single days: months with days, weekdays, dates in figures."""

from __future__ import annotations

from datetime import date

from transforms.times import algebra
from transforms.times.anchors import PUBLICATION, Anchor, beside
from transforms.times.discourse import Setting
from transforms.times.grammar.registry import carrying_meaning, exact_meaning, meaning
from transforms.times.resolved import Reading, of_period, open_date

_CLEARLY_NEAR = 90
"""Days within which the nearest such day is taken whatever the tense; farther off the tense decides."""


@carrying_meaning
def itself(now: Setting, inner: Reading) -> Reading:
    """The same as the phrase inside."""
    return inner


@meaning
def calendar_day(
    now: Setting, month: int, day: int, year: int | Reading | None = None, weekday: int | None = None
) -> Reading | None:
    """A day of a month; without a year the one nearest to the publication, in narrative of the year last told."""
    if year is not None:
        number = year.year if isinstance(year, Reading) else year
        found = algebra.make_date(number, month, day) if number else None
        if found is None:
            return None
        anchored = year if isinstance(year, Reading) else None
        return of_period(
            algebra.day(found), anchored.anchor if anchored else None, anchored.reason if anchored else None
        )
    if algebra.make_date(2000, month, day) is None:
        return None
    told = now.year_told()
    if told is not None:
        found = algebra.make_date(told[0], month, day)
        return of_period(algebra.day(found), date(told[0], 1, 1), told[1]) if found else None
    if now.published is None:
        return open_date(f"XXXX-{month:02d}-{day:02d}", "day")
    if now.word_before in now.contexts.get("only_past_after", ()):
        years = (now.published.year - step for step in range(9))
        past = [found for year in years if (found := algebra.make_date(year, month, day)) and found <= now.published]
        if not past:
            return open_date(f"XXXX-{month:02d}-{day:02d}", "day")
        return of_period(algebra.day(past[0]), now.published, PUBLICATION.add("the latest, as it is past", "latest"))
    return _nearest_day(now, now.published, month, day, weekday)


def _nearest_day(now: Setting, published: date, month: int, day: int, weekday: int | None) -> Reading | None:
    years = (published.year + step for step in (0, -1, 1, -2, 2, -3, 3))
    days = [found for year in years if (found := algebra.make_date(year, month, day)) is not None]
    if not days:  # between 1896 and 1904 there is no 29 February
        return open_date(f"XXXX-{month:02d}-{day:02d}", "day")
    if weekday is not None:
        # A weekday told beside it decides the year, where a near year has it.
        fitting = [when for when in days if when.isoweekday() == weekday] or days
        found, why = (
            min(fitting, key=lambda when: abs(when - published)),
            PUBLICATION.add("the nearest such day", "nearest"),
        )
    else:
        found, why = of_the_year(now, days, published)
    return of_period(algebra.day(found), published, why)


def of_the_year(now: Setting, days: list[date], published: date) -> tuple[date, Anchor]:
    """Of one day in several years the nearest to the publication; where that is far off, as the tense tells."""
    nearest = min(days, key=lambda when: abs(when - published))
    far = abs((nearest - published).days) > _CLEARLY_NEAR
    # What takes effect on a day may have been decided in the past: the sentence's tense does not tell.
    way = now.way if far and now.word_before not in now.contexts.get("nearest_after", ()) else 0
    if way < 0 < (nearest - published).days:
        return max((when for when in days if when <= published), default=nearest), PUBLICATION.add(
            "the latest, as told in the past", "latest"
        )
    if way > 0 > (nearest - published).days:
        return min((when for when in days if when >= published), default=nearest), PUBLICATION.add(
            "the coming, as told in the future", "coming"
        )
    return nearest, PUBLICATION.add("the nearest such day", "nearest")


@meaning
def calendar_day_or_first(
    now: Setting,
    month: int,
    day: int = 1,
    year: int | Reading | None = None,
    weekday: int | None = None,
    shift: int | None = None,
) -> Reading | None:
    """A day of a month, or its first where no number is told; “the past 2 October” is the latest."""
    if shift is not None and shift < 0 and year is None:
        return day_shifted(now, shift, month, day)
    return calendar_day(now, month, day, year, weekday)


@meaning
def day_of_month_shifted(now: Setting, day: int, shift: int | None = None) -> Reading | None:
    """“The 15th”, in a language whose shape may hold a shift word as well."""
    return day_of_month(now, day)


@meaning
def day_shifted(now: Setting, shift: int, month: int, day: int) -> Reading | None:
    """“Last Oct. 23”: the latest before the publication."""
    if now.published is None:
        return open_date(f"XXXX-{month:02d}-{day:02d}", "day") if algebra.make_date(2000, month, day) else None
    days = [algebra.make_date(now.published.year + step, month, day) for step in (0, shift, 4 * shift)]
    past = [when for when in days if when is not None and when < now.published]
    return (
        of_period(algebra.day(past[0]), now.published, PUBLICATION.add("the one before it", "given")) if past else None
    )


@meaning
def week_of(now: Setting, day: Reading) -> Reading | None:
    """“The week of March 6”."""
    if day.period is None or day.period.grain != "day":
        return None
    return of_period(algebra.week(day.period.first), day.anchor, day.reason)


@meaning
def week_of_month(now: Setting, week: int, month: Reading) -> Reading | None:
    """“The first week of May”: seven days from the first of the month, the last seven where it is the last.

    The value stays the month's: no ISO week is named.
    """
    if month.period is None or month.period.grain != "month" or not -1 <= week <= 5 or week == 0:
        return None
    first, last = month.period.first, month.period.last
    low = algebra.move(last, -6) if week < 0 else algebra.move(first, 7 * (week - 1))
    high = min(algebra.move(low, 6), last)
    if low > last:
        return None
    return month._replace(first=low, last=high, precision="week", edtf=f"{low}/{high}", period=algebra.day(low))


@meaning
def day_of_month(now: Setting, day: int) -> Reading | None:
    """“The 15th”: in the month last told, else in that of the publication."""
    told = now.last_told("day", "month")
    if told is not None and (now.narrative or now.start - told.start < 1500):
        found = algebra.make_date(told.period.first.year, told.period.first.month, day)
        return (
            of_period(algebra.day(found), told.period.first, beside(f"month last told: “{told.text}”"))
            if found
            else None
        )
    if now.published is None:
        return open_date(f"XXXX-XX-{day:02d}", "day") if 1 <= day <= 31 else None
    found = algebra.make_date(now.published.year, now.published.month, day)
    return of_period(algebra.day(found), now.published, PUBLICATION) if found else None


@meaning
def day_of_month_after_weekday(now: Setting, weekday: int, day: int) -> Reading | None:
    """“Friday the 17th”: the nearest month in which that day is such a weekday."""
    if now.published is None or now.narrative:
        found = day_of_month(now, day)
        return found if found is not None and found.first and found.first.isoweekday() == weekday else None
    months = (algebra.add_months(now.published.replace(day=1), step) for step in range(-8, 9))
    days = [when for first in months if (when := algebra.make_date(first.year, first.month, day))]
    fitting = [when for when in days if when.isoweekday() == weekday]
    if not fitting:
        return None
    nearest = min(fitting, key=lambda when: abs(when - (now.published or when)))
    return of_period(algebra.day(nearest), now.published, PUBLICATION.add("the nearest such day", "nearest"))


@meaning
def figures(now: Setting, parts: tuple[int, int, int], day_first: bool | None = None) -> Reading | None:
    """A date in figures with the year last; which of day and month comes first is the language's custom."""
    first, second, year = parts
    if day_first is None:
        day_first = bool(now.options.get("day_first", True))
    if first > 12:
        day_first = True
    elif second > 12:
        day_first = False
    month, day = (second, first) if day_first else (first, second)
    return calendar_day(now, month, day, year)


@meaning
def iso_day(now: Setting, parts: tuple[int, int, int]) -> Reading | None:
    """A date in figures with the year first."""
    return calendar_day(now, parts[1], parts[2], parts[0])


@exact_meaning
def weekday(now: Setting, weekday: int) -> Reading:
    """The latest such day, the day of publication included; the coming one where the sentence schedules."""
    if now.published is None:
        return open_date(f"XXXX-WXX-{weekday}", "day")
    # “Postponed until Friday”, “called a meeting for Friday”; but “Until Friday, nobody had called” looks back.
    before = now.written_before
    ahead = before in now.contexts.get("coming_weekday_after", ())
    # “Finish by Friday”; but “had finished by Friday”.
    ahead = ahead or (before in now.contexts.get("planned_weekday_after", ()) and not now.happened)
    way = 1 if now.governor > 0 or ahead else -1
    found = algebra.nearest_weekday(now.published, weekday, way=way, same=True)
    why = (
        PUBLICATION.add("the coming one, as the sentence schedules", "scheduled")
        if way > 0
        else PUBLICATION.add("the latest one, that day included", "latest")
    )
    return of_period(algebra.day(found), now.published, why)


@exact_meaning
def weekday_shifted(now: Setting, weekday: int, shift: int = -1) -> Reading:
    """“Last Monday” is before the day of publication, “next Monday” after it, “this Friday” in its week."""
    if now.published is None:
        return open_date(f"XXXX-WXX-{weekday}", "day")
    if shift:
        found = algebra.nearest_weekday(now.published, weekday, way=shift, same=False)
        why = (
            PUBLICATION.add("the one before it", "given") if shift < 0 else PUBLICATION.add("the one after it", "given")
        )
    else:
        found = algebra.move(algebra.week(now.published).first, weekday - 1)
        why = PUBLICATION.add("of the same week", "given")
        if now.way > 0 and found < now.published:
            found, why = algebra.move(found, 7), PUBLICATION.add("the coming one", "coming")
    return of_period(algebra.day(found), now.published, why)


@meaning
def weekday_of_week(now: Setting, weekday: int, week: Reading) -> Reading | None:
    """“Monday of last week”."""
    if week.period is None:
        return open_date(f"XXXX-WXX-{weekday}", "day")
    if week.period.grain != "week":
        return None
    found = algebra.move(week.period.first, weekday - 1)
    return of_period(algebra.day(found), week.anchor, week.reason)


@meaning
def weekday_told(now: Setting, weekday: int, shift: int) -> Reading:
    """“The following Friday”: after (or before) the day last told."""
    anchor = now.sequence_anchor("day", "week", "month")
    if anchor is None:
        return open_date(f"XXXX-WXX-{weekday}", "day")
    start = anchor[0].last if shift > 0 else anchor[0].first
    found = algebra.nearest_weekday(start, weekday, way=shift, same=False)
    return of_period(algebra.day(found), start, anchor[1])


@meaning
def nth_weekday(now: Setting, nth: int, weekday: int, month: Reading) -> Reading | None:
    """“The second Tuesday of November”; the last where `nth` is -1."""
    if month.period is None or month.period.grain != "month":
        return None
    if nth < 0:
        found = algebra.nearest_weekday(month.period.last, weekday, way=-1, same=True)
    else:
        first = algebra.nearest_weekday(month.period.first, weekday, way=1, same=True)
        found = algebra.move(first, 7 * (nth - 1))
    return of_period(algebra.day(found), month.anchor, month.reason) if found <= month.period.last else None
