"""Who carries out the stages: plain calls here, Prefect's tasks in `flows.timeline`."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Protocol, TypeVar

from duckdb import DuckDBPyConnection

from flows.runtime.progress import Progress
from flows.runtime.worker_pool import Crew

Result = TypeVar("Result")


class Engine(Protocol):
    """Carries out work on chunks side by side, and single stages one after the other."""

    def map(self, stage: str, work: Callable[[Path], Path], chunks: Iterable[Path]) -> Iterator[Path]:
        """What comes of each chunk, in order; chunks are taken only as fast as they are worked on."""
        ...

    def call(self, stage: str, work: Callable[[], Result]) -> Result:
        """What comes of one stage."""
        ...


class Direct:
    """Plain calls, chunks in a crew's processes."""

    def __init__(self, crew: Crew) -> None:
        """Work with this crew."""
        self._crew = crew

    def map(self, stage: str, work: Callable[[Path], Path], chunks: Iterable[Path]) -> Iterator[Path]:
        """What comes of each chunk, in order."""
        del stage
        return self._crew.map(work, chunks)

    def call(self, stage: str, work: Callable[[], Result]) -> Result:
        """What comes of the stage."""
        del stage
        return work()


class Stopwatch:
    """Seconds spent in each stage, in the order in which stages were first entered."""

    def __init__(self) -> None:
        """Nothing spent yet."""
        self.seconds: dict[str, float] = {}

    @contextmanager
    def stage(self, name: str) -> Iterator[None]:
        """Count the time within as the stage's."""
        begun = time.monotonic()
        try:
            yield
        finally:
            self.seconds[name] = round(self.seconds.get(name, 0.0) + time.monotonic() - begun, 3)


@dataclass(frozen=True, slots=True)
class Ground:
    """What the stages over chunks stand on."""

    con: DuckDBPyConnection
    """The writer."""
    engine: Engine
    run_id: str
    now: datetime
    """The run's start, with a zone."""
    chunk_bytes: int
    """Text that one chunk holds."""
    work: Path
    """The run's folder for chunks."""
    progress: Progress
