"""Articles become stories: what came, changed or went since the last time is grouped anew from its day on.

    group_stories(con)

The result is that of grouping all articles at once (`transforms.stories.grouping`), since what happens on a day of
publication depends on the days before alone, and what each day changed is kept.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
from duckdb import DuckDBPyConnection

from transforms.ids import story_id
from transforms.rules.versions import stage_version
from transforms.stories.grouping import Articles, Moved, central, fold
from transforms.stories.word_index import Whole, WordColumns
from warehouse.storage.run_log import set_state, state
from warehouse.storage.statements import first_row, stage, statement, transaction
from warehouse.stories.profiles import stage_fresh_profiles

_STEP = {
    "day": pa.date32(),
    "article_id": pa.string(),
    "founder": pa.string(),
    "words": pa.list_(pa.string()),
    "shares": pa.list_(pa.int16()),
    "other_founder": pa.string(),
}


def group_stories(con: DuckDBPyConnection) -> int:
    """Bring the stories up to date, in one transaction; return how many days of publication were grouped anew."""
    with transaction(con):
        return group_within(con)


def group_within(con: DuckDBPyConnection) -> int:
    """Bring the stories up to date in the transaction that is already open."""
    stage_fresh_profiles(con)
    first = _first_change(con)
    con.execute(statement("steps/stories/take_profiles"))
    if first is None:
        return 0
    con.execute("DELETE FROM core.story_step WHERE day >= ?", [first])
    table = con.sql(statement("steps/stories/columns")).to_arrow_table()
    words, articles = _columns(table)
    ids: list[str] = table["article_id"].to_pylist()
    founders = _founders(ids, table["founder"].to_pylist())
    rows: list[dict[str, Any]] = []
    days = 0
    for day, moved in fold(articles, founders):
        days += 1
        rows += [_step(day, m, ids, words) for m in moved]
        founders[[m.article for m in moved]] = [m.founder for m in moved]
    _append(con, "core.story_step", pa.Table.from_pylist(rows, pa.schema(list(_STEP.items()))))
    _name_central(con, articles, founders, ids)
    set_state(con, "stories", stage_version("stories"))
    return days


def _first_change(con: DuckDBPyConnection) -> date | None:
    """Return the first day of publication that must be grouped anew; `None` where nothing has changed."""
    row = first_row(con, statement("steps/stories/first_change"))
    if state(con, "stories") != stage_version("stories"):
        row = first_row(con, "SELECT min(day) FROM (FROM fresh_profile UNION ALL FROM core.story_article)")
    return row[0] if row else None


def _columns(table: pa.Table) -> tuple[Sequence[str], Articles]:
    """Return the words in order, and the articles by column.

    The number of a word is twice its place, and one more where it is a name.
    """
    lists = table["words"].combine_chunks()
    encoded = lists.flatten().dictionary_encode()
    order = np.asarray(pc.sort_indices(encoded.dictionary))
    rank = np.empty(len(order), dtype=np.int64)
    rank[order] = np.arange(len(order))
    named = np.asarray(table["named"].combine_chunks().flatten().to_numpy(zero_copy_only=False), dtype=np.int64)
    numbers = 2 * rank[np.asarray(encoded.indices, dtype=np.int64)] + named
    weights = np.asarray(table["weights"].combine_chunks().flatten(), dtype=np.int64)
    counts = np.asarray(pc.list_value_length(lists), dtype=np.int64)
    ties = np.asarray(table["ties"].combine_chunks().to_numpy(zero_copy_only=False), dtype=np.bool_) & (counts > 0)
    days = tuple(table["day"].to_pylist())
    known: list[str] = encoded.dictionary.take(pa.array(order)).to_pylist()
    return known, Articles(days, ties, WordColumns(counts, numbers, weights))


def _founders(ids: Sequence[str], founders: Sequence[str | None]) -> Whole:
    places = {article_id: at for at, article_id in enumerate(ids)}
    return np.array([-1 if founder is None else places[founder] for founder in founders], dtype=np.int64)


def _step(day: date, moved: Moved, ids: Sequence[str], words: Sequence[str]) -> dict[str, Any]:
    return {
        "day": day,
        "article_id": ids[moved.article],
        "founder": ids[moved.founder],
        "words": [words[number // 2] for number, _ in moved.reasons],
        "shares": [share for _, share in moved.reasons],
        "other_founder": None if moved.other is None else ids[moved.other],
    }


def _name_central(con: DuckDBPyConnection, articles: Articles, founders: Whole, ids: Sequence[str]) -> None:
    """Rewrite core.story: each story of more than one article with its most central one."""
    found = [
        {"founder": ids[group], "story_id": story_id(ids[group]), "central_article_id": ids[at]}
        for group, at in central(articles, founders)
    ]
    con.execute("TRUNCATE core.story")
    schema = pa.schema([(name, pa.string()) for name in ("founder", "story_id", "central_article_id")])
    _append(con, "core.story", pa.Table.from_pylist(found, schema))


def _append(con: DuckDBPyConnection, table: str, rows: pa.Table) -> None:
    stage(con, "grouped", rows)
    con.execute(f"INSERT INTO {table} BY NAME FROM grouped")
