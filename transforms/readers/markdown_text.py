"""Markdown: the words without the marks, and what the front matter says."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from transforms.model import Article, Refusal
from transforms.publication_date.evidence import DateSignal, Locale, read_signal
from transforms.publication_date.page_signals import RANKS
from transforms.readers.assemble import Found, assemble
from transforms.readers.decoding import decode
from transforms.readers.format import Format
from transforms.readers.reasons import refuse
from transforms.readers.snapshot import Snapshot

if TYPE_CHECKING:
    from markdown_it.token import Token

_FRONT_MATTER = re.compile(r"\A---[ \t]*\n(?P<rows>(?:(?!---)[^\n]*\n){0,200})---[ \t]*(?:\n|\Z)")
_FRONT_MATTER_BEGIN = re.compile(rb"---[ \t]*\r?\n[A-Za-z_][\w -]{0,40}:")
_ROW = re.compile(r"(?P<key>[A-Za-z_][\w-]{0,40})[ \t]*:[ \t]*(?P<value>[^\n]*)")
_PUBLISHED_KEYS = ("published", "date", "publishdate", "pubdate", "published_at")
_UPDATED_KEYS = ("updated", "lastmod", "modified", "last_modified_at")


def read_markdown(snapshot: Snapshot) -> Iterator[Article | Refusal]:
    """Return the one article of a Markdown file."""
    decoded = decode(snapshot.payload, snapshot.media_type)
    if decoded is None:
        yield refuse("undecodable", snapshot.uri, snapshot.uri)
        return
    matter, body = front_matter(decoded.text)
    text, heading = plain_words(body)
    if not text.strip():
        yield refuse("no_text", snapshot.uri, snapshot.uri)
        return
    if decoded.guessed:
        yield refuse("encoding_guessed", snapshot.uri, snapshot.uri, f"read as {decoded.encoding}")
    language = matter.get("language") or matter.get("lang")
    yield from assemble(
        snapshot,
        Found(
            text,
            id=matter.get("id"),
            title=matter.get("title") or heading,
            author=matter.get("author"),
            url=matter.get("url") or matter.get("link"),
            site=matter.get("site"),
            language=language,
            signs=tuple(_signs(matter, Locale(language))),
        ),
    )


def front_matter(text: str) -> tuple[dict[str, str], str]:
    """Return the `key: value` rows between two lines of dashes, and what follows; lists and nesting are left out."""
    m = _FRONT_MATTER.match(text)
    if m is None:
        return {}, text
    rows = (_ROW.fullmatch(row) for row in m["rows"].splitlines())
    matter = {row["key"].lower(): row["value"].strip().strip("\"'").strip() for row in rows if row}
    return {key: value for key, value in matter.items() if value}, text[m.end() :]


def _signs(matter: dict[str, str], locale: Locale) -> Iterator[DateSignal]:
    for key in _PUBLISHED_KEYS:
        if key in matter:
            yield read_signal("record", "published", matter[key], RANKS["record"], key, locale)
            break
    for key in _UPDATED_KEYS:
        if key in matter:
            yield read_signal("record", "updated", matter[key], RANKS["record"], key, locale)
            break


def plain_words(body: str) -> tuple[str, str | None]:
    """Return paragraphs parted by empty lines without any mark, and the first heading of the first level."""
    from markdown_it import MarkdownIt  # takes time to load, and few articles are Markdown

    blocks: list[str] = []
    heading, in_heading = None, False
    for token in MarkdownIt("commonmark").enable("table").parse(body):
        if token.type == "heading_open":
            in_heading = token.tag == "h1"
        elif token.type == "inline":
            words = " ".join(_words(token).split())
            if words:
                blocks.append(words)
            if in_heading and heading is None:
                heading = words or None
            in_heading = False
    return "\n\n".join(blocks), heading


def _words(inline: Token) -> str:
    parts = []
    for child in inline.children or ():
        if child.type in ("text", "code_inline"):
            parts.append(child.content)
        elif child.type in ("softbreak", "hardbreak"):
            parts.append(" ")
    return "".join(parts)


MARKDOWN = Format(
    "markdown",
    read_markdown,
    endings=("md", "markdown"),
    media_types=("text/markdown",),
    recognise_text=lambda head: bool(_FRONT_MATTER_BEGIN.match(head)),
)
