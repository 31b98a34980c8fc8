"""All export formats that are made of the timeline's rows: our own and those of installed packages.

Our own and a package's (entry point group `dateline.writers`) go through the same list.  Tables of events (CSV, JSON,
JSON lines, Parquet) are written by `warehouse.access.export`, straight from the file that holds them.
"""

from __future__ import annotations

from functools import cache
from typing import Final

from transforms.plugins import Plugin, PluginError, plugins
from transforms.writers import geojson_file, icalendar_file, markdown_file, page, timelinejs_file
from transforms.writers.writer import TABLES, Writer

__all__ = ["BUILT_IN", "TABLES", "Writer", "writer_named", "writers"]

GROUP: Final = "dateline.writers"

HTML: Final = Writer("html", "html", page.write_page)
BUILT_IN: Final = (
    icalendar_file.ICALENDAR,
    geojson_file.GEOJSON,
    timelinejs_file.TIMELINEJS,
    markdown_file.MARKDOWN,
    HTML,
)


@cache
def writers() -> tuple[Writer, ...]:
    """Return every writer, our own first.

    Raises:
        PluginError: where an installed package does not bring what it says.
    """
    known = {*TABLES, *(writer.name for writer in BUILT_IN)}
    for plugin in added():
        if plugin.value.name in known:
            raise PluginError(f"{plugin.origin}: there is an export format {plugin.value.name!r} already")
        known.add(plugin.value.name)
    return (*BUILT_IN, *(plugin.value for plugin in added()))


def added() -> tuple[Plugin[Writer], ...]:
    """Return the writers that installed packages bring."""
    return plugins(GROUP, Writer)


def writer_named(name: str) -> Writer | None:
    """Return the writer of this name."""
    return next((writer for writer in writers() if writer.name == name), None)
