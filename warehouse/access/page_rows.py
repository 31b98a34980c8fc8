"""Rows for people's eyes: what the page and the quality report show, read from the files that hold it.

story_title(con)                      what a story without a name of its own is called
timeline_rows(con, title, event_ids)  from an open published file (`warehouse.storage.connect.open_reader`)
report_rows(store, run_id)            from quality.duckdb, with the sentences of the file that was judged
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import duckdb
import pyarrow as pa
from duckdb import DuckDBPyConnection

from transforms.writers.report import ReportRows
from transforms.writers.rows import TimelineRows
from transforms.writers.wording.story_name import story_name
from warehouse.storage.statements import literal, statement
from warehouse.storage.store import Store

Row = dict[str, Any]


def story_title(con: DuckDBPyConnection) -> str:
    """Return what the published story is called where nobody named it."""
    return story_name(named_rows(con, "page_story"))


def timeline_rows(con: DuckDBPyConnection, title: str, event_ids: Sequence[str] | None = None) -> TimelineRows:
    """Return all that the page and the exports show of these events, or of all; an unnamed story names itself."""
    con.execute("CREATE OR REPLACE TEMP TABLE shown_event AS SELECT event_id FROM event")
    if event_ids is not None:
        chosen = pa.table({"event_id": pa.array(event_ids, pa.string())})
        con.register("chosen_event", chosen)
        con.execute("CREATE OR REPLACE TEMP TABLE shown_event AS SELECT event_id FROM chosen_event")
        con.unregister("chosen_event")
    published = named_rows(con, "page_publication")
    events = named_rows(con, "page_events")
    return TimelineRows(
        title=title or story_name(events),
        version=published[0]["version"] if published else None,
        published_at=published[0]["published_at"] if published else None,
        events=events,
        mentions=named_rows(con, "page_mentions"),
        articles=named_rows(con, "page_articles"),
        times=named_rows(con, "page_times"),
        mention_times=named_rows(con, "page_mention_times"),
        bounds=named_rows(con, "page_bounds"),
        joins=named_rows(con, "page_joins"),
        figures=named_rows(con, "page_figures"),
        conflicts=named_rows(con, "page_conflicts"),
        aliases=named_rows(con, "page_aliases"),
        places=named_rows(con, "page_places"),
        decisions=named_rows(con, "page_decisions") if _has_decisions(con) else [],
    )


def _has_decisions(con: DuckDBPyConnection) -> bool:
    """True unless an earlier release published the file."""
    return bool(con.execute("SELECT 1 FROM duckdb_tables() WHERE table_name = 'decision'").fetchall())


def report_rows(store: Store, run_id: str) -> ReportRows:
    """Return everything that the report of a run shows.

    Raises:
        LookupError: where quality.duckdb knows no such run.
    """
    judged = next((file for file in (store.candidate, store.timeline) if file.exists()), None)
    with duckdb.connect(str(store.quality), read_only=True) as con:
        con.execute("SET VARIABLE run_id = ?", [run_id])
        run = named_rows(con, "report_run")
        if not run:
            raise LookupError(f"{store.quality}: no run {run_id}")
        return ReportRows(
            run=run[0],
            checks=named_rows(con, "report_checks"),
            failures=_failures(con, judged),
            quarantine=named_rows(con, "report_quarantine"),
            runs=named_rows(con, "report_runs"),
            sites=named_rows(con, "report_sites"),
        )


def _failures(con: DuckDBPyConnection, judged: Path | None) -> list[Row]:
    if judged is None:
        return named_rows(con, "report_failures_alone")
    con.execute(f"ATTACH {literal(judged)} AS judged (READ_ONLY)")
    try:
        return named_rows(con, "report_failures")
    finally:
        con.execute("DETACH judged")


def named_rows(con: DuckDBPyConnection, name: str) -> list[Row]:
    """Return what a statement of `warehouse/pages/` finds."""
    return list(con.sql(statement(f"pages/{name}")).to_arrow_table().to_pylist())
