"""What the warehouse refuses, each in one line that says what, where and what to do."""

from __future__ import annotations

from pathlib import Path


class WarehouseError(Exception):
    """Something the user can mend; the text is one line."""


class StoreLockedError(WarehouseError):
    """Another process writes to the store."""


class StoreNewerError(WarehouseError):
    """The store was made by a newer version of dateline."""


class StoreOlderError(WarehouseError):
    """The published file was made by an earlier version of dateline, without what this one shows."""


class NothingPublishedError(WarehouseError):
    """The store has no published timeline yet, or not the version asked for."""


class DamagedStoreError(WarehouseError):
    """A file of the store cannot be opened as what it should be."""


class QueryError(WarehouseError):
    """A query that is wrong or not allowed; keeps DuckDB's own words."""


class QueryFileError(WarehouseError):
    """A query of a user's folder that cannot be used: which file, which line, and why."""

    def __init__(self, path: Path, line: int, reason: str) -> None:
        self.path, self.line, self.reason = path, line, reason
        super().__init__(f"{path}:{line}: {reason}")


class NotFoundError(WarehouseError):
    """An id, a name or a version that the store does not know, or that fits more than one."""
