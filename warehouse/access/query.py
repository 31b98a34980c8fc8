"""Questions to the published file: SQL of the user's own, and ready-made ones, each a file of `queries/`.

    answer = ask(con, "SELECT count(*) FROM timeline")        answer.names, answer.rows
    answer = ask_ready_made(con, "who-said-it-first", {"actor": "Mirov"})
    ready_made()                                            what there is, with the question that each answers

A ready-made query's first line says what it answers; the next ones, `-- name: meaning`, its parameters, which it reads
with `getvariable('name')` and for which it has defaults, so that it runs in the duckdb shell as it stands.
"""

from __future__ import annotations

import re
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path
from typing import Any

import duckdb
from duckdb import DuckDBPyConnection

from warehouse.storage.errors import NotFoundError, QueryError, QueryFileError
from warehouse.storage.statements import column_names

QUERIES = Path(__file__).parents[1] / "queries"
_PARAMETER = re.compile(r"-- (\w+): (.+)")
_NAME = re.compile(r"[a-z][a-z0-9-]*")
_LINE = re.compile(r"LINE (\d+):")
_BATCH = 2_000


@dataclass(frozen=True, slots=True)
class Parameter:
    """A parameter of a ready-made query, and its default."""

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


@contextmanager
def time_limit(con: DuckDBPyConnection, seconds: float) -> Iterator[None]:
    """Interrupt what the connection is asked inside, when it takes longer; 0 is no limit.

    Raises:
        QueryError: where the time was up.
    """
    timer = threading.Timer(seconds, con.interrupt)
    if seconds:
        timer.start()
    try:
        yield
    except duckdb.InterruptException as error:
        raise QueryError(f"no answer within {seconds:g} s: ask for less, or give more time (--timeout)") from error
    finally:
        timer.cancel()


@contextmanager
def _own_errors() -> Iterator[None]:
    """Tell DuckDB's errors in its own words; a question that the user stopped is no error of the question."""
    try:
        yield
    except duckdb.InterruptException:
        raise
    except duckdb.OutOfMemoryException as error:
        message = str(error).partition("\n")[0]
        raise QueryError(f"{message}: ask for less, or raise query.memory_megabytes") from error
    except duckdb.Error as error:
        raise QueryError(str(error).strip()) from error
    except RuntimeError as error:
        # DuckDB's bindings make of the signal's exception one of this class, which they raise for nothing else.
        raise KeyboardInterrupt from error


def ready_made(folder: Path | None = None) -> tuple[ReadyMade, ...]:
    """Return every ready-made query, by name; those of a user's folder among them.

    Raises:
        QueryFileError: where a query of the folder is not as it must be, naming file and line.
    """
    found = {path.stem: path for path in QUERIES.glob("*.sql")}
    for path in _own(folder):
        if path.stem in found:
            raise QueryFileError(path, 1, f"there is a query of this name already: {found[path.stem]}")
        found[path.stem] = path
    return tuple(_read(found[name]) for name in sorted(found))


def _own(folder: Path | None) -> tuple[Path, ...]:
    if folder is None:
        return ()
    if not folder.is_dir():
        raise QueryFileError(folder, 1, "query.folder is no folder")
    return tuple(sorted(folder.glob("*.sql")))


def find_ready_made(name: str, folder: Path | None = None) -> ReadyMade:
    """Return one of them by its name.

    Raises:
        NotFoundError: where there is none of that name; suggests the nearest.
        QueryFileError: where a query of the folder is not as it must be, naming file and line.
    """
    known = {query.name: query for query in ready_made(folder)}
    if name not in known:
        near = get_close_matches(name, known, n=1)
        hint = f": did you mean {near[0]}?" if near else "; dateline query --list names them"
        raise NotFoundError(f"there is no ready-made query {name!r}{hint}")
    return known[name]


def ask(con: DuckDBPyConnection, sql: str) -> Answer:
    """Answer a query.

    Raises:
        QueryError: where it is wrong or not allowed, in DuckDB's words.
    """
    with _own_errors():
        result = con.execute(sql)
        names = column_names(result)
        first = result.fetchmany(_BATCH) if names else []
    return Answer(names, _rows(result, first))


def with_parameters(
    con: DuckDBPyConnection, name: str, values: Mapping[str, str], folder: Path | None = None
) -> ReadyMade:
    """Give a connection the parameters of a ready-made query, or one of a user's folder, and return the query.

    Raises:
        NotFoundError: where there is no such query, or it has no such parameter.
        QueryFileError: where a query of the folder is not as it must be, naming file and line.
    """
    asked = find_ready_made(name, folder)
    known = {parameter.name for parameter in asked.parameters}
    for key, value in values.items():
        if key not in known:
            names = ", ".join(sorted(known)) or "none"
            raise NotFoundError(f"the query {name} has no parameter {key!r} (it has: {names})")
        con.execute(f"SET VARIABLE {key} = ?", [value])
    return asked


def ask_ready_made(
    con: DuckDBPyConnection, name: str, values: Mapping[str, str] | None = None, folder: Path | None = None
) -> Answer:
    """Answer a ready-made query, or one of a user's folder, with some of its parameters.

    Raises:
        NotFoundError: where there is no such query, or it has no such parameter.
        QueryFileError: where a query of the folder is not as it must be, naming file and line.
        QueryError: where a value does not fit.
    """
    return ask(con, with_parameters(con, name, values or {}, folder).sql)


def _rows(result: DuckDBPyConnection, rows: list[tuple[Any, ...]]) -> Iterator[tuple[Any, ...]]:
    while rows:
        yield from rows
        with _own_errors():
            rows = result.fetchmany(_BATCH)


def _read(path: Path) -> ReadyMade:
    try:
        sql = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise QueryFileError(path, 1, f"cannot be read: {error}") from None
    if not _NAME.fullmatch(path.stem):
        raise QueryFileError(path, 1, "the name of a query is small letters, digits and hyphens")
    lines = sql.splitlines()
    if not lines or not lines[0].startswith("-- "):
        raise QueryFileError(path, 1, "the first line must be a comment that says what the query answers")
    parameters = []
    for line in lines[1:]:
        match = _PARAMETER.fullmatch(line)
        if not match:
            break
        parameters.append(Parameter(match[1], match[2]))
    if path.parent != QUERIES:
        _require_one_query(path, sql)
    return ReadyMade(path.stem, lines[0][3:], tuple(parameters), sql)


def _require_one_query(path: Path, sql: str) -> None:
    try:
        statements = duckdb.extract_statements(sql)
    except duckdb.Error as error:
        message = str(error).strip()
        found = _LINE.search(message)
        raise QueryFileError(path, int(found[1]) if found else 1, message.splitlines()[0]) from None
    if len(statements) != 1 or statements[0].type != duckdb.StatementType.SELECT:
        raise QueryFileError(path, 1, "a query of your own is one SELECT")
