"""Rows for people and for programs: a table, CSV, JSON, JSON lines or Parquet on standard output or in a file.

Articles are hostile: what reaches a terminal has lost its control characters and the marks that turn text round.
"""

from __future__ import annotations

import csv
import json
import shutil
import sys
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime
from pathlib import Path
from typing import IO, Any, Final

from transforms.writers.wording.sanitize import escaped, inert, one_line
from transforms.writers.writer import TABLES

FORMATS: Final = ("table", *TABLES)
"""How rows are written: for a terminal, or in one of the formats that an export's tables have."""
_FORMULA: Final = ("=", "+", "-", "@", "\t", "\r")

_WORD: Final = 24
"""Columns that a word is given before it is broken."""

Row = Sequence[Any]


def cell(value: object) -> str:
    """Return a value as text on one line."""
    if value is None:
        return ""
    if isinstance(value, list | tuple):
        return ", ".join(cell(item) for item in value)
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, datetime):
        return value.isoformat(" ", "seconds")
    return one_line(str(value))


def width(text: str) -> int:
    """Return the number of columns that the text takes on a terminal."""
    return sum(0 if unicodedata.combining(c) else 2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in text)


def write_rows(form: str, columns: Sequence[str], rows: Iterable[Row], output: Path | None = None) -> None:
    """Write rows in one of `FORMATS`, to standard output where no file is named.

    Raises:
        OSError: where the file cannot be written.
    """
    if form == "parquet":
        _parquet(columns, rows, output)
    elif output:
        part = output.with_name(f".{output.name}.part")
        with part.open("w", encoding="utf-8", newline="") as file:
            _write(form, columns, rows, file)
        part.replace(output)
    else:
        _write(form, columns, rows, sys.stdout)


def _write(form: str, columns: Sequence[str], rows: Iterable[Row], file: IO[str]) -> None:
    if form == "csv":
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(columns)
        writer.writerows([_csv_cell(value) for value in row] for row in rows)
    elif form == "jsonl":
        for row in rows:
            file.write(_json(dict(zip(columns, row, strict=True))) + "\n")
    elif form == "json":
        file.write("[")
        for nth, row in enumerate(rows):
            file.write((",\n " if nth else "\n ") + _json(dict(zip(columns, row, strict=True))))
        file.write("\n]\n")
    else:
        limit = shutil.get_terminal_size().columns if file.isatty() else None
        for line in table_lines(columns, [list(map(cell, row)) for row in rows], limit):
            file.write(line + "\n")


def _json(value: object) -> str:
    return escaped(json.dumps(value, ensure_ascii=False, default=_plain))


def _plain(value: object) -> object:
    return value.isoformat() if isinstance(value, date | datetime) else str(value)


def _csv_cell(value: object) -> object:
    """Return a value that no spreadsheet reads as a formula and no terminal as a control sequence."""
    if isinstance(value, list | tuple | dict):
        value = _json(value)
    if isinstance(value, str):
        value = inert(value)
        return "'" + value if value.startswith(_FORMULA) else value
    return value


def table_lines(columns: Sequence[str], rows: Sequence[Sequence[str]], limit: int | None = None) -> Iterator[str]:
    """Return a table as plain text within `limit` columns, wrapping the widest cells, else as wide as it needs.

    Where not even that makes it fit, row by row with a line for each value, as `psql` does with wide rows.
    """
    widths = [max([width(head), *(width(row[i]) for row in rows)]) for i, head in enumerate(columns)]
    if limit and sum(widths) + 2 * (len(widths) - 1) > limit:
        least = [max(map(_longest_word, [head, *(row[i] for row in rows)])) for i, head in enumerate(columns)]
        if sum(least) + 2 * (len(least) - 1) > limit:
            yield from _records(columns, rows, limit)
            return
        while sum(widths) + 2 * (len(widths) - 1) > limit:
            spare = [now - must for now, must in zip(widths, least, strict=True)]
            widths[max(range(len(widths)), key=lambda i: (spare[i] > 0, widths[i]))] -= 1
    for row in [columns, ["-" * w for w in widths], *rows]:
        wrapped = [_wrapped(text, w, limit is not None) for text, w in zip(row, widths, strict=True)]
        for nth in range(max(map(len, wrapped), default=0)):
            parts = [
                _padded(piece[nth] if nth < len(piece) else "", w) for piece, w in zip(wrapped, widths, strict=True)
            ]
            yield "  ".join(parts).rstrip()


def _longest_word(text: str) -> int:
    """Return the width of the longest word; one that is very long may be broken."""
    return min(_WORD, max(map(width, text.split()), default=0))


def _records(columns: Sequence[str], rows: Sequence[Sequence[str]], limit: int) -> Iterator[str]:
    """Return each row as lines of a name and its value; missing values are left out."""
    left = max(map(width, columns))
    for nth, row in enumerate(rows):
        if nth:
            yield ""
        for head, text in zip(columns, row, strict=True):
            for i, piece in enumerate(wrapped(text, max(_WORD, limit - left - 2)) if text else ()):
                yield f"{_padded('' if i else head, left)}  {piece}".rstrip()


def _wrapped(text: str, columns: int, wrap: bool) -> list[str]:
    return wrapped(text, columns) if wrap else [text]


def wrapped(text: str, columns: int) -> list[str]:
    """Return the text in lines at most `columns` wide, broken between words, or within a word that is wider."""
    made = [""]
    for word in text.split():
        parted = list(_parts(word, columns))
        joined = f"{made[-1]} {parted[0]}".strip()
        if width(joined) <= columns:
            made[-1] = joined
        else:
            made.append(parted[0])
        made += parted[1:]
    return made


def _parts(word: str, columns: int) -> Iterator[str]:
    part = ""
    for letter in word:
        if part and width(part + letter) > columns:
            yield part
            part = ""
        part += letter
    yield part


def _padded(text: str, columns: int) -> str:
    return text + " " * (columns - width(text))


def _parquet(columns: Sequence[str], rows: Iterable[Row], output: Path | None) -> None:
    import pyarrow as arrow
    from pyarrow import parquet

    taken = list(rows)
    table = arrow.table({name: [row[i] for row in taken] for i, name in enumerate(columns)})
    if output:
        part = output.with_name(f".{output.name}.part")
        parquet.write_table(table, part)
        part.replace(output)
    else:
        parquet.write_table(table, sys.stdout.buffer)
