"""The candidate: built, judged, freed of single faulty rows, and built again, until it passes or does not."""

from __future__ import annotations

import logging
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING

from duckdb import DuckDBPyConnection

from expectations.checks import added, checks_version
from flows.receipt import CheckCounts, FailedCheck
from flows.runtime.context import RunContext
from flows.settings import CheckSettings
from warehouse.publication.build import Candidate, build
from warehouse.publication.quality import withhold
from warehouse.resolution.resolve import resolve
from warehouse.storage.run_log import set_state, source_states, state

if TYPE_CHECKING:
    from expectations.outcome import Verdict

ROUNDS = 10
"""How often faulty rows may be taken out: what hung on a row that is gone can fail in its turn, but not for ever."""


@dataclass(frozen=True, slots=True)
class JudgedCandidate:
    """A candidate with its verdict."""

    candidate: Candidate
    verdict: Verdict
    withheld: int
    """Rows that were taken out and put into the quarantine."""

    @property
    def closing(self) -> tuple[str, ...]:
        """What keeps the gate closed: checks of whole tables, and rows that no taking out has mended."""
        return tuple(dict.fromkeys([r.name for r in self.verdict.closing] + [f.check for f in self.verdict.row_faults]))


def checks_changed(con: DuckDBPyConnection, settings: CheckSettings) -> bool:
    """True if what is published was judged by other checks than those of today."""
    return state(con, "checks") != checks_version(added(settings.folder))


def judged_candidate(run: RunContext) -> JudgedCandidate:
    """Build what would be published and judge it; rows that fail a critical check are withheld, merged away and missed.

    What hung on a withheld row is judged again in the next round.
    """
    withheld = 0
    for _ in range(ROUNDS):
        candidate = build(run.con, run.store)
        verdict = _verdict(run)
        gone = withhold(run.con, run.run_id, verdict.row_faults, run.now)
        if not gone:
            break
        withheld += gone
        resolve(run.con)
    set_state(run.con, "checks", checks_version(added(run.settings.check.folder)))
    return JudgedCandidate(candidate, verdict, withheld)


def _verdict(run: RunContext) -> Verdict:
    # Great Expectations takes seconds to import, and a run that has nothing to judge needs none of it.
    from expectations.gate import Thresholds, judge_candidate

    # What it has to say is in its results; on the terminal it is noise.
    logging.getLogger("great_expectations").propagate = False
    settings = run.settings.check
    return judge_candidate(
        run.store.candidate,
        run_started=run.now,
        history=run.store.quality,
        sources=source_states(run.con),
        thresholds=Thresholds(**{name: value for name, value in asdict(settings).items() if name != "folder"}),
        added=added(settings.folder),
    )


def check_counts(verdict: Verdict) -> CheckCounts:
    """Return the verdict as the receipt has it."""
    failed = tuple(
        FailedCheck(result.name, result.severity, result.rows_failed) for result in verdict.results if not result.passed
    )
    return CheckCounts(verdict.count("passed"), verdict.count("warned"), verdict.count("failed"), failed)
