"""Where an event of an export comes from: its sentences, who says so, in which article."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from transforms.coreference.publishable import why_left_out
from transforms.writers.rows import Row
from transforms.writers.wording.sanitize import one_line, safe_link


def sources_of(mentions: Iterable[Row], articles: Mapping[str, Row]) -> list[dict[str, Any]]:
    """Return one entry a mention: the quoted sentence, its speaker, and the article with outlet, link and day."""
    found = []
    for mention in mentions:
        article = articles.get(mention["article_id"], {})
        published = mention["article_published"]
        found.append(
            {
                "sentence": one_line(mention["sentence"]),
                "speaker": one_line(mention["speaker"]) if mention["speaker"] else None,
                "article_id": mention["article_id"],
                "title": one_line(article.get("title") or ""),
                "site": one_line(mention["site"] or ""),
                "url": safe_link(article.get("url")),
                "published": published.isoformat() if published else None,
                "modality": mention["modality"],
            }
        )
    return found


def source_line(source: Mapping[str, Any]) -> str:
    """Return one line of plain text: the sentence in quotation marks, then who, where and when."""
    who = f" ({source['speaker']})" if source["speaker"] else ""
    where = ", ".join(part for part in (source["site"], source["title"], source["published"], source["url"]) if part)
    return f"“{source['sentence']}”{who} — {where or source['article_id']}"


def standing(event: Row) -> str:
    """Return what a reader must know beside the title: reported by whom, contested, left out and why; or nothing."""
    notes = []
    if not event["on_timeline"]:
        notes.append(f"left out of the timeline: {why_left_out(event['reason'])}")
    if event["contested"]:
        notes.append("contested")
    if event.get("decided"):
        notes.append("decided by a person")
    for name, column in (("confirmed by", "confirmed_by"), ("disputed by", "disputed_by"), ("note:", "note")):
        if event.get(column):
            notes.append(f"{name} {one_line(event[column])}")
    if event["speakers"]:
        notes.append("reported by " + ", ".join(one_line(name) for name in event["speakers"]))
    return "; ".join(notes)
