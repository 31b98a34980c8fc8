"""Processes that work on chunks, and that end when this one does, however it ends."""

from __future__ import annotations

import multiprocessing
import os
import signal
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from itertools import chain, islice
from multiprocessing.connection import Connection
from typing import Protocol, TypeVar

from flows.runtime.safe_path import safe_path

Item = TypeVar("Item")
Result = TypeVar("Result")

Given = TypeVar("Given", covariant=True)

AHEAD = 2
"""Chunks in waiting for each process: enough to keep it busy, few enough to hold memory constant."""


class Pending(Protocol[Given]):
    """A pending result: a future of the standard library, or one of Prefect's."""

    def result(self) -> Given:
        """Wait for the result and return it."""
        ...


def _end_with(lifeline: Connection) -> None:
    """Leave the terminal's interrupt to the parent, and end this worker when the lifeline's other end is closed.

    The parent closes it when it gives up; the system does when the parent is killed.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)

    def watch() -> None:
        lifeline.poll(None)
        os._exit(1)

    threading.Thread(target=watch, daemon=True).start()


def cores() -> int:
    """Return how many cores this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


class WorkerPool:
    """A pool of processes that starts with the first item handed to it; with one worker the work is done in line."""

    def __init__(self, workers: int) -> None:
        """Make a pool of so many workers; 0 is one for each core that this process may use."""
        self.workers = workers or cores()
        self._pool: ProcessPoolExecutor | None = None
        self._lifeline: Connection | None = None
        self._starting = threading.Lock()
        self._broken = False

    def __enter__(self) -> WorkerPool:
        return self

    def __exit__(self, failure: type[BaseException] | None, *_: object) -> None:
        if self._pool and self._lifeline:
            if failure:
                self._lifeline.close()
            self._pool.shutdown(wait=True, cancel_futures=True)
            self._lifeline.close()

    def submit(self, work: Callable[[Item], Result], item: Item) -> Future[Result]:
        """Hand an item to a process."""
        # Processes are started as work comes in.
        with self._starting, safe_path():
            if self._pool and self._broken:
                self._pool.shutdown(wait=False)
                self._pool = None
            if not self._pool:
                context = multiprocessing.get_context("spawn")
                self._broken = False
                theirs, self._lifeline = context.Pipe(duplex=False)
                self._pool = ProcessPoolExecutor(self.workers, context, _end_with, (theirs,))
            made = self._pool.submit(work, item)
        made.add_done_callback(self._note)
        return made

    def _note(self, done: Future[Result]) -> None:
        """Where a process was lost, the pool takes no more work: the next item gets a new one."""
        self._broken = not done.cancelled() and isinstance(done.exception(), BrokenProcessPool)

    def hand_to(self, work: Callable[[Item], Result]) -> Callable[[Item], Result]:
        """Return the same work, done by one of the processes while the caller waits."""
        return lambda item: self.submit(work, item).result()

    def map(self, work: Callable[[Item], Result], items: Iterable[Item]) -> Iterator[Result]:
        """Yield what comes of each item, in order.  A single item is not worth a process and is done in line."""
        worth, items = several(items)
        if worth and self.workers > 1:
            yield from windowed(lambda item: self.submit(work, item), items, self.workers * AHEAD)
        else:
            yield from map(work, items)


def several(items: Iterable[Item]) -> tuple[bool, Iterator[Item]]:
    """Return whether there is more than one item, and all of them."""
    source = iter(items)
    first = list(islice(source, 2))
    return len(first) > 1, chain(first, source)


def windowed(submit: Callable[[Item], Pending[Result]], items: Iterable[Item], window: int) -> Iterator[Result]:
    """Yield results in the items' order, with at most `window` of them under way or waiting to be taken."""
    waiting: deque[Pending[Result]] = deque()
    for item in items:
        waiting.append(submit(item))
        if len(waiting) >= window:
            yield waiting.popleft().result()
    while waiting:
        yield waiting.popleft().result()
