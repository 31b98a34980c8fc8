"""Tables of events for other tools: CSV, JSON, JSON lines and Parquet, with the timeline's filters.

    count = export(con, Filters(), "csv", path)

Every format has the columns of `event` and `certainty`.  JSON, JSON lines and Parquet keep `told_in`, the mentions with
their articles, as a list; CSV, which has no lists, joins lists with "; " and gives the quotes, articles and addresses.

Characters that turn text round or order a terminal about are taken out of CSV, which people open, written as escapes in
JSON, and left in Parquet, which programs read.
"""

from __future__ import annotations

import csv
import json
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime
from itertools import islice
from pathlib import Path
from typing import Any, TextIO

from duckdb import DuckDBPyConnection

from transforms.writers.wording.sanitize import escaped, inert
from warehouse.access.filters import Filters
from warehouse.access.timeline import event_columns, find_events
from warehouse.storage.files import replace_file

TEXTS = ("csv", "json", "jsonl")
"""Of the tables that an export can be, those that are text."""
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "|", "%")
_FROM_MENTIONS = ("quotes", "article_ids", "urls")
_BATCH = 10_000
Row = dict[str, Any]


def export(con: DuckDBPyConnection, filters: Filters, form: str, path: Path) -> int:
    """Write the events that the filters show; gives how many.  The file appears whole or not at all.

    Raises:
        ValueError: where the format is not one of `TEXTS`, or parquet.
        OSError: where the file cannot be written.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    working = path.with_name(path.name + ".new")
    columns = event_columns(con)
    rows = find_events(con, filters)
    try:
        if form == "parquet":
            count = _write_parquet(con, rows, working)
        else:
            with working.open("w", encoding="utf-8", newline="") as file:
                count = write_text(rows, form, file, columns)
        replace_file(working, path)
    finally:
        working.unlink(missing_ok=True)
    return count


def write_text(rows: Iterable[Row], form: str, file: TextIO, columns: Sequence[str]) -> int:
    """Write rows of `find_events` as csv, json or jsonl to an open file; gives how many.

    `columns` are those of `event_columns`: a CSV has its header even where there is no row.

    Raises:
        ValueError: where the format is not one of these.
    """
    if form == "csv":
        return _write_csv(rows, file, columns)
    if form == "json":
        return _write_json(rows, file)
    if form == "jsonl":
        count = 0
        for count, row in enumerate(rows, 1):  # noqa: B007 - the last number is the count
            file.write(_json(row) + "\n")
        return count
    raise ValueError(f"{form!r} is not one of {', '.join(TEXTS)}")


def no_formula(text: str) -> str:
    """Return text that a spreadsheet takes for text: an apostrophe goes before what would begin a formula."""
    return "'" + text if text.startswith(_FORMULA) else text


def _write_csv(rows: Iterable[Row], file: TextIO, columns: Sequence[str]) -> int:
    writer = csv.DictWriter(file, fieldnames=[*columns, *_FROM_MENTIONS])
    writer.writeheader()
    count = 0
    for row in rows:
        writer.writerow({name: _cell(value) for name, value in _flat(row).items()})
        count += 1
    return count


def _flat(row: Row) -> Row:
    mentions = row["told_in"]
    listed = (
        [m["sentence"] for m in mentions],
        list(dict.fromkeys(m["article_id"] for m in mentions)),
        list(dict.fromkeys(m["url"] for m in mentions if m["url"])),
    )
    return {name: value for name, value in row.items() if name != "told_in"} | dict(
        zip(_FROM_MENTIONS, listed, strict=True)
    )


def _cell(value: Any) -> Any:
    if isinstance(value, list):
        value = "; ".join(map(str, value))
    if isinstance(value, str):
        return no_formula(inert(value))
    if isinstance(value, bool):
        return str(value).lower()
    return value


def _write_json(rows: Iterable[Row], file: TextIO) -> int:
    count = 0
    file.write("[")
    for count, row in enumerate(rows, 1):
        file.write(("," if count > 1 else "") + "\n" + _json(row))
    file.write("\n]\n" if count else "]\n")
    return count


def _json(row: Row) -> str:
    return escaped(json.dumps(row, ensure_ascii=False, default=_plain))


def _plain(value: object) -> str:
    if isinstance(value, (date, datetime)):
        return value.isoformat()
    raise TypeError(f"{type(value).__name__} has no JSON form")


def _write_parquet(con: DuckDBPyConnection, rows: Iterator[Row], path: Path) -> int:
    import pyarrow as pa
    import pyarrow.parquet as pq

    schema = _schema(con.cursor())
    count = 0
    with pq.ParquetWriter(path, schema) as writer:
        while batch := list(islice(rows, _BATCH)):
            writer.write_table(pa.Table.from_pylist(batch, schema=schema))
            count += len(batch)
    return count


def _schema(con: DuckDBPyConnection) -> Any:
    import pyarrow as pa

    with con:
        event = con.sql("SELECT * FROM event LIMIT 0").to_arrow_table().schema
    text = {n: pa.string() for n in ("mention_id", "article_id", "site")}
    more = {n: pa.string() for n in ("url", "article_title", "sentence", "trigger", "modality", "speaker")}
    mention = pa.struct([*text.items(), ("article_published", pa.date32()), *more.items()])
    return pa.schema([*event, ("certainty", pa.string()), ("told_in", pa.list_(mention))])
