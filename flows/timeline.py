"""The flow: the same stages as tasks of Prefect, scheduled, retried and recorded by it.

Its entry point for deployments is `dateline.prefect_flow.timeline`.  Whoever imports this module has already settled
where Prefect's API is (`flows.orchestration.server`).
"""

from __future__ import annotations

import logging
import os
from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Final, TypeVar

from prefect import flow, get_run_logger, task
from prefect.artifacts import create_link_artifact, create_markdown_artifact, create_table_artifact
from prefect.cache_policies import NO_CACHE
from prefect.runtime import flow_run
from prefect.states import Completed
from prefect.task_runners import TaskRunner, ThreadPoolTaskRunner

from flows.errors import DatelineError, GateClosedError
from flows.pipeline import carry_out
from flows.receipt import Receipt, lines, summary_table
from flows.runtime.chunks import Chunk
from flows.runtime.flow_start import flow_settings, flow_sources
from flows.runtime.job import job
from flows.runtime.progress import progress
from flows.runtime.run_hooks import WARNING, end_with_server, tell_end
from flows.runtime.worker_pool import AHEAD, WorkerPool, several, windowed
from flows.settings import Settings
from warehouse.storage.interpreter_exit import swallow_last_words

Given = TypeVar("Given")
Made = TypeVar("Made")
Result = TypeVar("Result")

STAGE_NAMES: Final = {
    "read": "read documents",
    "settle": "decide which articles count",
    "annotate": "find times and events",
    "stories": "group articles into stories",
    "resolve": "join mentions into events",
    "check": "build and check the candidate",
    "publish": "publish",
    "page": "write the page",
}
"""What the stages are called on Prefect's page."""


def run_name() -> str:
    """Return the name of a flow run: when it was due, as a reader of a list of runs looks for it."""
    due = _due() or datetime.now(UTC)
    return f"{due.astimezone(UTC):%Y-%m-%d %H:%M:%S} UTC"


@flow(
    name="timeline",
    flow_run_name=run_name,
    persist_result=False,
    validate_parameters=True,
    on_completion=[tell_end],
    on_failure=[tell_end],
    on_crashed=[tell_end],
)
def timeline(sources: list[str] | None = None) -> Any:
    """Ingest, annotate, resolve, check and publish; gives the receipt.

    The store and the settings are those of the process: no parameter names them, since parameters come from whoever
    reaches the API.

    Args:
        sources: files, folders, addresses, feeds or manifests; none reads the sources of the settings.  A run of
            `dateline serve` reads those that were named there, or fewer.

    Raises:
        GateClosedError: where a critical check failed; the flow run fails with its name.
        SettingsError: where a source is asked for that was not named.
    """
    end_with_server()
    settings = flow_settings(os.environ)
    run = job(settings, flow_sources(os.environ, settings, sources or ()), _due())
    if not run.sources:
        raise DatelineError("nothing to read: no source is named, and there is no [[source]] in DATELINE_CONFIG's file")
    with ExitStack() as stack:
        pool = stack.enter_context(WorkerPool(settings.run.workers))
        runner = stack.enter_context(_runner(settings, pool))
        bars = stack.enter_context(progress(settings.run.progress and not settings.quiet))
        try:
            receipt = carry_out(run, Tasks(runner, None if settings.run.engine == "dask" else pool), bars)
        except GateClosedError as closed:
            show(closed.receipt)
            raise
    show(receipt)
    if receipt.lost_sources:
        # Done, and yet somebody should look: green in a list of runs, and with a name of its own.
        lost = f"{len(receipt.lost_sources)} of {len(run.sources)} sources gave nothing"
        message = f"{lost}: {'; '.join(receipt.lost_sources)}"
        return Completed(name=WARNING, message=message, data=receipt.as_dict())
    return receipt.as_dict()


def _due() -> datetime | None:
    """When the run was due: the schedule's moment, never the clock's, so that a late run stands for its own day."""
    due = flow_run.get_scheduled_start_time()
    return due if isinstance(due, datetime) else None


