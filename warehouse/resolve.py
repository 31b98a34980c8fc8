"""Mentions become events: what was touched since the last time is merged anew, and nothing else.

    resolved = resolve(con)

Three things are kept, each with what it depends on.  The weight of a pair of mentions depends on the two
(`warehouse.pairing`).  Which mentions make an event depends on the part that pairs of positive weight tie together
around them.  What relations leave of an event's bounds depends on the events that relations tie to it.  So new mentions
are compared with their neighbours alone, only the parts they belong to are merged anew, and only the networks of the
events made are narrowed anew; the result is what `transforms.merge.merge` gives for everything.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import pyarrow as pa
from duckdb import DuckDBPyConnection

from transforms.clusters import no_cycles
from transforms.event_facts import order
from transforms.merge import Gathered, gather
from transforms.model import Bounds
from transforms.narrowing import Standing, narrow
from transforms.network import Told
from warehouse.event_rows import event_rows, narrowed_rows
from warehouse.load import append
from warehouse.pairing import Profiles, change_pairs
from warehouse.rows import Row
from warehouse.statements import first_row, stage, statement

BATCH = 5_000
"""Mentions that are merged in one go, at least; a part is never cut."""


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
    profiles = Profiles(con)
    change_pairs(con, profiles)
    con.execute(statement("steps/part_stale"))
    parts = _parts(con)
    con.execute(statement("steps/event_clear"))
    mentions = events = 0
    for batch in _batches(parts):
        gathered = _gathered(con, profiles, batch)
        _append(con, event_rows(gathered))
        mentions += sum(map(len, batch))
        events += len(gathered.events)
    _narrow(con)
    con.execute(statement("steps/merged"))
    return Resolved(mentions, events)


def _parts(con: DuckDBPyConnection) -> list[list[int]]:
    """The numbers of the mentions to merge, by the parts that they are tied into; the store is told of the parts."""
    numbers = [row[0] for row in con.execute("SELECT number FROM stale_member ORDER BY number").fetchall()]
    first = {number: number for number in numbers}

    def root(n: int) -> int:
        while first[n] != n:
            first[n] = first[first[n]]
            n = first[n]
        return n

    links = con.sql("SELECT one, other FROM part_link").to_arrow_table()
    for one, other in zip(links["one"].to_pylist(), links["other"].to_pylist(), strict=True):
        a, b = root(one), root(other)
        first[max(a, b)] = min(a, b)
    parts: dict[int, list[int]] = {}
    for number in numbers:
        parts.setdefault(root(number), []).append(number)
    labels = [(number, part) for part, members in parts.items() for number in members]
    _stage_parts(con, "labelled", labels)
    con.execute(statement("steps/part_label"))
    return list(parts.values())


def _stage_parts(con: DuckDBPyConnection, name: str, labels: Sequence[tuple[int, int]]) -> None:
    numbers = pa.array([number for number, _ in labels], pa.int32())
    stage(con, name, pa.table({"number": numbers, "part": pa.array([part for _, part in labels], pa.int32())}))


def _batches(parts: Sequence[list[int]]) -> Iterator[list[list[int]]]:
    """Parts, small ones together."""
    batch: list[list[int]] = []
    size = 0
    for part in parts:
        batch.append(part)
        size += len(part)
        if size >= BATCH:
            yield batch
            batch, size = [], 0
    if batch:
        yield batch


def _gathered(con: DuckDBPyConnection, profiles: Profiles, batch: Sequence[list[int]]) -> Gathered:
    """The events of some parts."""
    _stage_parts(con, "batch", [(number, nth) for nth, part in enumerate(batch) for number in part])
    of = profiles.of(number for part in batch for number in part)
    ordered = sorted((number for part in batch for number in part), key=lambda number: order(of[number].mention))
    at = {number: i for i, number in enumerate(ordered)}
    pairs = con.sql(statement("steps/part_pairs")).to_arrow_table()
    with no_cycles():
        told = zip(pairs["one"].to_pylist(), pairs["other"].to_pylist(), pairs["weight"].to_pylist(), strict=True)
        ends = ((at[one], at[other], weight) for one, other, weight in told)
        weights = {(i, j) if i < j else (j, i): weight for i, j, weight in ends}
        return gather([of[number] for number in ordered], weights)


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
