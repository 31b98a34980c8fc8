"""Readers: bytes of one document in, articles out, refusals beside them.  Pure: no file, no clock, no network."""

from __future__ import annotations

import hashlib
import io
from collections.abc import Callable, Iterator
from functools import lru_cache
from importlib.metadata import version

from transforms.model import Article, Refusal
from transforms.readers.formats import HEAD, Format, recognise
from transforms.readers.origin import Origin
from transforms.readers.reasons import refuse
from transforms.readers.snapshot import Snapshot

__all__ = ["read", "reader_version"]

READER = "1"
"""Raised whenever a reader gives another article from the same bytes, so that what is stored is read again."""

_LIBRARIES = ("trafilatura", "dateparser", "py3langid", "markdown-it-py", "feedparser")

Reader = Callable[[Snapshot], Iterator[Article | Refusal]]


def read(snapshot: Snapshot) -> Iterator[Article | Refusal]:
    """Every article of the bytes; what cannot be read comes as a refusal, never as an exception."""
    form = recognise(snapshot.payload[:HEAD], snapshot.uri, snapshot.media_type)
    if form in ("gzip", "zip", "mbox", "warc"):
        yield from _read_parts(snapshot)
        return
    reader = _reader(form)
    if reader is None:
        code = form if form in ("empty", "binary") else "unknown_format"
        yield refuse(code, snapshot.uri, snapshot.uri)
        return
    try:
        yield from reader(snapshot)
    except RecursionError:
        yield refuse(
            "malformed_html" if form == "html" else "unknown_format", snapshot.uri, snapshot.uri, "nested too deeply"
        )


def _read_parts(snapshot: Snapshot) -> Iterator[Article | Refusal]:
    """The articles of every document that the bytes hold."""
    from transforms.readers.containers import buffered, documents

    stream = buffered(io.BytesIO(snapshot.payload))
    for part in documents(stream, Origin(snapshot.uri, snapshot.fetched_at, snapshot.hints)):
        if isinstance(part, Refusal):
            yield part
        else:
            yield from read(part)


def _reader(form: Format) -> Reader | None:
    # Each is imported when first needed: HTML and Markdown bring large libraries.
    if form == "html":
        from transforms.readers.web_page import read_web_page

        return read_web_page
    if form == "json":
        from transforms.readers.json_lines import read_json

        return read_json
    if form == "markdown":
        from transforms.readers.markdown_text import read_markdown

        return read_markdown
    if form == "mail":
        from transforms.readers.mail import read_mail

        return read_mail
    if form == "feed":
        from transforms.readers.feeds import read_feed

        return read_feed
    if form in ("text", "addresses", "manifest"):
        from transforms.readers.plain_text import read_plain_text

        return read_plain_text
    return None


@lru_cache(maxsize=1)
def reader_version() -> str:
    """A short hash of what decides which article comes of given bytes: this code and the libraries."""
    parts = [
        READER,
        *(f"{name} {version(name)}" for name in _LIBRARIES),
    ]
    return hashlib.sha256("|".join(parts).encode()).hexdigest()[:12]
