"""The release: what passed is published and its page written, or what stands is left standing."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from flows.outputs.site_folder import SiteWritten, missing_files, version_of, write_site
from flows.receipt import Published, Receipt, StoryCounts
from flows.runtime.context import RunContext
from flows.settings import PublishSettings
from flows.stages.candidate import JudgedCandidate, check_counts
from flows.stages.record import Outcome, note_receipt
from flows.stages.watch import call_watcher
from warehouse.publication.publish import drop_old_versions, publish
from warehouse.publication.story_changes import last_version
from warehouse.storage.connect import open_reader
from warehouse.storage.store import Store


def left_standing(run: RunContext, receipt: Receipt) -> Outcome:
    """Return the outcome of a run that found nothing new: nothing is built, judged or written again."""
    with open_reader(run.store) as reader:
        row = reader.execute(
            "SELECT version, events, on_timeline, dated, mentions FROM publication ORDER BY 1 DESC"
        ).fetchone()
        times = reader.execute("SELECT count(*) FROM time_expression").fetchone()
        stories = reader.execute("SELECT count(*) FROM story").fetchone()
    version, events, on_timeline, dated, mentions = row or (0, 0, 0, 0, 0)
    if run.settings.publish.page and not _site_stands(run.store, version):
        run.call("page", lambda: put_site(run.store, run.settings.publish, run.settings.title))
    ended = replace(
        receipt,
        time_expressions=times[0] if times else 0,
        event_mentions=mentions,
        events=events,
        dated=dated,
        stories=StoryCounts(stories[0] if stories else 0),
        published=Published(version, on_timeline, str(run.store.timeline), unchanged=True),
        report=_present(run.store.reports / "quality.html"),
        page=_present(run.store.site / "index.html"),
    )
    return Outcome("unchanged", ended)


def held_back(judged: JudgedCandidate, receipt: Receipt) -> Outcome:
    """Return the outcome of a run that judges and does not publish: refused, or as it was."""
    receipt = described(receipt, judged)
    return Outcome("refused" if judged.closing else "unchanged", receipt, judged.verdict, judged.closing)


def described(receipt: Receipt, judged: JudgedCandidate) -> Receipt:
    """Return the receipt with what the candidate holds and how it was judged."""
    candidate = judged.candidate
    return replace(
        receipt,
        articles=replace(receipt.articles, quarantined=receipt.articles.quarantined + judged.withheld),
        time_expressions=candidate.time_expressions,
        event_mentions=candidate.mentions,
        events=candidate.events,
        dated=candidate.dated,
        stories=StoryCounts(
            candidate.stories, candidate.new_stories, candidate.grown_stories, candidate.merged_stories
        ),
        checks=check_counts(judged.verdict),
    )


def release(run: RunContext, judged: JudgedCandidate, receipt: Receipt, *, explicit: bool = False) -> Outcome:
    """Publish the candidate where the gate is open, and write its page; `explicit` also where a rollback holds."""
    if judged.closing:
        return held_back(judged, receipt)
    receipt = described(receipt, judged)
    note_receipt(run, receipt)
    before = last_version(run.store)
    made = run.call(
        "publish",
        lambda: publish(run.con, run.store, run.run_id, datetime.now(UTC), verdict=judged.verdict, explicit=explicit),
    )
    stands = made.unchanged or made.held
    if run.settings.publish.page and not (stands and _site_stands(run.store, made.version)):
        run.call("page", lambda: put_site(run.store, run.settings.publish, run.settings.title))
    failed = () if stands else call_watcher(run.settings.story, run.store, before)
    drop_old_versions(run.store, run.settings.publish.keep_versions)
    ended = replace(
        receipt,
        published=Published(made.version, judged.candidate.on_timeline, str(made.path), unchanged=stands),
        warnings=(*receipt.warnings, *_holding(made.held, run.store), *failed),
        page=_present(run.store.site / "index.html"),
    )
    return Outcome("unchanged" if stands else "published", ended, judged.verdict)


def put_site(store: Store, settings: PublishSettings, title: str) -> SiteWritten:
    """Bring the pages to what is published now."""
    with open_reader(store) as con:
        return write_site(con, store.site, title, settings.address)


def _site_stands(store: Store, version: int) -> bool:
    """True if the pages show this version and none is missing: else a run was ended before they were written."""
    return version_of(store.site) == version and not missing_files(store.site)


def _holding(held: bool, store: Store) -> tuple[str, ...]:
    return (f"a rollback holds: dateline publish --store {store.path} ends it",) if held else ()


def _present(path: Path) -> str | None:
    return str(path) if path.exists() else None
