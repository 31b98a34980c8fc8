"""One sign of when an article appeared, with how far its kind is to be trusted."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Literal

from transforms.model import PublicationSignal
from transforms.publication_date.date_strings import read_date

Field = Literal["published", "updated"]


REPUBLISHED = 25
"""How much less a publication date is trusted that lies after its own source's date of change."""


@dataclass(frozen=True, slots=True)
class DateSignal:
    """A signal and its rank: of the readable signs the highest is believed, among equals the first found."""

    signal: PublicationSignal
    rank: int
    ambiguous: bool = False


@dataclass(frozen=True, slots=True)
class Locale:
    """How dates are written where the document comes from."""

    language: str | None = None
    us_order: bool | None = None


def read_signal(
    source: str, field: Field, raw: str, rank: int, detail: str = "", locale: Locale = Locale()
) -> DateSignal:
    """Read the date string of one signal; an unreadable one is kept, and never chosen."""
    found = read_date(raw[:200], locale.language, us_order=locale.us_order, widely=source != "byline")
    return DateSignal(
        PublicationSignal(source, field, raw[:200], found.day, found.at, found.precision, detail), rank, found.ambiguous
    )


def is_later(first: DateSignal, second: DateSignal) -> bool:
    """True if the first sign's instant certainly lies after the second's; without both instants it is not certain."""
    if not first.signal.at or not second.signal.at:
        return False
    return _moment(first.signal.at) > _moment(second.signal.at)


def _moment(at: str) -> datetime:
    moment = datetime.fromisoformat(at)
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)
