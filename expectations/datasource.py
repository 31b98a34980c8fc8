"""DuckDB as a data source of Great Expectations, read-only and pushed down to SQL.

Great Expectations has no DuckDB source of its own, and its SQL engine closes a connection before it has fetched from
it, which DuckDB does not forgive: the engine here keeps one connection open for as long as the source lives.
"""

from __future__ import annotations

import builtins
import gc
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Literal

import great_expectations as gx
import sqlalchemy as sa
from great_expectations.data_context.types.base import ProgressBarsConfig
from great_expectations.datasource.fluent.sql_datasource import SQLDatasource
from great_expectations.execution_engine.sqlalchemy_execution_engine import SqlAlchemyExecutionEngine

from expectations.history import History, history_statements
from warehouse.storage.interpreter_exit import swallow_last_words

Variable = str | int | float | None


swallow_last_words()


class DuckDBExecutionEngine(SqlAlchemyExecutionEngine):
    """The SQL engine over one connection that stays open."""

    @contextmanager
    def get_connection(self) -> Iterator[Any]:
        """Return the one connection, opened when first needed."""
        if not self._connection:
            self._connection = self.engine.connect()
        yield self._connection


class DuckDBDatasource(SQLDatasource):
    """Registers itself with Great Expectations under the type `duckdb`."""

    type: Literal["duckdb"] = "duckdb"  # type: ignore[assignment]

    @property
    def execution_engine_type(self) -> builtins.type[SqlAlchemyExecutionEngine]:
        """The engine that keeps its connection."""
        return DuckDBExecutionEngine


class Source:
    """An open candidate file: judges its tables."""

    def __init__(self, context: Any, datasource: Any, connection: Any) -> None:
        self.context, self.connection, self._datasource = context, connection, datasource

    def validate(self, table: str, expectations: Sequence[Any]) -> list[Any]:
        """Return the outcomes of some expectations on one whole table, in their order."""
        asset = self._datasource.add_table_asset(name=table, table_name=table)
        batch = asset.add_batch_definition_whole_table("all").get_batch()
        suite = gx.ExpectationSuite(name=table, expectations=list(expectations))
        # Results may come in another order: each is found again by its name.
        found = {
            outcome.expectation_config.meta["name"]: outcome
            for outcome in batch.validate(suite, result_format="BASIC").results
        }
        return [found[expectation.meta["name"]] for expectation in expectations]

    def count(self, table: str) -> int:
        """Rows in the table."""
        return int(self.connection.execute(sa.text(f'SELECT count(*) FROM "{table}"')).scalar_one())


@contextmanager
def open_source(path: Path, history: History, variables: Mapping[str, Variable]) -> Iterator[Source]:
    """Open a candidate file read-only, with earlier runs beside it.

    Args:
        path: the DuckDB file to be judged.
        history: earlier runs and the sources, read through the views `site_history` and `source_state`.
        variables: what the checks' SQL reads with `getvariable(name)`: thresholds and the start of the run.
    """
    context = gx.get_context(mode="ephemeral")
    context.variables.progress_bars = ProgressBarsConfig(globally=False)
    datasource = context.data_sources.add_duckdb(
        name="candidate",
        connection_string=f"duckdb:///{path}",
        kwargs={"connect_args": {"read_only": True}, "isolation_level": "AUTOCOMMIT"},
    )
    engine = datasource.get_execution_engine()
    try:
        with engine.get_connection() as connection:
            for name, value in variables.items():
                connection.execute(
                    sa.text(f"SET VARIABLE {name} = CAST(:value AS {_sql_type(value)})"), {"value": value}
                )
            for statement, values in history_statements(history):
                connection.exec_driver_sql(statement, values)
            yield Source(context, datasource, connection)
    finally:
        # The file stays locked until the connection, both engines and what still points to them are gone.
        engine.close()
        if engine._connection:  # noqa: SLF001
            engine._connection.close()  # noqa: SLF001
        engine.engine.dispose()
        datasource.get_engine().dispose()
        del engine, datasource, context
        gc.collect()


def _sql_type(value: Variable) -> str:
    return "DOUBLE" if isinstance(value, (int, float)) else "VARCHAR"
