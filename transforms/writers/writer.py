"""A writer: the name of an export format, its ending, and the function that makes the file.  One module a format."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from transforms.writers.rows import TimelineRows

TABLES: Final = ("csv", "json", "jsonl", "parquet")
"""The formats of tables of events, which the warehouse writes itself."""


@dataclass(frozen=True, slots=True)
class Writer:
    """One export format."""

    name: str
    """As `dateline export --format` takes it."""
    ending: str
    """Of the file that an export without a path of its own makes, without the first dot."""
    write: Callable[[TimelineRows], str | bytes]
    """The content of the file.  The words of articles are hostile: each writer makes them harmless in its format."""
