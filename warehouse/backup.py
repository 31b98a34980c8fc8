"""A copy of a store that is a store itself: whole or not at all, taken while readers read and nobody writes.

    copied = back_up(store, Path("/backups/news-2025-03-01"))

Left out is what the next run makes again (exports, work of a run) and Prefect's history of runs.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from warehouse.storage.errors import DamagedStoreError, WarehouseError
from warehouse.storage.files import sync
from warehouse.storage.integrity import damage, remedy
from warehouse.storage.store import Store
from warehouse.writer import open_writer

_DERIVED = frozenset({"exports", "work", "prefect", "writer.lock"})
"""What is not part of a copy."""


@dataclass(frozen=True, slots=True)
class Backup:
    """What was copied."""

    path: Path
    files: int
    size: int
    """Bytes."""


def back_up(store: Store, target: Path, command: str | None = None) -> Backup:
    """Copy a store to a folder that is not there yet, and read every row of the copy.

    Args:
        store: the store; nobody else may be writing to it.
        target: where to; it appears whole or not at all.
        command: what a second writer is refused with.

    Raises:
        WarehouseError: where there is no store, or something is at the target already.
        StoreLockedError: where another writer holds the store.
        DamagedStoreError: where a file is damaged.
    """
    if not store.warehouse.exists():
        raise WarehouseError(f"{store.path}: there is no store to back up")
    if target.exists() and (not target.is_dir() or any(target.iterdir())):
        raise WarehouseError(f"{target}: something is there already: name a new folder")
    if target.resolve().is_relative_to(store.path.resolve()):
        raise WarehouseError(f"{target}: lies within the store: name a folder elsewhere")
    target.parent.mkdir(parents=True, exist_ok=True)
    working = target.with_name(target.name + ".new")
    shutil.rmtree(working, ignore_errors=True)
    try:
        with open_writer(store, command) as con:
            con.execute("CHECKPOINT")
            sizes = [_copy(file, working / file.relative_to(store.path)) for file in _files(store)]
        _require_whole(store, working)
        working.replace(target)
        sync(target.parent)
    finally:
        shutil.rmtree(working, ignore_errors=True)
    return Backup(target, len(sizes), sum(sizes))


def _files(store: Store) -> Iterator[Path]:
    for file in sorted(store.path.rglob("*")):
        top = file.relative_to(store.path).parts[0]
        left = file.name.endswith((".new", ".wal", ".tmp")) or ".new." in file.name
        if top not in _DERIVED and not left and file.is_file() and not file.is_symlink():
            yield file


def _copy(file: Path, copy: Path) -> int:
    copy.parent.mkdir(parents=True, exist_ok=True)
    shutil.copy2(file, copy)
    sync(copy)
    return copy.stat().st_size


def _require_whole(store: Store, working: Path) -> None:
    for copy in sorted(working.rglob("*.duckdb")):
        if reason := damage(copy, thorough=True):
            file = store.path / copy.relative_to(working)
            raise DamagedStoreError(f"{file}: {reason}: nothing was backed up; {remedy(file)}")
