"""What the stages of one run share."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import TypeVar

from duckdb import DuckDBPyConnection

from flows.runtime.engine import Engine, Stopwatch
from flows.runtime.job import Job
from flows.runtime.progress import Progress
from flows.settings import Settings
from warehouse.storage.store import Store

Result = TypeVar("Result")


@dataclass(frozen=True, slots=True)
class RunContext:
    """One run in progress: its job, and what every stage needs to carry it out."""

    job: Job
    con: DuckDBPyConnection
    """The writer."""
    engine: Engine
    progress: Progress
    work: Path
    """The run's folder for chunks."""
    watch: Stopwatch = field(default_factory=Stopwatch)

    @property
    def run_id(self) -> str:
        """The run's id."""
        return self.job.run_id

    @property
    def now(self) -> datetime:
        """The run's start, with a zone."""
        return self.job.started_at

    @property
    def settings(self) -> Settings:
        """The settings."""
        return self.job.settings

    @property
    def store(self) -> Store:
        """The store."""
        return self.job.store

    @property
    def chunk_bytes(self) -> int:
        """Bytes of text that one chunk holds."""
        return self.settings.run.chunk_kilobytes * 1_000

    def call(self, stage: str, work: Callable[[], Result]) -> Result:
        """Return what comes of one stage, and count its time."""
        with self.watch.stage(stage):
            return self.engine.call(stage, work)
