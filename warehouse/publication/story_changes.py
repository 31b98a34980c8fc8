"""What became of the stories from one version to another: new, grown, merged, shrunk, fallen apart or gone.

note_story_changes(con, store)                in the candidate, since the last version
for change in story_diff(store, 3, 5): …      between any two that are kept
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import duckdb
from duckdb import DuckDBPyConnection

from transforms.model import StoryTurn
from warehouse.storage.integrity import damage
from warehouse.storage.statements import dict_rows, first_row, literal, statement
from warehouse.storage.store import Store

_HAS = "SELECT 1 FROM duckdb_tables() WHERE database_name = ? AND table_name = ?"

_ALL_NEW = (
    "INSERT INTO candidate.story_change"
    " SELECT story_id, title, 'new', 0, articles, [] FROM candidate.story ORDER BY story_id"
)


@dataclass(frozen=True, slots=True)
class StoryChange:
    """What became of one story."""

    story_id: str
    title: str
    change: StoryTurn
    articles_before: int
    articles: int
    other_story_ids: tuple[str, ...]
    """For a merged one the ids that went into it, for one that fell apart those that its articles are in now."""


def last_version(store: Store) -> Path | None:
    """Return the file of the version that was published last, as far as one can be read."""
    kept = map(store.version, reversed(store.kept_versions()))
    return next((file for file in (*kept, store.timeline) if file.exists() and damage(file) is None), None)


def note_story_changes(con: DuckDBPyConnection, store: Store) -> None:
    """Fill the candidate's story_change and story_alias; before the first version with stories there were none."""
    con.execute(_ALL_NEW)
    file = last_version(store)
    if file is None:
        return
    con.execute(f"ATTACH {literal(file)} AS previous (READ_ONLY)")
    try:
        if first_row(con, _HAS, ["previous", "story_article"]):
            con.execute(statement("steps/publication/story_versions"))
            con.execute(statement("steps/publication/story_changes"))
            held = "previous" if first_row(con, _HAS, ["previous", "story_alias"]) else "candidate"
            con.execute(f"CREATE OR REPLACE TEMP TABLE story_alias_was AS FROM {held}.story_alias")
            con.execute(statement("steps/publication/story_alias"))
    finally:
        con.execute("DETACH previous")


def story_diff(store: Store, before: int, after: int) -> tuple[StoryChange, ...]:
    """Return what became of the stories from one kept version to another; none where one has no stories."""
    with duckdb.connect() as con:
        con.execute(f"ATTACH {literal(store.version(before))} AS previous (READ_ONLY)")
        con.execute(f"ATTACH {literal(store.version(after))} AS candidate (READ_ONLY)")
        if not all(first_row(con, _HAS, [name, "story_article"]) for name in ("previous", "candidate")):
            return ()
        con.execute(statement("steps/publication/story_versions"))
        con.execute(statement("steps/publication/story_changes"))
        rows = dict_rows(con.execute("FROM story_turn ORDER BY articles DESC, story_id, change"))
    return tuple(StoryChange(**row | {"other_story_ids": tuple(row["other_story_ids"])}) for row in rows)
