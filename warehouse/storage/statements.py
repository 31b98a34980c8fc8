"""SQL lives in files: this reads them by name, each as it would run in the duckdb shell, and hands them rows."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import Any

from duckdb import DuckDBPyConnection

HERE = Path(__file__).parents[1]


@cache
def statement(name: str) -> str:
    """Return the text of `warehouse/<name>.sql`.

    Raises:
        FileNotFoundError: where there is no such file.
    """
    return (HERE / f"{name}.sql").read_text(encoding="utf-8")


def first_row(con: DuckDBPyConnection, sql: str, parameters: object = None) -> tuple[Any, ...] | None:
    """Return the first row, or `None`; all are fetched, as DuckDB 2.0 blocks on a half-read result."""
    rows = con.execute(sql, parameters).fetchall()
    return rows[0] if rows else None


@contextmanager
def transaction(con: DuckDBPyConnection) -> Iterator[None]:
    """Do all of what stands under it, or nothing: it is committed at the end, and rolled back where it fails."""
    con.begin()
    try:
        yield
        con.commit()
    except BaseException:
        con.rollback()
        raise


def dict_rows(result: DuckDBPyConnection) -> list[dict[str, Any]]:
    """Return all rows of a statement that was executed, each by the names of its columns."""
    names = column_names(result)
    return [dict(zip(names, row, strict=True)) for row in result.fetchall()]


def column_names(result: DuckDBPyConnection) -> tuple[str, ...]:
    """Return the names of the columns of a statement that was executed."""
    return tuple(column[0] for column in result.description or ())


def attach_new(con: DuckDBPyConnection, path: object, name: str) -> None:
    """Attach a new file that others will read, in a form that DuckDB 1.2 and later open: drivers of BI tools lag."""
    con.execute(f"ATTACH {literal(path)} AS {name} (STORAGE_VERSION 'v1.2.0')")


def stage(con: DuckDBPyConnection, name: str, rows: Any) -> None:
    """Copy an Arrow table into a temporary one, whole: a filtered scan of Arrow can give wrong rows in DuckDB 2.0."""
    con.register("arriving", rows)
    con.execute(f"CREATE OR REPLACE TEMP TABLE {name} AS FROM arriving")
    con.unregister("arriving")


def literal(value: object) -> str:
    """Return the value as an SQL string, for the few statements that take no parameter (ATTACH, COPY)."""
    return "'" + str(value).replace("'", "''") + "'"
