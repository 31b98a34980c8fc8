# ruff: noqa: ARG001 - every meaning takes the setting, and a slot for every word that its shapes name
"""Single days: months with days, weekdays, dates in figures."""

from __future__ import annotations

from datetime import date

from transforms.times import algebra
from transforms.times.anchors import PUBLICATION, Anchor, beside
from transforms.times.discourse import Discourse
from transforms.times.grammar.registry import carrying_meaning, exact_meaning, meaning
from transforms.times.resolved import Interpretation, of_period, open_date

_CLEARLY_NEAR = 90
"""Days within which the nearest such day is taken whatever the tense; farther off the tense decides."""


@carrying_meaning
def itself(discourse: Discourse, inner: Interpretation) -> Interpretation:
    """Return the interpretation of the phrase inside."""
    return inner


@meaning
def calendar_day(
    discourse: Discourse, month: int, day: int, year: int | Interpretation | None = None, weekday: int | None = None
) -> Interpretation | None:
    """Resolve a day of a month; without a year, the one nearest to publication, or in narrative of the stated year.

    If the month has no such day ("April 31, 2022"), only the written year is kept.
    """
    if year is not None:
        number = year.year if isinstance(year, Interpretation) else year
        anchored = year if isinstance(year, Interpretation) else None
        if number is None:
            return None
        found = algebra.make_date(number, month, day)
        if found is None:
            # There is no such day: a slip in the day or in the month, so only the year is sure.
            whole = algebra.year(number)
            return of_period(whole, anchored.anchor if anchored else None, anchored.reason if anchored else None)
        return of_period(
            algebra.day(found), anchored.anchor if anchored else None, anchored.reason if anchored else None
        )
    if algebra.make_date(2000, month, day) is None:
        return None
    stated = discourse.stated_year()
    if stated is not None:
        found = algebra.make_date(stated[0], month, day)
        return of_period(algebra.day(found), date(stated[0], 1, 1), stated[1]) if found else None
    if discourse.published is None:
        return open_date(f"XXXX-{month:02d}-{day:02d}", "day")
    if discourse.word_before in discourse.contexts.get("only_past_after", ()):
        years = (discourse.published.year - step for step in range(9))
        past = [
            found for year in years if (found := algebra.make_date(year, month, day)) and found <= discourse.published
        ]
        if not past:
            return open_date(f"XXXX-{month:02d}-{day:02d}", "day")
        return of_period(
            algebra.day(past[0]), discourse.published, PUBLICATION.add("the latest, as it is past", "latest")
        )
    return _nearest_day(discourse, discourse.published, month, day, weekday)


def _nearest_day(
    discourse: Discourse, published: date, month: int, day: int, weekday: int | None
) -> Interpretation | None:
    years = (published.year + step for step in (0, -1, 1, -2, 2, -3, 3))
    days = [found for year in years if (found := algebra.make_date(year, month, day)) is not None]
    if not days:  # between 1896 and 1904 there is no 29 February
        return open_date(f"XXXX-{month:02d}-{day:02d}", "day")
    if weekday is not None:
        # A weekday beside it decides the year, if a near year has it.
        fitting = [when for when in days if when.isoweekday() == weekday] or days
        found, why = (
            min(fitting, key=lambda when: abs(when - published)),
            PUBLICATION.add("the nearest such day", "nearest"),
        )
    else:
        found, why = of_the_year(discourse, days, published)
    return of_period(algebra.day(found), published, why)


