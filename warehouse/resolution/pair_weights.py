"""Which pairs of happenings are compared, kept with their weights: only what is new is compared and weighed.

    with steps/resolution/pair_changes and steps/resolution/pair_apply in SQL
    happenings = Happenings(con)
    change_pairs(con, happenings)

Whether two happenings are compared changes with what comes to their blocks or goes; what a pair weighs never does.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Any

import pyarrow as pa
from duckdb import DuckDBPyConnection

from transforms.coreference.aggregation import order
from transforms.coreference.blocking import LARGE_BLOCK, REACH
from transforms.coreference.clustering import Scales, no_cycles
from transforms.coreference.codec import loads, salient_loads
from transforms.coreference.resolve import Happening
from transforms.coreference.values import Join, MergeMention
from transforms.coreference.within_article.units import signature_of
from transforms.language.salience import Salient
from warehouse.storage.statements import stage, statement

PAIRS = 100_000
"""Pairs that are weighed in one go."""
HELD = 20_000
"""Happenings that are held at most before a batch adds to them: memory must not grow with the store."""


class Happenings:
    """Happenings with the features that comparing needs, by number, read from the store on demand."""

    def __init__(self, con: DuckDBPyConnection) -> None:
        """Hold none yet."""
        self._con = con
        self._held: dict[int, Happening] = {}
        self._salient: dict[str, tuple[Salient, ...]] = {}

    def of(self, numbers: Iterable[int]) -> dict[int, Happening]:
        """Return some happenings, possibly with others that were asked for before."""
        wanted = set(numbers)
        missing = sorted(wanted - self._held.keys())
        if len(self._held) + len(missing) > HELD:
            self._held = {number: ready for number, ready in self._held.items() if number in wanted}
            self._salient.clear()
        if missing:
            stage(self._con, "wanted", pa.table({"number": pa.array(missing, pa.int32())}))
            self._take(self._con.execute(statement("steps/resolution/pair_features")).fetchall())
        return self._held

    def _take(self, rows: list[tuple[Any, ...]]) -> None:
        mentions: dict[int, list[MergeMention]] = {}
        joined: dict[int, list[tuple[str, str, float, tuple[str, ...]]]] = {}
        for number, features, article_id, salient, copies, mention_id, joined_to, weight, reasons in rows:
            if article_id not in self._salient:
                self._salient[article_id] = salient_loads(salient)
            mention = loads(features, self._salient[article_id])
            mentions.setdefault(number, []).append(replace(mention, copy_group=copies) if copies else mention)
            if joined_to is not None:
                joined.setdefault(number, []).append((mention_id, joined_to, weight, tuple(reasons)))
        for number, of in mentions.items():
            of.sort(key=order)
            place = {m.mention_id: i for i, m in enumerate(of)}
            found = []
            for mention_id, joined_to, weight, why in joined.get(number, ()):
                first, second = sorted((mention_id, joined_to), key=place.__getitem__)
                found.append((mention_id, Join(first, second, weight, why)))
            self._held[number] = Happening(signature_of(of), tuple(found))


def change_pairs(con: DuckDBPyConnection, happenings: Happenings) -> None:
    """Bring core.happening_pair up to date with core.happening_block, in the transaction that is open."""
    con.execute("SET VARIABLE large_block = ?", [LARGE_BLOCK])
    con.execute("SET VARIABLE reach = ?", [REACH])
    con.execute(statement("steps/resolution/pair_changes"))
    con.execute(statement("steps/resolution/pair_apply"))
    for weighed in _weighed(con, happenings):
        con.register("arriving", weighed)
        con.execute("INSERT INTO core.happening_pair BY NAME FROM arriving")
        con.unregister("arriving")


def _weighed(con: DuckDBPyConnection, happenings: Happenings) -> Iterator[pa.Table]:
    """Return the new pairs with their weights, batch by batch."""
    con.execute("SET VARIABLE together = ?", [HELD // 2])
    fresh = con.sql(statement("steps/resolution/pair_fresh")).to_arrow_table()
    for start in range(0, fresh.num_rows, PAIRS):
        batch = fresh.slice(start, PAIRS)
        pairs = list(zip(batch["one"].to_pylist(), batch["other"].to_pylist(), strict=True))
        of = happenings.of(number for pair in pairs for number in pair)
        with no_cycles():
            weights = list(_weights(of, pairs))
        yield batch.append_column("weight", pa.array(weights, pa.float64()))


def _weights(of: dict[int, Happening], pairs: list[tuple[int, int]]) -> Iterator[float]:
    scales = Scales()
    place = {number: order(of[number].signature.first) for number in {n for pair in pairs for n in pair}}
    for one, other in pairs:
        earlier, later = (one, other) if place[one] < place[other] else (other, one)
        yield scales.weight(of[earlier].signature, of[later].signature)
