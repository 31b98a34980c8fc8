"""When a document without markup appeared: the dates of its first lines, and those of its metadata."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta

from transforms.publication_date.date_labels import labelled_dates
from transforms.publication_date.evidence import DateSignal, Field, Locale, read_signal

METADATA, HEAD_LINE, LABELLED, AGREEING = 30, 36, 46, 44
"""Ranks: what a program noted when it wrote the file decides nothing; a date among the first lines does where it is
labelled, or where the file was written within a week of it."""
_LINES, _LONGEST = 12, 120
_WEEK = timedelta(days=7)


def document_signals(text: str, created: str | None, modified: str | None, locale: Locale) -> Iterator[DateSignal]:
    """Return the signs that a document's first lines and its metadata give."""
    noted = [*_metadata("published", created, locale), *_metadata("updated", modified, locale)]
    days = [s.signal.day for s in noted if s.signal.field == "published" and s.signal.day]
    for found in _head_lines(text, locale):
        day = found.signal.day
        near = day is not None and any(timedelta(0) <= written - day <= _WEEK for written in days)
        yield replace(found, rank=AGREEING) if near and found.rank == HEAD_LINE else found
    yield from noted


def _metadata(field: Field, raw: str | None, locale: Locale) -> Iterator[DateSignal]:
    if raw:
        yield read_signal("metadata", field, raw, METADATA, "of the file", locale)


def _head_lines(text: str, locale: Locale) -> Iterator[DateSignal]:
    lines = [line for line in text[:4000].splitlines() if line.strip()][:_LINES]
    for line in lines:
        if len(line) > _LONGEST:
            continue
        for d in labelled_dates(line):
            if d.label in ("other", "unknown"):
                continue
            field: Field = "updated" if d.label == "updated" else "published"
            rank = LABELLED if d.label in ("published", "date", "updated") else HEAD_LINE
            if rank == HEAD_LINE and len(line) - (d.end - d.start) > 40:
                continue
            yield read_signal("byline", field, d.raw, rank, line.strip()[:100], locale)
