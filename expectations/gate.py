"""The gate: every suite on one candidate, with the thresholds that the settings give."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict
from datetime import datetime
from pathlib import Path

from expectations.checks import Check
from expectations.history import History, SourceState
from expectations.outcome import Verdict
from expectations.run import judge
from expectations.suites import suites
from expectations.thresholds import Thresholds

__all__ = ["Thresholds", "judge_candidate"]


def judge_candidate(
    candidate: Path,
    *,
    run_started: datetime,
    history: Path | None = None,
    sources: Sequence[SourceState] = (),
    thresholds: Thresholds | None = None,
    added: Sequence[Check] = (),
) -> Verdict:
    """Judge what would be published.

    Args:
        candidate: `candidate.duckdb`; it is opened read-only and left as it is.
        run_started: the logical start of the run; no article may be published after it.
        history: `quality.duckdb` with the runs before, if there is one.
        sources: each source as it is after what it gave to this run.
        thresholds: from the settings.
        added: the checks beside our own.
    """
    variables = {"run_started": run_started.date().isoformat(), **asdict(thresholds or Thresholds())}
    present = history if history is not None and history.exists() else None
    return judge(candidate, suites(tuple(added)), history=History(present, tuple(sources)), variables=variables)
