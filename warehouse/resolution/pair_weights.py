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

from transforms.coreference.aggregation import order
from transforms.coreference.blocking import LARGE_BLOCK, REACH
from transforms.coreference.clustering import Scales, no_cycles
from transforms.coreference.features import loads, salient_loads
from transforms.coreference.scoring import Profile, profile
from transforms.language.salience import Salient
from warehouse.storage.statements import stage, statement

PAIRS = 100_000
"""Pairs that are weighed in one go."""
HELD = 20_000
"""Profiles that are held at most before a batch adds to them: memory must not grow with the store."""


class Profiles:
    """Mentions made ready for comparing, by number, taken out of the store as they are wanted."""

    def __init__(self, con: DuckDBPyConnection) -> None:
        """Hold none yet."""
        self._con = con
        self._held: dict[int, Profile] = {}
        self._salient: dict[str, tuple[Salient, ...]] = {}

    def of(self, numbers: Iterable[int]) -> dict[int, Profile]:
        """The profiles of some mentions, with others that were wanted before."""
        wanted = set(numbers)
        missing = sorted(wanted - self._held.keys())
        if len(self._held) + len(missing) > HELD:
            self._held = {number: ready for number, ready in self._held.items() if number in wanted}
            self._salient.clear()
        if missing:
            stage(self._con, "wanted", pa.table({"number": pa.array(missing, pa.int32())}))
            for number, told, article_id, salient, copies in self._con.execute(statement("steps/pair_told")).fetchall():
                if article_id not in self._salient:
                    self._salient[article_id] = salient_loads(salient)
                mention = loads(told, self._salient[article_id])
                self._held[number] = profile(replace(mention, copy_group=copies) if copies else mention)
        return self._held


def change_pairs(con: DuckDBPyConnection, profiles: Profiles) -> None:
    """Bring core.mention_pair up to date with core.mention_block, in the transaction that is open."""
    con.execute("SET VARIABLE large_block = ?", [LARGE_BLOCK])
    con.execute("SET VARIABLE reach = ?", [REACH])
    con.execute(statement("steps/pair_changes"))
    con.execute(statement("steps/pair_apply"))
    for weighed in _weighed(con, profiles):
        con.register("arriving", weighed)
        con.execute("INSERT INTO core.mention_pair BY NAME FROM arriving")
        con.unregister("arriving")


def _weighed(con: DuckDBPyConnection, profiles: Profiles) -> Iterator[pa.Table]:
    """The new pairs with their weights, batch by batch."""
    con.execute("SET VARIABLE together = ?", [HELD // 2])
    fresh = con.sql(statement("steps/pair_fresh")).to_arrow_table()
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
