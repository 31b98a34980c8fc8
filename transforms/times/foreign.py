"""Explicit dates of languages that have no rules of their own.

Day, month and year in their usual shapes, with the month names that dateparser has from CLDR.  The spans are found
here; dateparser, held to the one language, says what day each is, and is believed only where it read all three parts
and they are the ones that stand there.  Nothing relative is looked for.
"""

from __future__ import annotations

import re
from datetime import date
from functools import cache
from typing import Any

from transforms.model import Article, Bounds, Span, TimeExpression

_MONTHS = (
    "january", "february", "march", "april", "may", "june",
    "july", "august", "september", "october", "november", "december",
)  # fmt: skip
_DAY = r"(?<![\d.,/-])(?P<day{n}>\d{{1,2}})(?:er|re|st|[.ºª°])?"
_YEAR = r"(?P<year{n}>\d{{4}})(?![\d/-])"
# What may stand between the parts, in any language; bounded, so that matching stays linear.
_GAP = r"[\s.,’'-]{1,3}(?:(?:de|del|di|do|da|den|des|of|ng|a|al|d[’'])[\s’']{1,2})?"
_FIGURES = (
    r"(?<![\d.,/-])\d{1,2}([./-])\d{1,2}\1\d{4}(?![\d/-])",
    r"(?<![\d.,/-])\d{4}-\d{2}-\d{2}(?![\d-])",
    r"(?<!\d)\d{4}年\d{1,2}月\d{1,2}日",
    r"(?<!\d)\d{4}년 ?\d{1,2}월 ?\d{1,2}일",
)
_NUMBERS = re.compile(r"\d+")
RULE = "explicit-date"


@cache
def _pattern(language: str) -> re.Pattern[str] | None:
    """All shapes of one language as one pattern, or None where dateparser does not know it."""
    from dateparser.languages.loader import default_loader

    try:
        info = default_loader.get_locale(language).info
    except ValueError:
        return None
    names = {name for month in _MONTHS for name in info.get(month, ()) if len(name) > 1 and not name[0].isdigit()}
    shapes = list(_FIGURES)
    if names:
        month = (
            "(?:" + "|".join(re.escape(name) for name in sorted(names, key=lambda name: (-len(name), name))) + r")\b\.?"
        )
        orders = ((_DAY, month, _YEAR), (_YEAR, month, _DAY), (month, _DAY, _YEAR))
        for number, parts in enumerate(orders):
            shapes.append(_GAP.join(part if part == month else part.format(n=number) for part in parts))
    return re.compile("|".join(shapes), re.IGNORECASE)


@cache
def _reader(language: str) -> Any:
    from dateparser.date import DateDataParser

    return DateDataParser(languages=[language], settings={"REQUIRE_PARTS": ["day", "month", "year"]})


@cache
def _day(words: str, language: str) -> date | None:
    """What dateparser reads, if it read a day and every figure of the words is in it."""
    found = _reader(language).get_date_data(words)
    if found.date_obj is None or found.period != "day":
        return None
    when: date = found.date_obj.date()
    told = {int(number) for number in _NUMBERS.findall(words)}
    return when if when.year in told and told <= {when.year, when.month, when.day} and when.day in told else None


def explicit_dates(article: Article, language: str) -> tuple[TimeExpression, ...]:
    """The explicit dates of an article, in order; none in a language that dateparser does not know."""
    pattern = _pattern(language)
    if pattern is None:
        return ()
    found: list[TimeExpression] = []
    for match in pattern.finditer(article.text):
        when = _day(" ".join(match.group().split()), language)
        if when is None:
            continue
        day = when.isoformat()
        found.append(
            TimeExpression(
                Span(*match.span()),
                match.group(),
                "DATE",
                day,
                f"{language}/{RULE}",
                edtf=day,
                interval=Bounds(when, when),
                precision="day",
            )
        )
    return tuple(found)
