"""The gate: every suite on one candidate, with the thresholds that the settings give."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path

from expectations.outcome import Verdict
from expectations.run import judge
from expectations.suites import SUITES


@dataclass(frozen=True, slots=True)
class Thresholds:
    """From where on a check that depends on history or habit speaks up; none of these closes the gate."""

    fresh_within_days: int = 30
    """A site whose newest article is older is reported as stale."""
    silent_for_runs: int = 3
    """A source that gave nothing in so many runs in a row is reported as stale."""
    volume_at_least: float = 0.2
    """A site that brings less than this share of what it brought on average in the last ten runs is reported."""
    dated_share_differs_at_most: float = 0.2
    """A site whose share of dated events moved by more than this since earlier runs is reported."""
    other_types_at_most: float = 0.25
    """A greater share of mentions of type `other` on the timeline is reported."""


def judge_candidate(
    candidate: Path, *, run_started: datetime, history: Path | None = None, thresholds: Thresholds | None = None
) -> Verdict:
    """Judge what would be published.

    Args:
        candidate: `candidate.duckdb`; it is opened read-only and left as it is.
        run_started: the logical start of the run; no article may be published after it.
        history: `quality.duckdb` with the runs before, if there is one.
        thresholds: from the settings.
    """
    variables = {"run_started": run_started.date().isoformat(), **asdict(thresholds or Thresholds())}
    present = history if history is not None and history.exists() else None
    return judge(candidate, SUITES, history=present, variables=variables)
