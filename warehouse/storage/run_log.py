"""What the runs did: one row each in ops.run, and the quarantine of what they refused.

begin_run(con, run_id, started_at)                 also clears away what a killed run left behind
quarantine(con, run_id, refusals, now)
note_sources(con, run_id, outcomes, now)           what each source gave, and for how long one has been silent
note_counts(con, run_id, counts, receipt)         what is known of a run so far
finish_run(con, run_id, finished_at, "published")  once that is true
set_state(con, name, value) · state(con, name)     small facts that outlive a run
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from datetime import UTC, date, datetime

import pyarrow as pa
from duckdb import DuckDBPyConnection

from transforms.model import Refusal
from warehouse.storage.statements import first_row, stage, statement, transaction

COUNTS = (
    "articles_seen",
    "articles_new",
    "articles_changed",
    "articles_unchanged",
    "articles_quarantined",
    "time_expressions",
    "event_mentions",
    "events",
    "dated",
    "version",
)
_REFUSALS = pa.schema(
    [(n, pa.string()) for n in ("stage", "source", "location", "reason_code", "detail", "remedy", "article_id")]
)


_SOURCES = pa.schema(
    {
        "source": pa.string(),
        "documents": pa.int64(),
        "unmodified": pa.int64(),
        "refused": pa.int64(),
        "failure": pa.string(),
    }
)


def utc(moment: datetime) -> datetime:
    """Return the moment as the store keeps it: UTC without a zone.

    Raises:
        ValueError: where the moment has no zone.
    """
    if moment.tzinfo is None:
        raise ValueError("a moment needs a zone")
    return moment.astimezone(UTC).replace(tzinfo=None)


def begin_run(con: DuckDBPyConnection, run_id: str, started_at: datetime, logical_date: date | None = None) -> None:
    """Note that a run has begun, mark earlier ones that never ended as interrupted and drop their half-read sources."""
    with transaction(con):
        con.execute(statement("steps/runs/begin_run"))
        con.execute(
            "INSERT INTO ops.run (run_id, started_at, logical_date, status) VALUES (?, ?, ?, 'running')",
            [run_id, utc(started_at), logical_date or started_at.date()],
        )


def note_counts(
    con: DuckDBPyConnection, run_id: str, counts: Mapping[str, int | None], detail: str | None = None
) -> None:
    """Note what is known of a run so far.

    Args:
        con: the writer.
        run_id: the run.
        counts: any of `COUNTS`.
        detail: the receipt as JSON, or what went wrong.

    Raises:
        ValueError: where a count is not one of `COUNTS`.
    """
    if unknown := set(counts) - set(COUNTS):
        raise ValueError(f"no such count: {', '.join(sorted(unknown))}")
    con.execute(
        statement("steps/runs/note_counts"),
        {"run_id": run_id, "detail": detail, **{name: counts.get(name) for name in COUNTS}},
    )


def finish_run(con: DuckDBPyConnection, run_id: str, finished_at: datetime, status: str) -> None:
    """Note how a run ended: published, unchanged, refused, failed or interrupted."""
    con.execute("UPDATE ops.run SET finished_at = ?, status = ? WHERE run_id = ?", [utc(finished_at), status, run_id])


def quarantine(con: DuckDBPyConnection, run_id: str, refusals: Iterable[Refusal], now: datetime) -> int:
    """Keep what was refused; what was refused before keeps its first day.  Gives how many rows came in."""
    rows = [
        {
            "stage": r.stage,
            "source": r.source,
            "location": r.location,
            "reason_code": r.reason_code,
            "detail": r.detail,
            "remedy": r.remedy,
            "article_id": r.source if r.stage == "annotate" else None,
        }
        for r in refusals
    ]
    if rows:
        store_refusals(con, run_id, pa.Table.from_pylist(rows, schema=_REFUSALS), now)
    return len(rows)


def store_refusals(con: DuckDBPyConnection, run_id: str, refused: pa.Table, now: datetime) -> None:
    """Store refusals given as a table of stage, source, location, reason_code, detail, remedy and article_id."""
    con.execute("SET VARIABLE run_id = ?", [run_id])
    con.execute("SET VARIABLE now = ?::TIMESTAMP", [utc(now)])
    con.register("refused_rows", refused)
    con.execute("CREATE OR REPLACE TEMP TABLE refused AS FROM refused_rows")
    con.unregister("refused_rows")
    con.execute(statement("steps/runs/quarantine"))


@dataclass(frozen=True, slots=True)
class SourceOutcome:
    """What a source gave to a run."""

    source: str
    documents: int
    """Documents that gave an article, known ones too."""
    unmodified: int
    """Addresses of which the server or the feed said that nothing changed."""
    refused: int
    failure: str | None
    """The first refusal, in words."""


def note_sources(con: DuckDBPyConnection, run_id: str, outcomes: Iterable[SourceOutcome], now: datetime) -> None:
    """Keep what each source gave; one that gave nothing again is silent for one run more."""
    rows = [asdict(outcome) for outcome in outcomes]
    con.execute("SET VARIABLE run_id = ?", [run_id])
    con.execute("SET VARIABLE now = ?::TIMESTAMP", [utc(now)])
    stage(con, "source_read", pa.Table.from_pylist(rows, schema=_SOURCES))
    con.execute(statement("steps/runs/sources"))


def source_states(con: DuckDBPyConnection) -> list[tuple[str, str, int, str | None, datetime | None]]:
    """Return each source as it is now: source, run, runs without anything, failure, when it last gave something."""
    return con.execute(
        "SELECT source, run_id, silent_runs, failure, gave_at FROM ops.source ORDER BY source"
    ).fetchall()


def silent_sources(con: DuckDBPyConnection, run_id: str, runs: int) -> list[tuple[str, int, str]]:
    """Return this run's sources that have given nothing for at least so many runs: source, runs, failure."""
    return con.execute(
        "SELECT source, silent_runs, coalesce(failure, 'it is empty') FROM ops.source"
        " WHERE run_id = ? AND silent_runs >= ? ORDER BY source",
        [run_id, runs],
    ).fetchall()


def set_state(con: DuckDBPyConnection, name: str, value: str | None) -> None:
    """Keep a small fact; `None` drops it."""
    con.execute("DELETE FROM ops.state WHERE name = ?", [name])
    if value is not None:
        con.execute("INSERT INTO ops.state VALUES (?, ?)", [name, value])


def state(con: DuckDBPyConnection, name: str) -> str | None:
    """Return a small fact that was kept, or `None`."""
    row = first_row(con, "SELECT value FROM ops.state WHERE name = ?", [name])
    return row[0] if row else None
