"""Explicit dates of languages that have no rules of their own.

Day, month and year in their usual shapes, with the month names that dateparser has from CLDR.  The spans are found
here, in one pass; dateparser, held to the one language, says what day each is, and is believed only where it read all
three parts and they are the ones that stand there.  Nothing relative is looked for.
"""

from __future__ import annotations

import re
from datetime import date
from functools import cache, lru_cache
from typing import Any, NamedTuple

from transforms.language.month_names import ENGLISH_MONTHS
from transforms.model import Article, Bounds, Span, TimeExpression
from transforms.times.grammar.numerals import FIRST_YEAR, LAST_YEAR

RULE = "explicit-date"
ANY = "any"
"""What stands for the language in the rule's name where it is not known."""
# A hyphen before it joins a preposition in Hebrew, and makes it part of a name or a number elsewhere.
_DAY = r"(?<![\d.,/])(?<![^א-ת]-)(?P<day{n}>\d{{1,2}})(?P<ending{n}>er|re|st|[.ºª°ης])?"
_YEAR = r"(?P<year{n}>\d{{4}})(?![\d/-])"
_YEAR_FIRST = r"(?<![\d.,/-])(?P<year{n}>\d{{4}})"
# What may stand between the parts, in any language; bounded, so that matching stays linear.
_GAP = r"[\s.,’'-]{1,3}(?:(?:de|del|di|do|da|den|des|of|ng|a|al|d[’']|năm|m\.)[\s’']{1,2})?"
_YEAR_MONTH_DAY = (
    r"(?<![\d.,/-])(?P<iso_year>\d{4})(?P<dash>[-/.])\s?"
    r"(?P<iso_month>\d{1,2})(?P=dash)\s?(?P<iso_day>\d{1,2})(?![\d/-]|[.,]\d)"
)
_FIGURES = (
    r"(?<![\d.,/-])(?P<one>\d{1,2})(?P<mark>[./-])\s?(?P<two>\d{1,2})(?P=mark)\s?(?P<last>\d{4})(?![\d/-]|[.,]\d)"
)
_EAST = r"(?<!\d)(?P<east_year>\d{4})\s?[年년]\s?(?P<east_month>\d{1,2})\s?[月월]\s?(?P<east_day>\d{1,2})\s?[日号號일]"
_ISO = re.compile(
    r"(?<![\w.,/:-])(?P<iso_year>\d{4})-(?P<iso_month>\d\d)-(?P<iso_day>\d\d)(?!-)(?:(?=T\d\d:\d\d)|(?![\w/]))|" + _EAST
)
_OTHER_NAMES = {"no": ("nb",), "sr": ("sr", "sr-Latn"), "bs": ("bs", "bs-Latn"), "uz": ("uz", "uz-Latn")}
"""What dateparser calls a language, where that is not its code alone."""
_OTHER_CALENDARS = frozenset({"am", "ckb", "fa", "ps", "th", "ti"})
"""Languages in which figures alone may count the years of another calendar (CLDR's first calendar of their places)."""


class Language(NamedTuple):
    """One language: the pattern of its dates, the month that each name is, and whether years come first in figures."""

    pattern: re.Pattern[str]
    months: dict[str, int]
    year_first: bool


@cache
def _language(code: str) -> Language | None:
    """All shapes of one language as one pattern, or None where dateparser does not know it."""
    from dateparser.languages.loader import default_loader

    months: dict[str, int] = {}
    order = ""
    for name in _OTHER_NAMES.get(code, (code,)):
        try:
            info = default_loader.get_locale(name).info
        except ValueError:
            return None
        order = order or str(info.get("date_order", ""))
        for number, month in ENGLISH_MONTHS.items():
            for form in info.get(month.lower(), ()):
                if len(form) > 1 and not form[0].isdigit():
                    months.setdefault(form.lower().rstrip("."), number)
    shapes = [_EAST]
    if code not in _OTHER_CALENDARS:
        shapes += [_YEAR_MONTH_DAY, _FIGURES]
    if months:
        names = "|".join(re.escape(name) for name in sorted(months, key=lambda name: (-len(name), name)))
        orders = (
            ("{day}", "{month}", "{year}"),
            ("{first_year}", "{month}", "{last_day}"),
            ("{month}", "{day}", "{year}"),
        )
        for n, parts in enumerate(orders):
            filled = {
                "day": _DAY.format(n=n),
                "last_day": rf"(?P<day{n}>\d{{1,2}})(?!\d)",
                "year": _YEAR.format(n=n),
                "first_year": _YEAR_FIRST.format(n=n),
                "month": rf"(?P<month{n}>(?<!\w)(?:{names})(?!\w))\.?",
            }
            shapes.append(_GAP.join(part.format(**filled) for part in parts))
    return Language(re.compile("|".join(shapes), re.IGNORECASE), months, order.startswith("Y"))


