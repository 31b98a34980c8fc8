"""The record of a run: that it began, and how it ended, in the warehouse, in quality.duckdb and in the report."""

from __future__ import annotations

import json
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Literal

from expectations.report import report_path, write_reports
from flows.errors import DatelineError, GateClosedError
from flows.receipt import Receipt
from flows.runtime.chunks import work_folder
from flows.runtime.context import RunContext
from flows.runtime.engine import Engine
from flows.runtime.job import Job
from flows.runtime.progress import Progress
from warehouse.decisions.articles import decide_articles
from warehouse.decisions.file import take_decisions
from warehouse.publication.quality import write_quality
from warehouse.publication.repair import repair
from warehouse.storage.run_log import begin_run, finish_run, note_counts
from warehouse.writer import open_writer

if TYPE_CHECKING:
    from expectations.outcome import Verdict


@dataclass(frozen=True, slots=True)
class Outcome:
    """How a run ended, before that is recorded."""

    status: Literal["published", "unchanged", "refused"]
    receipt: Receipt
    verdict: Verdict | None = None
    """`None` where nothing had to be judged."""
    closing: tuple[str, ...] = ()
    """The checks that keep the gate closed."""


def recorded(
    job: Job, engine: Engine, progress: Progress, work: Callable[[RunContext], Outcome], *, existing: bool = False
) -> Receipt:
    """Carry out the work of a run with the store's writer, and record how it ended, once, however it ended.

    Args:
        job: the run.
        engine: who carries out its stages.
        progress: who is shown how far it is.
        work: what is done.
        existing: whether there must be a store already.

    Raises:
        GateClosedError: where a critical check failed; it brings the receipt.
        DatelineError: where there is no store and one must exist.
    """
    if existing and not job.store.warehouse.exists():
        raise DatelineError(f"{job.store.path}: there is no store yet: dateline run SOURCE --store {job.store.path}")
    with open_writer(job.store, job.command) as con, work_folder(job.store.path) as folder:
        run = RunContext(job, con, engine, progress, folder)
        begin_run(con, run.run_id, run.now, job.logical_at.date())
        try:
            repaired = repair(con, job.store, thorough=existing)
            take_decisions(con, job.store)
            decide_articles(con)
            outcome = work(run)
        except BaseException as error:
            _record_failure(run, error)
            raise
        warnings = (*repaired, *outcome.receipt.warnings)
        receipt = _record(run, replace(outcome, receipt=replace(outcome.receipt, warnings=warnings)))
    if outcome.closing:
        raise GateClosedError(
            f"nothing was published, these checks failed: {', '.join(outcome.closing)}; the last good timeline stays",
            receipt,
        )
    return receipt


def note_receipt(run: RunContext, receipt: Receipt) -> None:
    """Keep what is known of a run so far, so that what it publishes can say it too."""
    articles = receipt.articles
    counts = {
        "articles_seen": articles.seen,
        "articles_new": articles.new,
        "articles_changed": articles.changed,
        "articles_unchanged": articles.unchanged,
        "articles_quarantined": articles.quarantined,
        "time_expressions": receipt.time_expressions,
        "event_mentions": receipt.event_mentions,
        "events": receipt.events,
        "dated": receipt.dated,
        "version": receipt.published.version if receipt.published else None,
    }
    note_counts(run.con, run.run_id, counts, json.dumps(receipt.as_dict()))


def _record(run: RunContext, outcome: Outcome) -> Receipt:
    receipt = outcome.receipt
    if outcome.verdict:
        receipt = replace(receipt, report=str(report_path(run.store)))
    note_receipt(run, receipt)
    finish_run(run.con, run.run_id, datetime.now(UTC), outcome.status)
    write_quality(run.con, run.store, run.run_id, outcome.verdict)
    if outcome.verdict:
        with run.watch.stage("report"):
            write_reports(run.store, run.run_id)
    return receipt


def _record_failure(run: RunContext, error: BaseException) -> None:
    status = "interrupted" if isinstance(error, KeyboardInterrupt) else "failed"
    with suppress(Exception):  # what went wrong is raised already, and the next run writes the file anew
        note_counts(run.con, run.run_id, {}, f"{type(error).__name__}: {error}")
        finish_run(run.con, run.run_id, datetime.now(UTC), status)
        write_quality(run.con, run.store, run.run_id)
