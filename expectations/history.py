"""Earlier runs, as checks read them: the views `site_history` and `source_state`, empty where there are none."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

_HISTORY = {
    "site_history": ("site_volume", "run_id, started_at, site, articles, events, dated"),
    "source_state": ("source", "source, run_id, silent_runs, failure, gave_at"),
}
"""View that the checks read → table of quality.duckdb and the columns of it."""
NO_HISTORY = (
    """CREATE TEMP TABLE site_history (
        run_id VARCHAR, started_at TIMESTAMP, site VARCHAR, articles BIGINT, events BIGINT, dated BIGINT
    )""",
    """CREATE TEMP TABLE source_state (
        source VARCHAR, run_id VARCHAR, silent_runs BIGINT, failure VARCHAR, gave_at TIMESTAMP
    )""",
)


def history_statements(path: Path | None) -> Iterator[str]:
    """Return the statements that make the views, over `quality.duckdb` where there is one."""
    if path is None:
        yield from NO_HISTORY
        return
    quoted = str(path).replace("'", "''")
    yield f"ATTACH '{quoted}' AS history (READ_ONLY)"
    for view, (table, columns) in _HISTORY.items():
        yield f"CREATE TEMP VIEW {view} AS SELECT {columns} FROM history.{table}"
