"""The whole job, once: ingest → annotate → resolve → candidate → release, whatever engine runs the stages."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import datetime, timedelta

from duckdb import DuckDBPyConnection

from flows.errors import NothingReadError
from flows.receipt import ArticleCounts, Receipt
from flows.runtime.context import RunContext
from flows.runtime.engine import Engine
from flows.runtime.job import Job
from flows.runtime.progress import Progress, Silent
from flows.settings import Settings
from flows.stages.annotate import (
    AnnotationOptions,
    AnnotationResult,
    annotate_pending,
    has_events,
    require_sound_rules,
    rules_version,
)
from flows.stages.candidate import JudgedCandidate, checks_changed, judged_candidate
from flows.stages.ingest import IngestResult, ingest
from flows.stages.record import Outcome, recorded
from flows.stages.release import held_back, left_standing, release
from flows.stages.reread import reread
from warehouse.decisions.articles import REDATE, decide_articles
from warehouse.intake.articles import pending
from warehouse.publication.publish import build_needed
from warehouse.resolution.resolve import resolve, scored_otherwise
from warehouse.storage.run_log import set_state, silent_sources, state, utc
from warehouse.stories.regroup import group_stories


def carry_out(job: Job, engine: Engine, progress: Progress) -> Receipt:
    """Carry out a whole run.

    Raises:
        GateClosedError: where a critical check failed; it brings the receipt.
        NothingReadError: where sources were offered and not one article could be read.
        WarehouseError: where the store cannot be written.
    """
    return recorded(job, engine, progress, _whole)


def check_again(job: Job, engine: Engine) -> Receipt:
    """Judge what would be published, without publishing it.

    Raises:
        GateClosedError: where a critical check failed; it brings the receipt.
        DatelineError: where there is no store.
    """
    return recorded(job, engine, Silent(), lambda run: held_back(_candidate(run), _blank(run)), existing=True)


def publish_again(job: Job, engine: Engine) -> Receipt:
    """Publish what passes now, and end a rollback in force.

    Raises:
        GateClosedError: where a critical check failed; it brings the receipt.
        DatelineError: where there is no store.
    """
    return recorded(
        job, engine, Silent(), lambda run: release(run, _candidate(run), _blank(run), explicit=True), existing=True
    )


def publish_decided(job: Job, engine: Engine) -> Receipt:
    """Publish what people decided; a rollback in force stays.

    Raises:
        GateClosedError: where a critical check failed; it brings the receipt.
        DatelineError: where there is no store.
    """
    return recorded(job, engine, Silent(), lambda run: release(run, _candidate(run), _blank(run)), existing=True)


def rebuild(job: Job, engine: Engine, progress: Progress) -> Receipt:
    """Read the kept bytes again, then make anew what other rules annotated or merged; where none did, everything.

    What is not kept as bytes (files, whose sources keep them) is made anew from its stored text.

    Raises:
        GateClosedError: where a critical check failed; it brings the receipt.
        DatelineError: where there is no store.
    """
    return recorded(job, engine, progress, _anew, existing=True)


def _whole(run: RunContext) -> Outcome:
    options = annotation_options(run.settings)
    require_sound_rules(run.con, options)
    with run.watch.stage("ingest"):
        ingested = ingest(run)
    if not ingested.intake.seen and not ingested.unmodified and ingested.refused:
        raise NothingReadError(f"nothing could be read, {ingested.refused} refused: {ingested.first}")
    if not ingested.intake.seen and not ingested.unmodified and not _has_articles(run.con):
        named = ", ".join(source.location for source in run.job.sources)
        raise NothingReadError(f"nothing was read: {named}: no article there; look at the names")
    with run.watch.stage("annotate"):
        decide_articles(run.con)
        annotated = annotate_pending(run, options)
    drop_old_bytes(run.con, run.settings.read.keep_raw_days, run.now)
    receipt = _receipt(run, options, ingested, annotated)
    if not build_needed(run.con, run.store) and not checks_changed(run.con, run.settings.check):
        return left_standing(run, receipt)
    run.progress.begin("check")
    return release(run, _candidate(run), receipt)


def _has_articles(con: DuckDBPyConnection) -> bool:
    return bool(con.execute("SELECT 1 FROM core.article LIMIT 1").fetchall())


def _anew(run: RunContext) -> Outcome:
    options = annotation_options(run.settings)
    require_sound_rules(run.con, options)
    with run.watch.stage("ingest"):
        intake = reread(run)
    repairing = not pending(run.con, rules_version(options)) and not scored_otherwise(run.con)
    if repairing:
        run.con.execute("UPDATE core.article SET rules_version = NULL")
    with run.watch.stage("annotate"):
        decide_articles(run.con)
        annotated = annotate_pending(run, options, anew=repairing)
    judged = _candidate(run)
    row = run.con.execute("SELECT count(*) FROM core.article").fetchone()
    seen, other = (row[0] if row else 0), intake.new + intake.changed
    counts = ArticleCounts(seen, intake.new, intake.changed, seen - other, annotated.refused)
    return release(run, judged, replace(_blank(run), articles=counts, warnings=annotated.notes))


def _candidate(run: RunContext) -> JudgedCandidate:
    if state(run.con, REDATE):
        with run.watch.stage("annotate"):
            annotate_pending(run, annotation_options(run.settings))
        set_state(run.con, REDATE, None)
    run.call("stories", lambda: group_stories(run.con))
    run.call("resolve", lambda: resolve(run.con))
    return run.call("check", lambda: judged_candidate(run))


def annotation_options(settings: Settings) -> AnnotationOptions:
    """Return how the settings want articles annotated."""
    assumed, own = settings.annotate.assume_reporting_day, settings.rules.folder
    return AnnotationOptions(
        settings.annotate.model,
        assume_reporting_day=assumed,
        rules=own,
        keep_parse=settings.annotate.keep_parse,
    )


def _blank(run: RunContext) -> Receipt:
    return Receipt(run.run_id, run.job.logical_at.date().isoformat(), seconds=run.watch.seconds)


def _receipt(
    run: RunContext, options: AnnotationOptions, ingested: IngestResult, annotated: AnnotationResult
) -> Receipt:
    """Return what is known of a run once its articles are annotated."""
    intake, languages = ingested.intake, seen_languages(run.con)
    refused = ingested.refused + annotated.refused
    return replace(
        _blank(run),
        articles=ArticleCounts(intake.seen, intake.new, intake.changed, intake.unchanged, refused),
        languages=languages,
        lost_sources=ingested.lost,
        warnings=(
            *ingested.notes,
            *annotated.notes,
            *without_rules(languages, options),
            *nothing_seen(intake.seen + ingested.unmodified),
            *silent(run.con, run.run_id, run.settings.check.silent_for_runs),
        ),
    )


def drop_old_bytes(con: DuckDBPyConnection, days: int, now: datetime) -> None:
    """Drop bytes that were fetched more than so many days ago; 0 keeps them."""
    if days:
        before = utc(now) - timedelta(days=days)
        con.execute("UPDATE raw.snapshot SET content = NULL WHERE content IS NOT NULL AND fetched_at < ?", [before])


def seen_languages(con: DuckDBPyConnection) -> dict[str, int]:
    """Return how many of the articles that this run was offered are in which language ("und" where it is not known)."""
    rows = con.execute(
        "SELECT coalesce(language, 'und') AS language, count(DISTINCT article_id) FROM ops.seen"
        " JOIN core.article_version USING (article_id, content_sha256) GROUP BY 1 ORDER BY 2 DESC, 1"
    )
    return dict(rows.fetchall())


def without_rules(languages: Mapping[str, int], options: AnnotationOptions) -> Iterator[str]:
    """Yield a warning for each language in which no events are found."""
    for language, count in languages.items():
        if not has_events(options, language):
            named = "of unknown language" if language == "und" else f"in {language!r}"
            many = "article" if count == 1 else "articles"
            yield f"{count} {many} {named}: no rules for events, only explicit dates were read"


def silent(con: DuckDBPyConnection, run_id: str, runs: int) -> Iterator[str]:
    """Yield a warning for each source that has long given nothing, even in a run that has nothing to judge."""
    for source, count, failure in silent_sources(con, run_id, runs):
        yield f"{source} gave nothing in the last {count} runs: {failure}"


def nothing_seen(found: int) -> tuple[str, ...]:
    """Return a warning where the sources hold no article at all, not even one that is as it was."""
    return () if found else ("the sources brought no article; look at their names",)
