"""The stories of a published file.

rows = find_stories(con, StoryFilters(text=("ferry fire",)))
within_story(con, "s4k2")       whatever is read from now on is that story's
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from duckdb import DuckDBPyConnection

from warehouse.access.timeline import whole_id
from warehouse.storage.older_versions import require_stories
from warehouse.storage.statements import column_names, dict_rows, first_row, statement

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
    """Words that all stand in the title, in names and among the words that tie it; or in a tenth of its headlines."""


def find_stories(con: DuckDBPyConnection, filters: StoryFilters) -> tuple[tuple[str, ...], list[tuple[Any, ...]]]:
    """Return the columns and the rows of the stories, the latest first.

    Raises:
        StoreOlderError: where the version was published before there were stories.
    """
    require_stories(con)
    asked = {
        "active": ACTIVE_DAYS if filters.active else None,
        "since": filters.since,
        "words": list(filters.text),
    }
    found = con.execute(statement("steps/access/find_stories"), asked)
    return column_names(found), found.fetchall()


def within_story(con: DuckDBPyConnection, beginning: str) -> str:
    """Let a reader see nothing but one story's articles and what they tell, for all that it is asked from now on.

    Returns:
        The whole id of the story.

    Raises:
        NotFoundError: where no story has an id with this beginning, or several have.
        StoreOlderError: where the version was published before there were stories.
    """
    require_stories(con)
    found = whole_id(con, "story", beginning)
    con.execute("SET VARIABLE story_id = ?", [found])
    con.execute(statement("steps/access/within_story"))
    return found


def title_of(con: DuckDBPyConnection, story_id: str) -> str:
    """Return a story's title."""
    row = first_row(con, "SELECT title FROM story WHERE story_id = ?", [story_id])
    return str(row[0]) if row else ""


def articles_of(con: DuckDBPyConnection, story_id: str) -> list[dict[str, Any]]:
    """Return a story's articles, the oldest first, each with what ties it and the key events it shares."""
    con.execute("SET VARIABLE story_id = ?", [story_id])
    return dict_rows(con.execute(statement("steps/access/explain_story")))


def articles_beside(con: DuckDBPyConnection, story_id: str) -> list[dict[str, Any]]:
    """Return the articles of other stories, or of none, that report a story beside their own."""
    con.execute("SET VARIABLE story_id = ?", [story_id])
    return dict_rows(con.execute(statement("steps/access/explain_story_beside")))
