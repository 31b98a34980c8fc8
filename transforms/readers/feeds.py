"""RSS and Atom: what each entry says about itself, and its text if the feed carries it."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from transforms.model import Article, Refusal
from transforms.publication_date.evidence import Locale, read_signal
from transforms.publication_date.page_signals import RANKS
from transforms.readers.assemble import Found, assemble, one_line
from transforms.readers.format import Format
from transforms.readers.identity import id_of_address
from transforms.readers.markup_text import PAGE_TAG, words_of_markup
from transforms.readers.reasons import refuse
from transforms.readers.snapshot import Snapshot

_ROOT = re.compile(rb"<(?:rss|feed|rdf:RDF)[\s>]")


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry of a feed; dates are strings as written."""

    number: int
    id: str | None
    url: str | None
    title: str | None
    author: str | None
    published: str | None
    updated: str | None
    language: str | None
    text: str
    """The longest of its contents and its summary, without markup; may be empty."""


def read_feed(snapshot: Snapshot) -> Iterator[Article | Refusal]:
    """Return one article an entry; an entry without words is refused."""
    found = entries(snapshot)
    if isinstance(found, Refusal):
        yield found
        return
    for entry in found:
        where = f"{snapshot.uri}#{entry.number}"
        name = entry.url or entry.id
        fallback = id_of_address(name) if name else f"{snapshot.hints.fallback_id or 'feed'}-{entry.number}"
        # A feed's own address and id are not its entries'.
        hints = replace(snapshot.hints, fallback_id=fallback, id=None, url=None)
        if not entry.text:
            yield refuse("no_text", snapshot.uri, where, "the entry has no words: let the page it links to be read")
            continue
        locale = Locale(hints.language or entry.language)
        signs = []
        if entry.published:
            signs.append(read_signal("feed", "published", entry.published, RANKS["feed"], "published", locale))
        if entry.updated:
            signs.append(read_signal("feed", "updated", entry.updated, RANKS["feed"], "updated", locale))
        yield from assemble(
            replace(snapshot, uri=where, hints=hints),
            Found(
                entry.text,
                title=entry.title,
                author=entry.author,
                url=entry.url,
                language=entry.language,
                signs=tuple(signs),
            ),
        )


def entries(snapshot: Snapshot) -> list[Entry] | Refusal:
    """Return the entries of a feed, in its order; a feed broken past reading is refused."""
    import feedparser  # takes time to load, and few sources are feeds

    parsed = feedparser.parse(
        io.BytesIO(snapshot.payload),
        response_headers={"content-type": snapshot.media_type or "application/xml", "content-location": snapshot.uri},
        sanitize_html=False,
    )
    if not parsed.entries and (parsed.bozo or not parsed.version):
        return refuse("malformed_feed", snapshot.uri, snapshot.uri, str(parsed.get("bozo_exception", ""))[:200])
    language = parsed.feed.get("language")
    return [_entry(n, entry, language) for n, entry in enumerate(parsed.entries, 1)]


def _entry(number: int, entry: Any, language: str | None) -> Entry:
    contents = [words_of_markup(c.get("value") or "") for c in entry.get("content", ())]
    contents.append(words_of_markup(entry.get("summary") or ""))
    link = entry.get("link") or ""
    # Read only where they are given: feedparser answers one with the other, and they must not be confused.
    published = dict.get(entry, "published") or dict.get(entry, "created")
    updated = dict.get(entry, "updated")
    own = next((c.get("language") for c in entry.get("content", ()) if c.get("language")), None)
    return Entry(
        number,
        one_line(entry.get("id")),
        link if link.startswith("http") else None,
        one_line(words_of_markup(entry.get("title") or "")),
        one_line(entry.get("author")),
        one_line(published),
        one_line(updated),
        own or language,
        max(contents, key=len),
    )


def is_feed(head: bytes) -> bool:
    """True if the markup begins as a feed; the pieces of pages that it holds come later."""
    root, page = (_ROOT.search(head), PAGE_TAG.search(head)) if head.startswith(b"<") else (None, None)
    return root is not None and (page is None or root.start() < page.start())


FEED = Format(
    "feed",
    read_feed,
    endings=("rss", "atom"),
    media_types=("application/rss+xml", "application/atom+xml", "application/rdf+xml"),
    by_name=False,
    recognise_text=is_feed,
)
