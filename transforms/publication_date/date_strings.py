"""Reading one date string of metadata: its day, its instant if it has one, and its precision.

A string here is believed to be a date; nothing searches for dates.  The usual machine forms are read directly, all
others by dateparser in a named language, whose answer is believed only where it found a year, month and day.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta, timezone
from email.utils import parsedate_to_datetime
from functools import lru_cache
from typing import Literal

from transforms.language.detection import language_code
from transforms.language.month_names import ENGLISH_MONTHS
from transforms.publication_date.figures import FigureOrder, figure_order, may_be_swapped, read_figures

DatePrecision = Literal["instant", "day", "month", "year", "unreadable"]

EARLIEST = date(1600, 1, 1)
"""Newspapers begin in 1605; a date before is a slip or a default."""


@dataclass(frozen=True, slots=True)
class ReadDate:
    """What a date string says.

    `day` is the calendar day in the string's own offset; it is `None` where the precision is coarser than a day.
    """

    day: date | None
    at: str | None
    """ISO 8601 with time of day, and with the offset where one was given."""
    precision: DatePrecision
    other: date | None = None
    """The day with day and month swapped, where nothing says which of the two figures is which."""
    other_at: str | None = None


UNREADABLE = ReadDate(None, None, "unreadable")

_ISO = re.compile(
    r"(?P<year>\d{4})[-/.](?P<month>\d{1,2})[-/.](?P<day>\d{1,2})"
    r"(?:(?:T|\s{1,3}|\s?,\s?|\s?-\s?)(?P<hour>\d{1,2}):(?P<minute>\d{2})(?::(?P<second>\d{2})(?:[.,]\d{1,9})?)?"
    r"\s?(?P<half>[AaPp][Mm])?\s?(?P<zone>Z|UTC|GMT|(?:UTC|GMT)?\s?[+-]\d{1,2}:?\d{0,2})?)?",
)
_ISO_DATE_LEFT = re.compile(r"(?P<year>\d{4})-(?P<month>\d{2})-(?P<day>\d{2})(?=[T\s]|$)")
_COMPACT = re.compile(
    r"(?P<year>(?:19|20)\d{2})(?P<month>\d{2})(?P<day>\d{2})(?:T?(?P<hour>\d{2})(?P<minute>\d{2})(?P<second>\d{2})?(?P<zone>Z|[+-]\d{2}:?\d{2})?)?"
)
_MONTH_ONLY = re.compile(r"(?P<year>\d{4})-(?P<month>\d{2})")
_YEAR_ONLY = re.compile(r"(?:1[6-9]|20)\d{2}")
_EPOCH = re.compile(r"(?P<seconds>\d{9,10})(?P<milli>\d{3})?(?:\.\d+)?")
_MAIL_DATE = re.compile(r"(?:[A-Z][a-z]{2},? )?\d{1,2} [A-Z][a-z]{2} \d{2,4} \d{1,2}:\d{2}(?::\d{2})?(?: .{1,20})?")
_EAST_ASIAN = re.compile(r"(?P<year>\d{4})\s?[年년]\s?(?P<month>\d{1,2})\s?[月월]\s?(?P<day>\d{1,2})\s?[日일]")
_DAY_MONTH = re.compile(
    r"(?P<day>\d{1,2})(?:st|nd|rd|th|\.|º)?\s(?:de\s|of\s)?(?P<month>[^\W\d_]{3,12})[.,]?\s(?:de\s|del\s)?(?P<year>\d{4})"
)
_MONTH_DAY = re.compile(r"(?P<month>[^\W\d_]{3,12})\.?\s(?P<day>\d{1,2})(?:st|nd|rd|th)?,?\s(?P<year>\d{4})")
_TWO_MONTH_NAMES = re.compile(r"[^\W\d_]{3,14}\s?/\s?(?=[^\W\d_]{3,14})")
_LETTERS = re.compile(r"[^\W\d_]{3}")
_YEAR_WORD = re.compile(r"(?<!\d)(?:1[6-9]|20)\d{2}(?!\d)")
_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_RELATIVE_SAFE_BASE = datetime(1970, 1, 1)  # noqa: DTZ001 - dateparser wants it naive; nothing that reaches it may use it

# In order of how much is written in them.  Not Croatian, whose month names are other months' in Czech and Polish.
_WIDELY_USED = (
    *("en", "de", "fr", "es", "it", "pt", "nl", "pl", "ru", "sv", "da", "nb", "fi", "cs", "hu", "ro", "tr", "el", "uk"),
    *("bg", "ca", "ar", "he", "fa", "hi", "id", "vi", "ja", "zh", "ko"),
)


@lru_cache(maxsize=4096)
def read_date(
    raw: str, language: str | None = None, *, order: FigureOrder | None = None, widely: bool = True
) -> ReadDate:
    """Read one date string of metadata.

    Args:
        raw: the string, of at most a hundred characters; longer ones are unreadable.
        language: the document's language, as a code that may carry a region.
        order: which of two figures is the day; from the language where not given.
        widely: try other languages where that one does not know the words, since a page's metadata need not be in the
            page's language.  Not for what merely looks like a date.
    """
    text = " ".join(raw.split()).strip(" |·•,;")
    if not 4 <= len(text) <= 100 or not any(c.isdigit() for c in text):
        return UNREADABLE
    order = order or figure_order(language)
    found = _machine_form(text)
    if found is None:
        found = _figures(text, order, language_code(language) or "en")
    if found is None and _YEAR_WORD.search(text):
        found = _in_words(text, language_code(language) or "en", order, widely=widely)
    if found is None or (found.day is not None and found.day < EARLIEST) or _is_zero(found):
        return UNREADABLE
    return found


def _is_zero(found: ReadDate) -> bool:
    """Return True if an instant is the zero of the machine's clock: what a program writes that knows no date."""
    if found.at is None:
        return False
    at = datetime.fromisoformat(found.at)
    return at.tzinfo is not None and at.timestamp() == 0


