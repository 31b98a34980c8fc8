"""Questions to the published file: SQL of the user's own, and ready-made ones, each a file of `queries/`.

    told = ask(con, "SELECT count(*) FROM timeline")        told.names, told.rows
    told = ask_ready_made(con, "who-said-it-first", {"actor": "Mirov"})
    ready_made()                                            what there is, with the question that each answers

A ready-made query's first line says what it answers; the next ones, `-- name: meaning`, its parameters, which it reads
with `getvariable('name')` and for which it has defaults, so that it runs in the duckdb shell as it stands.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path
from typing import Any

import duckdb
from duckdb import DuckDBPyConnection

from warehouse.storage.errors import NotFoundError, QueryError

QUERIES = Path(__file__).parents[1] / "queries"
_PARAMETER = re.compile(r"-- (\w+): (.+)")
_BATCH = 2_000


@dataclass(frozen=True, slots=True)
class Parameter:
    """What a ready-made query can be told, and what it takes otherwise."""

    name: str
    meaning: str


@dataclass(frozen=True, slots=True)
class ReadyMade:
    """A ready-made query."""

    name: str
    question: str
    parameters: tuple[Parameter, ...]
    sql: str


@dataclass(frozen=True, slots=True)
class Answer:
    """Names of the columns, and the rows as they come."""

    names: tuple[str, ...]
    rows: Iterator[tuple[Any, ...]]


def ready_made() -> tuple[ReadyMade, ...]:
    """Every ready-made query, by name."""
    return tuple(_read(path) for path in sorted(QUERIES.glob("*.sql")))


def find_ready_made(name: str) -> ReadyMade:
    """One of them by its name.

    Raises:
        NotFoundError: where there is none of that name; suggests the nearest.
    """
    path = QUERIES / f"{name}.sql"
    if not re.fullmatch(r"[a-z0-9-]+", name) or not path.exists():
        near = get_close_matches(name, [p.stem for p in QUERIES.glob("*.sql")], n=1)
        hint = f": did you mean {near[0]}?" if near else "; dateline query --list names them"
        raise NotFoundError(f"there is no ready-made query {name!r}{hint}")
    return _read(path)


def ask(con: DuckDBPyConnection, sql: str) -> Answer:
    """Answer a query.

    Raises:
        QueryError: where it is wrong or not allowed, in DuckDB's words.
    """
    try:
        told = con.execute(sql)
        names = tuple(column[0] for column in told.description or ())
        first = told.fetchmany(_BATCH) if names else []
    except duckdb.Error as error:
        raise QueryError(str(error).strip()) from error
    return Answer(names, _rows(told, first))


def ask_ready_made(con: DuckDBPyConnection, name: str, values: Mapping[str, str] | None = None) -> Answer:
    """Answer a ready-made query, with some of its parameters.

    Raises:
        NotFoundError: where there is no such query, or it has no such parameter.
        QueryError: where a value does not fit.
    """
    asked = find_ready_made(name)
    known = {parameter.name for parameter in asked.parameters}
    for key, value in (values or {}).items():
        if key not in known:
            told = ", ".join(sorted(known)) or "none"
            raise NotFoundError(f"the query {name} has no parameter {key!r} (it has: {told})")
        con.execute(f"SET VARIABLE {key} = ?", [value])
    return ask(con, asked.sql)


def _rows(told: DuckDBPyConnection, rows: list[tuple[Any, ...]]) -> Iterator[tuple[Any, ...]]:
    while rows:
        yield from rows
        try:
            rows = told.fetchmany(_BATCH)
        except duckdb.Error as error:
            raise QueryError(str(error).strip()) from error


def _read(path: Path) -> ReadyMade:
    sql = path.read_text(encoding="utf-8")
    lines = sql.splitlines()
    if not lines or not lines[0].startswith("-- "):
        raise ValueError(f"{path}:1: the first line must be a comment that says what the query answers")
    parameters = []
    for line in lines[1:]:
        match = _PARAMETER.fullmatch(line)
        if not match:
            break
        parameters.append(Parameter(match[1], match[2]))
    return ReadyMade(path.stem, lines[0][3:], tuple(parameters), sql)
