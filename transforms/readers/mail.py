"""Mail: newsletters as single messages.  The Date header is the publication, with the sender's offset."""

from __future__ import annotations

import email
import re
from collections.abc import Iterator
from email.errors import HeaderParseError, MessageError
from email.header import decode_header, make_header
from email.message import Message
from email.utils import parseaddr

from transforms.model import Article, Refusal
from transforms.publication_date.evidence import DateSignal, read_signal
from transforms.publication_date.page_signals import RANKS
from transforms.readers.assemble import Found, assemble, one_line
from transforms.readers.decoding import decode
from transforms.readers.format import Format
from transforms.readers.markup_text import words_of_markup
from transforms.readers.reasons import refuse
from transforms.readers.snapshot import Snapshot

_LONGEST_HEADER = 2_000
_RECEIVED = 30
"""How much less the day on which a server took a message is trusted: it may have waited, or been sent anew."""
_DATE_TIME = re.compile(
    r"\s*(?:[^\W\d_]{2,10}\.?,?\s+)?\d{1,2}[\s.-]+[^\W\d_]{3,9}\.?[\s-]+\d{2,4}\s+\d{1,2}:\d{2}(?::\d{2})?"
    r"(?:\s+(?:[+-]\d{4}|[A-Z]{1,5})(?![\w:-]))?"
)
FIELD = re.compile(
    rb"(?:return-path|delivered-to|received|from|to|subject|date|message-id|mime-version|reply-to|sender|list-id"
    rb"|content-type|content-transfer-encoding|dkim-signature|x-[a-z-]{1,40}|authentication-results|arc-[a-z-]{1,40})"
    rb":[ \t\r\n]",
    re.IGNORECASE,
)
"""A line with which the header of a message may begin."""
_CERTAIN_FIELD = re.compile(rb"^(?:from|date|message-id|received):", re.IGNORECASE | re.MULTILINE)
_ENOUGH = 200
"""Characters from which on a plain text part is taken to be the message, not a pointer to its HTML form."""


def read_mail(snapshot: Snapshot) -> Iterator[Article | Refusal]:
    """Return the one article of a message: its plain text, else the words of its HTML."""
    payload = snapshot.payload
    if payload.startswith(b"From "):
        payload = payload.partition(b"\n")[2]
    try:
        # The older of the library's two parsers: the newer one takes time in the square of a header's length.
        message = email.message_from_bytes(payload)
        text = _text(message)
        said = {name: _header(message, name) for name in ("Subject", "Date", "Content-Language", "Archived-At")}
        name, address = _sender(message)
    except (MessageError, ValueError, LookupError, AttributeError, TypeError) as e:
        # The library's parsers of broken headers fail in all of these ways.
        yield refuse("malformed_mail", snapshot.uri, snapshot.uri, f"{type(e).__name__}: {e}"[:200])
        return
    if not text.strip():
        yield refuse("no_text", snapshot.uri, snapshot.uri, "the message has no text part with words in it")
        return
    url = (said["Archived-At"] or "").strip("<> ")
    yield from assemble(
        snapshot,
        Found(
            text,
            title=said["Subject"],
            author=name,
            url=url if url.startswith("http") else None,
            site=address.rpartition("@")[2].lower() or None,
            language=(said["Content-Language"] or "").partition(",")[0] or None,
            signs=tuple(_signs(said["Date"], _header(message, "Received", last=True))),
        ),
    )


def _signs(sent: str | None, received: str | None) -> Iterator[DateSignal]:
    """When the message was sent, and when the first server took it."""
    for name, words, less in (("Date", sent, 0), ("Received", (received or "").rpartition(";")[2], _RECEIVED)):
        if words and words.strip():
            # Some programs fold other fields, or notes, into the one of the date.
            found = _DATE_TIME.match(words)
            yield read_signal("header", "published", found.group() if found else words, RANKS["header"] - less, name)


def is_mail(head: bytes) -> bool:
    """True if the text begins with the header of a message: two of its fields are those that only mail has."""
    header, _, _ = head.partition(b"\n\n")
    header, _, _ = header.partition(b"\r\n\r\n")
    return bool(FIELD.match(head)) and len(_CERTAIN_FIELD.findall(header)) >= 2


def _text(message: Message) -> str:
    """Return the message's words: plain text where it is the message itself, else those of the HTML."""
    plain = markup = None
    for part in message.walk():
        if part.is_multipart() or part.get_content_disposition() == "attachment":
            continue
        kind = part.get_content_type()
        if kind == "text/plain" and plain is None:
            plain = part
        elif kind == "text/html" and markup is None:
            markup = part
    words = _content(plain) if plain is not None else ""
    if len(words) >= _ENOUGH or markup is None:
        return words
    return words_of_markup(_content(markup)) or words


def _content(part: Message) -> str:
    raw = part.get_payload(decode=True)
    if not isinstance(raw, bytes):
        return ""
    decoded = decode(raw, f"; charset={part.get_content_charset() or ''}")
    return decoded.text if decoded else ""


def _header(message: Message, name: str, *, last: bool = False) -> str | None:
    """Return the words of a header, the first or the last of its name, its encoded parts decoded.

    Bare bytes beyond ASCII are read as text is.
    """
    values = [str(v) for k, v in message.raw_items() if k.lower() == name.lower()]
    if not values:
        return None
    value = values[-1 if last else 0][:_LONGEST_HEADER]
    if not value.isascii():
        bare = decode(value.encode("utf-8", errors="surrogateescape"))
        return one_line(bare.text) if bare else None
    try:
        return one_line(str(make_header(decode_header(value))))
    except (HeaderParseError, LookupError, UnicodeError, ValueError):
        return one_line(value)


def _sender(message: Message) -> tuple[str | None, str]:
    """Return the sender's name, and address where one can be read."""
    header = _header(message, "From") or ""
    try:
        name, address = parseaddr(header)
    except RecursionError:  # comments within comments, thousands deep
        return None, ""
    return one_line(name) or address or None, address


MAIL = Format("mail", read_mail, endings=("eml",), media_types=("message/rfc822",), recognise_text=is_mail)
