"""The published events that some filters show, each with the sentences that report it.

    rows = find_events(con, Filters(begin=date(2024, 3, 1), actors=("Mirov",)))

A row has the columns of `event`, `certainty` (within, overlaps or possible, as to the period) and `told_in`, a list of
its mentions: mention_id, article_id, site, article_published, url, article_title, sentence, trigger, modality, speaker.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import islice
from typing import Any

from duckdb import DuckDBPyConnection

from transforms.events.participants.gazetteer import look_up
from warehouse.access.filters import Filters
from warehouse.storage.errors import NotFoundError
from warehouse.storage.older_versions import require_stories
from warehouse.storage.statements import column_names, statement

_TABLES = {
    "event": "event_id",
    "event_mention": "mention_id",
    "article": "article_id",
    "time_expression": "time_expression_id",
    "story": "story_id",
}
_KEPT_IDS = ("event", "story")
"""Tables whose earlier ids lead to the present ones, by the table of the name with _alias."""
_BATCH = 2_000


def find_events(con: DuckDBPyConnection, filters: Filters) -> Iterator[dict[str, Any]]:
    """Return the events in order, one row at a time; the connection is in use until the last one.

    Raises:
        StoreOlderError: where stories are asked for and the version was published before there were any.
    """
    if filters.stories:
        require_stories(con)
    if filters.confirmed:
        # Files that an earlier release published know of no decision, so that SQL cannot ask for it.
        every = find_events(con, replace(filters, confirmed=False, limit=None))
        yield from islice((event for event in every if event.get("confirmed_by")), filters.limit)
        return
    found = con.execute(statement("steps/access/find_events"), parameters(filters))
    names = column_names(found)
    while rows := found.fetchmany(_BATCH):
        for row in rows:
            yield dict(zip(names, row, strict=True))


def event_columns(con: DuckDBPyConnection) -> tuple[str, ...]:
    """Return the columns of `find_events` except the last, `told_in`."""
    return (*column_names(con.execute("SELECT * FROM event LIMIT 0")), "certainty")


def parameters(filters: Filters) -> dict[str, Any]:
    """Return the filters as the parameters of `steps/access/find_events.sql`."""
    return {
        "begin": filters.begin,
        "end": filters.end,
        "certain": filters.certain,
        "possible": filters.possible,
        "actors": list(filters.actors),
        "places": list(filters.places),
        "countries": _countries(filters.places),
        "types": list(filters.types),
        "words": list(filters.text),
        "speakers": list(filters.speakers),
        "sites": list(filters.sites),
        "stories": list(filters.stories),
        "detail": filters.detail,
        "left_out": filters.left_out,
        "limit": filters.limit,
    }


def _countries(places: Sequence[str]) -> list[str]:
    """Return the codes of the countries that a filter names: what happened in one of their towns happened there."""
    codes = {place.upper() for place in places if len(place) == len("LV")}
    return sorted(codes | {site.country for place in places for site in look_up(place) if site.kind == "country"})


def whole_id(con: DuckDBPyConnection, table: str, beginning: str) -> str:
    """Return the only id of a published table with this beginning.

    An earlier id of an event or a story leads to its present one.

    Args:
        con: a reader.
        table: event, event_mention, article, time_expression or story.
        beginning: a whole id, or enough of one.

    Raises:
        NotFoundError: where none begins so, or more than one.
    """
    column = _TABLES[table]
    sql = f"SELECT {column} FROM {table} WHERE starts_with({column}, $id) ORDER BY {column} <> $id, {column} LIMIT 4"
    found = [row[0] for row in con.execute(sql, {"id": beginning}).fetchall()]
    if table in _KEPT_IDS and not found:
        aliases = f"SELECT DISTINCT {column} FROM {table}_alias WHERE starts_with(old_{column}, $id) LIMIT 4"
        found = [row[0] for row in con.execute(aliases, {"id": beginning}).fetchall()]
    if not found:
        raise NotFoundError(f"no {table} has an id that begins with {beginning!r}")
    if len(found) > 1 and found[0] != beginning:
        raise NotFoundError(f"more than one {table} has an id that begins with {beginning!r}: {', '.join(found)}")
    return str(found[0])
