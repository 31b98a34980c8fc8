"""Pages as browsers save them: MHTML, and the notes that single files bear of where and when they were saved."""

from __future__ import annotations

import email
import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from email.errors import MessageError
from email.message import Message
from email.utils import parsedate_to_datetime

from transforms.model import Article, Refusal
from transforms.readers.format import Format
from transforms.readers.reasons import refuse
from transforms.readers.snapshot import Snapshot
from transforms.readers.web_page import read_web_page

_HEADER = re.compile(
    rb"^(?:snapshot-content-location:|x-maf-information:|from:\s*\"?<?saved by )", re.IGNORECASE | re.MULTILINE
)
_RELATED = re.compile(rb"^content-type:\s*multipart/related", re.IGNORECASE | re.MULTILINE)


def read_mhtml(snapshot: Snapshot) -> Iterator[Article | Refusal]:
    """Return the one article of a page that was saved with its pictures as parts of a message."""
    try:
        message = email.message_from_bytes(snapshot.payload)
        location = str(message.get("Snapshot-Content-Location") or "").strip()
        part = _page(message, location)
        payload = part.get_payload(decode=True) if part is not None else None
        charset = part.get_content_charset() if part is not None else None
        address = location or str((part and part.get("Content-Location")) or "").strip()
        saved = _saved_at(str(message.get("Date") or ""))
    except (MessageError, ValueError, LookupError, AttributeError, TypeError, RecursionError) as e:
        # The library's parsers of broken messages fail in all of these ways.
        yield refuse("malformed_document", snapshot.uri, snapshot.uri, f"{type(e).__name__}: {e}"[:200])
        return
    if not isinstance(payload, bytes) or not payload.strip():
        yield refuse("malformed_document", snapshot.uri, snapshot.uri, "the saved page has no part with a page in it")
        return
    url = address if address.startswith(("http://", "https://")) else None
    yield from read_web_page(
        replace(
            snapshot,
            payload=payload,
            media_type=f"text/html; charset={charset or ''}",
            fetched_at=min(saved, snapshot.fetched_at) if saved else snapshot.fetched_at,
            hints=replace(snapshot.hints, url=snapshot.hints.url or url),
        )
    )


def _page(message: Message, location: str) -> Message | None:
    """Return the part that is the page: the one at the address that was saved, else the first."""
    pages = [part for part in message.walk() if part.get_content_type() in ("text/html", "application/xhtml+xml")]
    named = (part for part in pages if location and str(part.get("Content-Location") or "").strip() == location)
    return next(named, pages[0] if pages else None)


def _saved_at(words: str) -> datetime | None:
    try:
        at = parsedate_to_datetime(words)
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
    return at if at.tzinfo else at.replace(tzinfo=UTC)


def is_mhtml(head: bytes) -> bool:
    """Return True if the text begins as the message in which a browser saves a page."""
    header, _, _ = head.replace(b"\r\n", b"\n").partition(b"\n\n")
    return _HEADER.search(header) is not None and _RELATED.search(header) is not None


MHTML = Format(
    "mhtml",
    read_mhtml,
    endings=("mhtml", "mht"),
    media_types=("multipart/related", "application/x-mimearchive"),
    by_name=False,
    recognise_text=is_mhtml,
)
