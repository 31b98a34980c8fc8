"""The filters that `timeline` and every export share, so that an export holds what the same filters show."""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date

_EDGE = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")


@dataclass(frozen=True, slots=True)
class Filters:
    """Which events are meant; of several words for one filter any may fit.

    A period (`begin` to `end`, both inclusive, `None` open) shows the dated events whose [start_earliest, end_latest]
    meets it, an unknown edge taken as open; `certain` only those that lie within it whatever the truth; `possible` the
    undated ones too that could.  Words are compared without case and accents.
    """

    begin: date | None = None
    end: date | None = None
    certain: bool = False
    possible: bool = False
    actors: tuple[str, ...] = ()
    """Part of the name of somebody who takes part."""
    places: tuple[str, ...] = ()
    """Part of a place's name, or a country by its name or code."""
    types: tuple[str, ...] = ()
    """An event type, whole."""
    text: tuple[str, ...] = ()
    """Words in the title or in a mention's sentence."""
    speakers: tuple[str, ...] = ()
    """Part of the name of somebody who says so."""
    sites: tuple[str, ...] = ()
    """An outlet, or part of its name."""
    stories: tuple[str, ...] = ()
    """The id of a story, or its beginning."""
    detail: bool = False
    """Show the details of the key events too."""
    left_out: bool = False
    """Show everything, also what is not on the timeline, with the reason."""
    confirmed: bool = False
    """Show only what a person confirmed."""
    limit: int | None = None


def edge(text: str, *, last: bool) -> date:
    """Return the day that a filter's date means: the first or the last day of `2024` or `2024-03`.

    Raises:
        ValueError: where it is no year, month or day.
    """
    match = _EDGE.fullmatch(text.strip())
    if not match:
        raise ValueError(f"{text!r} is not a date: write 2024, 2024-03 or 2024-03-09")
    year, month, day = (int(part) if part else None for part in match.groups())
    assert year is not None
    month = month or (12 if last else 1)
    try:
        return date(year, month, day or (monthrange(year, month)[1] if last else 1))
    except ValueError as error:
        raise ValueError(f"{text!r} is not a date: {error}") from None
