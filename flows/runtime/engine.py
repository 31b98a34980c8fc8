"""What carries out the stages: plain calls here, Prefect's tasks in `flows.timeline`; and the time they take."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from typing import Protocol, TypeVar

from flows.runtime.chunks import Chunk
from flows.runtime.worker_pool import WorkerPool

Given = TypeVar("Given")
Made = TypeVar("Made")
Result = TypeVar("Result")


class Engine(Protocol):
    """Carries out work on chunks in parallel, and single stages one after the other."""

    def map(
        self, stage: str, work: Callable[[Chunk[Given]], Chunk[Made]], chunks: Iterable[Chunk[Given]]
    ) -> Iterator[Chunk[Made]]:
        """Yield what comes of each chunk, in order; chunks are taken only as fast as they are worked on."""
        ...

    def call(self, stage: str, work: Callable[[], Result]) -> Result:
        """Return what comes of one stage."""
        ...


class Direct:
    """Plain calls; chunks go to the processes of a pool."""

    def __init__(self, pool: WorkerPool) -> None:
        """Work with this pool."""
        self._pool = pool

    def map(
        self, stage: str, work: Callable[[Chunk[Given]], Chunk[Made]], chunks: Iterable[Chunk[Given]]
    ) -> Iterator[Chunk[Made]]:
        """Yield what comes of each chunk, in order."""
        del stage
        return self._pool.map(work, chunks)

    def call(self, stage: str, work: Callable[[], Result]) -> Result:
        """Return what comes of the stage."""
        del stage
        return work()


class Stopwatch:
    """Seconds spent in each stage, in the order in which stages were first entered."""

    def __init__(self) -> None:
        """Start with nothing spent."""
        self.seconds: dict[str, float] = {}

    @contextmanager
    def stage(self, name: str) -> Iterator[None]:
        """Count the time within as the stage's."""
        begun = time.monotonic()
        try:
            yield
        finally:
            self.seconds[name] = round(self.seconds.get(name, 0.0) + time.monotonic() - begun, 3)
