"""A way back from damaged files that others are made of: before each run, and listed in its receipt.

quality.duckdb is derived, so a damaged one is dropped; a published file that is damaged or gone gives way to its kept
copy.  Where no copy is whole, publishing makes it anew from the warehouse.
"""

from __future__ import annotations

from duckdb import DuckDBPyConnection

from warehouse.storage.connect import discard
from warehouse.storage.files import keep_file
from warehouse.storage.integrity import damage
from warehouse.storage.run_log import state
from warehouse.storage.statements import first_row
from warehouse.storage.store import Store


def repair(con: DuckDBPyConnection, store: Store, *, thorough: bool = False) -> tuple[str, ...]:
    """Return what was done about damaged files, one line each.

    Args:
        con: the writer.
        store: the store.
        thorough: whether every row of the published file is read, which finds damage within it.
    """
    return (*_drop_quality(store), *_put_back_timeline(con, store, thorough))


def _drop_quality(store: Store) -> tuple[str, ...]:
    reason = damage(store.quality, thorough=True) if store.quality.exists() else None
    if reason is None:
        return ()
    discard(store.quality)
    return (f"{store.quality} was damaged ({reason}) and is made anew; the results of earlier checks are lost",)


def _put_back_timeline(con: DuckDBPyConnection, store: Store, thorough: bool) -> tuple[str, ...]:
    file = store.timeline
    reason = damage(file, thorough=thorough) if file.exists() else "gone"
    version = _recorded_version(con)
    if reason is None or version is None:
        return ()
    copy = store.version(version)
    if not copy.exists() or damage(copy, thorough=True):
        if file.exists():
            discard(file)
            return (f"{file} was damaged ({reason}), and so is what was kept of version {version}: it is made anew",)
        return ()
    keep_file(copy, file)
    how = "was gone" if reason == "gone" else f"was damaged ({reason})"
    return (f"{file} {how}: version {version} is put back from {copy}",)


def _recorded_version(con: DuckDBPyConnection) -> int | None:
    """Return the version that should be published, as the warehouse remembers it."""
    if held := state(con, "rolled_back"):
        return int(held)
    row = first_row(con, "SELECT max(version) FROM ops.publication")
    return row[0] if row else None
