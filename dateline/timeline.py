"""A published timeline, opened read-only: SQL, and the ready-made queries as methods."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import pandas
    import pyarrow
    from duckdb import DuckDBPyConnection


@dataclass(frozen=True, slots=True, eq=False)
class Rows:
    """The answer to a query, whole."""

    arrow: pyarrow.Table
    """The rows as an Arrow table."""

    @property
    def columns(self) -> tuple[str, ...]:
        """The names of the columns."""
        return tuple(self.arrow.column_names)

    def pandas(self) -> pandas.DataFrame:
        """Return the rows as a data frame of pandas, which must be installed."""
        return self.arrow.to_pandas()

    def __iter__(self) -> Iterator[dict[str, Any]]:
        """Return each row as a dictionary by the names of its columns."""
        yield from self.arrow.to_pylist()

    def __len__(self) -> int:
        return int(self.arrow.num_rows)


@dataclass(frozen=True, slots=True)
class Query:
    """A ready-made query."""

    name: str
    question: str
    """What it answers."""
    parameters: dict[str, str]
    """Each parameter with what it means; all of them may be left out."""


class Timeline:
    """A published timeline: one version of it, as it is when it is opened, whatever runs publish meanwhile.

    Each ready-made query is a method too, its hyphens written as underscores: `timeline.actor_timeline(actor="Mirov")`.
    """

    def __init__(self, store: Path, version: int | None, queries: Path | None) -> None:
        from warehouse.storage.connect import open_reader
        from warehouse.storage.store import Store

        self._closing = ExitStack()
        self._folder = queries
        self.connection: DuckDBPyConnection = self._closing.enter_context(open_reader(Store(store), version))
        """The connection itself: read-only, and shut in (no other file, no extension, no setting)."""

    def query(self, sql: str, parameters: object = None) -> Rows:
        """Answer a query in SQL.

        Args:
            sql: one statement; `$name` or `?` stand for parameters.
            parameters: their values, a dictionary or a list.

        Raises:
            QueryError: where it is wrong or not allowed, in DuckDB's words.
        """
        import duckdb

        from warehouse.storage.errors import QueryError

        try:
            with self.connection.cursor() as cursor:
                return _rows(cursor, sql, parameters)
        except duckdb.Error as error:
            raise QueryError(str(error).strip()) from error

    def ask(self, name: str, **parameters: object) -> Rows:
        """Answer a ready-made query by its name, with some of its parameters.

        Raises:
            NotFoundError: where there is no such query, or it has no such parameter.
            QueryError: where a value does not fit.
        """
        import duckdb

        from warehouse.access.query import with_parameters
        from warehouse.storage.errors import QueryError

        given = {key: str(value) for key, value in parameters.items()}
        # A cursor of its own: what one question was given is not there for the next.
        with self.connection.cursor() as cursor:
            asked = with_parameters(cursor, name, given, self._folder)
            try:
                return _rows(cursor, asked.sql, None)
            except duckdb.Error as error:
                raise QueryError(str(error).strip()) from error

    def queries(self) -> tuple[Query, ...]:
        """Return the ready-made queries, those of a folder of one's own among them."""
        from warehouse.access.query import ready_made

        return tuple(
            Query(found.name, found.question, {p.name: p.meaning for p in found.parameters})
            for found in ready_made(self._folder)
        )

    def close(self) -> None:
        """Close the file."""
        self._closing.close()

    def __getattr__(self, name: str) -> Callable[..., Rows]:
        """Return the ready-made query of that name as a method."""
        if name.startswith("_"):
            raise AttributeError(name)
        wanted = name.replace("_", "-")
        found = next((query for query in self.queries() if query.name == wanted), None)
        if found is None:
            raise AttributeError(f"there is no ready-made query {wanted!r}; timeline.queries() lists them")

        def ask(**parameters: object) -> Rows:
            return self.ask(wanted, **parameters)

        ask.__name__ = name
        ask.__doc__ = "\n".join([found.question, "", *(f"{key}: {text}" for key, text in found.parameters.items())])
        return ask

    def __dir__(self) -> list[str]:
        return sorted({*super().__dir__(), *(query.name.replace("-", "_") for query in self.queries())})

    def __enter__(self) -> Timeline:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


def _rows(cursor: DuckDBPyConnection, sql: str, parameters: object) -> Rows:
    import duckdb

    found = cursor.sql(sql, params=parameters)
    if found is None:
        raise duckdb.InvalidInputException("a question is a query: SELECT, or FROM")
    return Rows(found.to_arrow_table())


def open_timeline(store: str | Path, *, version: int | None = None, queries: str | Path | None = None) -> Timeline:
    """Open what is published in a store, read-only; use it in a `with` block, or close it.

    Args:
        store: the store's folder.
        version: one of the versions that are kept; the present one where none is named.
        queries: a folder with queries of your own, beside the ready-made ones.

    Raises:
        NothingPublishedError: where nothing is published.
        QueryFileError: where a query of your own is not as it must be, naming file and line.
    """
    return Timeline(Path(store), version, Path(queries) if queries is not None else None)
