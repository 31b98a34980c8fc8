"""The whole job, once: the same sequence of stages whoever carries them out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager, suppress
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

from duckdb import DuckDBPyConnection

from flows.errors import DatelineError, GateClosedError, NothingReadError
from flows.receipt import ArticleCounts, Receipt
from flows.runtime.chunks import work_folder
from flows.runtime.engine import Engine, Ground, Stopwatch
from flows.runtime.job import Job
from flows.runtime.progress import Progress
from flows.settings import Settings
from flows.stages import release
from flows.stages.annotate import Manner, annotate_pending, has_events, require_sound_rules
from flows.stages.check import Judged, checks_changed, judge
from flows.stages.ingest import MEGABYTE, REMEMBERED, Web, ingest
from flows.stages.reread import reread
from warehouse.publication.publish import build_needed
from warehouse.publication.quality import write_quality
from warehouse.resolution.resolve import resolve
from warehouse.storage.run_log import begin_run, finish_run, silent_sources, utc
from warehouse.writer import open_writer


def carry_out(run: Job, engine: Engine, bars: Progress) -> Receipt:
    """Carry out a run, whole.

    Raises:
        GateClosedError: where a critical check failed; it brings the receipt.
        NothingReadError: where sources were offered and not one article could be read.
        WarehouseError: where the store cannot be written.
    """
    with recorded(run) as con, work_folder(run.store.path) as work:
        return _stages(run, con, engine, bars, work)


def check_again(run: Job, engine: Engine) -> Receipt:
    """Judge what would be published, without publishing it.

    Raises:
        GateClosedError: where a critical check failed; it brings the receipt.
        DatelineError: where there is no store.
    """
    watch = Stopwatch()
    with recorded(run, existing=True) as con:
        judged = _judged(run, con, engine, watch)
        return release.conclude(run, con, watch, _blank(run, watch), judged)


def publish_again(run: Job, engine: Engine) -> Receipt:
    """Publish what passes now, and end a rollback that holds.

    Raises:
        GateClosedError: where a critical check failed; it brings the receipt.
        DatelineError: where there is no store.
    """
    watch = Stopwatch()
    with recorded(run, existing=True) as con:
        judged = _judged(run, con, engine, watch)
        return release.release(run, con, engine, watch, _blank(run, watch), judged, explicit=True)


def rebuild(run: Job, engine: Engine, bars: Progress) -> Receipt:
    """Read again what was fetched and is kept, then annotate, merge, judge and publish anew every article of the store.

    What is not kept as bytes (files, whose sources keep them) is made anew from its stored text.

    Raises:
        GateClosedError: where a critical check failed; it brings the receipt.
        DatelineError: where there is no store.
    """
    watch = Stopwatch()
    with recorded(run, existing=True) as con, work_folder(run.store.path) as work:
        ground = _ground(run, con, engine, bars, work)
        require_sound_rules(con, _manner(run.settings))
        with watch.stage("ingest"):
            intake = reread(ground)
        con.execute("UPDATE core.article SET rules_version = NULL")
        with watch.stage("annotate"):
            faults = annotate_pending(ground, _manner(run.settings))
        judged = _judged(run, con, engine, watch)
        row = con.execute("SELECT count(*) FROM core.article").fetchone()
        seen, other = (row[0] if row else 0), intake.new + intake.changed
        counts = ArticleCounts(seen, intake.new, intake.changed, seen - other, faults)
        return release.release(run, con, engine, watch, replace(_blank(run, watch), articles=counts), judged)


def _blank(run: Job, watch: Stopwatch) -> Receipt:
    return Receipt(run.run_id, run.logical_at.date().isoformat(), seconds=watch.seconds)


def _manner(settings: Settings) -> Manner:
    assumed, own = settings.annotate.assume_reporting_day, settings.rules.folder
    return Manner(settings.annotate.model, assume_reporting_day=assumed, rules=own)


def _ground(run: Job, con: DuckDBPyConnection, engine: Engine, bars: Progress, work: Path) -> Ground:
    return Ground(con, engine, run.run_id, run.started_at, run.settings.run.chunk_kilobytes * 1_000, work, bars)


@contextmanager
def recorded(run: Job, *, existing: bool = False) -> Iterator[DuckDBPyConnection]:
    """The writer, with the run begun and, where it fails, noted as failed; `existing` where no store is to be made."""
    if existing and not run.store.warehouse.exists():
        raise DatelineError(f"{run.store.path}: there is no store yet: dateline run SOURCE --store {run.store.path}")
    with open_writer(run.store, run.command) as con:
        begin_run(con, run.run_id, run.started_at, run.logical_at.date())
        try:
            yield con
        except GateClosedError:
            raise
        except BaseException as error:
            status = "interrupted" if isinstance(error, KeyboardInterrupt) else "failed"
            finish_run(con, run.run_id, datetime.now(UTC), status, detail=f"{type(error).__name__}: {error}")
            with suppress(Exception):  # what went wrong is told already; the next run writes it anew
                write_quality(con, run.store, run.run_id)
            raise


def _judged(run: Job, con: DuckDBPyConnection, engine: Engine, watch: Stopwatch) -> Judged:
    with watch.stage("resolve"):
        engine.call("resolve", lambda: resolve(con))
    with watch.stage("check"):
        return engine.call("check", lambda: judge(con, run.store, run.settings.check, run.run_id, run.started_at))


def _stages(run: Job, con: DuckDBPyConnection, engine: Engine, bars: Progress, work: Path) -> Receipt:
    settings, watch = run.settings, Stopwatch()
    manner, ground = _manner(settings), _ground(run, con, engine, bars, work)
    require_sound_rules(con, manner)
    limit = settings.read.max_megabytes * MEGABYTE
    with watch.stage("ingest"), closing(Web(settings.fetch, limit, run.store.path / REMEMBERED)) as web:
        offered = ingest(ground, run.sources, settings.read, web)
    intake = offered.intake
    if not intake.seen and not offered.unmodified and offered.refused:
        raise NothingReadError(f"nothing could be read, {offered.refused} refused: {offered.first}")
    with watch.stage("annotate"):
        faults = annotate_pending(ground, manner)
    drop_old_bytes(con, settings.read.keep_raw_days, run.started_at)
    languages = seen_languages(con)
    receipt = Receipt(
        run.run_id,
        run.logical_at.date().isoformat(),
        ArticleCounts(intake.seen, intake.new, intake.changed, intake.unchanged, offered.refused + faults),
        languages,
        seconds=watch.seconds,
        warnings=(
            *offered.notes,
            *without_rules(languages, manner),
            *nothing_seen(intake.seen + offered.unmodified),
            *silent(con, run.run_id, settings.check.silent_for_runs),
        ),
    )
    if not build_needed(con, run.store) and not checks_changed(con, settings.check):
        return release.leave(run, con, receipt)
    bars.begin("check")
    judged = _judged(run, con, engine, watch)
    return release.release(run, con, engine, watch, receipt, judged)


def drop_old_bytes(con: DuckDBPyConnection, days: int, now: datetime) -> None:
    """Let go of bytes that were fetched more than so many days ago; 0 keeps them."""
    if days:
        before = utc(now) - timedelta(days=days)
        con.execute("UPDATE raw.snapshot SET content = NULL WHERE content IS NOT NULL AND fetched_at < ?", [before])


def seen_languages(con: DuckDBPyConnection) -> dict[str, int]:
    """How many of the articles that this run was offered are in which language ("und" where it is not known)."""
    rows = con.execute(
        "SELECT coalesce(language, 'und') AS language, count(DISTINCT article_id) FROM ops.seen"
        " JOIN core.article_version USING (article_id, content_sha256) GROUP BY 1 ORDER BY 2 DESC, 1"
    )
    return dict(rows.fetchall())


def without_rules(languages: Mapping[str, int], manner: Manner) -> Iterator[str]:
    """A warning for each language in which no events are found."""
    for language, count in languages.items():
        if not has_events(manner, language):
            named = "of unknown language" if language == "und" else f"in {language!r}"
            many = "article" if count == 1 else "articles"
            yield f"{count} {many} {named}: no rules for events, only explicit dates were read"


def silent(con: DuckDBPyConnection, run_id: str, runs: int) -> Iterator[str]:
    """A warning for each source that has given nothing for long: also in a run that has nothing to judge."""
    for source, count, failure in silent_sources(con, run_id, runs):
        yield f"{source} gave nothing in the last {count} runs: {failure}"


def nothing_seen(found: int) -> tuple[str, ...]:
    """A warning where the sources hold no article at all, not even one that is as it was."""
    return () if found else ("the sources brought no article; look at their names",)
