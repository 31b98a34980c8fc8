"""Plain text: the text as it stands, its first line as title where it looks like one."""

from __future__ import annotations

from collections.abc import Iterator

from transforms.model import Article, Refusal
from transforms.readers.assemble import Found, assemble
from transforms.readers.decoding import decode
from transforms.readers.format import Format
from transforms.readers.reasons import refuse
from transforms.readers.snapshot import Snapshot

_LONGEST_TITLE = 150


def read_plain_text(snapshot: Snapshot) -> Iterator[Article | Refusal]:
    """Return the one article of a plain text file."""
    decoded = decode(snapshot.payload, snapshot.media_type)
    if decoded is None:
        yield refuse("undecodable", snapshot.uri, snapshot.uri)
        return
    if not decoded.text.strip():
        yield refuse("empty", snapshot.uri, snapshot.uri)
        return
    if decoded.guessed:
        yield refuse("encoding_guessed", snapshot.uri, snapshot.uri, f"read as {decoded.encoding}")
    yield from assemble(snapshot, Found(decoded.text, title=title_line(decoded.text)))


def title_line(text: str) -> str | None:
    """Return the first line where it stands alone, is short and does not end as a sentence does."""
    first, _, rest = text.lstrip().partition("\n")
    first, after = first.strip(), rest.partition("\n")[0]
    if not first or len(first) > _LONGEST_TITLE or first.endswith((".", ":", ";", ",")) or after.strip():
        return None
    return first if rest.strip() else None


TEXT = Format("text", read_plain_text, endings=("txt", "text"), media_types=("text/plain",))
