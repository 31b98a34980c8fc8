"""What checks know beside the candidate: the views `site_history` and `source_state`, empty where nothing is known."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

SourceState = tuple[str, str, int, str | None, datetime | None]
"""A source: its name, the last run that read it, runs in a row without anything, failure, when it last gave one."""

NO_HISTORY = (
    """CREATE TEMP TABLE site_history (
        run_id VARCHAR, started_at TIMESTAMP, site VARCHAR, articles BIGINT, events BIGINT, dated BIGINT
    )""",
    """CREATE TEMP TABLE source_state (
        source VARCHAR, run_id VARCHAR, silent_runs BIGINT, failure VARCHAR, gave_at TIMESTAMP
    )""",
)

_COLUMNS = "run_id, started_at, site, articles, events, dated"


@dataclass(frozen=True, slots=True)
class History:
    """Earlier runs, and the sources as they are now."""

    runs: Path | None = None
    """`quality.duckdb`, where there is one."""
    sources: tuple[SourceState, ...] = ()


def history_statements(history: History) -> Iterator[tuple[str, tuple[object, ...]]]:
    """Yield the statements that make the views, each with its parameters."""
    for made in NO_HISTORY:
        yield made, ()
    if history.runs is not None:
        quoted = str(history.runs).replace("'", "''")
        yield f"ATTACH '{quoted}' AS history (READ_ONLY)", ()
        yield f"INSERT INTO site_history BY NAME SELECT {_COLUMNS} FROM history.site_volume", ()
    for state in history.sources:
        yield "INSERT INTO source_state VALUES (?, ?, ?, ?, ?)", state
