"""The stories that somebody follows, with the key events that the version before did not have."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from duckdb import DuckDBPyConnection

from transforms.writers.wording.sanitize import one_line, safe_link
from warehouse.access.stories import StoryFilters, find_stories
from warehouse.storage.connect import open_file, open_reader
from warehouse.storage.statements import dict_rows, statement
from warehouse.storage.store import Store


@dataclass(frozen=True, slots=True)
class Watched:
    """A followed story with what is new in it."""

    watch: str
    """The words by which it is followed."""
    story_id: str
    title: str
    version: int
    """The version that is published now."""
    events: tuple[Mapping[str, Any], ...]
    """The new key events: event_id, edtf, title, lead, place, sites and the url of an article; all of it text."""


def find_watched(store: Store, words: Sequence[str], before: Path | None) -> tuple[Watched, ...]:
    """Return the followed stories that have new key events; one that several words fit comes once, under the first."""
    known = _key_events(before) if before else set()
    found: dict[str, Watched] = {}
    with open_reader(store) as con:
        for watch in words:
            names, rows = find_stories(con, StoryFilters(text=(watch,)))
            for story in (dict(zip(names, row, strict=True)) for row in rows):
                if story["story_id"] in found:
                    continue
                version, events = _new_events(con, story["story_id"], known)
                if events:
                    title = one_line(story["title"])
                    found[story["story_id"]] = Watched(watch, story["story_id"], title, version, events)
    return tuple(found.values())


def _key_events(file: Path) -> set[str]:
    with open_file(file) as con:
        return {row[0] for row in con.execute("SELECT event_id FROM timeline").fetchall()}


def _new_events(con: DuckDBPyConnection, story_id: str, known: set[str]) -> tuple[int, tuple[Mapping[str, Any], ...]]:
    con.execute("SET VARIABLE story_id = ?", [story_id])
    rows = dict_rows(con.execute(statement("steps/access/watched_events")))
    new = [row for row in rows if not {row["event_id"], *row.pop("old_event_ids")} & known]
    version = rows[0]["version"] if rows else 0
    return version, tuple(_as_text(row) for row in new)


def _as_text(row: Mapping[str, Any]) -> dict[str, Any]:
    lines = {name: one_line(row[name]) if row[name] else None for name in ("title", "lead", "place")}
    kept = {name: row[name] for name in ("event_id", "edtf", "sites")}
    return kept | lines | {"url": safe_link(row["url"])}
