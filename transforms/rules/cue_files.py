"""Cues as data: the TOML rule files of attribution and modality, whose faults name their line."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from transforms.rules.files import RuleError, RuleFile, read_rule_file


@dataclass(frozen=True, slots=True)
class CueFile:
    """One file of cues: its tables in order, each with the line it begins on.

    A user's file of the same name is read after it, as if it were its end.
    """

    files: tuple[RuleFile, ...]
    tables: tuple[tuple[int, Mapping[str, Any]], ...]

    def error(self, line: int, table: Mapping[str, Any], what: str) -> RuleError:
        """Return the error to raise for one table."""
        named = f"{table.get('id', 'entry without an id')!r}: {what}"
        holds = (file for file in self.files if any(one is table for one in file.tables.get("cue", ())))
        return next(holds, self.files[0]).error(line, named)


def read_cue_file(path: Path, known: frozenset[str], required: frozenset[str], own: Path | None = None) -> CueFile:
    """Read the `[[cue]]` tables of a file, and of a user's own, each checked for its keys, examples and rejects.

    Raises:
        RuleError: where a file is no TOML, a key is unknown or absent, an id occurs twice or examples are missing.
    """
    paths = [path, *([own] if own else [])]
    files = tuple(map(read_rule_file, paths))
    found: list[tuple[int, Mapping[str, Any]]] = []
    for file in files:
        tables, lines = file.tables.get("cue", []), file.lines_of("[[cue]]")
        if not tables or len(lines) != len(tables):
            raise file.error(1, "a file of cues holds entries, and each begins with [[cue]] on a line of its own")
        found += zip(lines, tables, strict=True)
    cues = CueFile(files, tuple(found))
    seen: set[str] = set()
    for line, table in cues.tables:
        for key in sorted(set(table) - known - {"id", "examples", "rejects"}):
            raise cues.error(line, table, f"unknown key {key!r}")
        for key in sorted((required | {"id", "examples", "rejects"}) - set(table)):
            raise cues.error(line, table, f"{key!r} is missing")
        if not table["examples"] or not table["rejects"]:
            raise cues.error(line, table, "examples and rejects may not be empty")
        if table["id"] in seen:
            raise cues.error(line, table, "this id occurs twice")
        seen.add(table["id"])
    return cues
