"""A digest of the published timeline: the days that matter, each with the sentences that say it best.

for day in digest(con, DigestFilters(days=10)): day.day, day.headline, day.lines
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, fields
from datetime import date

import pyarrow as pa
from duckdb import DuckDBPyConnection

from transforms.selection.digest import DayEvidence, Line, choose_days, choose_lines, story_words
from transforms.text_kind.chronology import Dated, parts
from transforms.writers.digest_file import DigestDay, DigestLine
from transforms.writers.wording.sanitize import safe_link
from warehouse.storage.statements import dict_rows, stage, statement

_EVIDENCE = ", ".join(field.name for field in fields(DayEvidence))
_LINE = ", ".join(field.name for field in fields(Line))
_PART = {"article_id": pa.string(), "day": pa.date32(), "char_start": pa.int32(), "char_end": pa.int32()}
MORE = 3
"""Days considered beyond those asked for, since a day without a fitting sentence is left out."""


@dataclass(frozen=True, slots=True)
class DigestFilters:
    """How many days, how many sentences each, at most how many words a day; from when to when, both inclusive."""

    days: int = 10
    per_day: int = 1
    words: int | None = None
    begin: date | None = None
    end: date | None = None


def digest(con: DuckDBPyConnection, filters: DigestFilters) -> list[DigestDay]:
    """Return the days, by date."""
    con.execute("SET VARIABLE first_day = ?", [filters.begin])
    con.execute("SET VARIABLE last_day = ?", [filters.end])
    _find_chronologies(con)
    rows = con.execute(f"SELECT {_EVIDENCE} FROM ({statement('steps/access/digest_days')})").fetchall()
    ranked = choose_days([DayEvidence(*row) for row in rows], filters.days * MORE)
    stage(con, "digest_day", pa.table({"day": pa.array([d.day for d in ranked], pa.date32())}))
    lines = [
        Line(*row) for row in con.execute(f"SELECT {_LINE} FROM ({statement('steps/access/digest_lines')})").fetchall()
    ]
    of: dict[date, list[Line]] = defaultdict(list)
    for line in lines:
        of[line.day].append(line)
    about = story_words(lines)
    chosen: dict[date, list[Line]] = {}
    for day in ranked:
        if len(chosen) < filters.days and (best := choose_lines(of[day.day], about, filters.per_day, filters.words)):
            chosen[day.day] = best
    return _sourced(con, chosen)


def _find_chronologies(con: DuckDBPyConnection) -> None:
    """Fill the temp table chronology_part with the parts of the pages that are chronologies."""
    texts = dict(con.execute("SELECT article_id, text FROM article WHERE kind = 'chronology'").fetchall())
    days: dict[str, list[Dated]] = defaultdict(list)
    for article_id, start, end, day in con.execute(statement("steps/access/chronology_days")).fetchall():
        days[article_id].append(Dated(start, end, day))
    found = [(a, p.day, p.body, p.end) for a, text in sorted(texts.items()) for p in parts(text, days[a])]
    columns = {n: pa.array([row[i] for row in found], kind) for i, (n, kind) in enumerate(_PART.items())}
    stage(con, "chronology_part", pa.table(columns))


def _sourced(con: DuckDBPyConnection, chosen: dict[date, list[Line]]) -> list[DigestDay]:
    ids = [line.mention_id for lines in chosen.values() for line in lines]
    stage(con, "digest_line", pa.table({"mention_id": pa.array(ids, pa.string())}))
    sources = {row["mention_id"]: row for row in dict_rows(con.execute(statement("steps/access/digest_sources")))}
    for source in sources.values():
        source["url"] = safe_link(source["url"])
    titles = dict(con.execute(statement("steps/access/digest_titles")).fetchall())
    return [
        DigestDay(day, titles.get(day), tuple(DigestLine(line.text, **sources[line.mention_id]) for line in lines))
        for day, lines in sorted(chosen.items())
    ]
