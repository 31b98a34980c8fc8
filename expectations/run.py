"""Runs the suites on a candidate: the only module that hands expectations to Great Expectations."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from expectations.datasource import Source, Variable, open_source
from expectations.history import History
from expectations.outcome import FAILURES_KEPT, CheckFailure, CheckResult, Verdict
from expectations.vocabulary import NoRows, Suite, failing_rows


def judge(
    candidate: Path,
    suites: Sequence[Suite],
    *,
    history: History | None = None,
    variables: Mapping[str, Variable] | None = None,
) -> Verdict:
    """Judge a candidate file, read-only.

    Args:
        candidate: the DuckDB file with the tables that the suites name.
        suites: what must hold.
        history: earlier runs and the sources, for the checks' SQL.
        variables: thresholds and the start of the run, for the checks' SQL.
    """
    results: list[CheckResult] = []
    failures: list[CheckFailure] = []
    with open_source(candidate, history or History(), variables or {}) as source:
        for suite in suites:
            rows = source.count(suite.table)
            # The whole suite in one go: what several expectations need to know of a table is asked for once.
            outcomes = source.validate(suite.table, suite.expectations)
            for expectation, outcome in zip(suite.expectations, outcomes, strict=True):
                result = _result(suite, expectation, outcome, rows)
                results.append(result)
                if not result.passed and not result.error:
                    failures += _failures(source, result)
    return Verdict(tuple(results), tuple(failures))


def _result(suite: Suite, expectation: Any, outcome: Any, rows: int) -> CheckResult:
    meta, found = expectation.meta, outcome.result
    count = found.get("observed_value" if isinstance(expectation, NoRows) else "unexpected_count")
    return CheckResult(
        name=meta["name"],
        table=suite.table,
        severity=expectation.severity.value,
        fault=meta["fault"],
        description=expectation.description,
        remedy=meta["remedy"],
        passed=bool(outcome.success),
        rows_judged=rows,
        rows_failed=0 if outcome.success else int(count or 0),
        sql=failing_rows(expectation, suite),
        error=_error(outcome.exception_info),
    )


def _failures(source: Source, result: CheckResult) -> Iterator[CheckFailure]:
    """Return the failing rows: all where they must leave the candidate, else as many as a reader would look at."""
    sql = result.sql if result.fault == "row" else f"SELECT * FROM ({result.sql}) LIMIT {FAILURES_KEPT}"
    for row in source.connection.exec_driver_sql(sql).mappings():
        article = None if row["article_id"] is None else str(row["article_id"])
        yield CheckFailure(
            result.name,
            result.table,
            result.severity,
            result.fault,
            str(row["row_key"]),
            article,
            str(row["detail"]),
            result.sql,
        )


def _error(info: Any) -> str | None:
    entries = [info] if "raised_exception" in info else list(info.values())
    raised = [e for e in entries if isinstance(e, dict) and e.get("raised_exception")]
    return str(raised[0].get("exception_message", "")).split("\n")[0] if raised else None
