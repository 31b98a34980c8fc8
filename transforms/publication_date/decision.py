"""From all signals found to one publication day, one update day, and the signal that decided."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from transforms.model import PublicationSignal
from transforms.publication_date.evidence import BELIEVED, DateSignal, is_zero_day
from transforms.publication_date.swapped_figures import settle_figures

_GIVEN = ("manifest", "record")
"""Sources that are believed whatever the day: a person or another program said so."""

_WESTERNMOST, _EASTERNMOST = timedelta(hours=-10), timedelta(hours=14)
"""Hawaii and Kiribati."""


@dataclass(frozen=True, slots=True)
class Decision:
    """When an article was published and last updated, as far as known, and every signal with the chosen ones marked."""

    published: date | None = None
    published_at: str | None = None
    signal: str | None = None
    precision: str | None = None
    updated: date | None = None
    signals: tuple[PublicationSignal, ...] = ()


def decide(signs: Iterable[DateSignal], not_after: date | None = None) -> Decision:
    """Choose among the signals.

    Args:
        signs: all that were found, in the order of the document.
        not_after: the day the bytes were taken.  Days more than one after it are slips (one, since the day may have
            begun earlier where the article was written) and not believed, save where a manifest says so.
    """
    latest = not_after + timedelta(days=1) if not_after and not_after < date.max else None
    found = settle_figures(signs, latest)
    published, updated = (_sure(_best(found, field, latest)) for field in ("published", "updated"))
    local = _local_day(published, found) if published else None
    if published and updated and updated.signal.day and (local or published).signal.day > updated.signal.day:  # type: ignore[operator]
        # Written before it appeared: not a change of what was published.
        updated = None
    chosen = {id(s) for s in (local or published, updated) if s is not None}
    signals = tuple(signal for s in found for signal in _signals(s, chosen=id(s) in chosen))
    changed = updated.signal.day if updated else None
    if published is None:
        coarse = (s.signal.precision for s in found if s.signal.field == "published")
        precision = next((p for p in coarse if p in ("month", "year")), None)
        return Decision(precision=precision, updated=changed, signals=signals)
    decisive = (local or published).signal
    at = decisive.at or published.signal.at
    return Decision(decisive.day, at, decisive.source, "instant" if at else decisive.precision, changed, signals)


def _best(signs: Sequence[DateSignal], field: str, latest: date | None) -> DateSignal | None:
    fit = [
        s
        for s in signs
        if s.signal.field == field
        and s.signal.day is not None
        and (s.signal.source in _GIVEN or (s.rank >= BELIEVED and _possible(s.signal.day, latest)))
    ]
    return max(fit, key=lambda s: s.rank, default=None)


def _sure(best: DateSignal | None) -> DateSignal | None:
    """Return the sign, unless it may mean either of two days."""
    return best if best is not None and best.other is None else None


def _possible(day: date, latest: date | None) -> bool:
    return not is_zero_day(day) and (latest is None or day <= latest)


def _signals(s: DateSignal, *, chosen: bool) -> Iterator[PublicationSignal]:
    """Both readings of a sign that nothing settles, else the one."""
    yield replace(s.signal, chosen=chosen)
    if s.other:
        yield s.other


def _local_day(winner: DateSignal, signs: Sequence[DateSignal]) -> DateSignal | None:
    """Return the sign that gives the day where the article was written, where the winner gives it at Greenwich.

    Servers write instants in UTC whatever the outlet's zone, so near midnight their day is another than the paper's.
    A sign of the same instant with an offset of its own tells the day, else the address, else what a reader sees; each
    is believed only where some zone on Earth has that day at that instant.
    """
    at = winner.signal.at
    if winner.signal.source in _GIVEN or not at or not at.endswith("+00:00"):
        return None
    instant = datetime.fromisoformat(at)
    fit = [s for s in signs if s.signal.field == "published" and s.rank >= BELIEVED and _same_moment(s, instant)]
    local = max(fit, key=_locality, default=None)
    if local is not None and local.signal.at is None and local.signal.source != "url":
        # A day without a clock may belong to something else on the page: it must stand alone.
        local = None if any(s.signal.day == winner.signal.day for s in fit) else local
    return local if local is not None and local.signal.day != winner.signal.day else None


def _same_moment(s: DateSignal, instant: datetime) -> bool:
    """Return True if a sign in local terms can tell of the instant: by its offset, its clock, or its day alone."""
    at, day = s.signal.at, s.signal.day
    if day is None or (at or "").endswith("+00:00"):
        return False
    if at is None:
        return (instant + _WESTERNMOST).date() <= day <= (instant + _EASTERNMOST).date()
    moment = datetime.fromisoformat(at)
    if moment.tzinfo is not None:
        return abs(moment - instant) <= timedelta(minutes=10)
    offset = moment - instant.replace(tzinfo=None)
    past_quarter = offset % timedelta(minutes=15)
    on_a_zone = min(past_quarter, timedelta(minutes=15) - past_quarter) <= timedelta(minutes=2)
    return _WESTERNMOST <= offset <= _EASTERNMOST and on_a_zone


def _locality(s: DateSignal) -> tuple[int, int]:
    at = s.signal.at or ""
    own_offset = at[19:].startswith(("+", "-"))
    return (3 if own_offset else 2 if s.signal.source == "url" else 1), s.rank
