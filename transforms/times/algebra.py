"""Calendar periods and their arithmetic.

A `Period` is a stretch of whole days that has a name in the calendar; it is closed (both days belong to it).  Values
are TIMEX3's, EDTF strings are of ISO 8601-2 (levels 0 to 2); EDTF has no weeks, so these are written as intervals.
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import NamedTuple

GRAINS = ("day", "weekend", "week", "month", "season", "quarter", "half", "year", "decade", "century", "millennium")
"""From fine to coarse."""
SEASONS = ("SP", "SU", "FA", "WI")
_SEASON_FIRST_MONTH = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}
_ONE_DAY = timedelta(days=1)


class Period(NamedTuple):
    """A stretch of days with a name: first and last day, TIMEX3 value, EDTF string."""

    grain: str
    first: date
    last: date
    value: str
    edtf: str


class OutOfRangeError(ValueError):
    """A date before the year 1 or after 9999, which the calendar here cannot hold."""


def make_date(year: int, month: int, day: int) -> date | None:
    """Return the date, or `None` where the calendar has no such day."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _first_of(year: int, month: int) -> date:
    """First day of a month; the month may lie outside 1 to 12 and then moves the year."""
    year, month = year + (month - 1) // 12, (month - 1) % 12 + 1
    if not 1 <= year <= 9999:
        raise OutOfRangeError(f"year {year}")
    return date(year, month, 1)


def _months(year: int, month: int, count: int) -> tuple[date, date]:
    first = _first_of(year, month)
    if (first.year, first.month + count) >= (9999, 13):
        return first, date(9999, 12, 31)
    return first, _first_of(year, month + count) - _ONE_DAY


def day(when: date) -> Period:
    """One day."""
    text = when.isoformat()
    return Period("day", when, when, text, text)


def week(when: date) -> Period:
    """Return the ISO week (Monday to Sunday) that holds the day."""
    year, number, weekday = when.isocalendar()
    first = move(when, 1 - weekday)
    last = move(first, 6)
    return Period("week", first, last, f"{year:04d}-W{number:02d}", f"{first}/{last}")


def weekend(when: date) -> Period:
    """Saturday and Sunday of the ISO week that holds the day."""
    whole = week(when)
    first = move(whole.first, 5)
    return Period("weekend", first, whole.last, f"{whole.value}-WE", f"{first}/{whole.last}")


def month(year: int, number: int) -> Period:
    """Return a calendar month; a number outside 1 to 12 moves the year."""
    first, last = _months(year, number, 1)
    text = f"{first.year:04d}-{first.month:02d}"
    return Period("month", first, last, text, text)


def quarter(year: int, number: int) -> Period:
    """Return a calendar quarter; a number outside 1 to 4 moves the year.  EDTF writes quarters as months 33 to 36."""
    year, number = year + (number - 1) // 4, (number - 1) % 4 + 1
    first, last = _months(year, 3 * number - 2, 3)
    return Period("quarter", first, last, f"{year:04d}-Q{number}", f"{year:04d}-{32 + number}")


def half(year: int, number: int) -> Period:
    """Return a half-year.  EDTF writes them as months 40 and 41."""
    year, number = year + (number - 1) // 2, (number - 1) % 2 + 1
    first, last = _months(year, 6 * number - 5, 6)
    return Period("half", first, last, f"{year:04d}-H{number}", f"{year:04d}-{39 + number}")


def season(year: int, name: str, *, southern: bool = False) -> Period:
    """Return a meteorological season (whole months).

    The winter of a year begins in December of that year in the north; in the south the summer does.
    """
    start = _SEASON_FIRST_MONTH[name] + (6 if southern else 0)
    if southern and start > 12 and name != "SU":
        start -= 12
    if southern and name == "SU":
        start = 12
    first, last = _months(year, start, 3)
    number = 21 + SEASONS.index(name)
    return Period("season", first, last, f"{year:04d}-{name}", f"{year:04d}-{number + (8 if southern else 0)}")


def year(number: int) -> Period:
    """Return a calendar year."""
    if not 1 <= number <= 9999:
        raise OutOfRangeError(f"year {number}")
    return Period("year", date(number, 1, 1), date(number, 12, 31), f"{number:04d}", f"{number:04d}")


def decade(number: int) -> Period:
    """Return the ten years that share their first three digits with the year given."""
    start = number - number % 10
    first, last = year(max(start, 1)), year(start + 9)
    return Period("decade", first.first, last.last, f"{start // 10:03d}", f"{start // 10:03d}X")


def century(ordinal: int) -> Period:
    """Return a century as TIMEX3 counts it: the 20th ("19") is 1900 to 1999."""
    start = (ordinal - 1) * 100
    first, last = year(max(start, 1)), year(start + 99)
    return Period("century", first.first, last.last, f"{ordinal - 1:02d}", f"{ordinal - 1:02d}XX")


