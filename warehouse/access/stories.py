"""The stories of a published file.

rows = find_stories(con, StoryFilters(text=("ferry fire",)))
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from duckdb import DuckDBPyConnection

from warehouse.storage.statements import column_names, statement

ACTIVE_DAYS = 14
"""A story whose last article is older than this, beside the newest of all, is not active."""


@dataclass(frozen=True, slots=True)
class StoryFilters:
    """Which stories are meant; of several words any may fit."""

    active: bool = False
    """Only those with an article of the last `ACTIVE_DAYS` before the newest of all."""
    since: date | None = None
    """Only those with an article of that day or later."""
    text: tuple[str, ...] = ()
    """Words in the title, in the names of its actors and places, or among the words that tie its articles."""


def find_stories(con: DuckDBPyConnection, filters: StoryFilters) -> tuple[tuple[str, ...], list[tuple[Any, ...]]]:
    """Return the columns and the rows of the stories, the latest first."""
    asked = {
        "active": ACTIVE_DAYS if filters.active else None,
        "since": filters.since,
        "words": list(filters.text),
    }
    found = con.execute(statement("steps/access/find_stories"), asked)
    return column_names(found), found.fetchall()
