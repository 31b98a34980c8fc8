"""Which pairs of mentions are compared, kept with their weights: only what is new is compared and weighed.

    with steps/pair_changes and steps/pair_apply in SQL
    profiles = Profiles(con)
    weigh_fresh(con, profiles)

Whether two mentions are compared changes with what comes to their blocks or goes; what a pair weighs never does.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

import pyarrow as pa
from duckdb import DuckDBPyConnection

from transforms.clusters import Scales, no_cycles
from transforms.compared import LARGE_BLOCK, REACH
from transforms.event_facts import order
from transforms.merge_input import loads
from transforms.pairs import Profile, profile
from warehouse.statements import stage, statement

PAIRS = 100_000
"""Pairs that are weighed in one go."""
HELD = 30_000
"""Profiles that are held at most before a batch adds to them: memory must not grow with the store."""


class Profiles:
    """Mentions made ready for comparing, by number, taken out of the store as they are wanted."""

    def __init__(self, con: DuckDBPyConnection) -> None:
        """Hold none yet."""
        self._con = con
        self._held: dict[int, Profile] = {}

    def of(self, numbers: Iterable[int]) -> dict[int, Profile]:
        """The profiles of some mentions, with others that were wanted before."""
        if len(self._held) > HELD:
            self._held = {}
        missing = sorted(set(numbers) - self._held.keys())
        if missing:
            stage(self._con, "wanted", pa.table({"number": pa.array(missing, pa.int32())}))
            rows = self._con.execute(statement("steps/pair_told")).fetchall()
            self._held |= {number: profile(replace(loads(told), copy_group=group)) for number, told, group in rows}
        return self._held


def change_pairs(con: DuckDBPyConnection, profiles: Profiles) -> None:
    """Bring core.mention_pair up to date with core.mention_block, in the transaction that is open."""
    con.execute("SET VARIABLE large_block = ?", [LARGE_BLOCK])
    con.execute("SET VARIABLE reach = ?", [REACH])
    con.execute(statement("steps/pair_changes"))
    con.execute(statement("steps/pair_apply"))
    for weighed in list(_weighed(con, profiles)):
        con.register("arriving", weighed)
        con.execute("INSERT INTO core.mention_pair BY NAME FROM arriving")
        con.unregister("arriving")


def _weighed(con: DuckDBPyConnection, profiles: Profiles) -> Iterator[pa.Table]:
    """The new pairs with their weights, batch by batch."""
    # In order of the later number: the mentions of one article together, whose neighbours are much the same.
    fresh = con.sql("SELECT one, other, ties FROM fresh_pair ORDER BY other, one").to_arrow_table()
    for start in range(0, fresh.num_rows, PAIRS):
        batch = fresh.slice(start, PAIRS)
        pairs = list(zip(batch["one"].to_pylist(), batch["other"].to_pylist(), strict=True))
        of = profiles.of(number for pair in pairs for number in pair)
        with no_cycles():
            weights = list(_weights(of, pairs))
        yield batch.append_column("weight", pa.array(weights, pa.float64()))


def _weights(of: dict[int, Profile], pairs: list[tuple[int, int]]) -> Iterator[float]:
    scales = Scales()
    place = {number: order(of[number].mention) for number in {n for pair in pairs for n in pair}}
    for one, other in pairs:
        earlier, later = (one, other) if place[one] < place[other] else (other, one)
        yield scales.weight(of[earlier], of[later])