def millennium(ordinal: int) -> Period:
    """Return a millennium: the second is 1000 to 1999."""
    start = (ordinal - 1) * 1000
    return Period(
        "millennium", year(max(start, 1)).first, year(start + 999).last, f"{ordinal - 1}", f"{ordinal - 1}XXX"
    )


def holding(grain: str, when: date, *, southern: bool = False) -> Period:
    """Return the period of the grain that holds the day."""
    match grain:
        case "day":
            return day(when)
        case "week":
            return week(when)
        case "weekend":
            return weekend(when)
        case "month":
            return month(when.year, when.month)
        case "quarter":
            return quarter(when.year, (when.month + 2) // 3)
        case "half":
            return half(when.year, 1 if when.month < 7 else 2)
        case "season":
            return _season_holding(when, southern=southern)
        case "year":
            return year(when.year)
        case "decade":
            return decade(when.year)
        case "century":
            return century(when.year // 100 + 1)
        case "millennium":
            return millennium(when.year // 1000 + 1)
    raise ValueError(f"no period is called {grain!r}")


def _season_holding(when: date, *, southern: bool) -> Period:
    for number in (when.year, when.year - 1):
        for name in SEASONS:
            found = season(number, name, southern=southern)
            if found.first <= when <= found.last:
                return found
    raise AssertionError("the four seasons cover the year")


def move(when: date, days: int) -> date:
    """So many days later (earlier where negative)."""
    try:
        return when + timedelta(days=days)
    except OverflowError as error:
        raise OutOfRangeError(str(error)) from None


def days_on(when: date, days: int) -> date:
    """Return the day so many days later (earlier where negative), or the calendar's own last or first day."""
    return date.fromordinal(min(max(when.toordinal() + days, 1), date.max.toordinal()))


def add_months(when: date, count: int) -> date:
    """Return the same day some months later (earlier if negative), or that month's last day if it has no such day."""
    first = _first_of(when.year, when.month + count)
    _, last = _months(first.year, first.month, 1)
    return first.replace(day=min(when.day, last.day))


_MONTHS_IN = {
    "month": 1,
    "quarter": 3,
    "half": 6,
    "season": 3,
    "year": 12,
    "decade": 120,
    "century": 1200,
    "millennium": 12000,
}
_DAYS_IN = {"day": 1, "weekend": 7, "week": 7, "fortnight": 14}


def shifted(when: date, grain: str, count: int) -> date:
    """Return the day some units later (earlier if negative); units finer than a day do not move it."""
    if grain in _DAYS_IN:
        return move(when, count * _DAYS_IN[grain])
    if grain in _MONTHS_IN:
        return add_months(when, count * _MONTHS_IN[grain])
    return when


def nth(period: Period, count: int) -> Period:
    """Return the period of the same grain some steps later (earlier if negative)."""
    if period.grain == "season":
        southern = period.edtf[-2:] in ("29", "30", "31", "32")
        return season(int(period.value[:4]) + count, period.value[-2:], southern=southern)
    return holding(period.grain, shifted(period.first, period.grain, count))


def nearest_weekday(when: date, weekday: int, *, way: int, same: bool) -> date:
    """Return the previous (`way` -1) or next (`way` 1) such weekday (Monday is 1); `same` admits the day itself."""
    delta = (weekday - when.isoweekday()) % 7
    if way < 0:
        delta -= 7 if delta else 0
        return move(when, delta if delta or same else -7)
    return move(when, delta if delta or same else 7)


# Letters of ISO 8601 durations; those of TIMEX3 for what ISO has none for.
_LETTERS = {
    "second": ("T", "S"),
    "minute": ("T", "M"),
    "hour": ("T", "H"),
    "day": ("", "D"),
    "weekend": ("", "WE"),
    "week": ("", "W"),
    "month": ("", "M"),
    "quarter": ("", "Q"),
    "season": ("", "S"),
    "year": ("", "Y"),
    "decade": ("", "E"),
    "century": ("", "C"),
    "millennium": ("", "L"),
}
UNITS = (*_LETTERS, "fortnight", "half")


def plain(amount: float) -> str:
    """Return a number without needless decimals."""
    return f"{amount:g}" if amount < 1e6 else str(int(amount))


def length(unit: str, amount: float | None) -> str:
    """Return the TIMEX3 value of some units, `None` being an unknown number (X); only decades are converted."""
    if unit == "fortnight":
        unit, amount = "week", None if amount is None else 2 * amount
    if unit == "half":
        unit, amount = "month", None if amount is None else 6 * amount
    if unit == "decade" and amount is not None:
        unit, amount = "year", 10 * amount
    clock, letter = _LETTERS[unit]
    if unit in ("hour", "minute") and amount is not None and amount != int(amount) and amount * 4 == int(amount * 4):
        # Half an hour is 30 minutes on every clock; other fractions stay as they are written.
        parts = round((amount - int(amount)) * 60)
        whole = f"{int(amount)}{letter}" if amount >= 1 else ""
        return f"PT{whole}{parts}{'M' if unit == 'hour' else 'S'}"
    return f"P{clock}{'X' if amount is None else plain(amount)}{letter}"
