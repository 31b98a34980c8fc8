"""What an outlet prints on page after page is no news of any of them: its mentions take no part in merging.

A sentence is such furniture where several pages of one outlet hold it word for word, copies of one report counted once,
and where it is foreign to most of them (`transforms.furniture.repeats`).  That is asked of the sentences that came or
went since the last merging alone.
"""

from __future__ import annotations

from duckdb import DuckDBPyConnection

from warehouse.storage.statements import statement

PAGES = 3
"""Pages of an outlet that hold a sentence word for word before it is furniture."""


def set_apart(con: DuckDBPyConnection) -> None:
    """Take mentions in furniture out of merging and put those back that are in none any more."""
    con.execute("SET VARIABLE furniture_pages = ?", [PAGES])
    con.execute(statement("steps/resolution/furniture_changes"))
