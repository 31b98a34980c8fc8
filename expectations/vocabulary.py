"""The words that suites are written in: Great Expectations' own, each with a name, a fault, a remedy."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

import great_expectations.expectations as gxe
from great_expectations.compatibility import pydantic
from great_expectations.expectations.metadata_types import FailureSeverity

from expectations.checks import Check

STORE_DAMAGED = "the store is damaged: run `dateline rebuild`"


@dataclass(frozen=True, slots=True)
class Suite:
    """What must hold of one table.

    `key` names the column that tells a row; `article_id` the column with its article, where it has one.
    """

    table: str
    key: str = ""
    article_id: str | None = None
    expectations: tuple[Any, ...] = ()


class NoRows(gxe.UnexpectedRowsExpectation):
    """A query that must return nothing; each row it does return is a fault: `row_key`, `article_id`, `detail`.

    The query reads the candidate's tables by name, so that the same file shows the failing rows in the DuckDB shell.
    """

    @pydantic.validator("unexpected_rows_query")
    def _validate_query(cls, query: str) -> str:  # noqa: N805 - pydantic passes the class
        return query


def no_rows(check: Check) -> NoRows:
    """Return the expectation that a check's query returns nothing."""
    return NoRows(
        # Great Expectations formats the query: braces of a regular expression are doubled for it.
        unexpected_rows_query=check.sql.replace("{", "{{").replace("}", "}}"),
        severity=FailureSeverity(check.severity),
        description=check.must_hold,
        meta={"name": check.name, "fault": check.fault, "remedy": check.remedy, "sql": check.sql},
    )


def unique(column: str, *, table: str) -> gxe.ExpectColumnValuesToBeUnique:
    """No two rows share the key."""
    return gxe.ExpectColumnValuesToBeUnique(
        column=column,
        severity=FailureSeverity.CRITICAL,
        description=f"no two rows of {table} share one {column}",
        meta=_meta(f"{table}_{column}_is_unique", STORE_DAMAGED),
    )


def present(column: str, *, table: str) -> gxe.ExpectColumnValuesToNotBeNull:
    """Return the expectation that a column is filled in every row."""
    return gxe.ExpectColumnValuesToNotBeNull(
        column=column,
        severity=FailureSeverity.CRITICAL,
        description=f"every row of {table} has its {column}",
        meta=_meta(f"{table}_{column}_is_present", STORE_DAMAGED),
    )


def one_of(column: str, values: Iterable[str], *, table: str) -> gxe.ExpectColumnValuesToBeInSet:
    """Return the expectation that a column, where filled, holds a word of a closed vocabulary."""
    return gxe.ExpectColumnValuesToBeInSet(
        column=column,
        value_set=list(values),
        severity=FailureSeverity.CRITICAL,
        description=f"{column} of {table} is a word of its closed vocabulary",
        meta=_meta(
            f"{table}_{column}_is_known", "a rule writes a word that the schema does not know: correct the rule"
        ),
    )


def failing_rows(expectation: Any, suite: Suite) -> str:
    """Return the query for what fails: `row_key`, `article_id` and `detail` of each failing row."""
    if isinstance(expectation, NoRows):
        return str((expectation.meta or {})["sql"])
    column = expectation.column
    if isinstance(expectation, gxe.ExpectColumnValuesToBeUnique):
        failing, detail = f"QUALIFY count(*) OVER (PARTITION BY {column}) > 1", f"'stands more than once: ' || {column}"
    elif isinstance(expectation, gxe.ExpectColumnValuesToNotBeNull):
        failing, detail = f"WHERE {column} IS NULL", f"'{column} is empty'"
    else:
        values = ", ".join("'" + str(value).replace("'", "''") + "'" for value in expectation.value_set)
        failing, detail = f"WHERE {column} NOT IN ({values})", f"'{column} is ' || {column}"
    key, article = f"coalesce({suite.key}, '(none)')", suite.article_id or "NULL"
    return f"SELECT {key} AS row_key, {article} AS article_id, {detail} AS detail\nFROM {suite.table}\n{failing}"


def _meta(name: str, remedy: str) -> dict[str, str]:
    return {"name": name, "fault": "table", "remedy": remedy}
