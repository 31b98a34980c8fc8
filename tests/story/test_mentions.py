"""The demo's running story, mention by mention, as a careful reader takes it."""

import re
import tomllib
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from flows.sources import open_source
from transforms.annotate import Annotated, Annotator
from transforms.language.spacy_model import load_model
from transforms.model import Article, Bounds, EventMention
from transforms.readers.registry import read
from transforms.readers.snapshot import Snapshot

HERE = Path(__file__).parent
DEMO = HERE.parents[1] / "examples" / "demo"
TABLE: dict[str, dict[str, dict[str, str]]] = tomllib.loads((HERE / "mentions.toml").read_text(encoding="utf-8"))


@cache
def annotated() -> dict[str, Annotated]:
    snapshots = [found for found in open_source(str(DEMO)) if isinstance(found, Snapshot)]
    articles = [found for snapshot in snapshots for found in read(snapshot) if isinstance(found, Article)]
    return {a.annotation.article.article_id: a for a in Annotator({"en": load_model()}).annotate(articles)}


def mention(article: str, trigger: str) -> EventMention:
    word, _, nth = trigger.partition("#")
    text = annotated()[article].annotation.article.text
    start = [found.start() for found in re.finditer(rf"\b{re.escape(word)}\b", text)][int(nth or 1) - 1]
    events = annotated()[article].annotation.events
    return next(e for e in events if e.mention.trigger.start < start + len(word) and start < e.mention.trigger.end)


def edge(bounds: Bounds) -> str:
    if bounds.is_day:
        return str(bounds.earliest)
    if bounds.earliest is None and bounds.latest is None:
        return ".."
    return f"[{bounds.earliest or ''}..{bounds.latest or ''}]"


def date_of(event: EventMention) -> str:
    """The bounds in the table's notation, calendar months and years by their names."""
    if event.when is None or (event.when.start == event.when.end == Bounds()):
        return ""
    start, end = event.when.start, event.when.end
    if start == end:
        return calendar_name(start, end) or edge(start)
    return f"{calendar_name(start, start) or edge(start)}/{calendar_name(end, end) or edge(end)}"


def calendar_name(start: Bounds, end: Bounds) -> str | None:
    if start != end or start.earliest is None or start.latest is None:
        return None
    low, high = start.earliest, start.latest
    if (low.month, low.day, high.month, high.day) == (1, 1, 12, 31) and low.year == high.year:
        return str(low.year)
    if low.day == 1 and (low.year, low.month) == (high.year, high.month) and high.day >= 28:
        return f"{low:%Y-%m}"
    return None


def spoken(article: str, event: EventMention) -> str:
    if not event.chain:
        return ""
    innermost = event.chain[-1]
    named = innermost.source.of(annotated()[article].annotation.article.text) if innermost.source else ""
    return f"{innermost.source_name or ''} {named}"


ROWS = [(article, trigger, row) for article, rows in TABLE.items() for trigger, row in rows.items()]


@pytest.mark.parametrize(("article", "trigger", "row"), ROWS, ids=[f"{a}: {t}" for a, t, _ in ROWS])
def test_mention_is_read_as_a_careful_reader_reads_it(article: str, trigger: str, row: dict[str, Any]) -> None:
    event = mention(article, trigger)

    modality = event.judgement.modality
    if row.get("modality") == "not actual" and modality != "actual":
        modality = "not actual"  # type: ignore[assignment]
    found = {"when": date_of(event), "modality": modality}
    assert {name: row[name] for name in found if name in row} == {name: found[name] for name in found if name in row}
    if "speaker" in row:
        assert row["speaker"] in spoken(article, event)
        assert bool(row["speaker"]) == bool(event.chain)
