"""Why some filters show no event, and what would."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from difflib import get_close_matches
from itertools import chain
from typing import Any

from duckdb import DuckDBPyConnection

from transforms.writers.wording.sanitize import one_line
from warehouse.access.filters import Filters
from warehouse.access.timeline import find_events

_NAMED = 12
"""Types that are named at most."""
_TYPES = "SELECT event_type, count(*) FROM timeline GROUP BY 1 ORDER BY 2 DESC, 1"
_SPAN = "SELECT min(start_earliest), max(coalesce(end_latest, start_latest)) FROM timeline WHERE dated"


def peeked(rows: Iterable[dict[str, Any]]) -> tuple[bool, Iterator[dict[str, Any]]]:
    """Return whether there is a row, and all of them."""
    source = iter(rows)
    first = next(source, None)
    return (False, iter(())) if first is None else (True, chain((first,), source))


def why_empty(con: DuckDBPyConnection, filters: Filters) -> str:
    """Return the line for filters that show nothing."""
    return f"no events: {_reason(con, filters)}"


def _reason(con: DuckDBPyConnection, filters: Filters) -> str:
    if filters.begin and filters.end and filters.begin > filters.end:
        return f"--from {filters.begin} is after --to {filters.end}"
    types = con.execute(_TYPES).fetchall()
    if not types and not filters.left_out:
        return "the timeline is empty; --all shows what was left out of it, with the reason"
    known = [name for name, _ in types]
    for asked in filters.types:
        if asked not in known and not filters.left_out and not filters.detail:
            return f"nothing on the timeline has the type {asked!r}{_types_there(asked, types)}"
    first, last = con.execute(_SPAN).fetchall()[0]
    early = bool(filters.end and first and filters.end < first)
    late = bool(filters.begin and last and filters.begin > last)
    if early or late:
        return f"the timeline runs from {first} to {last}"
    return f"nothing fits all of these filters{_wider(con, filters)}"


def _types_there(asked: str, types: Sequence[tuple[str, int]]) -> str:
    near = get_close_matches(asked, [name for name, _ in types], n=1)
    hint = f" (did you mean {near[0]}?)" if near else ""
    there = ", ".join(f"{one_line(name)} {count}" for name, count in types[:_NAMED])
    more = f" and {len(types) - _NAMED} more" if len(types) > _NAMED else ""
    return f"{hint}; there are: {there}{more}"


def _wider(con: DuckDBPyConnection, filters: Filters) -> str:
    """Return what one switch more would show."""
    for switch, wider in (
        ("--detail", replace(filters, detail=True)),
        ("--possible", replace(filters, possible=True)),
        ("--all", replace(filters, left_out=True)),
    ):
        count = sum(1 for _ in find_events(con, wider))
        if count:
            return f"; {switch} shows {count}"
    return ": leave one out"
