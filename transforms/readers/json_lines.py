"""JSON lines of articles: objects with a `text`, and any of the keys in `_SAID`."""

from __future__ import annotations

import io
import json
import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from transforms.language.detection import detect_language
from transforms.model import Article, Refusal
from transforms.publication_date.evidence import DateSignal, Locale, read_signal
from transforms.publication_date.figures import may_be_swapped
from transforms.publication_date.locales import locale_of
from transforms.publication_date.page_signals import RANKS
from transforms.readers.assemble import Found, assemble
from transforms.readers.decoding import decode
from transforms.readers.format import HEAD, Documents, Format
from transforms.readers.origin import Origin, too_large, whole_document
from transforms.readers.reasons import refuse
from transforms.readers.snapshot import Snapshot, take

_SHOWN = 60
_LINE = re.compile(r"#(?P<number>\d+)$")


def read_json(snapshot: Snapshot) -> Iterator[Article | Refusal]:
    """Return every article of the bytes: one object, an array of objects, or one object a line.

    Unknown keys are ignored.  The text is kept as it is, character for character, so that offsets made elsewhere stay
    true.  An article whose text is the empty string is an article; one without any text is refused.
    """
    decoded = decode(snapshot.payload, snapshot.media_type)
    if decoded is None:
        yield refuse("undecodable", snapshot.uri, snapshot.uri)
        return
    if decoded.guessed:
        yield refuse("encoding_guessed", snapshot.uri, snapshot.uri, f"read as {decoded.encoding}")
    lines = [(n, line) for n, line in enumerate(decoded.text.split("\n"), 1) if line.strip()]
    if len(lines) > 1 and (whole := _whole(decoded.text)) is not None:
        rows: list[tuple[str, Any]] = [(f"{snapshot.uri}#{n}", row) for n, row in enumerate(whole, 1)]
        for where, row in rows:
            yield from _read_row(snapshot, row, where)
        return
    for n, line in lines:
        where = snapshot.uri if len(lines) == 1 else f"{snapshot.uri}#{n}"
        try:
            row = json.loads(line)
        except (ValueError, RecursionError) as e:
            yield refuse("malformed_json", snapshot.uri, where, f"{e}: {line[:_SHOWN]!r}")
            continue
        for item in row if isinstance(row, list) else (row,):
            yield from _read_row(snapshot, item, where)


def split_lines(stream: io.BufferedReader, origin: Origin, documents: Documents) -> Iterator[Snapshot | Refusal]:
    """Return one document a line; a file that is one JSON value over several lines stays one."""
    del documents
    limit = origin.limits.document_bytes
    head = stream.peek(HEAD)
    first = head.removeprefix(b"\xef\xbb\xbf").lstrip().partition(b"\n")[0].strip()
    # In UTF-16 a line's end is not one byte.
    if first in (b"{", b"[", b"[{") or head.startswith((b"\xff\xfe", b"\xfe\xff")):
        yield from whole_document(stream, origin)
        return
    number = 0
    while line := stream.readline(limit + 1):
        number += 1
        where = f"{origin.uri}#{number}"
        if len(line) > limit:
            yield too_large(origin, where)
            while line and not line.endswith(b"\n"):
                line = stream.readline(limit)
        elif line.strip():
            yield take(where, line.rstrip(b"\r\n"), origin.now, hints=origin.hints)


def is_json(head: bytes) -> bool:
    """True if the text begins as an object does, or an array of objects."""
    return head.startswith(b"{") or (head.startswith(b"[") and head[1:].lstrip().startswith(b"{"))


def _whole(text: str) -> list[Any] | None:
    """Return the objects of a text that is one JSON value over several lines."""
    if text.lstrip()[1:].lstrip(" \t")[:1] not in ("\n", "{"):
        return None
    try:
        value = json.loads(text)
    except (ValueError, RecursionError):
        return None
    return value if isinstance(value, list) else [value]


_SAID = ("id", "title", "author", "url", "site", "language", "published", "updated", "kind")


def _read_row(snapshot: Snapshot, row: Any, where: str) -> Iterator[Article | Refusal]:
    if not isinstance(row, dict):
        yield refuse("malformed_json", snapshot.uri, where, f"an object is wanted, not {json.dumps(row)[:_SHOWN]}")
        return
    text = row.get("text")
    if not isinstance(text, str):
        yield refuse("malformed_row", snapshot.uri, where, "no key «text» with the article's words")
        return
    said = {key: _word(row.get(key)) for key in _SAID}
    hints = snapshot.hints
    if line := _LINE.search(where):
        # One of several in a file: known by its address, else by its place.
        base = hints.fallback_id or snapshot.uri.partition("#")[0].rpartition("/")[2]
        hints = replace(hints, fallback_id=None if said["url"] else f"{base}-{line['number']}")
    yield from assemble(
        replace(snapshot, uri=where, hints=hints),
        Found(
            text,
            id=said["id"],
            title=said["title"],
            author=said["author"],
            url=said["url"],
            site=said["site"],
            language=said["language"],
            kind=said["kind"],
            signs=tuple(_signs(said, text)),
        ),
    )


def _signs(said: dict[str, str | None], text: str) -> Iterator[DateSignal]:
    swapped = may_be_swapped(f"{said['published']} {said['updated']}")
    # Only then it matters what is written where.
    detected = detect_language(text)[0] if swapped and not said["language"] else None
    locale = locale_of(said["language"], said["url"], text, detected) if swapped else Locale(said["language"])
    if said["published"]:
        yield read_signal("record", "published", said["published"], RANKS["record"], "published", locale)
    if said["updated"]:
        yield read_signal("record", "updated", said["updated"], RANKS["record"], "updated", locale)


def _word(value: Any) -> str | None:
    if isinstance(value, str):
        return value.strip() or None
    if isinstance(value, int) and not isinstance(value, bool):
        return str(value)
    if isinstance(value, list):
        return ", ".join(v for v in value if isinstance(v, str)) or None
    return None


JSON = Format(
    "json",
    read_json,
    unpack=split_lines,
    endings=("jsonl", "ndjson", "json"),
    media_types=("application/json", "application/x-ndjson", "application/jsonl"),
    recognise_text=is_json,
)