def of_the_year(discourse: Discourse, days: list[date], published: date) -> tuple[date, Anchor]:
    """Return the day in the year that brings it nearest to publication; far from it, the tense decides."""
    nearest = min(days, key=lambda when: abs(when - published))
    far = abs((nearest - published).days) > _CLEARLY_NEAR
    # A past-tense sentence may set a future effective date, so its tense is ignored here.
    way = discourse.way if far and discourse.word_before not in discourse.contexts.get("nearest_after", ()) else 0
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
    discourse: Discourse,
    month: int,
    day: int = 1,
    year: int | Interpretation | None = None,
    weekday: int | None = None,
    shift: int | None = None,
) -> Interpretation | None:
    """Resolve a day of a month, or its first without a number; “the past 2 October” is the latest one."""
    if shift is not None and shift < 0 and year is None:
        return day_shifted(discourse, shift, month, day)
    return calendar_day(discourse, month, day, year, weekday)


@meaning
def day_of_month_shifted(discourse: Discourse, day: int, shift: int | None = None) -> Interpretation | None:
    """Resolve “the 15th” in a language whose shape may hold a shift word as well."""
    return day_of_month(discourse, day)


@meaning
def day_shifted(discourse: Discourse, shift: int, month: int, day: int) -> Interpretation | None:
    """“Last Oct. 23”: the latest before the publication."""
    if discourse.published is None:
        return open_date(f"XXXX-{month:02d}-{day:02d}", "day") if algebra.make_date(2000, month, day) else None
    days = [algebra.make_date(discourse.published.year + step, month, day) for step in (0, shift, 4 * shift)]
    past = [when for when in days if when is not None and when < discourse.published]
    return (
        of_period(algebra.day(past[0]), discourse.published, PUBLICATION.add("the one before it", "given"))
        if past
        else None
    )


@meaning
def week_of(discourse: Discourse, day: Interpretation) -> Interpretation | None:
    """Resolve “the week of March 6”."""
    if day.period is None or day.period.grain != "day":
        return None
    return of_period(algebra.week(day.period.first), day.anchor, day.reason)


@meaning
def week_of_month(discourse: Discourse, week: int, month: Interpretation) -> Interpretation | None:
    """Resolve “the first week of May”: its first seven days; “the last week”: its last seven.

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
def day_of_month(discourse: Discourse, day: int) -> Interpretation | None:
    """Resolve “the 15th”: in the month mentioned last, else in that of the publication."""
    mention = discourse.last_date("day", "month")
    if mention is not None and (discourse.narrative or discourse.start - mention.start < 1500):
        found = algebra.make_date(mention.period.first.year, mention.period.first.month, day)
        return (
            of_period(algebra.day(found), mention.period.first, beside(f"month last told: “{mention.text}”"))
            if found
            else None
        )
    if discourse.published is None:
        return open_date(f"XXXX-XX-{day:02d}", "day") if 1 <= day <= 31 else None
    found = algebra.make_date(discourse.published.year, discourse.published.month, day)
    return of_period(algebra.day(found), discourse.published, PUBLICATION) if found else None


@meaning
def day_of_month_after_weekday(discourse: Discourse, weekday: int, day: int) -> Interpretation | None:
    """“Friday the 17th”: the nearest month in which that day is such a weekday."""
    if discourse.published is None or discourse.narrative:
        found = day_of_month(discourse, day)
        return found if found is not None and found.first and found.first.isoweekday() == weekday else None
    months = (algebra.add_months(discourse.published.replace(day=1), step) for step in range(-8, 9))
    days = [when for first in months if (when := algebra.make_date(first.year, first.month, day))]
    fitting = [when for when in days if when.isoweekday() == weekday]
    if not fitting:
        return None
    nearest = min(fitting, key=lambda when: abs(when - (discourse.published or when)))
    return of_period(algebra.day(nearest), discourse.published, PUBLICATION.add("the nearest such day", "nearest"))


@meaning
def figures(discourse: Discourse, parts: tuple[int, int, int], day_first: bool | None = None) -> Interpretation | None:
    """Resolve a date in figures with the year last; the language's convention orders day and month."""
    first, second, year = parts
    if day_first is None:
        day_first = bool(discourse.options.get("day_first", True))
    if first > 12:
        day_first = True
    elif second > 12:
        day_first = False
    month, day = (second, first) if day_first else (first, second)
    if algebra.make_date(year, month, day) is None:
        return None
    return calendar_day(discourse, month, day, year)


