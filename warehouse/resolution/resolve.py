"""Mentions become events: what was touched since the last time is merged anew, and nothing else.

    resolved = resolve(con)

Three things are kept, each with what it depends on.  What an article tells of a happening depends on the article.  The
weight of a pair of happenings depends on the two (`warehouse.resolution.pair_weights`).  Which happenings make an event
depends on the groups around them (`warehouse.resolution.regroup`).  So what new articles tell is compared with its
neighbours alone, and only the groups that it reaches are made anew; the result is what
`transforms.coreference.resolve.merge` gives for everything.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from duckdb import DuckDBPyConnection

from transforms.coreference.clustering import no_cycles
from transforms.coreference.codec import loads, salient_loads
from transforms.coreference.resolve import Gathered, gather
from transforms.rules.versions import stage_version
from warehouse.intake.annotations import append, append_happenings
from warehouse.intake.value_columns import Row
from warehouse.resolution.batches import batches, in_order, weights
from warehouse.resolution.decided import link, take_ties
from warehouse.resolution.event_rows import event_rows
from warehouse.resolution.furniture import set_apart
from warehouse.resolution.pair_weights import Happenings, change_pairs
from warehouse.resolution.regroup import regroup
from warehouse.storage.run_log import set_state, state
from warehouse.storage.statements import first_row, statement, transaction


@dataclass(frozen=True, slots=True)
class Resolved:
    """How much was merged anew."""

    mentions: int
    events: int


def resolve(con: DuckDBPyConnection) -> Resolved:
    """Merge again what was touched since the last time, in one transaction."""
    with transaction(con):
        return resolve_within(con)


def resolve_within(con: DuckDBPyConnection) -> Resolved:
    """Resolve in the transaction that is already open."""
    _loosen_where_scored_otherwise(con)
    decided = take_ties(con)
    if not decided.changed and not first_row(con, statement("steps/resolution/touched")):
        return Resolved(0, 0)
    set_apart(con)
    _renew(con, decided.apart)
    happenings = Happenings(con)
    change_pairs(con, happenings)
    link(con, decided.ties)
    regroup(con, happenings)
    con.execute(statement("steps/resolution/event_stale"))
    con.execute(statement("steps/resolution/event_clear"))
    founders = dict(con.execute("SELECT number, founder FROM stale_happening").fetchall())
    mentions = events = 0
    for batch in batches(
        founders, con.sql("SELECT number AS one, founder AS other FROM stale_happening").to_arrow_table()
    ):
        gathered = _gathered(con, happenings, {number: founders[number] for part in batch for number in part})
        _append(con, event_rows(gathered))
        events += len(gathered.events)
        mentions += sum(len(event.mention_ids) for event in gathered.events)
    con.execute(statement("steps/resolution/event_relate"))
    con.execute(statement("steps/resolution/merged"))
    return Resolved(mentions, events)


def scored_otherwise(con: DuckDBPyConnection) -> bool:
    """True if mentions were last merged by other rules or other code than today's."""
    return state(con, "scoring") != stage_version("scoring")


def _loosen_where_scored_otherwise(con: DuckDBPyConnection) -> None:
    """Merge everything anew where merging itself has changed; no article is annotated again for it."""
    if scored_otherwise(con):
        if first_row(con, "SELECT 1 FROM core.happening WHERE state = 'held' LIMIT 1"):
            con.execute(statement("steps/resolution/loosen_all"))
        set_state(con, "scoring", stage_version("scoring"))


def _renew(con: DuckDBPyConnection, apart: Collection[frozenset[str]]) -> None:
    """Rebuild the happenings of articles whose mentions came or went."""
    con.execute(statement("steps/resolution/loosen"))
    rows = con.execute(statement("steps/resolution/loosened_mentions")).fetchall()
    if rows:
        append_happenings(con, [loads(features, salient_loads(salient)) for features, salient in rows], apart)
    con.execute("TRUNCATE core.loosened_article")


def _gathered(con: DuckDBPyConnection, happenings: Happenings, founders: dict[int, int]) -> Gathered:
    """Return the events of some happenings, given with the founders of their groups."""
    of = happenings.of(founders)
    ordered = in_order(founders, of)
    at = {number: i for i, number in enumerate(ordered)}
    groups: dict[int, list[int]] = {}
    for number in ordered:
        groups.setdefault(founders[number], []).append(number)
    with no_cycles():
        places = [[at[number] for number in group] for group in groups.values()]
        return gather([of[number] for number in ordered], places, weights(con, groups.values(), at))


def _append(con: DuckDBPyConnection, rows: dict[str, list[Row]]) -> None:
    for table, found in rows.items():
        append(con, f"core.{table}", found)
