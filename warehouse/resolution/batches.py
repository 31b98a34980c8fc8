"""Happenings by the parts that ties make of them, small parts together: what is worked on at one time."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import pyarrow as pa
from duckdb import DuckDBPyConnection

from transforms.coreference.aggregation import order
from transforms.coreference.resolve import Happening
from transforms.disjoint_sets import DisjointSets
from warehouse.storage.statements import stage, statement

BATCH = 5_000
"""Happenings that are worked on in one go, at least; a part is never cut."""


def batches(numbers: Iterable[int], links: pa.Table) -> Iterator[list[list[int]]]:
    """Return the parts into which links (one, other) tie numbers, several to a batch, by their smallest number."""
    tied: DisjointSets[int] = DisjointSets()
    for one, other in zip(links["one"].to_pylist(), links["other"].to_pylist(), strict=True):
        tied.join(*sorted((tied.root(one), tied.root(other))))
    parts: dict[int, list[int]] = {}
    for number in sorted(set(numbers)):
        parts.setdefault(tied.root(number), []).append(number)
    batch: list[list[int]] = []
    size = 0
    for part in parts.values():
        batch.append(part)
        size += len(part)
        if size >= BATCH:
            yield batch
            batch, size = [], 0
    if batch:
        yield batch


def in_order(numbers: Iterable[int], of: dict[int, Happening]) -> list[int]:
    """Happenings in their lasting order."""
    return sorted(numbers, key=lambda number: order(of[number].signature.first))


def weights(
    con: DuckDBPyConnection, parts: Iterable[Iterable[int]], at: dict[int, int]
) -> dict[tuple[int, int], float]:
    """Return the weights of the pairs within each part, keyed by the happenings' places in `at`, the smaller first."""
    labels = [(number, nth) for nth, part in enumerate(parts) for number in part]
    columns = {"number": [number for number, _ in labels], "part": [nth for _, nth in labels]}
    stage(con, "batch", pa.table({name: pa.array(column, pa.int32()) for name, column in columns.items()}))
    pairs = con.sql(statement("steps/resolution/batch_pairs")).to_arrow_table()
    pairs_found = zip(pairs["one"].to_pylist(), pairs["other"].to_pylist(), pairs["weight"].to_pylist(), strict=True)
    ends = ((at[one], at[other], weight) for one, other, weight in pairs_found)
    return {(i, j) if i < j else (j, i): weight for i, j, weight in ends}
