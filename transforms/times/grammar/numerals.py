"""What a piece of text made of digits and marks can be: a count, a year, a date in figures, a time of day, a range."""

from __future__ import annotations

import re
from functools import lru_cache

from transforms.times.grammar.lexicon import Entry, Value, Word

FIRST_YEAR, LAST_YEAR = 1000, 2199
FIRST_NEAR_YEAR, LAST_NEAR_YEAR = 1900, 2039
"""Years that a bare figure may name without a preposition."""
_LONGEST = 24

_SHAPES = re.compile(
    r"""
      (?P<iso_date>\d{4}([-/.])\d{1,2}\2\d{1,2})
    | (?P<figures_date>\d{1,2}([-/.])\d{1,2}\4(?:\d{4}|\d\d))
    | (?P<clock>\d{1,2}:\d\d(?::\d\d)?)
    | (?P<year_range>\d{4}[-–/](?:\d{4}|\d\d))
    | (?P<pair_range>\d{1,2}([./])\d{1,2}[-–]\d{1,2}\8\d{1,2}\8\d{4})
    | (?P<range>\d{1,3}[-–]\d{1,3})
    | (?P<clock_range>\d{1,2}:\d\d[-–]\d{1,2}:\d\d)
    | (?P<pair>\d{1,2}[./]\d{1,2})
    | (?P<grouped>\d{1,3}(?:,\d{3})+)
    | (?P<decimal>\d+\.\d+)
    | (?P<whole>\d+)
    """,
    re.VERBOSE,
)
_DIGITS = re.compile(r"\d+")
_TRIGGERS = frozenset(
    {"iso_date", "figures_date", "clock", "year", "near_year", "nine_eleven", "iso_month", "clock_range"}
)


def century_of(two_digits: int) -> int:
    """Return the full year that two digits stand for, as POSIX reads them: 69 to 99 are 1969 to 1999."""
    return two_digits + (1900 if two_digits >= 69 else 2000)


def _whole(text: str) -> list[tuple[str, Value]]:
    number = int(text)
    found: list[tuple[str, Value]] = [("int", number)] if len(text) < 10 else []
    if len(text) <= 2:
        found.append(("two_digits", number))
        if 1 <= number <= 31:
            found.append(("day_number", number))
        if number <= 24:
            found.append(("hour", number))
    elif len(text) == 4:
        if FIRST_YEAR <= number <= LAST_YEAR:
            found.append(("year", number))
        if FIRST_NEAR_YEAR <= number <= LAST_NEAR_YEAR:
            found.append(("near_year", number))
        if number % 100 < 60 and number <= 2400:
            found.append(("military", (number // 100, number % 100)))
    elif len(text) == 3 and number:
        found.append(("short_year", number))
    return found


def _year_range(text: str) -> list[tuple[str, Value]]:
    first, second = int(text[:4]), int(text[5:])
    if not FIRST_YEAR <= first <= LAST_YEAR:
        return []
    found: list[tuple[str, Value]] = []
    short = len(text) == 7
    if short and 1 <= second <= 12 and second != first % 100 + 1:
        found.append(("iso_month", (first, second)))
    elif short and second > first % 100:
        found.append(("year_range", (first, first - first % 100 + second)))
    elif not short and first < second <= LAST_YEAR:
        found.append(("year_range", (first, second)))
    return found


def _pair(text: str) -> list[tuple[str, Value]]:
    first, second = (int(part) for part in _DIGITS.findall(text))
    found: list[tuple[str, Value]] = [("dotted" if "." in text else "slashed", (first, second))]
    if "." in text:
        found.append(("decimal", float(text)))
        if first <= 24 and len(text.split(".")[1]) == 2 and second < 60:
            found.append(("dotted_clock", (first, second)))
    return found


def _halves(text: str, parts: tuple[int, ...]) -> Word | None:
    cut = text.find("-") if "-" in text else text.find("–") if "–" in text else text.find("/")
    first, second = classify(text[:cut]), classify(text[cut + 1 :])
    if first is None or second is None:
        return None
    if cut == 4 and len(text) == 7:
        full = parts[0] - parts[0] % 100 + parts[1]
        second = Word((Entry("range_year", full),), trigger=True, dotted=False, categories=frozenset({"range_year"}))
    return Word((), cut == 4 or second.trigger, dotted=False, halves=(cut, first, second))


@lru_cache(maxsize=4096)
def classify(text: str) -> Word | None:
    """Return the categories of a piece with digits, or `None` if it is neither number nor date (a telephone number)."""
    if len(text) > _LONGEST:
        return None
    match = _SHAPES.fullmatch(text)
    if match is None:
        return None
    kind = match.lastgroup
    parts = tuple(int(part) for part in _DIGITS.findall(text))
    found: list[tuple[str, Value]] = []
    if kind == "whole":
        found = _whole(text)
    elif kind == "year_range":
        found = _year_range(text)
    elif kind == "pair":
        found = _pair(text) + ([("nine_eleven", 1)] if text == "9/11" else [])
    elif kind == "grouped":
        found = [("int", int(text.replace(",", "")))]
    elif kind == "decimal":
        found = [("decimal", float(text))]
    elif kind == "range":
        found = [("range", parts)] if parts[0] < parts[1] else []
    elif kind == "clock":
        found = [("clock", parts)] if parts[0] <= 24 and all(part < 60 for part in parts[1:]) else []
    elif kind == "clock_range":
        found = [("clock_range", parts)] if parts[0] <= 24 and parts[2] <= 24 and max(parts[1], parts[3]) < 60 else []
    elif kind == "iso_date":
        found = [("iso_date", parts)]
    elif kind == "figures_date":
        year = parts[2] if len(text) - text.rfind(str(parts[2])) == 4 or parts[2] > 99 else century_of(parts[2])
        found = [("figures_date", (parts[0], parts[1], year))]
    if kind == "pair_range":
        return _halves(text, parts)
    if kind in ("range", "year_range") and found and found[0][0] == kind:
        return _halves(text, parts)
    if not found:
        return None
    entries = tuple(Entry(category, value) for category, value in found)
    categories = frozenset(category for category, _ in found)
    return Word(entries, not categories.isdisjoint(_TRIGGERS), dotted=False, categories=categories)
