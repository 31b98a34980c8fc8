"""One run as plain calls: the same stages as the flow, without Prefect."""

from __future__ import annotations

from collections.abc import Sequence

from flows import pipeline
from flows.pipeline import carry_out, check_again, publish_again, rebuild
from flows.receipt import Receipt
from flows.runtime.engine import Direct
from flows.runtime.job import job
from flows.runtime.progress import progress
from flows.runtime.worker_pool import WorkerPool
from flows.settings import Settings


def run_direct(settings: Settings, sources: Sequence[str]) -> Receipt:
    """Carry out one run.

    Raises:
        GateClosedError: where a critical check failed.
    """
    with WorkerPool(settings.run.workers) as pool, progress(settings.run.progress and not settings.quiet) as bars:
        return carry_out(job(settings, tuple(sources)), Direct(pool), bars)


def check_direct(settings: Settings) -> Receipt:
    """Judge what would be published.

    Raises:
        GateClosedError: where a critical check failed.
    """
    with WorkerPool(1) as pool:
        return check_again(job(settings, ()), Direct(pool))


def publish_direct(settings: Settings) -> Receipt:
    """Publish what passes the checks.

    Raises:
        GateClosedError: where a critical check failed.
    """
    with WorkerPool(1) as pool:
        return publish_again(job(settings, ()), Direct(pool))


def publish_decided(settings: Settings) -> Receipt:
    """Publish what people decided.

    Raises:
        GateClosedError: where a critical check failed.
    """
    with WorkerPool(1) as pool:
        return pipeline.publish_decided(job(settings, ()), Direct(pool))


def rebuild_direct(settings: Settings) -> Receipt:
    """Make everything anew from the texts that the store keeps.

    Raises:
        GateClosedError: where a critical check failed.
    """
    with WorkerPool(settings.run.workers) as pool, progress(settings.run.progress and not settings.quiet) as bars:
        return rebuild(job(settings, ()), Direct(pool), bars)
