"""When an event happened, in words that say no more than is known."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from transforms.language.month_names import ENGLISH_MONTHS

_PARTS_OF_DAY = {"MO": "morning", "MI": "noon", "AF": "afternoon", "EV": "evening", "NI": "night", "DT": "daytime"}
"""What TIMEX3 writes for a part of the day."""
_ORDINALS = ("first", "second", "third", "fourth")


def when_in_words(event: Mapping[str, Any]) -> str:
    """Return one line from an event's row.

    `13 January 2025` · `August 2024` · `between 1 and 13 January 2025` · `by 13 January 2025` · `date unknown`
    """
    words = _words(event)
    if event["approximate"] and words != "date unknown":
        words = f"about {words}"
    if event["local_time"] and event["precision"] == "day":
        time = _PARTS_OF_DAY.get(event["local_time"], event["local_time"])
        words += f", {time}" + (f" {event['zone']}" if event["zone"] else "")
    if event["ongoing"] and not words.startswith("since"):
        words += ", still going on when told"
    return words


_APART = {"span": "Over a longer time", "background": "Background", "undated": "Date unknown"}


def heading_of(event: Mapping[str, Any]) -> str:
    """Return the heading under which an event stands: its month, or what sets it apart from the story's own days."""
    if not event["dated"] or event["sort_date"] is None:
        return _APART["undated"]
    day: date = event["sort_date"]
    return _APART.get(event["section"] or "", f"{ENGLISH_MONTHS[day.month]} {day.year}")


def _words(event: Mapping[str, Any]) -> str:
    begin, end = (event["start_earliest"], event["start_latest"]), (event["end_earliest"], event["end_latest"])
    unit = _unit(event["start_earliest"], event["end_latest"])
    if unit:
        return unit
    known = [bound for bound in (*begin, *end) if bound]
    if not known:
        return "date unknown"
    if begin == end:
        return _side(*begin)
    if not any(begin):
        return f"until {_point(*end)}" if end[0] and end[1] else _side(*end)
    if not any(end):
        return f"since {_point(*begin)}" if begin[0] else f"begun {_side(*begin)}"
    if begin[0] is None and end[0] is None:
        return _side(None, end[1])
    if end == (event["start_earliest"], None):
        return _side(event["start_earliest"], None)
    return f"from {_point(*begin)} to {_point(*end)}"


def _side(low: date | None, high: date | None) -> str:
    """Return one end that lies between two days."""
    if low and high:
        return day_in_words(low) if low == high else _unit(low, high) or f"between {_range(low, high)}"
    if high:
        return f"by {day_in_words(high)}"
    return f"on or after {day_in_words(low)}" if low else "date unknown"


def _point(low: date | None, high: date | None) -> str:
    """Return one end as the edge of a stretch of time."""
    if low and high:
        return day_in_words(low) if low == high else _unit(low, high) or f"a day between {_range(low, high)}"
    if high:
        return f"{day_in_words(high)} or before"
    return f"{day_in_words(low)} or later" if low else "an unknown day"


def _unit(low: date | None, high: date | None) -> str | None:
    """Return the calendar's own name for these days, where they are one of its units."""
    if not low or not high:
        return None
    if low == high:
        return day_in_words(low)
    if low.day != 1 or _next_day_is_not_first(high):
        return None
    months = (high.year - low.year) * 12 + high.month - low.month + 1
    if months == 1:
        return f"{ENGLISH_MONTHS[low.month]} {low.year}"
    if months == 3 and low.month % 3 == 1:
        return f"{_ORDINALS[low.month // 3]} quarter of {low.year}"
    if months == 6 and low.month in (1, 7):
        return f"{'first' if low.month == 1 else 'second'} half of {low.year}"
    if low.month != 1 or months % 12:
        return None
    years = months // 12
    if years == 1:
        return str(low.year)
    if years == 10 and low.year % 10 == 0:
        return f"the {low.year}s"
    return None


def _next_day_is_not_first(day: date) -> bool:
    return day != date.max and date.fromordinal(day.toordinal() + 1).day != 1


def _range(low: date, high: date) -> str:
    if (low.month, low.day, high.month, high.day) == (1, 1, 12, 31):
        return f"{low.year} and {high.year}"
    if (low.year, low.month) == (high.year, high.month):
        return f"{low.day} and {day_in_words(high)}"
    if low.year == high.year:
        return f"{low.day} {ENGLISH_MONTHS[low.month]} and {day_in_words(high)}"
    return f"{day_in_words(low)} and {day_in_words(high)}"


def day_in_words(day: date) -> str:
    """`13 January 2025`."""
    return f"{day.day} {ENGLISH_MONTHS[day.month]} {day.year}"
