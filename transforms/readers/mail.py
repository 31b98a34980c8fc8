"""Mail: newsletters as single messages.  The Date header is the publication, with the sender's offset."""

from __future__ import annotations

import email
import email.policy
from collections.abc import Iterator
from email.errors import MessageError
from email.headerregistry import Address
from email.message import EmailMessage, MIMEPart

from transforms.model import Article, Refusal
from transforms.published.evidence import sign
from transforms.published.page_signals import RANKS
from transforms.readers.assemble import Found, assemble, one_line
from transforms.readers.decoding import decode
from transforms.readers.markup_text import words_of_markup
from transforms.readers.reasons import refuse
from transforms.readers.snapshot import Snapshot

_ENOUGH = 200
"""Characters from which on a plain text part is taken to be the message, not a pointer to its HTML form."""


def read_mail(snapshot: Snapshot) -> Iterator[Article | Refusal]:
    """The one article of a message: its plain text, else the words of its HTML."""
    payload = snapshot.payload
    if payload.startswith(b"From "):
        payload = payload.partition(b"\n")[2]
    try:
        message = email.message_from_bytes(payload, policy=email.policy.default)
        text = _text(message)
        said = {name: _header(message, name) for name in ("Subject", "Date", "Content-Language", "Archived-At")}
        name, address = _sender(message)
    except (MessageError, ValueError, LookupError, IndexError, AttributeError, TypeError) as e:
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
            signs=(sign("header", "published", said["Date"], RANKS["header"], "Date"),) if said["Date"] else (),
        ),
    )


def _text(message: EmailMessage) -> str:
    """The message's words: plain text where it is the message itself, else those of the HTML."""
    plain, markup = message.get_body(("plain",)), message.get_body(("html",))
    words = _content(plain) if plain is not None else ""
    if len(words) >= _ENOUGH or markup is None:
        return words
    return words_of_markup(_content(markup)) or words


def _content(part: MIMEPart) -> str:
    if part.is_multipart():
        return ""
    raw = part.get_payload(decode=True)
    if not isinstance(raw, bytes):
        return ""
    decoded = decode(raw, f"; charset={part.get_content_charset() or ''}")
    return decoded.text if decoded else ""


def _header(message: EmailMessage, name: str) -> str | None:
    return one_line(str(message[name])) if message[name] else None


def _sender(message: EmailMessage) -> tuple[str | None, str]:
    """The sender's name, and address where one can be read."""
    addresses = getattr(message["From"], "addresses", ())
    first = next((a for a in addresses if isinstance(a, Address)), None)
    if first is None:
        return _header(message, "From"), ""
    return one_line(first.display_name) or first.addr_spec, first.addr_spec
