"""The flow: the same stages as tasks of Prefect, scheduled, retried and recorded by it.

Its entry point for deployments is `dateline.prefect_flow.timeline`.  Whoever imports this module has already settled
where Prefect's API is (`flows.orchestration.server`).
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack
from datetime import datetime
from pathlib import Path
from typing import Any, TypeVar

from prefect import flow, task
from prefect.artifacts import create_link_artifact, create_markdown_artifact, create_table_artifact
from prefect.cache_policies import NO_CACHE
from prefect.runtime import flow_run
from prefect.task_runners import TaskRunner, ThreadPoolTaskRunner

from flows.errors import GateClosedError
from flows.pipeline import carry_out
from flows.receipt import Receipt, lines
from flows.runtime.chunks import Chunk
from flows.runtime.job import job
from flows.runtime.progress import progress
from flows.runtime.run_hooks import end_with_server, settings_of, tell_end
from flows.runtime.worker_pool import AHEAD, WorkerPool, several, windowed
from flows.settings import Settings
from warehouse.storage.interpreter_exit import swallow_last_words

Given = TypeVar("Given")
Made = TypeVar("Made")
Result = TypeVar("Result")


@flow(
    name="timeline",
    persist_result=False,
    validate_parameters=True,
    on_completion=[tell_end],
    on_failure=[tell_end],
    on_crashed=[tell_end],
)
def timeline(
    sources: list[str] | None = None,
    store: str | None = None,
    config: str | None = None,
    overrides: dict[str, Any] | None = None,
) -> dict[str, Any]:
    """Ingest, annotate, resolve, check and publish; gives the receipt.

    Args:
        sources: files, folders, addresses, feeds or manifests; none reads the sources of the settings.
        store: the store's folder; none takes it from the settings.
        config: the settings' file; none is `DATELINE_CONFIG` or `./dateline.toml`.
        overrides: settings by dotted name, as flags would give them.

    Raises:
        GateClosedError: where a critical check failed; the flow run fails with its name.
    """
    end_with_server()
    settings = settings_of({"store": store, "config": config, "overrides": overrides})
    run = job(settings, tuple(sources or ()), _due())
    with ExitStack() as stack:
        pool = stack.enter_context(WorkerPool(settings.run.workers))
        runner = stack.enter_context(_runner(settings, pool))
        bars = stack.enter_context(progress(settings.run.progress and not settings.quiet))
        try:
            receipt = carry_out(run, Tasks(runner, None if settings.run.engine == "dask" else pool), bars)
        except GateClosedError as closed:
            leave_artifacts(closed.receipt)
            raise
    leave_artifacts(receipt)
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
        named = work_on.with_options(name=stage, task_run_name=f"{stage} {{chunk.number}}")
        window = self._pool.workers * AHEAD if self._pool else 2 * AHEAD

        def submit(chunk: Chunk[Given]) -> Any:
            return self._runner.submit(named, {"work": hands, "chunk": chunk})

        yield from windowed(submit, chunks, window)

    def call(self, stage: str, work: Callable[[], Result]) -> Result:
        """Return the stage's result; it holds the store's only connection, so it is never retried or sent elsewhere."""
        # Prefect remembers its tasks to the end of the process: what it remembers must not hold the connection.
        once = [work]

        @task(name=stage, cache_policy=NO_CACHE, persist_result=False)
        def single() -> Result:
            return once.pop()()

        return single()


def leave_artifacts(receipt: Receipt) -> None:
    """Put the receipt, the checks that failed, and links to report and page on the flow run's page."""
    create_markdown_artifact(
        "```\n" + "\n".join(lines(receipt)) + "\n```", key="receipt", description="What the run did"
    )
    if receipt.checks.failures:
        table = [{"check": f.name, "severity": f.severity, "rows": f.rows} for f in receipt.checks.failures]
        create_table_artifact(table, key="checks", description="Checks that did not pass")
    for key, path in (("report", receipt.report), ("page", receipt.page)):
        if path:
            create_link_artifact(Path(path).resolve().as_uri(), link_text=Path(path).name, key=key)
