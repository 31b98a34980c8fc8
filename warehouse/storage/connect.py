"""Opens the files of a store: one writer behind a lock (`warehouse.writer`), any number of readers that can do no harm.

    with open_reader(store) as con: ...

The lock is the kernel's (`fcntl`), on `writer.lock`: it ends with the process that holds it, however that ends, so no
lock is ever stale; the file's text only tells a second writer whom it waits for.
"""

from __future__ import annotations

import fcntl
import json
import os
import socket
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import duckdb
from duckdb import DuckDBPyConnection

from warehouse.storage.errors import (
    DamagedStoreError,
    NothingPublishedError,
    StoreLockedError,
    StoreOlderError,
    WarehouseError,
)
from warehouse.storage.integrity import first_line, remedy
from warehouse.storage.older_versions import fill_gaps
from warehouse.storage.store import Store

Config = dict[str, str | bool | int | float | list[str]]
# No extension may be fetched, and none found on this machine be loaded unasked: what is built in must do.
_OFFLINE: Config = {"autoinstall_known_extensions": "false", "autoload_known_extensions": "false"}
_SHUT_IN: Config = {**_OFFLINE, "enable_external_access": "false", "lock_configuration": "true"}
_HAS_LEVELS = "SELECT 1 FROM duckdb_columns() WHERE table_name = 'event' AND column_name = 'level'"
_held: set[Path] = set()


@contextmanager
def hold(store: Store, command: str | None = None) -> Iterator[None]:
    """Hold the store's write lock.  `command` is what a second writer sees, by default this process's command line.

    Raises:
        StoreLockedError: where another writer holds the store, in this process too.
        WarehouseError: where the folder cannot be made or written.
        DamagedStoreError: where the warehouse is gone while what came of it is there.
    """
    key = store.lock.resolve()
    # A POSIX lock ends when its process closes any handle of the file, so a second one must never be opened.
    if key in _held:
        raise StoreLockedError(f"{store.path}: this process writes to the store already")
    try:
        store.path.mkdir(parents=True, exist_ok=True)
        file = os.open(store.lock, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o644)
    except OSError as error:
        raise WarehouseError(f"{store.path}: cannot write to the store ({error.strerror})") from error
    try:
        try:
            fcntl.lockf(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            raise StoreLockedError(f"{store.path}: {_holder(file)}: wait until it has ended") from None
        _held.add(key)
        os.ftruncate(file, 0)
        os.pwrite(file, json.dumps(_describe(command)).encode(), 0)
        try:
            _require_warehouse(store)
            yield
        finally:
            _held.discard(key)
            os.ftruncate(file, 0)
    finally:
        os.close(file)


def _describe(command: str | None) -> dict[str, object]:
    return {
        "pid": os.getpid(),
        "host": socket.gethostname(),
        "since": datetime.now(UTC).isoformat(timespec="seconds"),
        "command": command or " ".join([Path(sys.argv[0]).name, *sys.argv[1:]]),
    }


def _holder(file: int) -> str:
    try:
        holder = json.loads(os.pread(file, 65536, 0))
        return f"process {holder['pid']} on {holder['host']} writes to it since {holder['since']} ({holder['command']})"
    except (ValueError, KeyError, TypeError):
        return "another process writes to it"


@dataclass(frozen=True, slots=True)
class ReaderLimits:
    """What a reader's questions may take of this machine."""

    memory_megabytes: int
    temporary_megabytes: int
    temporary: Path
    """A folder for what does not fit into memory, outside of the store."""

    @property
    def config(self) -> Config:
        """The limits as DuckDB takes them."""
        return {
            "memory_limit": f"{self.memory_megabytes}MB",
            "max_temp_directory_size": f"{self.temporary_megabytes}MB",
            "temp_directory": str(self.temporary),
        }


@contextmanager
def open_reader(
    store: Store, version: int | None = None, limits: ReaderLimits | None = None
) -> Iterator[DuckDBPyConnection]:
    """Open the published timeline (or a kept version) read-only, with no access to other files, extensions or settings.

    Raises:
        NothingPublishedError: where there is none.
        DamagedStoreError: where the file is not a DuckDB file.
        StoreOlderError: where an earlier version of dateline made it.
    """
    path = store.timeline if version is None else store.version(version)
    if not path.exists():
        if version is None and store.kept_versions():
            raise NothingPublishedError(f"{path} is gone: {remedy(path)}")
        if version is None:
            raise NothingPublishedError(
                f"{store.path}: nothing is published yet: dateline run SOURCE --store {store.path}"
            )
        kept = ", ".join(map(str, store.kept_versions())) or "none"
        raise NothingPublishedError(f"{store.path}: version {version} is not kept (kept: {kept})")
    with open_file(path, limits) as con:
        if version is None and not con.execute(_HAS_LEVELS).fetchall():
            raise StoreOlderError(
                f"{path}: an earlier dateline published this: dateline rebuild --store {store.path} makes it anew"
            )
        fill_gaps(con)
        yield con


@contextmanager
def open_file(path: Path, limits: ReaderLimits | None = None) -> Iterator[DuckDBPyConnection]:
    """Any published or candidate file, read-only and shut in.

    Raises:
        DamagedStoreError: where the file is not a DuckDB file.
    """
    config = {**_SHUT_IN, **limits.config} if limits else _SHUT_IN
    with connect(path, read_only=True, config=config) as con:
        yield con


def discard(path: Path) -> None:
    """Remove a DuckDB file with its log."""
    for file in (path, path.with_name(path.name + ".wal")):
        file.unlink(missing_ok=True)


@contextmanager
def connect(path: Path, *, read_only: bool = False, config: Config | None = None) -> Iterator[DuckDBPyConnection]:
    """Any DuckDB file, without network and unasked-for extensions; to write, the store must be held.

    The name of the database is the file's stem, or `warehouse` for a warehouse that is being rewritten.

    Raises:
        StoreLockedError: where another process has the file open.
        DamagedStoreError: where it is not a DuckDB file.
    """
    try:
        con = duckdb.connect(str(path), read_only=read_only, config=config or _OFFLINE)
    except duckdb.Error as error:
        reason = first_line(error)
        if isinstance(error, duckdb.IOException) and "lock on file" in reason.lower():
            raise StoreLockedError(f"{path}: another process has it open: {reason}") from error
        if path.exists() and not os.access(path, os.R_OK if read_only else os.R_OK | os.W_OK):
            raise WarehouseError(f"{path}: its permissions do not allow that: {reason}") from error
        raise DamagedStoreError(f"{path}: cannot be opened: {reason}{_what_to_do(path)}") from error
    with con:
        yield con


def _what_to_do(path: Path) -> str:
    known = remedy(path)
    return f": {known}" if known else ""


def _require_warehouse(store: Store) -> None:
    """Refuse to begin an empty warehouse beside a timeline: the next version would hold next to nothing."""
    file = store.warehouse
    missing = "is empty" if file.exists() and not file.stat().st_size else "" if file.exists() else "is gone"
    if missing and (store.timeline.exists() or store.kept_versions()):
        raise DamagedStoreError(f"{file} {missing}: {remedy(file)}")
