"""Versions that an earlier dateline published lack some tables: while they are read, empty ones stand in.

fill_gaps(con)             makes them, temporary
require_stories(con)       refuses what cannot be answered from an empty one
"""

from __future__ import annotations

import re
from functools import cache

from duckdb import DuckDBPyConnection

from warehouse.storage.errors import StoreOlderError
from warehouse.storage.statements import statement

_TABLE = re.compile(r"^CREATE TABLE (\w+) \(\n(.*?)\n\);", re.DOTALL | re.MULTILINE)
_VIEW = re.compile(r"^CREATE VIEW (\w+) AS\n(.*?);", re.DOTALL | re.MULTILINE)
_STAND_IN_VIEWS = ("article_place",)
"""Views that were added later and that commands read."""

_NAMES = "SELECT table_name FROM duckdb_tables() UNION SELECT view_name FROM duckdb_views()"
_IS_STAND_IN = "SELECT 1 FROM duckdb_tables() WHERE table_name = 'story' AND temporary"


def fill_gaps(con: DuckDBPyConnection) -> None:
    """Make the tables that the file lacks, empty, and the views."""
    there = {name for (name,) in con.execute(_NAMES).fetchall()}
    tables, views = _shape()
    for name, columns in tables.items():
        if name not in there:
            con.execute(f"CREATE TEMP TABLE {name} ({columns})")
    for name in _STAND_IN_VIEWS:
        if name not in there:
            con.execute(f"CREATE TEMP VIEW {name} AS {views[name]}")


def require_stories(con: DuckDBPyConnection) -> None:
    """Refuse a version that was published before there were stories.

    Raises:
        StoreOlderError: where it is one.
    """
    if con.execute(_IS_STAND_IN).fetchall():
        raise StoreOlderError(
            "this version was published before there were stories: `dateline publish` makes one with them"
        )


@cache
def _shape() -> tuple[dict[str, str], dict[str, str]]:
    tables = dict(_TABLE.findall(statement("models/published")))
    return tables, dict(_VIEW.findall(statement("models/views")))
