"""All formats: our own and those of installed packages; which of them a document is in, and reading it.

Our own formats and those of a package (entry point group `dateline.formats`) go through the same list.  A package's
are asked first: what it reads is narrower than what we do (a word processor's file is a ZIP archive too).
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from functools import cache
from typing import Final

from transforms.model import Article, Refusal
from transforms.plugins import Plugin, PluginError, plugins
from transforms.readers import (
    containers,
    feeds,
    json_lines,
    mail,
    mailbox_parts,
    manifest,
    markdown_text,
    plain_text,
    saved_page,
    web_page,
)
from transforms.readers.archives import web_archive
from transforms.readers.decoding import is_binary
from transforms.readers.format import HEAD, Format
from transforms.readers.office import pdf, word
from transforms.readers.origin import Origin, is_damaged, whole_document
from transforms.readers.reasons import refuse
from transforms.readers.snapshot import Snapshot

__all__ = ["BINARY", "EMPTY", "HEAD", "UNKNOWN", "documents", "format_named", "formats", "read", "recognise"]

GROUP: Final = "dateline.formats"

BUILT_IN: Final = (
    pdf.PDF,
    word.WORD,
    containers.GZIP,
    containers.ZIP,
    web_archive.WARC,
    mailbox_parts.MBOX,
    saved_page.MHTML,
    mail.MAIL,
    feeds.FEED,
    web_page.HTML,
    json_lines.JSON,
    markdown_text.MARKDOWN,
    manifest.ADDRESSES,
    manifest.MANIFEST,
    plain_text.TEXT,
)
"""Our own, in the order in which they are asked: a DOCX is a ZIP, a saved page a mail, a feed holds pieces of pages."""

EMPTY: Final = Format("empty", lambda snapshot: iter([refuse("empty", snapshot.uri, snapshot.uri)]))
BINARY: Final = Format("binary", lambda snapshot: iter([refuse("binary", snapshot.uri, snapshot.uri)]))
UNKNOWN: Final = Format("unknown", lambda snapshot: iter([refuse("unknown_format", snapshot.uri, snapshot.uri)]))
_UNREADABLE: Final = (EMPTY, BINARY, UNKNOWN)
_DEEPEST: Final = 3
"""How many documents may hold one another."""


@cache
def formats() -> tuple[Format, ...]:
    """Return every format, in the order in which they are asked.

    Raises:
        PluginError: where an installed package does not bring what it says.
    """
    known = {form.name for form in (*BUILT_IN, *_UNREADABLE)}
    for plugin in added():
        if plugin.value.name in known:
            raise PluginError(f"{plugin.origin}: there is a format {plugin.value.name!r} already")
        known.add(plugin.value.name)
    return (*(plugin.value for plugin in added()), *BUILT_IN)


def added() -> tuple[Plugin[Format], ...]:
    """Return the formats that installed packages bring."""
    return plugins(GROUP, Format)


def format_named(name: str) -> Format | None:
    """Return the format of this name."""
    return next((form for form in formats() if form.name == name), None)


def recognise(head: bytes, name: str = "", media_type: str = "") -> Format:
    """Return the format of a document that begins with `head`; `name` is its path or address, for the ending."""
    if not head.strip():
        return EMPTY
    for form in formats():
        if form.recognise_bytes(head):
            return form
    if is_binary(head):
        return BINARY
    text = _plain(head)
    if not text:
        return EMPTY
    return next((form for form in formats() if form.recognise_text(text)), None) or _by_name(name, media_type)


def _plain(head: bytes) -> bytes:
    """Return the beginning as eight-bit text: without byte order mark, two-byte text reduced."""
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        head = head[: len(head) // 2 * 2].decode("utf-16", errors="replace").encode()
    return head.removeprefix(b"\xef\xbb\xbf").lstrip()


def _by_name(name: str, media_type: str) -> Format:
    last = (name.rpartition("?")[0] or name).removesuffix(".gz").rpartition("/")[2]
    ending = last.rpartition(".")[2].lower() if "." in last else ""
    wanted = media_type.partition(";")[0].strip().lower()
    by_type = next((form for form in formats() if wanted in form.media_types), None)
    by_ending = next((form for form in formats() if ending in form.endings), None)
    # Servers call plain text whatever they do not know.
    found = (by_ending or by_type) if by_type in (None, plain_text.TEXT) else by_type
    if found is not None and found.by_name:
        return found
    return UNKNOWN if found or ending or not media_type else plain_text.TEXT


def documents(stream: io.BufferedReader, origin: Origin) -> Iterator[Snapshot | Refusal]:
    """Return every document of a stream, whatever it holds; manifests, lists and feeds come as they are."""
    form = recognise(stream.peek(HEAD)[:HEAD], origin.uri, origin.media_type)
    if form.unpack is not None:
        yield from form.unpack(stream, origin, documents)
    elif form in _UNREADABLE and not is_damaged(stream):
        yield refuse("unknown_format" if form is UNKNOWN else form.name, origin.uri, origin.uri)
    else:
        yield from whole_document(stream, origin)


def read(snapshot: Snapshot, depth: int = 0) -> Iterator[Article | Refusal]:
    """Return every article of the bytes; what cannot be read comes as a refusal, never as an exception.

    `depth` is how many documents hold one another around these bytes: a message may look like a mailbox itself.
    """
    form = recognise(snapshot.payload[:HEAD], snapshot.uri, snapshot.media_type)
    if form.read is None and depth >= _DEEPEST:
        yield refuse("unknown_format", snapshot.uri, snapshot.uri, "documents within documents within documents")
        return
    if form.read is None:
        yield from _read_parts(snapshot, depth + 1)
        return
    try:
        yield from form.read(snapshot)
    except RecursionError:
        yield refuse("unknown_format", snapshot.uri, snapshot.uri, "nested too deeply")


def _read_parts(snapshot: Snapshot, depth: int) -> Iterator[Article | Refusal]:
    """Return the articles of every document that the bytes hold."""
    stream = containers.buffered(io.BytesIO(snapshot.payload))
    for part in documents(stream, Origin(snapshot.uri, snapshot.fetched_at, snapshot.hints)):
        if isinstance(part, Refusal):
            yield part
        else:
            yield from read(part, depth)
