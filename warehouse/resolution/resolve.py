"""Mentions become events: what was touched since the last time is merged anew, and nothing else.

    resolved = resolve(con)

Three things are kept, each with what it depends on.  The weight of a pair of mentions depends on the two
(`warehouse.resolution.pair_weights`).  Which mentions make an event depends on the groups around them
(`warehouse.resolution.regroup`).  What relations leave of an event's bounds depends on the events that relations tie to
it.  So new mentions are compared with their neighbours alone, only the groups that they reach are made anew, and only
the networks of the events made are narrowed anew; the result is what `transforms.coreference.resolve.merge` gives for
everything.
"""

from __future__ import annotations

from dataclasses import dataclass

import pyarrow as pa
from duckdb import DuckDBPyConnection

from transforms.coreference.clustering import no_cycles
from transforms.coreference.constraint_network import Told
from transforms.coreference.narrowing import Standing, narrow
from transforms.coreference.resolve import Gathered, gather
from transforms.model import Bounds
from warehouse.intake.annotation_rows import Row
from warehouse.intake.annotations import append
from warehouse.resolution.batches import batches, in_order, weights
from warehouse.resolution.event_rows import event_rows, narrowed_rows
from warehouse.resolution.furniture import set_apart
from warehouse.resolution.pair_weights import Profiles, change_pairs
from warehouse.resolution.regroup import regroup
from warehouse.storage.statements import first_row, stage, statement


@dataclass(frozen=True, slots=True)
class Resolved:
    """How much was merged anew."""

    mentions: int
    events: int


def resolve(con: DuckDBPyConnection) -> Resolved:
    """Merge again what was touched since the last time, in one transaction."""
    con.begin()
    try:
        resolved = resolve_within(con)
        con.commit()
    except BaseException:
        con.rollback()
        raise
    return resolved


def resolve_within(con: DuckDBPyConnection) -> Resolved:
    """The same, in the transaction that is open."""
    if not first_row(con, statement("steps/touched")):
        return Resolved(0, 0)
    set_apart(con)
    profiles = Profiles(con)
    change_pairs(con, profiles)
    regroup(con, profiles)
    con.execute(statement("steps/event_stale"))
    con.execute(statement("steps/event_clear"))
    founders = dict(con.execute("SELECT number, founder FROM stale_member").fetchall())
    events = 0
    for batch in batches(founders, con.sql("SELECT one, other FROM stale_link").to_arrow_table()):
        gathered = _gathered(con, profiles, {number: founders[number] for part in batch for number in part})
        _append(con, event_rows(gathered))
        events += len(gathered.events)
    _narrow(con)
    con.execute(statement("steps/merged"))
    return Resolved(len(founders), events)


def _gathered(con: DuckDBPyConnection, profiles: Profiles, founders: dict[int, int]) -> Gathered:
    """The events of some mentions, given with the founders of their groups."""
    of = profiles.of(founders)
    ordered = in_order(founders, of)
    at = {number: i for i, number in enumerate(ordered)}
    groups: dict[int, list[int]] = {}
    for number in ordered:
        groups.setdefault(founders[number], []).append(number)
    with no_cycles():
        places = [[at[number] for number in group] for group in groups.values()]
        return gather([of[number] for number in ordered], places, weights(con, groups.values(), at))


def _narrow(con: DuckDBPyConnection) -> None:
    """Narrow anew the events made and those that relations tie to them."""
    con.execute(statement("steps/event_relate"))
    while (row := first_row(con, "SELECT count(*) FROM frontier")) and row[0]:
        con.execute(statement("steps/network_grow"))
    found = con.execute(statement("steps/network_events")).fetchall()
    events = {
        event_id: Standing(kind, approximate, Bounds(*days[:2]), Bounds(*days[2:]), passes)
        for event_id, kind, approximate, *days, passes in found
    }
    told = [Told(*row) for row in con.execute(statement("steps/network_relations")).fetchall()]
    narrowed, unheld = narrow(events, told)
    names = ("event_id", "relation", "other_event_id", "mention_id", "rule_id")
    rows = [(t.first, t.relation, t.second, t.mention_id, t.rule_id) for t in unheld]
    stage(con, "unheld", pa.table({n: pa.array([row[i] for row in rows], pa.string()) for i, n in enumerate(names)}))
    con.execute(statement("steps/network_clear"))
    _append(con, narrowed_rows(narrowed, unheld))


def _append(con: DuckDBPyConnection, rows: dict[str, list[Row]]) -> None:
    for table, found in rows.items():
        append(con, f"core.{table}", found)
