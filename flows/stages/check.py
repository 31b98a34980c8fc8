"""The gate: what would be published is judged, single faulty rows leave it, and what is left passes or does not."""

from __future__ import annotations

import logging
from dataclasses import asdict, dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from duckdb import DuckDBPyConnection

from expectations.checks import added, checks_version
from flows.receipt import CheckCounts, FailedCheck
from flows.settings import CheckSettings
from warehouse.publication.build import Candidate, build
from warehouse.publication.quality import withhold, write_quality
from warehouse.resolution.resolve import resolve
from warehouse.storage.run_log import set_state, state
from warehouse.storage.store import Store

if TYPE_CHECKING:
    from expectations.outcome import Verdict

ROUNDS = 10
"""How often faulty rows may be taken out: what hung on a row that is gone can fail in its turn, but not for ever."""


@dataclass(frozen=True, slots=True)
class Judged:
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


def judge(con: DuckDBPyConnection, store: Store, settings: CheckSettings, run_id: str, started: datetime) -> Judged:
    """Build the candidate and judge it; single rows that fail a critical check are withheld and it is built again."""
    # Great Expectations takes seconds to import, and a run that has nothing to judge needs none of it.
    from expectations.gate import Thresholds, judge_candidate

    # What it has to say is in its results; on the terminal it is noise.
    logging.getLogger("great_expectations").propagate = False
    own = added(settings.folder)
    write_quality(con, store, run_id)  # so that the checks know what the sources gave to this run too
    withheld = 0
    for _ in range(ROUNDS):
        candidate = build(con, store)
        verdict = judge_candidate(
            store.candidate,
            run_started=started,
            history=store.quality,
            thresholds=Thresholds(**{name: value for name, value in asdict(settings).items() if name != "folder"}),
            added=own,
        )
        gone = withhold(con, run_id, verdict.row_faults, started)
        if not gone:
            break
        withheld += gone
        resolve(con)
    write_quality(con, store, run_id, verdict.results, verdict.failures)
    set_state(con, "checks", checks_version(own))
    return Judged(candidate, verdict, withheld)


def counts(verdict: Verdict) -> CheckCounts:
    """The verdict as the receipt tells it."""
    failed = tuple(
        FailedCheck(result.name, result.severity, result.rows_failed) for result in verdict.results if not result.passed
    )
    return CheckCounts(verdict.count("passed"), verdict.count("warned"), verdict.count("failed"), failed)
