"""Removes an article and all that came of it from every file of the store, and keeps it from coming back.

    forgotten = forget(store, "ridge-star-17", now)

Deleting is not enough, since DuckDB leaves deleted text in the file: every file is written anew without it.  What was
made for people (report, page, exports) is removed; the next run makes report and page again.  The tombstone that stays
knows the article by hashes alone.  Killed half-way, it is finished by the next writer that opens the store.

In kept versions an event that other articles tell of too stays, as the best of its remaining mentions tells it; the
warehouse merges such events anew at once, and the next run publishes them.
"""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

import pyarrow as pa
from duckdb import DuckDBPyConnection

from transforms.ids import sha256
from warehouse.decisions.file import forget_in_decisions, take_decisions
from warehouse.intake.near_duplicates import group_copies
from warehouse.publication.build import SHAPE, shape
from warehouse.resolution.resolve import resolve_within
from warehouse.storage.connect import connect, discard, hold
from warehouse.storage.errors import NotFoundError
from warehouse.storage.files import replace_file
from warehouse.storage.integrity import damage
from warehouse.storage.kept_parses import forget_texts
from warehouse.storage.migrate import migrate
from warehouse.storage.run_log import set_state, state, utc
from warehouse.storage.statements import attach_new, first_row, literal, stage, statement, transaction
from warehouse.storage.store import Store
from warehouse.stories.regroup import group_within

_LATER = (
    ("article_furniture", "steps/forget/forget_furniture"),
    ("story", "steps/forget/forget_story"),
    ("story_change", "steps/forget/forget_story_change"),
    ("event_version", "steps/forget/forget_event_version"),
    ("decision", "steps/forget/forget_decision"),
)
"""Tables that files published by earlier releases have not, each with the step that copies it."""


@dataclass(frozen=True, slots=True)
class Forgotten:
    """What was removed: the article, its mentions, its words in decisions, and the files written anew or deleted."""

    article_id: str
    mentions: int
    rewritten: tuple[Path, ...]
    removed: tuple[Path, ...]
    decisions: int = 0
    """Decisions that had words of it."""


def forget(store: Store, article: str, now: datetime, command: str | None = None) -> Forgotten:
    """Forget an article.

    Args:
        store: the store; nobody else may be writing to it.
        article: its id, or a beginning that only it has.
        now: with a zone.
        command: what a second writer sees.

    Raises:
        NotFoundError: where the store has no such article, or more than one.
        StoreLockedError: where another writer holds the store.
    """
    with hold(store, command):
        with connect(store.warehouse) as con:
            migrate(con)
            article_id = _whole_id(con, article)
            # First of all: afterwards nobody knows which texts were the article's, and a parse can be made again.
            of_parses = _drop_parses(con, store, article_id)
            mentions = _drop(con, article_id, now)
        decisions = forget_in_decisions(store, article_id)
        rewritten, removed = finish(store)
    return Forgotten(article_id, mentions, (*of_parses, *rewritten), removed, decisions)


def finish(store: Store) -> tuple[tuple[Path, ...], tuple[Path, ...]]:
    """Write every file anew without the article that the warehouse is forgetting; gives the rewritten and the removed.

    Called with the store held; does nothing where nothing is being forgotten.  The warehouse itself comes last, since
    only it remembers that there is something to finish.
    """
    with connect(store.warehouse) as con:
        migrate(con)
        article_id = state(con, "forgetting")
        if article_id is None:
            return (), ()
        con.execute("SET VARIABLE article_id = ?", [article_id])
        forget_in_decisions(store, article_id)
        take_decisions(con, store)
        files = [store.timeline, store.candidate, *(store.version(n) for n in store.kept_versions())]
        there = [file for file in (*files, store.quality) if file.exists()]
        # Of a file that cannot be read nobody can tell what is in it; all of them can be made anew.
        damaged = [file for file in there if damage(file, thorough=True)]
        for file in damaged:
            discard(file)
        rewritten = [file for file in there if file not in damaged]
        for file in rewritten:
            if file == store.quality:
                _rewrite(con, file, ("outcome", "history"), "steps/forget/forget_quality")
            else:
                _rewrite(con, file, SHAPE, "steps/forget/forget_published")
    removed = _remove_made(store)
    _rewrite_warehouse(store)
    return (*rewritten, store.warehouse), (*damaged, *removed)


def _whole_id(con: DuckDBPyConnection, article: str) -> str:
    found = con.execute(statement("steps/forget/article_like"), {"id": article}).fetchall()
    ids = [row[0] for row in found]
    if article in ids or len(ids) == 1:
        return article if article in ids else str(ids[0])
    if not ids:
        known = first_row(con, "SELECT 1 FROM ops.tombstone WHERE article_id_sha256 = ?", [sha256(article.encode())])
        raise NotFoundError(f"{article!r} is forgotten already" if known else f"no article has the id {article!r}")
    raise NotFoundError(f"more than one article has an id that begins with {article!r}: {', '.join(ids[:3])}")


