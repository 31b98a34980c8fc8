"""Which format a document is in: its content decides, the media type and the ending only where that leaves it open."""

from __future__ import annotations

import csv
import re
from typing import Literal

from transforms.readers.decoding import is_binary

Format = Literal[
    "empty",
    "binary",
    "gzip",
    "zip",
    "warc",
    "mbox",
    "mail",
    "feed",
    "html",
    "json",
    "manifest",
    "addresses",
    "markdown",
    "text",
    "unknown",
]
HEAD = 16_384
"""How many bytes of the beginning are enough to tell."""

_ENDINGS: dict[str, Format] = {
    "txt": "text",
    "text": "text",
    "md": "markdown",
    "markdown": "markdown",
    "html": "html",
    "htm": "html",
    "xhtml": "html",
    "jsonl": "json",
    "ndjson": "json",
    "json": "json",
    "eml": "mail",
    "mbox": "mbox",
    "rss": "feed",
    "atom": "feed",
    "warc": "warc",
    "zip": "zip",
}
_MEDIA_TYPES: dict[str, Format] = {
    "text/html": "html",
    "application/xhtml+xml": "html",
    "application/rss+xml": "feed",
    "application/atom+xml": "feed",
    "application/rdf+xml": "feed",
    "text/markdown": "markdown",
    "message/rfc822": "mail",
    "application/mbox": "mbox",
    "application/x-ndjson": "json",
    "application/jsonl": "json",
    "application/json": "json",
    "text/plain": "text",
}
_MAIL_FIELD = re.compile(
    rb"(?:return-path|delivered-to|received|from|to|subject|date|message-id|mime-version|reply-to|sender|list-id"
    rb"|content-type|content-transfer-encoding|dkim-signature|x-[a-z-]{1,40}|authentication-results|arc-[a-z-]{1,40})"
    rb":[ \t\r\n]",
    re.IGNORECASE,
)
_MAIL_TELLING = re.compile(rb"^(?:from|date|message-id|received):", re.IGNORECASE | re.MULTILINE)
_HTML_TAG = re.compile(rb"<(?:!doctype\s+html|html|head|body|meta|article|div|p|h1|title)[\s>]", re.IGNORECASE)
_FEED_ROOT = re.compile(rb"<(?:rss|feed|rdf:RDF)[\s>]")
_ADDRESS = re.compile(rb"https?://\S+$", re.IGNORECASE)
_FRONT_MATTER = re.compile(rb"---[ \t]*\r?\n[A-Za-z_][\w -]{0,40}:")


def recognise(head: bytes, name: str = "", media_type: str = "") -> Format:
    """The format of a document that begins with `head`; `name` is its path or address, for the ending."""
    if not head.strip():
        return "empty"
    if head.startswith(b"\x1f\x8b"):
        return "gzip"
    if head.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return "zip"
    if head.startswith(b"WARC/"):
        return "warc"
    if is_binary(head):
        return "binary"
    text = _plain(head)
    return (_by_text(text) or _by_name(name, media_type)) if text else "empty"


def _plain(head: bytes) -> bytes:
    """The beginning as eight-bit text: without byte order mark, two-byte text reduced."""
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        head = head[: len(head) // 2 * 2].decode("utf-16", errors="replace").encode()
    return head.removeprefix(b"\xef\xbb\xbf").lstrip()


def _by_text(head: bytes) -> Format | None:
    if head.startswith(b"From ") and _MAIL_FIELD.match(head.partition(b"\n")[2]):
        return "mbox"
    if _is_mail(head):
        return "mail"
    if head.startswith(b"<"):
        return _by_markup(head)
    if head.startswith(b"{") or (head.startswith(b"[") and head[1:].lstrip().startswith(b"{")):
        return "json"
    if _FRONT_MATTER.match(head):
        return "markdown"
    lines = [line.strip() for line in head.splitlines()[:20] if line.strip()]
    told = [line for line in lines if not line.startswith(b"#")]
    if told and all(_ADDRESS.match(line) for line in told[: max(1, len(told) - 1)]):
        return "addresses"
    if _is_manifest(lines[0]):
        return "manifest"
    return None


def _by_markup(head: bytes) -> Format | None:
    feed, page = _FEED_ROOT.search(head), _HTML_TAG.search(head)
    if feed and (page is None or feed.start() < page.start()):
        return "feed"
    return "html" if page else None


def _by_name(name: str, media_type: str) -> Format:
    ending = (name.rpartition("?")[0] or name).removesuffix(".gz")
    ending = ending.rpartition("/")[2].rpartition(".")[2].lower() if "." in ending.rpartition("/")[2] else ""
    by_type = _MEDIA_TYPES.get(media_type.partition(";")[0].strip().lower())
    found = by_type if by_type not in (None, "text") else _ENDINGS.get(ending, by_type)
    # What calls itself an archive, a feed or a manifest by name alone, and is not one, is not guessed at further.
    if found in ("html", "markdown", "text", "json", "mail"):
        return found
    return "unknown" if found or ending or not media_type else "text"


def _is_mail(head: bytes) -> bool:
    fields, _, _ = head.partition(b"\n\n")
    fields, _, _ = fields.partition(b"\r\n\r\n")
    return bool(_MAIL_FIELD.match(head)) and len(_MAIL_TELLING.findall(fields)) >= 2


def _is_manifest(first_line: bytes) -> bool:
    names = columns(first_line.decode("utf-8", errors="replace"))
    return bool({"path", "url"} & set(names)) and all(name.replace("_", "").isalnum() for name in names if name)


def columns(header: str) -> list[str]:
    """The column names of a manifest's first line."""
    for row in csv.reader([header], delimiter=delimiter(header)):
        return [name.strip().casefold() for name in row]
    return []


def delimiter(header: str) -> str:
    """What parts the columns: the likeliest of comma, semicolon and tab."""
    return max(",;\t", key=header.count)
