"""What a quality report shows, as rows with the column names of quality.duckdb."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any, Literal

Row = Mapping[str, Any]
Outcome = Literal["passed", "warned", "failed"]


@dataclass(frozen=True, slots=True)
class ReportRows:
    """One run, judged."""

    run: Row
    checks: Sequence[Row]
    """`check_result` of this run, in the order judged."""
    failures: Sequence[Row]
    """`check_failure` of this run, with `sentence` and `event_id` where the row leads to one."""
    quarantine: Sequence[Row]
    runs: Sequence[Row]
    """Earlier runs and this one, oldest first, each with `checks_failed`, `checks_warned` and `quarantined`."""
    sites: Sequence[Row]
    """`site_volume` of this run, with the day of the newest article."""

    def outcome(self, check: Row) -> Outcome:
        """How a check came out: a failed critical one keeps rows or the whole timeline back, any other only warns."""
        if check["passed"]:
            return "passed"
        return "failed" if check["severity"] == "critical" else "warned"

    def count(self, outcome: Outcome) -> int:
        """How many checks came out so."""
        return sum(self.outcome(check) == outcome for check in self.checks)

    def failures_of(self, check: Row) -> list[Row]:
        """Return the failing rows of a check that were kept."""
        return [row for row in self.failures if row["check_name"] == check["check_name"]]

    def refused(self) -> dict[str, list[Row]]:
        """Return the quarantine by reason, most frequent reason first."""
        ordered = sorted(self.quarantine, key=lambda row: (row["reason_code"], row["source"], row["location"]))
        groups = {code: list(rows) for code, rows in groupby(ordered, key=lambda row: str(row["reason_code"]))}
        return dict(sorted(groups.items(), key=lambda item: (-len(item[1]), item[0])))

    def verdict(self) -> str:
        """Return the whole in one sentence."""
        failed, warned = self.count("failed"), self.count("warned")
        words = {
            "published": "The timeline was published",
            "unchanged": "The timeline is unchanged, and stays published as it was",
            "refused": "The gate stayed closed: the last good timeline was left as it was",
        }
        start = words.get(str(self.run["status"]), f"The run's status is {self.run['status']}")
        return f"{start}. {len(self.checks)} checks: {self.count('passed')} passed, {warned} warned, {failed} failed."
