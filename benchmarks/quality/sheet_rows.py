"""Rows drawn at random from published timelines, with all that a reader needs to judge them."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path
from typing import Any

from duckdb import DuckDBPyConnection

from flows.explain.stored import explain_event
from flows.explain.tree import drawn
from transforms.writers.wording.dates import when_in_words
from warehouse.storage.connect import open_reader
from warehouse.storage.store import Store

POPULATIONS = {
    "dated": "SELECT event_id FROM event WHERE on_timeline AND dated",
    "default": "SELECT event_id FROM timeline",
}
"""Whose rows are drawn: the dated ones of all that stands on the timeline, or those that a reader gets by default."""
AROUND = 300
"""Characters of the article on either side of a mention's sentence."""
_MENTIONS = """
    SELECT m.trigger, m.sentence, m.sentence_start, m.sentence_end, m.trigger_start, m.article_id, m.article_published,
        m.speaker, a.title, a.text
    FROM event_mention AS m
    JOIN article AS a USING (article_id)
    WHERE m.event_id = ?
    ORDER BY m.article_published NULLS LAST, m.article_id, m.trigger_start
"""


@dataclass(frozen=True, slots=True)
class SheetMention:
    """A sentence that tells of the row, between its neighbours."""

    article_id: str
    article_title: str | None
    published: str
    triggers: tuple[str, ...]
    speaker: str | None
    before: str
    sentence: str
    after: str


@dataclass(frozen=True, slots=True)
class SheetRow:
    """A row of a timeline as a reader judges it."""

    story: str
    event_id: str
    date: str
    title: str
    event_type: str
    actors: tuple[str, ...]
    place: str | None
    level: str | None
    """`None` in timelines published before rows had levels."""
    mentions: tuple[SheetMention, ...]
    explained: tuple[str, ...]


def draw(
    stores: Mapping[str, Path], population: str, rows: int, seed: int, without: Collection[str] = ()
) -> list[SheetRow]:
    """Return rows of all stores together, each as likely as the next, in an order that tells nothing of them.

    A row's place in the draw hangs on the seed and its own id alone: the order of the stores changes nothing, and rows
    that come to the timelines or leave them do not change which of the others are drawn first.
    """
    everything: list[tuple[str, str]] = []
    for story, path in stores.items():
        with open_reader(Store(path)) as con:
            everything += [(event_id, story) for (event_id,) in con.execute(POPULATIONS[population]).fetchall()]
    chosen = drawn_ids(everything, rows, seed, without)
    found: dict[tuple[str, str], SheetRow] = {}
    for story, path in stores.items():
        with open_reader(Store(path)) as con:
            found |= {(event, of): _row(con, of, event) for event, of in chosen if of == story}
    return [found[key] for key in chosen]


def drawn_ids(
    everything: Iterable[tuple[str, str]], rows: int, seed: int, without: Collection[str]
) -> list[tuple[str, str]]:
    """Return the first ids by a hash of seed and id, those already read left out."""
    left = [(event, story) for event, story in everything if event not in without]
    return sorted(left, key=lambda row: (blake2b(f"{seed}:{row[0]}".encode()).digest(), row[1]))[:rows]


def _row(con: DuckDBPyConnection, story: str, event_id: str) -> SheetRow:
    (event,) = _records(con, "FROM event WHERE event_id = ?", event_id)
    return SheetRow(
        story,
        event_id,
        when_in_words(event),
        event["title"],
        event["event_type"],
        tuple(event["actors"]),
        event["place"],
        event.get("level"),
        _mentions(_records(con, _MENTIONS, event_id)),
        tuple(drawn(explain_event(con, event_id))),
    )


def _mentions(records: Iterable[dict[str, Any]]) -> tuple[SheetMention, ...]:
    """Return one mention a sentence, whatever number of its words tell of the row."""
    by_sentence: dict[tuple[str, int], list[dict[str, Any]]] = {}
    for record in records:
        by_sentence.setdefault((record["article_id"], record["sentence_start"]), []).append(record)
    return tuple(_mention(together) for together in by_sentence.values())


def _mention(together: list[dict[str, Any]]) -> SheetMention:
    first = together[0]
    text, start, end = first["text"], first["sentence_start"], first["sentence_end"]
    before, after = text[max(0, start - AROUND) : start], text[end : end + AROUND]
    return SheetMention(
        first["article_id"],
        first["title"],
        str(first["article_published"] or "day of publication unknown"),
        tuple(record["trigger"] for record in together),
        first["speaker"],
        " ".join((before.partition(" ")[2] if start > AROUND else before).split()),
        " ".join(first["sentence"].split()),
        " ".join((after.rpartition(" ")[0] if end + AROUND < len(text) else after).split()),
    )


def _records(con: DuckDBPyConnection, sql: str, *values: object) -> list[dict[str, Any]]:
    asked = con.execute(sql, list(values))
    names = [column[0] for column in asked.description or ()]
    return [dict(zip(names, row, strict=True)) for row in asked.fetchall()]
