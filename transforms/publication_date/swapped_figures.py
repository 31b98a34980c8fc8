"""Which figure is the day, where custom leaves it open: what else the document says of its dates."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date, timedelta

from transforms.model import PublicationSignal
from transforms.publication_date.evidence import BELIEVED, DateSignal, is_zero_day

_A_DAY = timedelta(days=1)


def settle_figures(signs: Iterable[DateSignal], latest: date | None) -> list[DateSignal]:
    """Return the signs, each with one reading where one alone is possible, or where another sign tells the same day.

    A day after the document was taken is impossible, and so is a day of publication after the last change.
    """
    found = list(signs)
    sure = [s for s in found if s.other is None and s.signal.day is not None and s.rank >= BELIEVED]
    return [_settled(s, sure, latest) if s.other else s for s in found]


def _settled(s: DateSignal, sure: Sequence[DateSignal], latest: date | None) -> DateSignal:
    readings = [reading for reading in (s.signal, s.other) if reading is not None]
    agreeing = [r for r in readings if any(_same_day(r, other.signal) for other in sure)]
    if len(agreeing) == 1:
        return replace(s, signal=agreeing[0], other=None)
    changes = [other.signal.day for other in sure if other.signal.field == "updated" and other.signal.day]
    changed = min((day for day in changes if not is_zero_day(day)), default=None)
    fit = [r for r in readings if r.day and _possible(r, latest, changed)]
    return replace(s, signal=fit[0], other=None) if len(fit) == 1 else s


def _possible(reading: PublicationSignal, latest: date | None, changed: date | None) -> bool:
    day = reading.day
    if day is None or (latest and day > latest):
        return False
    return reading.field == "updated" or changed is None or day <= changed + _A_DAY


def _same_day(reading: PublicationSignal, other: PublicationSignal) -> bool:
    """Return True if both tell one day: a clock may stand in another zone."""
    if reading.field != other.field or reading.day is None or other.day is None:
        return False
    return abs(reading.day - other.day) <= (_A_DAY if other.at else timedelta(0))
