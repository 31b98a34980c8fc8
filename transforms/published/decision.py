"""From all signs found to one publication day, one update day, and which sign decided."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from transforms.model import PublicationSignal
from transforms.published.evidence import Sign


@dataclass(frozen=True, slots=True)
class Decision:
    """When an article was published and last updated, as far as known, and every signal with the chosen ones marked."""

    published: date | None = None
    published_at: str | None = None
    signal: str | None = None
    precision: str | None = None
    updated: date | None = None
    signals: tuple[PublicationSignal, ...] = ()


def decide(signs: Iterable[Sign], not_after: date | None = None) -> Decision:
    """Choose among the signs.

    Args:
        signs: all that were found, in the order of the document.
        not_after: the day the bytes were taken.  Days more than one after it are slips (one, since the day may have
            begun earlier where the article was written) and not believed, save where a manifest says so.
    """
    all_signs = list(signs)
    latest = not_after + timedelta(days=1) if not_after and not_after < date.max else None
    published = _best(all_signs, "published", latest)
    updated = _best(all_signs, "updated", latest)
    chosen = {id(s) for s in (published, updated) if s is not None}
    signals = tuple(replace(s.signal, chosen=id(s) in chosen) for s in all_signs)
    if published is None:
        coarse = next(
            (
                s.signal.precision
                for s in all_signs
                if s.signal.field == "published" and s.signal.precision in ("month", "year")
            ),
            None,
        )
        return Decision(precision=coarse, updated=updated.signal.day if updated else None, signals=signals)
    return Decision(
        published.signal.day,
        published.signal.at,
        published.signal.source,
        published.signal.precision,
        updated.signal.day if updated else None,
        signals,
    )


def _best(signs: Sequence[Sign], field: str, latest: date | None) -> Sign | None:
    fit = [
        s
        for s in signs
        if s.signal.field == field
        and s.signal.day is not None
        and (latest is None or s.signal.day <= latest or s.signal.source == "manifest")
    ]
    return max(fit, key=lambda s: s.rank, default=None)
