"""A store of an earlier release, kept as SQL: what an upgrade must cope with.

python -m tests.warehouse.release STORE FOLDER     writes a store's tables, made by that release, as one SQL file a database
restore(FOLDER, STORE)                             makes the store again
"""

from __future__ import annotations

import datetime
import sys
from pathlib import Path

import duckdb

DATABASES = ("warehouse", "timeline")


def dump(store: Path, folder: Path) -> None:
    """Write the tables of a store, with their rows."""
    folder.mkdir(parents=True, exist_ok=True)
    for database in DATABASES:
        with duckdb.connect(str(store / f"{database}.duckdb"), read_only=True) as con:
            lines = [
                f"CREATE SCHEMA {schema};"
                for (schema,) in con.execute(
                    "SELECT DISTINCT schema_name FROM duckdb_tables() WHERE schema_name <> 'main' ORDER BY 1"
                ).fetchall()
            ]
            sequences = con.execute("SELECT schema_name, sequence_name, sql FROM duckdb_sequences()").fetchall()
            lines += [sql.replace(f"SEQUENCE {name}", f"SEQUENCE {schema}.{name}") for schema, name, sql in sequences]
            tables = con.execute("SELECT schema_name, table_name, sql FROM duckdb_tables() ORDER BY 1, 2").fetchall()
            for schema, table, sql in tables:
                lines.append(sql)
                found = con.execute(f"FROM {schema}.{table} ORDER BY ALL")
                maps = [str(column[1]).startswith("MAP") for column in found.description or ()]
                for row in found.fetchall():
                    values = (literal(value, is_map=is_map) for value, is_map in zip(row, maps, strict=True))
                    lines.append(f"INSERT INTO {schema}.{table} VALUES ({', '.join(values)});")
            (folder / f"{database}.sql").write_text("\n".join(lines) + "\n", encoding="utf-8")


def restore(folder: Path, store: Path) -> None:
    """Make the databases of a store as they were written."""
    (store / "versions").mkdir(parents=True)
    for name in DATABASES:
        with duckdb.connect(str(store / f"{name}.duckdb")) as con:
            con.execute((folder / f"{name}.sql").read_text(encoding="utf-8"))


def literal(value: object, *, is_map: bool = False) -> str:
    """Return a value as DuckDB reads it in a statement."""
    if value is None:
        return "NULL"
    if isinstance(value, bool | int | float):
        return str(value)
    if isinstance(value, list):
        return f"[{', '.join(map(literal, value))}]"
    if isinstance(value, dict):
        return (
            ("MAP {" if is_map else "{")
            + ", ".join(f"{literal(key)}: {literal(one)}" for key, one in value.items())
            + "}"
        )
    text = value.isoformat(" ") if isinstance(value, datetime.datetime) else str(value)
    return "'" + text.replace("'", "''") + "'"


if __name__ == "__main__":
    dump(Path(sys.argv[1]), Path(sys.argv[2]))
