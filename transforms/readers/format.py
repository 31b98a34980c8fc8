"""A format: how its documents are recognised and how they are read.  Each reader module holds the value of its own."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Final

from transforms.model import Article, Refusal
from transforms.readers.origin import Origin
from transforms.readers.snapshot import Snapshot

HEAD: Final = 16_384
"""How many bytes of the beginning are enough to recognise a format."""

Recogniser = Callable[[bytes], bool]
Reader = Callable[[Snapshot], Iterator[Article | Refusal]]
Documents = Callable[[io.BufferedReader, Origin], Iterator[Snapshot | Refusal]]
Unpacker = Callable[[io.BufferedReader, Origin, Documents], Iterator[Snapshot | Refusal]]


def never(head: bytes) -> bool:
    """Return False: what is not recognised by its content."""
    del head
    return False


@dataclass(frozen=True, slots=True)
class Format:
    """One format that dateline reads.

    Content decides: the formats are asked in their order whether a document's first bytes are theirs.  Where none says
    so, the media type decides, and after it the ending of the name.
    """

    name: str
    read: Reader | None = None
    """The articles of one document; `None` for what only holds documents.  What cannot be read is a refusal."""
    unpack: Unpacker | None = None
    """The documents that a stream holds, one at a time; it may hand a part of it to its third argument."""
    endings: tuple[str, ...] = ()
    """Endings of names, in small letters, without the dot."""
    media_types: tuple[str, ...] = ()
    by_name: bool = True
    """True if ending or media type are enough; what calls itself an archive by name alone is not guessed at."""
    recognise_bytes: Recogniser = never
    """True if a document with these first bytes, as they stand, is of this format: for formats that are no text."""
    recognise_text: Recogniser = never
    """The same for text: the bytes come without byte order mark and without white space in front."""
