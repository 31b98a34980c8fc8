"""Which happenings are one event: only the groups that a change can reach are made anew.

Groups are joined from the likeliest pair down, so what a group becomes depends on the groups beside it, and on those
beside these.  Still a change reaches few.  What may have changed (`dirty`) is grouped anew with all groups that a
positive pair ties to it (`near`).  Where these come together as they did before, join for join with the same means,
the dirty happenings take no part in their making, and nothing beyond them can tell the difference; where one does not,
it is dirty too, and the grouping is done again around it.
"""

from __future__ import annotations

import pyarrow as pa
from duckdb import DuckDBPyConnection

from transforms.coreference.clustering import cluster, no_cycles
from warehouse.resolution.batches import batches, in_order, weights
from warehouse.resolution.pair_weights import Happenings
from warehouse.storage.statements import stage, statement

Made = dict[int, tuple[int, int]]
"""By a happening's number: the least number of its group, and the group's history."""


def regroup(con: DuckDBPyConnection, happenings: Happenings) -> None:
    """Bring founder and history of core.happening up to date; dirty has whose group is another."""
    con.execute(statement("steps/resolution/group_stale"))
    while True:
        con.execute(statement("steps/resolution/group_near"))
        near = con.execute("SELECT number, founder, history, is_dirty FROM near").fetchall()
        made = _grouped(con, happenings, [number for number, *_ in near])
        disturbed = {
            founder for number, founder, history, dirty in near if not dirty and made[number] != (founder, history)
        }
        reached = {number for number, founder, _, dirty in near if dirty or founder in disturbed}
        _stage(con, "dirty", {"number": (sorted(reached), pa.int32())})
        if not disturbed:
            break
    found = {number: made[number] for number, *before, dirty in near if dirty and made[number] != tuple(before)}
    _stage(con, "dirty", {"number": (list(found), pa.int32())})
    columns = {
        "number": (list(found), pa.int32()),
        "founder": ([founder for founder, _ in found.values()], pa.int32()),
        "history": ([history for _, history in found.values()], pa.int64()),
    }
    _stage(con, "regrouped", columns)
    con.execute(statement("steps/resolution/group_label"))


def _grouped(con: DuckDBPyConnection, happenings: Happenings, numbers: list[int]) -> Made:
    made: Made = {}
    for batch in batches(numbers, con.sql("SELECT one, other FROM near_link").to_arrow_table()):
        of = happenings.of(number for part in batch for number in part)
        ordered = in_order((number for part in batch for number in part), of)
        at = {number: i for i, number in enumerate(ordered)}
        with no_cycles():
            for group in cluster([of[number].signature for number in ordered], weights(con, batch, at)):
                members = [ordered[i] for i in group.members]
                made |= dict.fromkeys(members, (min(members), group.history))
    return made


def _stage(con: DuckDBPyConnection, name: str, columns: dict[str, tuple[list[int], pa.DataType]]) -> None:
    stage(con, name, pa.table({column: pa.array(values, kind) for column, (values, kind) in columns.items()}))
