"""Exports: the events that some filters show, in other tools' formats."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from duckdb import DuckDBPyConnection

from transforms.writers.registry import TABLES, writer_named, writers
from warehouse.access.filters import Filters
from warehouse.storage.files import write_whole


def export_formats() -> tuple[str, ...]:
    """Return the names of everything that an export can be."""
    return (*TABLES, *(writer.name for writer in writers()))


def export_path(exports: Path, form: str) -> Path:
    """Return where an export without a path of its own is put."""
    writer = writer_named(form)
    return exports / f"timeline.{writer.ending if writer else form}"


def write_export(con: DuckDBPyConnection, filters: Filters, form: str, path: Path, title: str) -> int:
    """Write the events that the filters show; return how many.  The file appears whole or not at all.

    Raises:
        OSError: where the file cannot be written.
    """
    if form in TABLES:
        from warehouse.access.export import export

        return export(con, filters, form, path)
    from warehouse.access.timeline import find_events

    ids = [event["event_id"] for event in find_events(con, filters)]
    write_whole(path, _written(con, form, title, ids))
    return len(ids)


def _written(con: DuckDBPyConnection, form: str, title: str, ids: Sequence[str] | None) -> bytes:
    from warehouse.access.page_rows import timeline_rows

    writer = writer_named(form)
    assert writer is not None, form
    made = writer.write(timeline_rows(con, title, ids))
    return made if isinstance(made, bytes) else made.encode("utf-8")
