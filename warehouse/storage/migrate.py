"""Brings the writer's file to the newest shape: numbered SQL files, each applied once, together with its record."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from duckdb import DuckDBPyConnection

from warehouse.storage.errors import StoreNewerError
from warehouse.storage.statements import first_row, transaction

MIGRATIONS = Path(__file__).parents[1] / "migrations"
_NAME = re.compile(r"(\d{4})_(\w+)")
_RECORD = "CREATE TABLE IF NOT EXISTS migration (number INTEGER NOT NULL, name VARCHAR NOT NULL)"


@dataclass(frozen=True, slots=True, order=True)
class Migration:
    """One numbered step."""

    number: int
    name: str
    sql: str


def known(folder: Path = MIGRATIONS) -> tuple[Migration, ...]:
    """Return the migrations that this version of dateline knows, in order.

    Raises:
        ValueError: where a file's name is not `NNNN_words.sql`, or a number is missing or comes twice.
    """
    found = []
    for file in sorted(folder.glob("*.sql")):
        match = _NAME.fullmatch(file.stem)
        if not match:
            raise ValueError(f"{file}: a migration is named NNNN_words.sql")
        found.append(Migration(int(match[1]), match[2], file.read_text(encoding="utf-8")))
    if [step.number for step in found] != list(range(1, len(found) + 1)):
        raise ValueError(f"{folder}: migrations must be numbered 1, 2, 3, … without gaps")
    return tuple(found)


def migrate(con: DuckDBPyConnection, steps: tuple[Migration, ...] | None = None) -> tuple[Migration, ...]:
    """Apply what is missing, and give what was applied.

    Raises:
        StoreNewerError: where the store has steps that this version does not know.
    """
    steps = known() if steps is None else steps
    con.execute(_RECORD)
    row = first_row(con, "SELECT coalesce(max(number), 0) FROM migration")
    reached: int = row[0] if row else 0
    if reached > len(steps):
        raise StoreNewerError(
            f"this store was written by a newer dateline (its shape is {reached}, this version knows {len(steps)}):"
            " upgrade dateline, or use another --store"
        )
    missing = steps[reached:]
    for step in missing:
        with transaction(con):
            con.execute(step.sql)
            con.execute("INSERT INTO migration VALUES (?, ?)", [step.number, step.name])
    return missing
