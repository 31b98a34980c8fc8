"""The end of a run: publish what passed, write report and page, and leave the record of it all."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from duckdb import DuckDBPyConnection

from expectations.report import write_reports
from flows.errors import GateClosedError
from flows.outputs.exports import write_page
from flows.receipt import Published, Receipt
from flows.runtime.engine import Engine, Stopwatch
from flows.runtime.job import Job
from flows.stages import check
from warehouse.publication.publish import publish
from warehouse.publication.quality import write_quality
from warehouse.storage.connect import open_reader
from warehouse.storage.run_log import finish_run
from warehouse.storage.store import Store


def leave(run: Job, con: DuckDBPyConnection, receipt: Receipt) -> Receipt:
    """End a run that found nothing new: the published file stands, nothing is built, judged or written again."""
    with open_reader(run.store) as reader:
        row = reader.execute(
            "SELECT version, events, on_timeline, dated, mentions FROM publication ORDER BY 1 DESC"
        ).fetchone()
        times = reader.execute("SELECT count(*) FROM time_expression").fetchone()
    version, events, on_timeline, dated, mentions = row or (0, 0, 0, 0, 0)
    ended = replace(
        receipt,
        time_expressions=times[0] if times else 0,
        event_mentions=mentions,
        events=events,
        dated=dated,
        published=Published(version, on_timeline, str(run.store.timeline), unchanged=True),
        report=_present(run.store, "report"),
        page=_present(run.store, "page"),
    )
    _finish(con, run, ended, "unchanged")
    write_quality(con, run.store, run.run_id)
    return ended


def conclude(run: Job, con: DuckDBPyConnection, watch: Stopwatch, receipt: Receipt, judged: check.Judged) -> Receipt:
    """Keep the verdict, write the report, and fill the receipt as far as it is known before anything is published.

    Raises:
        GateClosedError: where the gate is closed; the candidate is kept, the last good timeline stays.
    """
    candidate, verdict, store = judged.candidate, judged.verdict, run.store
    told = replace(
        receipt,
        articles=replace(receipt.articles, quarantined=receipt.articles.quarantined + judged.withheld),
        time_expressions=candidate.time_expressions,
        event_mentions=candidate.mentions,
        events=candidate.events,
        dated=candidate.dated,
        checks=check.counts(verdict),
    )
    # Said before it is done: what is published carries the outcome of its checks, and quality.duckdb that of its run.
    _finish(con, run, told, "refused" if judged.closing else "published")
    write_quality(con, store, run.run_id, verdict.results, verdict.failures)
    with watch.stage("report"):
        told = replace(told, report=str(write_reports(store, run.run_id)))
    if judged.closing:
        raise GateClosedError(
            f"nothing was published, these checks failed: {', '.join(judged.closing)}; the last good timeline stays",
            told,
        )
    return told


def release(
    run: Job,
    con: DuckDBPyConnection,
    engine: Engine,
    watch: Stopwatch,
    receipt: Receipt,
    judged: check.Judged,
    *,
    explicit: bool = False,
) -> Receipt:
    """Publish the candidate where the gate is open; `explicit` also where a rollback holds.

    Raises:
        GateClosedError: where it is closed.
    """
    store = run.store
    told = conclude(run, con, watch, receipt, judged)
    with watch.stage("publish"):
        outcome = engine.call(
            "publish",
            lambda: publish(
                con, store, run.run_id, datetime.now(UTC), explicit=explicit, keep=run.settings.publish.keep_versions
            ),
        )
    standing = outcome.unchanged or outcome.held
    if run.settings.publish.page and not (standing and _present(store, "page")):
        with watch.stage("page"):
            engine.call("page", lambda: put_page(store, run.settings.title))
    told = replace(
        told,
        published=Published(outcome.version, judged.candidate.on_timeline, str(outcome.path), unchanged=standing),
        warnings=(*told.warnings, *_holding(outcome.held, store)),
        seconds=watch.seconds,
        page=_present(store, "page"),
    )
    _finish(con, run, told, "unchanged" if standing else "published")
    return told


def put_page(store: Store, title: str) -> Path:
    """Write the page of what is published now."""
    path = store.site / "index.html"
    with open_reader(store) as con:
        write_page(con, path, title)
    return path


def _holding(held: bool, store: Store) -> tuple[str, ...]:
    return (f"a rollback holds: dateline publish --store {store.path} ends it",) if held else ()


def _finish(con: DuckDBPyConnection, run: Job, receipt: Receipt, status: str) -> None:
    articles = receipt.articles
    finish_run(
        con,
        run.run_id,
        datetime.now(UTC),
        status,
        detail=json.dumps(receipt.as_dict()),
        counts={
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
        },
    )


def _present(store: Store, what: str) -> str | None:
    path = {"report": store.reports / "quality.html", "page": store.site / "index.html"}[what]
    return str(path) if path.exists() else None
