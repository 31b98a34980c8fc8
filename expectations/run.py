"""Runs the suites on a candidate: the only module that hands expectations to Great Expectations."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from expectations.datasource import Source, Variable, open_source
from expectations.outcome import FAILURES_KEPT, CheckFailure, CheckResult, Verdict
from expectations.vocabulary import NoRows, Suite, failing_rows


def judge(
    candidate: Path,
    suites: Sequence[Suite],
    *,
    history: Path | None = None,
    variables: Mapping[str, Variable] | None = None,
) -> Verdict:
    """Judge a candidate file, read-only.

    Args:
        candidate: the DuckDB file with the tables that the suites name.
        suites: what must hold.
        history: `quality.duckdb` of earlier runs, where there is one.
        variables: thresholds and the start of the run, for the checks' SQL.
    """
    results: list[CheckResult] = []
    failures: list[CheckFailure] = []
    with open_source(candidate, history, variables or {}) as source:
        for suite in suites:
            rows = source.count(suite.table)
            batch = source.batch(suite.table)
            for expectation in suite.expectations:
                judged = _judge(source, batch, suite, expectation, rows)
                results.append(judged.result)
                failures.extend(judged.failures)
    return Verdict(tuple(results), tuple(failures))


@dataclass(frozen=True, slots=True)
class _Judged:
    result: CheckResult
    failures: tuple[CheckFailure, ...]


def _judge(source: Source, batch: Any, suite: Suite, expectation: Any, rows: int) -> _Judged:
    outcome = batch.validate(expectation, result_format="BASIC")
    meta, found, sql = expectation.meta, outcome.result, failing_rows(expectation, suite)
    count = found.get("observed_value" if isinstance(expectation, NoRows) else "unexpected_count")
    result = CheckResult(
        name=meta["name"],
        table=suite.table,
        severity=expectation.severity.value,
        fault=meta["fault"],
        description=expectation.description,
        remedy=meta["remedy"],
        passed=bool(outcome.success),
        rows_judged=rows,
        rows_failed=0 if outcome.success else int(count or 0),
        sql=sql,
        error=_error(outcome.exception_info),
    )
    if result.passed or result.error:
        return _Judged(result, ())
    return _Judged(result, tuple(_failures(source, result)))


def _failures(source: Source, result: CheckResult) -> Iterator[CheckFailure]:
    """The failing rows: all where they must leave the candidate, else as many as a reader would look at."""
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
