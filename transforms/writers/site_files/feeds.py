"""The feeds of a story: new key events as Atom (RFC 4287), and a calendar to subscribe to.

What an entry is called, and when it appeared and changed, comes from the published versions (table `event_version`), so
that the same file gives the same feed, and an event that is joined with others stays the entry that it was.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from uuid import UUID, uuid5
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from transforms.writers.rows import Row, Stamp, TimelineRows
from transforms.writers.wording.dates import when_in_words
from transforms.writers.wording.provenance import source_line, sources_of, standing
from transforms.writers.wording.sanitize import one_line

MOST_ENTRIES = 200
"""In a feed: what is older stands on the page."""
_NAMES = UUID("5d0f6a5e-7f3b-4a0c-9a43-2f0c8f1d9b11")
_NOT_XML = re.compile("[\ufffe\uffff]")


def atom_feed(rows: TimelineRows, story_id: str, file: str, base: str) -> bytes:
    """Return the feed of a story.

    Args:
        rows: those of its page.
        story_id: what names the feed, whatever the file is called.
        file: its name without an ending.
        base: the address of the folder, or nothing: then links are relative to the feed's own.
    """
    entries = _newest(rows)
    feed = Element("feed", {"xmlns": "http://www.w3.org/2005/Atom", "xml:lang": "en"})
    _add(feed, "id", _urn(story_id))
    _add(feed, "title", rows.title)
    _add(feed, "updated", max((stamp.changed_at for _, stamp in entries), default="1970-01-01T00:00:00Z"))
    SubElement(feed, "link", {"rel": "self", "type": "application/atom+xml", "href": f"{base}{file}.atom"})
    SubElement(feed, "link", {"rel": "alternate", "type": "text/html", "href": f"{base}{rows.page}"})
    _add(SubElement(feed, "author"), "name", "dateline")
    mentions, articles = rows.mentions_of(), rows.article_by_id()
    for event, stamp in entries:
        entry = SubElement(feed, "entry")
        _add(entry, "id", _urn(stamp.first_id))
        _add(entry, "title", event["title"])
        _add(entry, "published", stamp.first_at)
        _add(entry, "updated", stamp.changed_at)
        SubElement(
            entry,
            "link",
            {"rel": "alternate", "type": "text/html", "href": f"{base}{rows.page}#event={event['event_id']}"},
        )
        SubElement(entry, "category", {"term": str(event["event_type"])})
        sources = sources_of(mentions[event["event_id"]], articles)
        lines = [when_in_words(event), standing(event), *map(source_line, _best_first(sources, event)[:3])]
        _add(entry, "summary", "\n".join(line for line in lines if line), keep_lines=True)
    indent(feed)
    return bytes(tostring(feed, encoding="utf-8", xml_declaration=True)) + b"\n"


def _newest(rows: TimelineRows) -> list[tuple[Row, Stamp]]:
    """Return the key events, those that came last first, and of one version the latest first."""
    found = [(event, rows.stamps[event["event_id"]]) for event in rows.events if event["event_id"] in rows.stamps]
    found.reverse()
    return sorted(found, key=lambda entry: entry[1].first_version, reverse=True)[:MOST_ENTRIES]


def _best_first(sources: Sequence[Row], event: Row) -> list[Row]:
    lead = one_line(event["lead"] or "")
    return sorted(sources, key=lambda source: source["sentence"] != lead)


def _add(parent: Element, name: str, text: str, *, keep_lines: bool = False) -> None:
    words = "\n".join(map(one_line, text.splitlines())) if keep_lines else one_line(text)
    SubElement(parent, name).text = _NOT_XML.sub("", words)


def _urn(name: str) -> str:
    return uuid5(_NAMES, name).urn
