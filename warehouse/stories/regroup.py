"""Articles become stories: what came, changed or went since the last time is grouped anew, and what that reaches.

    group_stories(con)

The result is that of grouping all articles at once (`transforms.stories.grouping`).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import takewhile

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
from duckdb import DuckDBPyConnection

from transforms.ids import story_id
from transforms.rules.versions import stage_version
from transforms.stories.grouping import group
from transforms.stories.reasons import central, reasons
from transforms.stories.values import Articles, Earlier, Grouped, Joined
from transforms.stories.word_index import Whole, WordColumns, WordIndex
from warehouse.intake.annotations import as_columns
from warehouse.intake.value_columns import Row
from warehouse.storage.run_log import set_state, state
from warehouse.storage.statements import first_row, stage, statement, transaction
from warehouse.stories.profiles import stage_fresh_profiles


@dataclass(frozen=True, slots=True)
class _Stored:
    """The articles of the store, each known by its place, and where each stands so far."""

    ids: Sequence[str]
    articles: Articles
    words: Sequence[str]
    """The number of a word is twice its place here, and one more where it is a name."""
    founders: Sequence[str | None]
    earlier: Earlier


def group_stories(con: DuckDBPyConnection) -> int:
    """Bring the stories up to date, in one transaction; return how many of their articles were compared anew."""
    with transaction(con):
        return group_within(con)


def group_within(con: DuckDBPyConnection) -> int:
    """Bring the stories up to date in the transaction that is already open."""
    stage_fresh_profiles(con)
    if state(con, "stories") != stage_version("stories"):
        con.execute("TRUNCATE core.story_place; TRUNCATE core.story_join; TRUNCATE core.story")
    con.execute(statement("steps/stories/changed_articles"))
    con.execute(statement("steps/stories/take_profiles"))
    set_state(con, "stories", stage_version("stories"))
    if not first_row(con, "SELECT 1 FROM changed_article LIMIT 1"):
        return 0
    stored = _stored(con)
    grouped = group(stored.articles, stored.earlier)
    return _take(con, stored, grouped)


def _stored(con: DuckDBPyConnection) -> _Stored:
    table = con.sql(statement("steps/stories/columns")).to_arrow_table()
    ids: list[str] = table["article_id"].to_pylist()
    places = {article_id: at for at, article_id in enumerate(ids)}
    joins = con.execute("SELECT day, founder, other_founder, product FROM core.story_join ORDER BY nth").fetchall()
    fresh = frozenset(np.flatnonzero(table["fresh"].to_numpy()).tolist())
    others = [None if other is None else places.get(other, -1) for other in table["other_founder"].to_pylist()]
    earlier = Earlier(
        [Joined(day, places.get(one, -1), places.get(other, -1), product) for day, one, other, product in joins],
        {at: other for at, other in enumerate(others) if at not in fresh},
        fresh,
    )
    words, articles = _columns(table)
    return _Stored(ids, articles, words, table["founder"].to_pylist(), earlier)


def _columns(table: pa.Table) -> tuple[Sequence[str], Articles]:
    """Return the words in order, and the articles by column."""
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
    return known, Articles(days, ties, WordIndex(WordColumns(counts, numbers, weights)))


def _take(con: DuckDBPyConnection, stored: _Stored, grouped: Grouped) -> int:
    """Write what is other than it was; return how many articles stand in a story that may be another."""
    founders = [stored.ids[at] for at in grouped.founders.tolist()]
    moved = {at for at, founder in enumerate(founders) if founder != stored.founders[at]}
    gone = con.execute("SELECT DISTINCT founder FROM core.story_place ANTI JOIN core.article USING (article_id)")
    regrouped = {stored.ids[at] for at in grouped.changed} | {founders[at] for at in moved}
    regrouped |= {before for at in moved if (before := stored.founders[at])} | {row[0] for row in gone.fetchall()}
    groups = [members for members in _groups(grouped.founders) if founders[int(members[0])] in regrouped]
    others = {at: o for at, o in grouped.others.items() if at in moved or o != stored.earlier.others.get(at)}
    stage(con, "regrouped", pa.table({"founder": pa.array(sorted(regrouped), pa.string())}))
    places = [row for members in groups for row in _places(stored, grouped, members)]
    stage(con, "new_place", as_columns(con, "core.story_place", places))
    stage(con, "new_other", as_columns(con, "core.story_place", [_other(stored.ids, *o) for o in others.items()]))
    stage(con, "new_story", as_columns(con, "core.story", list(_stories(stored, grouped, groups))))
    stage(con, "new_join", as_columns(con, "core.story_join", _new_joins(con, stored, grouped)))
    con.execute(statement("steps/stories/take_places"))
    return len(places)


def _groups(founders: Whole) -> list[Whole]:
    """Return the articles of each group."""
    order = np.argsort(founders, kind="stable")
    starts = np.flatnonzero(np.diff(founders[order], prepend=-1))
    return np.split(order, starts[1:])


def _places(stored: _Stored, grouped: Grouped, members: Whole) -> Iterator[Row]:
    founder = stored.ids[int(grouped.founders[members[0]])]
    for at, tying in reasons(stored.articles, members).items():
        yield _other(stored.ids, at, grouped.others[at]) | {
            "founder": founder,
            "words": [stored.words[number // 2] for number, _ in tying],
            "kinds": ["name" if number % 2 else "word" for number, _ in tying],
            "shares": [share for _, share in tying],
        }


def _other(ids: Sequence[str], at: int, other: int | None) -> Row:
    return {"article_id": ids[at], "other_founder": None if other is None else ids[other]}


def _stories(stored: _Stored, grouped: Grouped, groups: Sequence[Whole]) -> Iterator[Row]:
    """Yield each story of more than one article with its most central one."""
    for members in groups:
        if len(members) > 1:
            founder = stored.ids[int(grouped.founders[members[0]])]
            centre = stored.ids[central(stored.articles, members)]
            yield {"founder": founder, "story_id": story_id(founder), "central_article_id": centre}


def _new_joins(con: DuckDBPyConnection, stored: _Stored, grouped: Grouped) -> list[Row]:
    """Return the joins from the first on that is other than it was."""
    same = sum(
        1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(stored.earlier.joins, grouped.joins, strict=False))
    )
    con.execute("SET VARIABLE first_new_join = ?", [same])
    return [
        {
            "nth": nth,
            "day": join.day,
            "founder": stored.ids[join.one],
            "other_founder": stored.ids[join.other],
            "product": join.product,
        }
        for nth, join in enumerate(grouped.joins[same:], start=same)
    ]
