"""Invented rows of a published timeline, for the page: the same for the same number every time."""

from __future__ import annotations

import random
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

from benchmarks.speed.invented import invented
from transforms.writers.rows import TimelineRows

TYPES = ("statement", "accident", "attack", "agreement", "verdict", "election", "trade", "meeting", "aid", "other")


def invented_rows(count: int) -> TimelineRows:
    """So many events: each told by a sentence of its own, and again in a sentence of another event."""
    dice = random.Random(20240513)
    sentences = list(_sentences(count // 3 + 1))[:count]
    articles = list({article["article_id"]: article for article, _ in sentences}.values())
    rows: dict[str, list[dict[str, Any]]] = {name: [] for name in ("times", "links", "bounds", "joins", "figures")}
    events, mentions = [], []
    for nth, (article, sentence) in enumerate(sentences):
        event, again = f"e{_key(nth)}", (nth + count // 3) % count
        days = _days(dice, article["published"])
        first = _mention(f"m{_key(2 * nth)}", event, article, sentence, dice)
        second = _mention(f"m{_key(2 * nth + 1)}", event, *sentences[again], dice)
        mentions += [first, second]
        _date(rows, first, days, dice)
        events.append(_event(event, sentence, (first, second), days, dice))
        reasons = [
            "to begin with -1.90",
            f"sentences alike +{dice.random():.2f}",
            f"names alike +{3 * dice.random():.2f}",
            f"same word '{first['trigger']}' -0.{dice.randrange(60):02}",
            "same place +0.50",
        ]
        rows["joins"].append({
            "event_id": event, "mention_id": second["mention_id"], "other_mention_id": first["mention_id"],
            "weight": 5 * dice.random(), "reasons": reasons,
        })  # fmt: skip
        if nth % 5 == 0:
            rows["figures"].append({
                "event_id": event, "mention_id": first["mention_id"], "measure": "person",
                "text": str(dice.randint(2, 900)), "qualifier": None,
                "speaker": first["speaker"], "site": article["site"], "as_of": article["published"],
                "rival_group": None, "superseded": False,
            })  # fmt: skip
    events.sort(key=lambda e: (e["sort_date"] is None, e["sort_date"] or date.max))
    return TimelineRows(
        title=f"{count:,} invented events", version=1, published_at="2024-05-20 06:00 UTC", events=events,
        mentions=mentions, articles=articles, times=rows["times"], mention_times=rows["links"],
        bounds=rows["bounds"], joins=rows["joins"],
        figures=rows["figures"],
    )  # fmt: skip


def _sentences(count: int) -> Iterator[tuple[dict[str, Any], str]]:
    """The sentences of so many articles of the other benchmarks, each with its article."""
    for article in invented(count):
        published = date.fromisoformat(article["published"])
        row = {"article_id": article["id"], "title": article["title"], "site": article["site"], "language": "en",
               "url": f"https://news.example/{article['id']}", "published": published}  # fmt: skip
        for sentence in article["text"].split(". "):
            yield row, f"{sentence.removesuffix('.')}."


def _key(number: int) -> str:
    """Sixteen letters and digits without order, as ids are."""
    return f"{random.Random(number).getrandbits(64):016x}"


def _mention(key: str, event: str, article: dict[str, Any], sentence: str, dice: random.Random) -> dict[str, Any]:
    words = sentence.split()
    at = dice.randrange(2, len(words) - 1)
    speaker = " ".join(words[1:3]) if " said " in sentence else None
    return {
        "mention_id": key, "event_id": event, "article_id": article["article_id"], "site": article["site"],
        "article_published": article["published"], "sentence": sentence, "sentence_start": 0, "trigger": words[at],
        "trigger_start": len(" ".join(words[:at])) + 1, "modality": "actual", "modality_cue": None, "speaker": speaker,
        "cue": "said" if speaker else None, "when_reason": dice.choice(("date-on", "told-in-past")), "reason": None,
    }  # fmt: skip


def _days(dice: random.Random, published: date) -> tuple[date | None, date | None, str]:
    """First and last possible day, and the precision: half on a day, others in a week or month, or merely before."""
    day = published - timedelta(days=dice.randint(0, 60) if dice.random() < 0.95 else dice.randint(0, 9000))
    kind = dice.choice(("day", "day", "day", "week", "month", "before"))
    if kind == "before":
        return None, published, kind
    return day, day + timedelta(days={"day": 0, "week": 6, "month": 30}[kind]), kind


def _date(
    rows: dict[str, list[dict[str, Any]]], mention: dict[str, Any], days: tuple[Any, Any, str], dice: random.Random
) -> None:
    """The bounds of an event, and the expression that they come from."""
    low, high, kind = days
    time = None if kind == "before" else f"t{mention['mention_id'][1:]}"
    if time:
        day = f"{low:%B} {low.day}"
        rows["times"].append({
            "time_expression_id": time, "text": dice.choice((day, f"{low:%A}", "last week")), "value": low.isoformat(),
            "rule_id": dice.choice(("en.month-day", "en.weekday", "en.last-unit")),
            "anchor_date": mention["article_published"],
            "anchor_reason": "publication date: the latest, as told in the past",
        })  # fmt: skip
        rows["links"].append({"mention_id": mention["mention_id"], "time_expression_id": time, "role": "both",
                              "reason": "date-on-its-event"})  # fmt: skip
    for bound, value in (("start_earliest", low), ("start_latest", high), ("end_earliest", low), ("end_latest", high)):
        if value:
            rows["bounds"].append({
                "event_id": mention["event_id"], "bound": bound, "value": value,
                "kind": "told" if time else "publication", "mention_id": mention["mention_id"],
                "time_expression_id": time, "other_event_id": None,
                "rule_id": "date-on" if time else "told-in-past", "used": True,
            })  # fmt: skip


def _event(
    key: str, sentence: str, mentions: tuple[dict[str, Any], ...], days: tuple[Any, Any, str], dice: random.Random
) -> dict[str, Any]:
    low, high, kind = days
    words = sentence.split()
    speakers = sorted({m["speaker"] for m in mentions if m["speaker"]})
    return {
        "event_id": key, "title": " ".join(words[1:9]).rstrip(".,"), "event_type": dice.choice(TYPES), "kind": "point",
        "edtf": {"day": f"{low}", "before": f"[..{high}]"}.get(kind, f"[{low}..{high}]"), "precision": kind,
        "start_earliest": low, "start_latest": high, "end_earliest": low, "end_latest": high, "dated": kind != "before",
        "approximate": False, "ongoing": False, "local_time": None, "zone": None, "sort_date": low or high,
        "modality": "actual", "contested": dice.random() < 0.02, "on_timeline": True, "reason": None,
        "level": "key", "section": "story", "importance": 0.6,
        "actors": [" ".join(words[1:3])],
        "place": words[-1].strip(".,") if words[-2] in ("in", "of") else None, "speakers": speakers,
        "sites": sorted({m["site"] for m in mentions}), "mentions": 2, "articles": 2, "independent_articles": 2,
        "first_reported": min(m["article_published"] for m in mentions),
    }  # fmt: skip
