"""quality.duckdb: runs, checks, quarantine and volumes of every run, replaced whole at the end of each.

write_quality(con, store, run_id, verdict)     once a run has ended; without a verdict where nothing was judged
withhold(con, run_id, failures, now)           row faults: out of the next build, into the quarantine
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from pathlib import Path
from typing import Protocol

import pyarrow as pa
from duckdb import DuckDBPyConnection

from warehouse.publication.build import shape
from warehouse.storage.connect import discard
from warehouse.storage.files import replace_file
from warehouse.storage.run_log import set_state, store_refusals
from warehouse.storage.statements import attach_new, first_row, literal, stage, statement, transaction
from warehouse.storage.store import Store

RUNS_KEPT = 200
"""Runs whose checks and volumes are kept for the trends."""


_TYPES = {"passed": pa.bool_(), "rows_judged": pa.int64(), "rows_failed": pa.int64()}
# Column of check_result or check_failure → field of expectations.outcome.CheckResult or CheckFailure.
_RESULT = {
    "check_name": "name",
    "table_name": "table",
    "severity": "severity",
    "passed": "passed",
    "rows_judged": "rows_judged",
    "rows_failed": "rows_failed",
    "fault": "fault",
    "description": "description",
    "remedy": "remedy",
    "sql": "sql",
    "error": "error",
}
_FAILURE = {
    "check_name": "check",
    "table_name": "table",
    "severity": "severity",
    "fault": "fault",
    "row_key": "row_key",
    "article_id": "article_id",
    "detail": "detail",
    "sql": "sql",
}


class Verdict(Protocol):
    """How checks came out: rows with the fields of `expectations.outcome.CheckResult` and `CheckFailure`."""

    @property
    def results(self) -> Sequence[object]:
        """One for each check."""
        ...

    @property
    def failures(self) -> Sequence[object]:
        """One for each row that failed a check."""
        ...


def stage_checks(con: DuckDBPyConnection, run_id: str, verdict: Verdict | None) -> None:
    """Make the temp tables new_result and new_failure of a run's checks."""
    stage(con, "new_result", _rows(run_id, verdict.results if verdict else (), _RESULT))
    stage(con, "new_failure", _rows(run_id, verdict.failures if verdict else (), _FAILURE))


def write_quality(con: DuckDBPyConnection, store: Store, run_id: str, verdict: Verdict | None = None) -> None:
    """Replace quality.duckdb: what it held, and this run's checks.  Runs and quarantine come from the warehouse."""
    stage_checks(con, run_id, verdict)
    con.execute("SET VARIABLE run_id = ?", [run_id])
    con.execute("SET VARIABLE runs_kept = ?", [RUNS_KEPT])
    working = store.quality.with_name("quality.duckdb.new")
    discard(working)
    before = store.quality.exists()
    attach_new(con, working, "quality")
    if before:
        con.execute(f"ATTACH {literal(store.quality)} AS quality_before (READ_ONLY)")
    judged = _judged(store) if verdict else None
    if judged:
        con.execute(f"ATTACH {literal(judged)} AS judged (READ_ONLY)")
    try:
        shape(con, "quality", ("outcome", "history"))
        if before:
            con.execute(statement("steps/publication/quality_before"))
        con.execute(statement("steps/publication/quality_now"))
        if judged:
            con.execute(statement("steps/publication/quality_volume"))
        con.execute("CHECKPOINT quality")
    finally:
        con.execute("USE warehouse")
        con.execute("DETACH quality")
        if before:
            con.execute("DETACH quality_before")
        if judged:
            con.execute("DETACH judged")
    replace_file(working, store.quality)


def _judged(store: Store) -> Path | None:
    """Return the file that was judged: the candidate, or what is published where it became that or was no other."""
    return next((file for file in (store.candidate, store.timeline) if file.exists()), None)


def withhold(con: DuckDBPyConnection, run_id: str, failures: Iterable[object], now: datetime) -> int:
    """Leave rows that failed a check out of what is built from now on, each with a row of the quarantine.

    They come back when their article is annotated anew.  A mention, or an article's mentions, are merged away, so
    `resolve` and `build` must follow.  Gives how many rows are left out that were not before, mentions that rest on a
    failing expression among them.
    """
    named = [{column: getattr(one, name) for column, name in _FAILURE.items()} for one in failures]
    rows = [
        {
            "table_name": f["table_name"],
            "row_key": f["row_key"],
            "article_id": f["article_id"],
            "stage": "check",
            "source": f["article_id"] or f["row_key"],
            "location": f"{f['table_name']} {f['row_key']}",
            "reason_code": f["check_name"],
            "detail": f["detail"],
            "remedy": "see the check in the report; the row comes back once its article is annotated anew",
        }
        for f in named
    ]
    if not rows:
        return 0
    names = ("table_name", "row_key", "article_id", "stage", "source", "location", "reason_code", "detail", "remedy")
    failing = pa.Table.from_pylist(rows, schema=pa.schema([(n, pa.string()) for n in names]))
    with transaction(con):
        con.execute("SET VARIABLE run_id = ?", [run_id])
        stage(con, "failing", failing)
        con.execute(statement("steps/publication/withhold"))
        count = first_row(con, "SELECT count(*) FROM withheld_now")
        store_refusals(con, run_id, failing.drop_columns(["table_name", "row_key"]), now)
        set_state(con, "changed", run_id)
    return count[0] if count else 0


def _rows(run_id: str, found: Iterable[object], fields: Mapping[str, str]) -> pa.Table:
    rows = [{"run_id": run_id} | {column: getattr(one, name) for column, name in fields.items()} for one in found]
    schema = pa.schema([(name, _TYPES.get(name, pa.string())) for name in ("run_id", *fields)])
    return pa.Table.from_pylist(rows, schema=schema)