def _runner(settings: Settings, pool: WorkerPool) -> TaskRunner[Any]:
    if settings.run.engine == "dask":
        from prefect_dask.task_runners import DaskTaskRunner

        logging.getLogger("distributed").propagate = False  # it tells the terminal of every connection
        cluster = {
            "n_workers": pool.workers,
            "threads_per_worker": 1,
            "dashboard_address": None,
            "silence_logs": logging.ERROR,
        }
        return DaskTaskRunner(cluster_kwargs=cluster)
    return ThreadPoolTaskRunner(max_workers=pool.workers * AHEAD)


# A worker process may be lost (killed for its memory, say): once more, in a new one.  A fault of the rules is no
# exception here but a row of the quarantine.
@task(retries=1, retry_delay_seconds=1, cache_policy=NO_CACHE, persist_result=False)
def work_on(work: Callable[[Chunk[Given]], Chunk[Made]], chunk: Chunk[Given]) -> Chunk[Made]:
    """Do one chunk of work: files in, files out."""
    swallow_last_words()
    return work(chunk)


class Tasks:
    """Carries out stages as Prefect's tasks: chunks side by side, the rest one after the other."""

    def __init__(self, runner: TaskRunner[Any], pool: WorkerPool | None) -> None:
        """Tasks run on `runner`; where a pool is given, its processes do the chunks' work."""
        self._runner, self._pool = runner, pool

    def map(
        self, stage: str, work: Callable[[Chunk[Given]], Chunk[Made]], chunks: Iterable[Chunk[Given]]
    ) -> Iterator[Chunk[Made]]:
        """Yield what comes of each chunk, in order."""
        worth, chunks = several(chunks)
        hands = self._pool.hand_to(work) if self._pool and worth else work
        named = work_on.with_options(name=stage, task_run_name=f"{STAGE_NAMES[stage]}, part {{chunk.number}}")
        window = self._pool.workers * AHEAD if self._pool else 2 * AHEAD

        def submit(chunk: Chunk[Given]) -> Any:
            return self._runner.submit(named, {"work": hands, "chunk": chunk})

        yield from windowed(submit, chunks, window)

    def call(self, stage: str, work: Callable[[], Result]) -> Result:
        """Return the stage's result; it holds the store's only connection, so it is never retried or sent elsewhere."""
        # Prefect remembers its tasks to the end of the process: what it remembers must not hold the connection.
        once = [work]

        @task(name=stage, task_run_name=STAGE_NAMES[stage], cache_policy=NO_CACHE, persist_result=False)
        def single() -> Result:
            return once.pop()()

        return single()


def show(receipt: Receipt) -> None:
    """Put the receipt into the flow run's log, and onto its page with counts, checks and links."""
    logger = get_run_logger()
    for line in lines(receipt):
        logger.log(logging.WARNING if line.startswith(("warning", "nothing")) else logging.INFO, "%s", line)
    leave_artifacts(receipt)


def leave_artifacts(receipt: Receipt) -> None:
    """Put the receipt, its counts, the checks that failed, and links to report and page on the flow run's page."""
    text = "\n".join(lines(receipt))
    create_markdown_artifact(f"```\n{text}\n```", key="receipt", description="What the run did")
    create_table_artifact(
        summary_table(receipt), key="counts", description="Articles, events and the published version"
    )
    if receipt.lost_sources:
        listed = "\n".join(f"- {line}" for line in receipt.lost_sources)
        create_markdown_artifact(listed, key="lost-sources", description="Sources that gave this run nothing")
    if receipt.checks.failures:
        table = [{"check": f.name, "severity": f.severity, "rows": f.rows} for f in receipt.checks.failures]
        create_table_artifact(table, key="checks", description="Checks that did not pass")
    for key, path in (("report", receipt.report), ("page", receipt.page)):
        if path:
            address = Path(path).resolve().as_uri()
            create_link_artifact(
                address,
                link_text=address,  # a browser follows no link from a server's page to a file: to be copied whole
                key=key,
                description=f"Copy this address into the browser of the machine that holds the store: {address}",
            )