@meaning
def iso_day(discourse: Discourse, parts: tuple[int, int, int]) -> Interpretation | None:
    """Resolve a date in figures with the year first."""
    if algebra.make_date(*parts) is None:
        return None
    return calendar_day(discourse, parts[1], parts[2], parts[0])


@exact_meaning
def weekday(discourse: Discourse, weekday: int) -> Interpretation:
    """Resolve a weekday: the latest, publication day included, or the coming one if the sentence schedules."""
    if discourse.published is None:
        return open_date(f"XXXX-WXX-{weekday}", "day")
    # “Postponed until Friday”, “called a meeting for Friday”; but “Until Friday, nobody had called” looks back.
    before = discourse.written_before
    ahead = before in discourse.contexts.get("coming_weekday_after", ())
    # “Finish by Friday”; but “had finished by Friday”.
    ahead = ahead or (before in discourse.contexts.get("planned_weekday_after", ()) and not discourse.happened)
    way = 1 if discourse.governor > 0 or ahead else -1
    found = algebra.nearest_weekday(discourse.published, weekday, way=way, same=True)
    why = (
        PUBLICATION.add("the coming one, as the sentence schedules", "scheduled")
        if way > 0
        else PUBLICATION.add("the latest one, that day included", "latest")
    )
    return of_period(algebra.day(found), discourse.published, why)


@exact_meaning
def weekday_shifted(discourse: Discourse, weekday: int, shift: int = -1) -> Interpretation:
    """“Last Monday” is before the day of publication, “next Monday” after it, “this Friday” in its week."""
    if discourse.published is None:
        return open_date(f"XXXX-WXX-{weekday}", "day")
    if shift:
        found = algebra.nearest_weekday(discourse.published, weekday, way=shift, same=False)
        why = (
            PUBLICATION.add("the one before it", "given") if shift < 0 else PUBLICATION.add("the one after it", "given")
        )
    else:
        found = algebra.move(algebra.week(discourse.published).first, weekday - 1)
        why = PUBLICATION.add("of the same week", "given")
        if discourse.way > 0 and found < discourse.published:
            found, why = algebra.move(found, 7), PUBLICATION.add("the coming one", "coming")
    return of_period(algebra.day(found), discourse.published, why)


@meaning
def weekday_of_week(discourse: Discourse, weekday: int, week: Interpretation) -> Interpretation | None:
    """“Monday of last week”."""
    if week.period is None:
        return open_date(f"XXXX-WXX-{weekday}", "day")
    if week.period.grain != "week":
        return None
    found = algebra.move(week.period.first, weekday - 1)
    return of_period(algebra.day(found), week.anchor, week.reason)


@meaning
def weekday_in_sequence(discourse: Discourse, weekday: int, shift: int) -> Interpretation:
    """Resolve “the following Friday”: after (or before) the day mentioned last."""
    anchor = discourse.sequence_anchor("day", "week", "month")
    if anchor is None:
        return open_date(f"XXXX-WXX-{weekday}", "day")
    start = anchor[0].last if shift > 0 else anchor[0].first
    found = algebra.nearest_weekday(start, weekday, way=shift, same=False)
    return of_period(algebra.day(found), start, anchor[1])


@meaning
def nth_weekday(discourse: Discourse, nth: int, weekday: int, month: Interpretation) -> Interpretation | None:
    """Resolve “the second Tuesday of November”; `nth` -1 is the last."""
    if month.period is None or month.period.grain != "month":
        return None
    if nth < 0:
        found = algebra.nearest_weekday(month.period.last, weekday, way=-1, same=True)
    else:
        first = algebra.nearest_weekday(month.period.first, weekday, way=1, same=True)
        found = algebra.move(first, 7 * (nth - 1))
    return of_period(algebra.day(found), month.anchor, month.reason) if found <= month.period.last else None