def _machine_form(text: str) -> ReadDate | None:
    for pattern in (_ISO, _COMPACT, _EAST_ASIAN):
        if m := pattern.fullmatch(text):
            # In such a shape and on no calendar: not a date in another order either.
            return _from_parts(m.groupdict()) or UNREADABLE
    if _MAIL_DATE.fullmatch(text):
        try:
            at = parsedate_to_datetime(text)
        except (ValueError, OverflowError):
            return None
        # RFC 5322: "-0000" is Greenwich with the writer's own zone unknown; the library gives it as naive.
        return ReadDate(at.date(), at.isoformat(), "instant")
    if m := _EPOCH.fullmatch(text):
        return _from_epoch(int(m["seconds"]))
    if m := _MONTH_ONLY.fullmatch(text):
        return ReadDate(None, None, "month") if 1 <= int(m["month"]) <= 12 else None
    if _YEAR_ONLY.fullmatch(text):
        return ReadDate(None, None, "year")
    # An ISO day with a tail nobody foresaw: the day is sure, the rest is not read.
    if m := _ISO_DATE_LEFT.match(text):
        return _from_parts(m.groupdict())
    return None


def _from_epoch(seconds: int) -> ReadDate | None:
    try:
        at = datetime.fromtimestamp(seconds, UTC)
    except (ValueError, OverflowError, OSError):
        return None
    return ReadDate(at.date(), at.isoformat(), "instant")


def _from_parts(parts: dict[str, str | None]) -> ReadDate | None:
    """Return a day, with a time of day and offset where given; `None` where the calendar has no such day."""
    try:
        day = date(int(parts["year"] or 0), int(parts["month"] or 0), int(parts["day"] or 0))
        if not parts.get("hour"):
            return ReadDate(day, None, "day")
        hour = _on_24_hours(int(parts["hour"] or 0), parts.get("half"))
        at = datetime(
            day.year, day.month, day.day, hour, int(parts.get("minute") or 0), min(int(parts.get("second") or 0), 59),
            tzinfo=_zone(parts.get("zone")),
        )  # fmt: skip
    except ValueError:
        return None
    return ReadDate(day, at.isoformat(), "instant")


def _on_24_hours(hour: int, half: str | None) -> int:
    if not half:
        return hour
    return hour % 12 + (12 if half.lower().startswith("p") else 0)


def _zone(text: str | None) -> timezone | None:
    """Return the offset as a zone; `None` where none was given."""
    if not text:
        return None
    figures = text.upper().replace("UTC", "").replace("GMT", "").replace("Z", "").strip()
    if not figures:
        return UTC
    sign = -1 if figures[0] == "-" else 1
    digits = figures[1:].replace(":", "")
    hours, minutes = (int(digits), 0) if len(digits) <= 2 else (int(digits[:-2]), int(digits[-2:]))
    if hours > 14 or minutes > 59:
        raise ValueError(f"no zone has the offset {text}")
    return timezone(sign * timedelta(hours=hours, minutes=minutes))


