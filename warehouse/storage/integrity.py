"""Whether the files of a store are whole, and what to do about one that is not.

damage(path)                   what keeps a DuckDB file from being opened, or `None`
damage(path, thorough=True)    the same, after every row of every table was read
remedy(path)                   what to do about a damaged file of a store, by its name
"""

from __future__ import annotations

from pathlib import Path

import duckdb

_OFFLINE: dict[str, str | bool | int | float | list[str]] = {
    "autoinstall_known_extensions": "false",
    "autoload_known_extensions": "false",
}
_TABLES = "SELECT schema_name, table_name FROM duckdb_tables() WHERE NOT internal ORDER BY ALL"
_MARKS = (
    "corrupt database file",
    "could not read enough bytes",
    "not a valid duckdb database",
    "failed to deserialize",
    "failure while replaying wal",
)
"""What DuckDB says of a file that is not as it was written."""
_REMEDIES = {
    "warehouse.duckdb": (
        "put a backup back (dateline backup makes them), or move {folder} away and run again; what is published"
        " can still be read"
    ),
    "timeline.duckdb": (
        "dateline publish --store {folder} makes it anew, dateline rollback --store {folder} goes back to a version"
    ),
    "quality.duckdb": "the next run makes it anew",
    "candidate.duckdb": "the next run makes it anew",
}


def damage(path: Path, *, thorough: bool = False) -> str | None:
    """Return what keeps a DuckDB file from being read, in one line, or `None`.

    Opening finds a file that is empty, torn or no database; only a thorough look finds a block that was overwritten.
    """
    try:
        with duckdb.connect(str(path), read_only=True, config=_OFFLINE) as con:
            tables = con.execute(_TABLES).fetchall()
            if not tables:
                return "it holds no table"
            for schema, table in tables if thorough else ():
                con.execute(f'SELECT count(*), bit_xor(hash(t)) FROM "{schema}"."{table}" AS t').fetchall()
    except duckdb.Error as error:
        return first_line(error)
    return None


def shows_damage(error: BaseException) -> bool:
    """True if an error of DuckDB says that a file is not as it was written."""
    message = str(error).lower()
    return isinstance(error, duckdb.Error) and any(mark in message for mark in _MARKS)


def first_line(error: BaseException) -> str:
    """Return the first line of an error's text."""
    return str(error).partition("\n")[0]


def remedy(path: Path) -> str:
    """Return what to do about a damaged file of a store; "" for a file that is not a store's."""
    if path.parent.name == "versions":
        return f"remove it; dateline versions --store {path.parent.parent} lists the others"
    return _REMEDIES.get(path.name, "").format(folder=path.parent)
