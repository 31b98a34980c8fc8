"""What came of the checks, as plain values that need no Great Expectations to be read."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Severity = Literal["critical", "warning", "info"]
Fault = Literal["row", "table"]


@dataclass(frozen=True, slots=True)
class CheckResult:
    """One check, judged on one candidate."""

    name: str
    table: str
    severity: Severity
    fault: Fault
    """`row`: failing rows go to quarantine, the rest is published; `table`: a critical failure closes the gate."""
    description: str
    remedy: str
    passed: bool
    rows_judged: int
    rows_failed: int
    sql: str
    """A query that shows the failing rows in the DuckDB shell."""
    error: str | None = None
    """Why the check could not be judged at all; such a check counts as failed."""


@dataclass(frozen=True, slots=True)
class CheckFailure:
    """One row that failed a check."""

    check: str
    table: str
    severity: Severity
    fault: Fault
    row_key: str
    article_id: str | None
    detail: str
    sql: str


@dataclass(frozen=True, slots=True)
class Verdict:
    """All checks of one candidate.  Failures are kept whole for row faults, else up to `FAILURES_KEPT` a check."""

    results: tuple[CheckResult, ...]
    failures: tuple[CheckFailure, ...]

    @property
    def row_faults(self) -> tuple[CheckFailure, ...]:
        """The rows that must leave the candidate before the rest may be published."""
        return tuple(f for f in self.failures if f.severity == "critical" and f.fault == "row")

    @property
    def closing(self) -> tuple[CheckResult, ...]:
        """The critical checks that failed as a whole: with any of them the gate stays closed."""
        return tuple(
            r for r in self.results if not r.passed and r.severity == "critical" and (r.fault == "table" or r.error)
        )

    def count(self, outcome: Literal["passed", "warned", "failed"]) -> int:
        """Return how many checks passed, failed as a warning or info, and failed as critical."""
        return sum(self._outcome(r) == outcome for r in self.results)

    @staticmethod
    def _outcome(result: CheckResult) -> str:
        if result.passed:
            return "passed"
        return "failed" if result.severity == "critical" else "warned"


FAILURES_KEPT = 200