def _drop_parses(con: DuckDBPyConnection, store: Store, article_id: str) -> tuple[Path, ...]:
    """Drop the parses of an article's texts, of earlier ones too; gives the file, where there is one."""
    texts = con.execute(statement("steps/forget/its_texts"), {"id": article_id}).fetchall()
    return (store.parses,) if forget_texts(store.parses, [text for (text,) in texts]) else ()


def _drop(con: DuckDBPyConnection, article_id: str, now: datetime) -> int:
    with transaction(con):
        con.execute("SET VARIABLE article_id = ?", [article_id])
        con.execute("SET VARIABLE now = ?::TIMESTAMP", [utc(now)])
        row = first_row(con, "SELECT count(*) FROM core.event_mention WHERE article_id = getvariable('article_id')")
        stage(con, "annotated_article", pa.table({"article_id": pa.array([article_id], pa.string())}))
        con.execute(statement("steps/forget/forget_article"))
        con.execute(statement("steps/intake/drop_article_rows"))
        group_copies(con)
        group_within(con)
        resolve_within(con)
        set_state(con, "forgetting", article_id)
        set_state(con, "changed", "forget")
    return row[0] if row else 0


def _rewrite(con: DuckDBPyConnection, file: Path, models: tuple[str, ...], step: str) -> None:
    working = file.with_name(file.name + ".new")
    discard(working)
    con.execute(f"ATTACH {literal(file)} AS old (READ_ONLY)")
    attach_new(con, working, "new")
    try:
        shape(con, "new", models)
        _see_old(con)
        con.execute(statement(step))
        _keep_later_tables(con)
        con.execute("CHECKPOINT new")
    finally:
        con.execute("USE warehouse")
        con.execute("DETACH old")
        con.execute("DETACH new")
    replace_file(working, file)


def _keep_later_tables(con: DuckDBPyConnection) -> None:
    """Copy what files published by earlier releases have not."""
    there = "SELECT 1 FROM duckdb_tables() WHERE database_name = 'old' AND table_name = ?"
    for table, step in _LATER:
        if first_row(con, there, [table]):
            con.execute(statement(step))


def _see_old(con: DuckDBPyConnection) -> None:
    """Show the old file's events and reasons with the new file's columns: an earlier dateline wrote fewer."""
    known = set(con.execute("SELECT database_name, table_name FROM duckdb_tables()").fetchall())
    for view, table in (("old_event", "event"), ("old_reason", "event_reason")):
        if ("new", table) in known:
            more = f" UNION ALL BY NAME FROM old.{table}" if ("old", table) in known else ""
            con.execute(f"CREATE OR REPLACE TEMP VIEW {view} AS (FROM new.{table} LIMIT 0){more}")


def _rewrite_warehouse(store: Store) -> None:
    working = store.warehouse.with_name("warehouse.new.duckdb")
    discard(working)
    with connect(working) as con:
        migrate(con)
        con.execute(f"ATTACH {literal(store.warehouse)} AS old (READ_ONLY)")
        for schema, table in con.execute(statement("steps/forget/own_tables")).fetchall():
            con.execute(f'INSERT INTO {schema}."{table}" BY NAME FROM old.{schema}."{table}"')
        con.execute("DELETE FROM ops.state WHERE name = 'forgetting'")
        row = first_row(con, "SELECT coalesce(max(arrival), 0) FROM core.article_version")
        # A sequence cannot be set, only made anew.
        con.execute(f"DROP SEQUENCE ops.arrival; CREATE SEQUENCE ops.arrival START {(row[0] if row else 0) + 1}")
        con.execute("DETACH old")
        con.execute("CHECKPOINT")
    replace_file(working, store.warehouse)
    discard(working)
    store.warehouse.with_name(store.warehouse.name + ".wal").unlink(missing_ok=True)


def _remove_made(store: Store) -> tuple[Path, ...]:
    """Remove what was made of the published file, and whatever a killed process left lying about."""
    left = [
        path
        for folder in (store.path, store.versions)
        if folder.exists()
        for path in sorted(folder.iterdir())
        if path.name.endswith((".new", ".tmp")) or ".new." in path.name
    ]
    removed = []
    for path in (store.reports, store.site, store.exports, store.work, *left):
        if path.is_dir() and not path.is_symlink():
            removed += [file for file in sorted(path.rglob("*")) if file.is_file()]
            shutil.rmtree(path)
        elif path.exists():
            removed.append(path)
            path.unlink()
    return tuple(removed)
