"""Raw bytes of one document as fetched, with what its source already says of it."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Hints:
    """What a manifest's row or a source's settings say about a document; `None` if they do not.

    What is said here outranks what the document says of itself.  Dates are strings as written.
    """

    id: str | None = None
    """The id given; it outranks one inside the document."""
    fallback_id: str | None = None
    """The id for a document that names none: its path relative to the SOURCE, without its ending."""
    title: str | None = None
    site: str | None = None
    author: str | None = None
    published: str | None = None
    updated: str | None = None
    language: str | None = None
    url: str | None = None
    kind: str | None = None
    """What kind of text it is, as written: news, narrative, chronology, live or transcript."""
    feed_published: str | None = None
    """The date that a feed gives for the page it links to: evidence, not a setting."""
    feed_updated: str | None = None


NO_HINTS = Hints()


@dataclass(frozen=True, slots=True)
class Snapshot:
    """Bytes as fetched, never changed afterwards, so that a better reader can read them again.

    Raises:
        ValueError: where `fetched_at` has no zone.
    """

    uri: str
    """Where it was: a path or an address, with `#…` for a part of a larger file (`news.jsonl#17`)."""
    media_type: str
    """As the server or the archive calls it, perhaps with a charset; empty where nobody said."""
    payload: bytes
    sha256: str
    fetched_at: datetime
    """When the bytes were taken (an archive's own date where it has one); nothing can be published later."""
    hints: Hints = field(default=NO_HINTS)

    def __post_init__(self) -> None:
        if self.fetched_at.tzinfo is None:
            raise ValueError("fetched_at needs a zone")


def take(uri: str, payload: bytes, fetched_at: datetime, media_type: str = "", hints: Hints = NO_HINTS) -> Snapshot:
    """Return a snapshot of the bytes, with their hash."""
    return Snapshot(uri, media_type, payload, hashlib.sha256(payload).hexdigest(), fetched_at, hints)
