"""The published files open in the DuckDB of other tools, whose drivers lag."""

from __future__ import annotations

from pathlib import Path

import duckdb
import pytest


@pytest.mark.parametrize("name", ["timeline", "quality"])
def test_published_files_are_stored_as_duckdb_1_2_stores_them(demo_master: Path, name: str) -> None:
    with duckdb.connect() as con:
        con.execute(f"ATTACH '{demo_master / f'{name}.duckdb'}' AS given (READ_ONLY)")
        (tags,) = con.execute("SELECT tags FROM duckdb_databases() WHERE database_name = 'given'").fetchone() or ({},)

    assert str(tags.get("storage_version", "")).startswith("v1.2")
