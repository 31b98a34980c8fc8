"""Cues as data: the TOML rule files of attribution and modality, read with the line of what is wrong in them."""

from __future__ import annotations

import hashlib
import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from transforms.events.rule_files import RuleError

RULES = Path(__file__).parent / "rules"


@dataclass(frozen=True, slots=True)
class RuleFile:
    """One rule file as read: its tables in order, each with the line it begins on, and a short hash of its bytes."""

    path: Path
    tables: tuple[tuple[int, Mapping[str, Any]], ...]
    version: str

    def error(self, line: int, table: Mapping[str, Any], what: str) -> RuleError:
        """The error to raise for one table."""
        return RuleError(self.path.name, line, f"{table.get('id', 'entry without an id')!r}: {what}")


def read_rules(path: Path, known: frozenset[str], required: frozenset[str]) -> RuleFile:
    """Read the `[[cue]]` tables of a file, each checked for its keys and for examples and rejects.

    Raises:
        RuleError: where the file is no TOML, a key is unknown or absent, an id occurs twice or examples are missing.
    """
    content = path.read_bytes()
    try:
        tables = tomllib.loads(content.decode("utf-8"))["cue"]
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, KeyError) as error:
        place = re.search(r"at line (\d+)", str(error))
        raise RuleError(path.name, int(place[1]) if place else None, f"not a rule file: {error}") from error
    lines = [n for n, line in enumerate(content.decode("utf-8").splitlines(), 1) if line.strip() == "[[cue]]"]
    if len(lines) != len(tables):
        raise RuleError(path.name, None, "every entry begins with [[cue]] on a line of its own")
    file = RuleFile(path, tuple(zip(lines, tables, strict=True)), hashlib.sha256(content).hexdigest()[:12])
    seen: set[str] = set()
    for line, table in file.tables:
        for key in sorted(set(table) - known - {"id", "examples", "rejects"}):
            raise file.error(line, table, f"unknown key {key!r}")
        for key in sorted((required | {"id", "examples", "rejects"}) - set(table)):
            raise file.error(line, table, f"{key!r} is missing")
        if not table["examples"] or not table["rejects"]:
            raise file.error(line, table, "examples and rejects may not be empty")
        if table["id"] in seen:
            raise file.error(line, table, "this id occurs twice")
        seen.add(table["id"])
    return file