def _in_words(text: str, language: str, order: FigureOrder, *, widely: bool) -> ReadDate | None:
    """Return a date that holds words; both days where figures in it may be swapped."""
    found = _by_dateparser(text, language, order, widely)
    if found is None or found.day is None or order != "unknown" or not may_be_swapped(text):
        return found
    swapped = _by_dateparser(text, language, "month first", widely)
    return found if swapped is None else replace(found, other=swapped.day, other_at=swapped.at)


def _by_dateparser(text: str, language: str, order: FigureOrder, widely: bool) -> ReadDate | None:
    # Imported here: most dates are in a machine form, and the library takes time to load.
    from dateparser.date import DateDataParser

    if found := _by_month_name(text, language):
        return found
    # Where two calendars' names of the month are in use, both are written ("نيسان / أبريل"): one is enough.
    text = _TWO_MONTH_NAMES.sub("", text)
    others = _WIDELY_USED if widely and _LETTERS.search(text) else ("en",)
    for code in dict.fromkeys((language, *others)):
        try:
            parser = _parser(DateDataParser, code, month_first=order == "month first")
        except ValueError:
            continue
        found = parser.get_date_data(text)
        moment, period = found.date_obj, found.period
        if moment is None:
            continue
        if period == "month":
            return ReadDate(None, None, "month")
        if period == "year":
            return ReadDate(None, None, "year")
        if period not in ("day", "time"):
            continue
        clock = re.search(r"\d{1,2}\s?[:.h]\s?\d{2}|\d\s?[ap]\.?m\b", _YEAR_WORD.sub("", text), re.IGNORECASE)
        if not clock:
            return ReadDate(moment.date(), None, "day")
        return ReadDate(moment.date(), moment.isoformat(), "instant")
    return None


def _by_month_name(text: str, language: str) -> ReadDate | None:
    """`9. März 2024`, `March 9, 2024`: the commonest forms, by dateparser's own names of months, without its search."""
    m = _DAY_MONTH.fullmatch(text) or _MONTH_DAY.fullmatch(text)
    month = _months(language).get(m["month"].casefold()) if m else None
    if m is None or month is None:
        return None
    return _from_parts({"year": m["year"], "month": str(month), "day": m["day"]}) or UNREADABLE


def _figures(text: str, order: FigureOrder, language: str) -> ReadDate | None:
    """`03/04/2020`, `Sat 9.3.24 14:05`: both days where nothing says which figure is the day."""
    read = read_figures(text, order, weekdays(language))
    if read is None:
        return None
    days = [day for day in (_from_parts(parts) for parts in read) if day is not None]
    if not days:
        return None
    first = days[0]
    return first if len(days) == 1 else replace(first, other=days[1].day, other_at=days[1].at)


@lru_cache(maxsize=64)
def weekdays(language: str) -> dict[str, int]:
    """Return the number of each day of the week, from Monday, by its names in a language and in English."""
    return {
        name.casefold().strip("."): n
        for code in dict.fromkeys(("en", language))
        for n, day in enumerate(_WEEKDAYS)
        for name in _names(code).get(day, ())
    }


@lru_cache(maxsize=64)
def _months(language: str) -> dict[str, int]:
    """Return the number of each month by its names in a language; empty where the language is unknown."""
    return {
        name.casefold().rstrip("."): n
        for n, month in ENGLISH_MONTHS.items()
        for name in _names(language).get(month.lower(), ())
    }


def _names(language: str) -> Mapping[str, Sequence[str]]:
    """Dateparser's words of a language, by what they mean; empty where it does not know the language."""
    from dateparser.languages.loader import default_loader

    try:
        return default_loader.get_locale(language).info  # type: ignore[no-any-return]
    except ValueError:
        return {}


@lru_cache(maxsize=64)
def _parser(cls: type, language: str, *, month_first: bool):  # type: ignore[no-untyped-def]  # noqa: ANN202
    """One parser a language: no relative dates (they need a clock), a year demanded, no zone of this machine."""
    return cls(
        languages=[language],
        settings={
            "PARSERS": ["absolute-time"],
            "REQUIRE_PARTS": ["year"],
            "RELATIVE_BASE": _RELATIVE_SAFE_BASE,
            "DATE_ORDER": "MDY" if month_first else "DMY",
            "RETURN_TIME_AS_PERIOD": False,
            "PREFER_DAY_OF_MONTH": "first",
        },
    )
