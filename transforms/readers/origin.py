"""Where a stream of documents comes from, and what reading it may cost."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime

from transforms.model import Refusal
from transforms.readers.reasons import refuse
from transforms.readers.snapshot import Hints


@dataclass(frozen=True, slots=True)
class Limits:
    """What documents may cost, so that no file can fill the memory or run for ever."""

    document_bytes: int = 20_000_000
    """Bytes of one document, unpacked; a larger one is refused (`too_large`)."""
    nesting: int = 3
    """How deep packed files may lie in packed files."""
    expansion: int = 300
    """How many times its packed size an archive may unpack to; text packs 3 to 10 times, a bomb a thousand times."""
    slack_bytes: int = 100_000_000
    """What any archive may unpack to, however small it is packed."""


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a stream is from, and what is known of all that it holds."""

    uri: str
    now: datetime
    hints: Hints
    limits: Limits = field(default=Limits())
    media_type: str = ""
    depth: int = 0
    lone: bool = True
    """Whether it is the SOURCE itself: then the names of an archive's members are ids as they are."""


def too_large(origin: Origin, where: str) -> Refusal:
    """The refusal of a document that exceeds the limit."""
    return refuse("too_large", origin.uri, where, f"more than {origin.limits.document_bytes:,} bytes")
