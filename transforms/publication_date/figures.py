"""Dates in figures: `03/04/2024` is the third of April or the fourth of March, by the custom of the place.

A number above 12 settles it, so does a weekday beside it, and points mean day first.  Else the custom of the document's
region; where that is unknown too, both days stay possible.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from typing import Literal

FigureOrder = Literal["day first", "month first", "unknown"]
Parts = dict[str, str | None]

MONTH_FIRST_REGIONS = frozenset({"us", "ph", "pr", "gu"})
"""Regions whose English writes the month first; in all others the day comes first."""
AMERICAN_DOMAINS = frozenset({"us", "gov", "mil", "edu", "ph"})
ENGLISH_DAY_FIRST_DOMAINS = frozenset(
    [
        *("uk", "ie", "au", "nz", "za", "in", "sg", "hk", "ng", "ke", "pk", "my", "gh", "lk", "bd", "mt", "jm", "tt"),
        *("scot", "wales", "london", "eu"),
    ]
)
"""Domains of places that write English with the day first; Canada does both."""
_EITHER = frozenset({"ca"})

CLOCK = (
    r"(?:um |at |kl\. ?|alle |às |à |a las )?(?P<hour>\d{1,2})[:.h](?P<minute>\d{2})(?::(?P<second_of_minute>\d{2}))?"
    r"\s?(?P<half>[AaPp]\.?[Mm]\.?)?(?: ?(?:Uhr|h|hs))?"
)
_FIGURES = re.compile(
    r"(?P<before>[^\d]{0,40}?)(?<![\d/.-])"
    r"(?P<first>\d{1,2})(?P<mark>[./-])\s?(?P<second>\d{1,2})(?P=mark)\s?(?P<year>\d{4}|\d{2})(?![\d/-])"
    rf"(?:(?:\s?[,|–-]\s?|\s{{1,3}}){CLOCK})?(?P<rest>[^\d]{{0,20}})"
)
_IN_TEXT = re.compile(r"(?<![\d/-])(\d{1,2})[/-](\d{1,2})[/-](?:\d{4}|\d{2})(?![\d/-])")
_WORD = re.compile(r"[^\W\d_]{2,14}")
_FIRST_OF_2000S = 70
"""A year of two figures from here on is one of the nineteen hundreds, as on the clocks of machines."""


def figure_order(language: str | None, top_level_domain: str | None = None) -> FigureOrder:
    """Return which of two figures is the day, by the region that the language carries, else by the site's domain."""
    code, _, region = (language or "").replace("_", "-").lower().partition("-")
    region = region.rpartition("-")[2]
    if code not in ("", "en"):
        return "day first"
    if len(region) == 2 and region not in _EITHER:
        return "month first" if region in MONTH_FIRST_REGIONS else "day first"
    domain = (top_level_domain or "").lower()
    if domain in AMERICAN_DOMAINS:
        return "month first"
    return "day first" if domain in ENGLISH_DAY_FIRST_DOMAINS else "unknown"


def read_figures(text: str, order: FigureOrder, weekdays: Mapping[str, int]) -> list[Parts] | None:
    """Return the parts of a date in figures, twice where either figure may be the day; `None` where there is none.

    Args:
        text: the date, perhaps with a weekday and a time of day.
        order: the custom of the place.
        weekdays: the number of each day of the week by its names, from Monday on.
    """
    m = _FIGURES.fullmatch(text)
    if m is None:
        return None
    first, second = int(m["first"]), int(m["second"])
    year = int(m["year"])
    if len(m["year"]) == 2:
        year += 1900 if year >= _FIRST_OF_2000S else 2000
    day_first, month_first = _parts(m, year, second, first), _parts(m, year, first, second)
    if second > 12:
        return [month_first]
    if first > 12 or first == second or m["mark"] == ".":
        return [day_first]
    named = [weekdays[w.casefold()] for w in _WORD.findall(f"{m['before']} {m['rest']}") if w.casefold() in weekdays]
    if len(named) == 1:
        fit = [parts for parts in (day_first, month_first) if _weekday(parts) == named[0]]
        if len(fit) == 1:
            return fit
    if order == "unknown":
        return [day_first, month_first]
    return [month_first if order == "month first" else day_first]


def may_be_swapped(text: str) -> bool:
    """Return True if the first date in figures in a text may have either figure as its day."""
    m = _IN_TEXT.search(text)
    return m is not None and _is_open(m)


def any_may_be_swapped(text: str) -> bool:
    """Return True if any date in figures in a text may have either figure as its day."""
    return any(_is_open(m) for m in _IN_TEXT.finditer(text))


def _is_open(m: re.Match[str]) -> bool:
    return m[1] != m[2] and max(int(m[1]), int(m[2])) <= 12


def _parts(m: re.Match[str], year: int, month: int, day: int) -> Parts:
    return {
        "year": str(year), "month": str(month), "day": str(day), "hour": m["hour"], "minute": m["minute"],
        "second": m["second_of_minute"], "half": m["half"],
    }  # fmt: skip


def _weekday(parts: Parts) -> int | None:
    try:
        return date(int(parts["year"] or 0), int(parts["month"] or 0), int(parts["day"] or 0)).weekday()
    except ValueError:
        return None
