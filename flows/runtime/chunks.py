"""Cutting streams into chunks of work, and handing chunks from stage to stage as files.

A stage gets paths, not values: a path is small whatever it leads to, and any process on this machine can open it.
The files live in the store's `work` folder while a run lasts and are gone when it ends.
"""

from __future__ import annotations

import pickle
import shutil
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, TypeVar

Item = TypeVar("Item")


def cut(items: Iterable[Item], weigh: Callable[[Item], int], limit: int) -> Iterator[tuple[Item, ...]]:
    """Consecutive items in chunks that weigh `limit` at most, or one item where it alone weighs more."""
    chunk: list[Item] = []
    weight = 0
    for item in items:
        added = weigh(item)
        if chunk and weight + added > limit:
            yield tuple(chunk)
            chunk, weight = [], 0
        chunk.append(item)
        weight += added
    if chunk:
        yield tuple(chunk)


def put(path: Path, items: Any) -> Path:
    """Write a chunk."""
    with path.open("wb") as file:
        pickle.dump(items, file, protocol=pickle.HIGHEST_PROTOCOL)
    return path


def get(path: Path) -> Any:
    """Read a chunk that this run wrote."""
    with path.open("rb") as file:
        return pickle.load(file)


def take(path: Path) -> Any:
    """Read a chunk and remove it."""
    items = get(path)
    path.unlink()
    return items


@contextmanager
def work_folder(store: Path) -> Iterator[Path]:
    """An empty folder for a run's chunks; what a killed run left in it goes first."""
    folder = store / "work"
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)