@cache
def _reader(code: str) -> Any:
    from dateparser.date import DateDataParser

    settings = {"REQUIRE_PARTS": ["day", "month", "year"]}
    return DateDataParser(languages=list(_OTHER_NAMES.get(code, (code,))), settings=settings)


@lru_cache(maxsize=4096)
def _resolved(words: str, code: str) -> date | None:
    """Return the day that dateparser reads, if it reads one."""
    found = _reader(code).get_date_data(words)
    return found.date_obj.date() if found.date_obj is not None and found.period == "day" else None


def _named(parts: dict[str, str], number: int) -> tuple[str, str, str] | None:
    """Day, month and year of one of the three shapes with a month's name."""
    day, month, year = (parts.get(f"{part}{number}") for part in ("day", "month", "year"))
    return (day, month, year) if day and month and year else None


def _day(match: re.Match[str], code: str, language: Language) -> date | None:
    """Return what dateparser reads, if it kept day and month apart and supplied no part of its own."""
    if match.group().count("\n") > 1:
        return None
    parts = {name: text for name, text in match.groupdict().items() if text}
    if "one" in parts:
        one, two, year = int(parts["one"]), int(parts["two"]), int(parts["last"])
        if language.year_first and max(one, two) <= 12 and one != two:
            # Where the year is usually first, nothing says which of the two is the month.
            return None
        when = _resolved(f"{one}/{two}/{year}", code)
        same = when is not None and when.year == year and {when.month, when.day} == {one, two}
        return when if same else None
    for kind in ("iso", "east"):
        if f"{kind}_year" in parts:
            return _in_order(*(int(parts[f"{kind}_{part}"]) for part in ("year", "month", "day")))
    for number in range(3):
        if named := _named(parts, number):
            day, month, year = int(named[0]), language.months.get(named[1].lower()), int(named[2])
            if not FIRST_YEAR <= year <= LAST_YEAR:
                return None
            # An ending of the figure (“1º”, “1er”) is left out: dateparser knows it in some languages alone.
            when = _resolved(f"{day} {named[1]} {year}", code)
            return when if when is not None and (when.year, when.month, when.day) == (year, month, day) else None
    return None


def _in_order(year: int, month: int, day: int) -> date | None:
    """Year, month and day as they stand: dateparser would swap the last two where a language has the day first."""
    try:
        return date(year, month, day) if FIRST_YEAR <= year <= LAST_YEAR else None
    except ValueError:
        return None


def _expression(match: re.Match[str], when: date, code: str) -> TimeExpression:
    day, bounds = when.isoformat(), Bounds(when, when)
    span, rule = Span(*match.span()), f"{code}/{RULE}"
    return TimeExpression(span, match.group(), "DATE", day, rule, edtf=day, interval=bounds, precision="day")


def is_year_first(text: str) -> bool:
    """True if a date found here is figures with the year first, which need no resolver."""
    return re.fullmatch(_EAST, text) is not None or re.fullmatch(_YEAR_MONTH_DAY, text) is not None


def explicit_dates(article: Article, code: str) -> tuple[TimeExpression, ...]:
    """Return an article's explicit dates, in order; for a language dateparser lacks, as for an unknown one."""
    language = _language(code)
    if language is None:
        return unambiguous_dates(article)
    found = ((match, _day(match, code, language)) for match in language.pattern.finditer(article.text))
    return tuple(_expression(match, when, code) for match, when in found if when is not None)


def unambiguous_dates(article: Article) -> tuple[TimeExpression, ...]:
    """Return the dates that mean the same in every language: 2021-05-17, 2021年5月17日."""
    nothing = Language(_ISO, {}, year_first=True)
    found = ((match, _day(match, ANY, nothing)) for match in _ISO.finditer(article.text))
    return tuple(_expression(match, when, ANY) for match, when in found if when is not None)
