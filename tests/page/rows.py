"""Rows for pages and exports, with the least that each needs."""

from datetime import date
from typing import Any

from transforms.writers.rows import TimelineRows

DAY = date(2024, 5, 13)


def event(
    key: str,
    title: str,
    start: tuple[date | None, date | None] = (DAY, DAY),
    end: tuple[date | None, date | None] | None = None,
    **more: Any,
) -> dict[str, Any]:
    low, high = start
    first, last = end or start
    return {
        "event_id": key, "title": title, "event_type": "accident", "kind": "point", "edtf": "2024-05-13", "precision": "day",
        "start_earliest": low, "start_latest": high, "end_earliest": first, "end_latest": last, "dated": True, "approximate": False,
        "ongoing": False, "local_time": None, "zone": None, "sort_date": low or high, "modality": "actual", "contested": False,
        "on_timeline": True, "reason": None, "actors": [], "place": None, "speakers": [], "sites": ["mail"], "mentions": 1,
        "articles": 1, "independent_articles": 1, "first_reported": DAY,
    } | more  # fmt: skip


def mention(key: str, event_id: str, sentence: str, trigger: str, **more: Any) -> dict[str, Any]:
    return {
        "mention_id": key, "event_id": event_id, "article_id": "a", "site": "mail", "article_published": DAY, "sentence": sentence,
        "sentence_start": 0, "trigger": trigger, "trigger_start": sentence.index(trigger), "modality": "actual", "modality_cue": None,
        "speaker": None, "cue": None, "when_reason": "told", "reason": None,
    } | more  # fmt: skip


def article(**more: Any) -> dict[str, Any]:
    return {
        "article_id": "a",
        "title": "A fire",
        "site": "mail",
        "url": "https://mail.example/fire",
        "published": DAY,
        "language": "en",
    } | more


def timeline(
    *events: dict[str, Any],
    mentions: tuple[dict[str, Any], ...] = (),
    articles: tuple[dict[str, Any], ...] = (),
    **more: Any,
) -> TimelineRows:
    placed = mentions or tuple(
        mention(f"m-{e['event_id']}", e["event_id"], e["title"] or "x", e["title"] or "x") for e in events
    )
    return TimelineRows(title=more.pop("title", "A timeline"), version=1, published_at="2024-05-20 06:00 UTC", events=events, mentions=placed,
                        articles=articles or (article(),), **more)  # fmt: skip
