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
    slack_bytes: int = 4_000_000
    """What anything packed may unpack to, however small it is."""


@dataclass(slots=True)
class Allowance:
    """Bytes that packed data unpacks to, all layers together, against what the outermost layer's size allows."""

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
    """Where a stream is from, and what is known of all that it holds."""

    uri: str
    now: datetime
    hints: Hints
    limits: Limits = field(default=Limits())
    media_type: str = ""
    depth: int = 0
    allowance: Allowance | None = None
    """What the layers of packing around this stream may give together; `None` where nothing is packed."""
    lone: bool = True
    """Whether it is the SOURCE itself: then the names of an archive's members are ids as they are."""


def too_large(origin: Origin, where: str) -> Refusal:
    """The refusal of a document that exceeds the limit."""
    return refuse("too_large", origin.uri, where, f"more than {origin.limits.document_bytes:,} bytes")
