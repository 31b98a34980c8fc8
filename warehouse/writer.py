"""The store's one writer: behind its lock, in the newest shape, with what was being forgotten forgotten.

with open_writer(store, command="dateline run news/") as con: ...
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from duckdb import DuckDBPyConnection

from warehouse.forget import finish
from warehouse.storage.connect import connect, hold
from warehouse.storage.migrate import migrate
from warehouse.storage.store import Store


@contextmanager
def open_writer(store: Store, command: str | None = None) -> Iterator[DuckDBPyConnection]:
    """Open the warehouse, locked, in its newest shape.

    Raises:
        StoreLockedError: where another process writes to it, or has the file open.
        StoreNewerError: where a newer dateline made it.
        DamagedStoreError: where the file is not a DuckDB file, or is gone while what came of it is there.
    """
    with hold(store, command):
        with connect(store.warehouse) as con:
            con.execute("SET TimeZone = 'UTC'")
            migrate(con)
            if not con.execute("SELECT value FROM ops.state WHERE name = 'forgetting'").fetchall():
                yield con
                return
        finish(store)
        with connect(store.warehouse) as con:
            con.execute("SET TimeZone = 'UTC'")
            yield con
