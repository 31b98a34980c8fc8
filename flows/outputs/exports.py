"""Exports: the events that some filters show, in other tools' formats."""

from __future__ import annotations

from collections.abc import Sequence
from importlib import import_module
from pathlib import Path

from duckdb import DuckDBPyConnection

from warehouse.access.filters import Filters
from warehouse.storage.files import write_whole

TABLES = ("csv", "json", "jsonl", "parquet")
WRITERS = {
    "ics": ("transforms.writers.icalendar_file", "write_ics"),
    "geojson": ("transforms.writers.geojson_file", "write_geojson"),
    "timelinejs": ("transforms.writers.timelinejs_file", "write_timelinejs"),
    "markdown": ("transforms.writers.markdown_file", "write_markdown"),
    "html": ("transforms.writers.page", "write_page"),
}
"""Where the writer of each other format is; each brings what it needs only when it is asked for."""
ENDINGS = {"timelinejs": "timeline.json", "markdown": "md"}
"""Endings of files that differ from the format's name."""
FORMATS = (*TABLES, *WRITERS)


def export_path(exports: Path, form: str) -> Path:
    """Where an export without a path of its own is put."""
    return exports / f"timeline.{ENDINGS.get(form, form)}"


def write_export(con: DuckDBPyConnection, filters: Filters, form: str, path: Path, title: str) -> int:
    """Write the events that the filters show; gives how many.  The file appears whole or not at all.

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

    module, name = WRITERS[form]
    made = getattr(import_module(module), name)(timeline_rows(con, title, ids))
    return made if isinstance(made, bytes) else str(made).encode("utf-8")


def write_page(con: DuckDBPyConnection, path: Path, title: str) -> None:
    """Write the page of all that is published, whole or not at all."""
    write_whole(path, _written(con, "html", title, None))
