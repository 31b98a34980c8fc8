"""TimelineJS 3 JSON: a slide for each event with a known begin, at the precision that is known.

A slide must have a year to begin with.  Events without one are not given any: the title slide lists them.
Format: https://timeline.knightlab.com/docs/json-format.html
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import date
from html import escape
from typing import Any

from transforms.writers.rows import Row, TimelineRows
from transforms.writers.wording.dates import when_in_words
from transforms.writers.wording.provenance import sources_of, standing
from transforms.writers.wording.sanitize import safe_html
from transforms.writers.writer import Writer


def write_timelinejs(rows: TimelineRows) -> str:
    """Return one timeline; the words of articles are escaped, since TimelineJS shows its texts as HTML."""
    mentions, articles = rows.mentions_of(), rows.article_by_id()
    slides, others = [], []
    for event in rows.events:
        sources = sources_of(mentions[event["event_id"]], articles)
        if event["dated"] and event["start_earliest"]:
            slides.append(_slide(event, sources))
        else:
            others.append(event)
    items = "".join(f"<li>{safe_html(event['title'])} ({safe_html(when_in_words(event))})</li>" for event in others)
    intro = f"<p>Events without a known begin, which have no place on the axis:</p><ul>{items}</ul>" if items else ""
    title = {"unique_id": "title", "text": {"headline": safe_html(rows.title), "text": intro}}
    return json.dumps({"title": title, "events": slides}, ensure_ascii=False, indent=1) + "\n"


def _slide(event: Row, sources: list[dict[str, Any]]) -> dict[str, Any]:
    first, last = event["start_earliest"], event["end_latest"]
    slide: dict[str, Any] = {
        "unique_id": event["event_id"],
        "start_date": _date(first, event["start_latest"]),
        "display_date": safe_html(when_in_words(event)),
        "group": safe_html(event["event_type"].replace("_", " ")),
        "text": {"headline": safe_html(event["title"]), "text": _text(event, sources)},
    }
    if last and last != first and event["end_earliest"] and _date(event["end_earliest"], last) != slide["start_date"]:
        slide["end_date"] = _date(event["end_earliest"], last)
    return slide


def _date(low: date, high: date | None) -> dict[str, int]:
    """As much of a date as both bounds share; the year of the lower where they share none."""
    if low == high:
        return {"year": low.year, "month": low.month, "day": low.day}
    if high and (low.year, low.month) == (high.year, high.month):
        return {"year": low.year, "month": low.month}
    return {"year": low.year}


def _text(event: Row, sources: list[dict[str, Any]]) -> str:
    note = standing(event)
    quotes = "".join(f"<blockquote>{safe_html(s['sentence'])}</blockquote><p>{_cite(s)}</p>" for s in sources)
    return (f"<p>{safe_html(note)}</p>" if note else "") + quotes


def _cite(source: Mapping[str, Any]) -> str:
    name = safe_html(source["title"] or source["article_id"])
    linked = f'<a href="{escape(source["url"])}" rel="noopener noreferrer">{name}</a>' if source["url"] else name
    return ", ".join(part for part in (linked, safe_html(source["site"]), source["published"]) if part)


TIMELINEJS = Writer("timelinejs", "timeline.json", write_timelinejs)
