"""The origin of a stream of documents, the limits on reading it, and reading it as one document."""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime

from transforms.model import Refusal
from transforms.readers.reasons import refuse
from transforms.readers.snapshot import Hints, Snapshot, take


@dataclass(frozen=True, slots=True)
class Limits:
    """Limits on documents, so that no file can fill the memory or run for ever."""

    document_bytes: int = 20_000_000
    """Bytes of one document, unpacked; a larger one is refused (`too_large`)."""
    nesting: int = 3
    """How deep packed files may lie in packed files."""
    expansion: int = 300
    """How many times its packed size an archive may unpack to; text packs 3 to 10 times, a bomb a thousand times."""
    slack_bytes: int = 4_000_000
    """What anything packed may unpack to, however small it is."""


@dataclass(slots=True)
class Allowance:
    """How many bytes packed data may unpack to, all layers together, given the outermost layer's size."""

    limits: Limits
    packed: int = 0
    unpacked: int = 0

    @property
    def most(self) -> int:
        """Bytes that all of it may unpack to."""
        return self.limits.slack_bytes + self.packed * self.limits.expansion

    @property
    def exceeded(self) -> bool:
        """True if more came out than any text would give."""
        return self.unpacked > self.most


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a stream comes from, and what is known about everything in it."""

    uri: str
    now: datetime
    hints: Hints
    limits: Limits = field(default=Limits())
    media_type: str = ""
    depth: int = 0
    allowance: Allowance | None = None
    """What the layers of packing around this stream may give together; `None` where nothing is packed."""
    lone: bool = True
    """True if it is the SOURCE itself: then the names of an archive's members are ids as they are."""


def too_large(origin: Origin, where: str) -> Refusal:
    """Return the refusal of a document that exceeds the limit."""
    return refuse("too_large", origin.uri, where, f"more than {origin.limits.document_bytes:,} bytes")


class Unpacked(io.RawIOBase):
    """A stream that unpacks another; if that one is damaged, it ends there and keeps the failure."""

    failure: Exception | None = None


def is_damaged(stream: io.BufferedReader) -> bool:
    """True if the stream is an unpacked one that was found to be damaged while it was read."""
    return isinstance(stream.raw, Unpacked) and stream.raw.failure is not None


def whole_document(stream: io.BufferedReader, origin: Origin) -> Iterator[Snapshot | Refusal]:
    """Return the whole stream as one document; nothing where it is damaged, which is reported apart."""
    limit = origin.limits.document_bytes
    payload = stream.read(limit + 1)
    if len(payload) > limit:
        yield too_large(origin, origin.uri)
    elif not is_damaged(stream):
        # A part of an article would be dated and counted as if it were the whole.
        yield take(origin.uri, payload, origin.now, origin.media_type, origin.hints)
