"""One signal of when an article appeared, ranked by how far its kind can be trusted."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from typing import Literal

from transforms.model import PublicationSignal
from transforms.publication_date.date_strings import read_date
from transforms.publication_date.figures import FigureOrder

Field = Literal["published", "updated"]


_ZERO_DAYS = frozenset(
    [
        *(date(1601, 1, 1), date(1899, 12, 30), date(1899, 12, 31), date(1900, 1, 1), date(1904, 1, 1)),
        *(date(1969, 12, 31), date(1970, 1, 1), date(1979, 12, 31), date(1980, 1, 1)),
    ]
)
"""With which the clocks of Windows, spreadsheets, the Macintosh, Unix and DOS begin."""
BELIEVED = 40
"""A sign of a lower rank is kept as a signal, and never decides."""
REPUBLISHED = 25
"""What a publication date loses in rank if it lies after its own source's date of change."""


@dataclass(frozen=True, slots=True)
class DateSignal:
    """A signal and its rank: of the readable signs the highest is believed, among equals the first found."""

    signal: PublicationSignal
    rank: int
    other: PublicationSignal | None = None
    """The same words read with day and month swapped, where nothing said which of two figures is the day."""


@dataclass(frozen=True, slots=True)
class Locale:
    """How dates are written where the document comes from."""

    language: str | None = None
    order: FigureOrder | None = None
    """Which of two figures is the day; from the language where `None`."""


def read_signal(
    source: str, field: Field, raw: str, rank: int, detail: str = "", locale: Locale = Locale()
) -> DateSignal:
    """Read the date string of one signal; an unreadable one is kept, and never chosen."""
    found = read_date(raw[:200], locale.language, order=locale.order, widely=source != "byline")
    signal = PublicationSignal(source, field, raw[:200], found.day, found.at, found.precision, detail)
    other = replace(signal, day=found.other, at=found.other_at) if found.other else None
    return DateSignal(signal, rank, other)


def is_zero_day(day: date | None) -> bool:
    """Return True if machines write this day where they know none: the zero of a clock, here or a zone further west."""
    return day in _ZERO_DAYS


def is_later(first: DateSignal, second: DateSignal) -> bool:
    """Return True if the first sign's instant certainly lies after the second's."""
    if not first.signal.at or not second.signal.at or is_zero_day(second.signal.day):
        return False
    return _moment(first.signal.at) > _moment(second.signal.at)


def _moment(at: str) -> datetime:
    moment = datetime.fromisoformat(at)
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)
