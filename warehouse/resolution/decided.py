"""What people decided to be one happening, or not to be, as pairs that grouping takes for granted.

    decided = take_ties(con)        before an article's happenings are made: mentions
    link(con, decided.ties)         before these are grouped: happenings

A decision that names mentions of one article parts what the article tells; all others bear on the groups of happenings.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import pyarrow as pa
from duckdb import DuckDBPyConnection

from transforms.coreference.clustering import DECIDED, DECIDED_APART
from transforms.decisions.standing import standing
from transforms.decisions.ties import Agreed, Tie, agree
from transforms.decisions.values import GROUP_ACTIONS
from warehouse.decisions.file import stored_decisions
from warehouse.decisions.targets import find_targets, mention_ties
from warehouse.storage.statements import stage, statement


@dataclass(frozen=True, slots=True)
class Decided:
    """What holds of the decisions about mentions."""

    ties: tuple[Tie[str], ...]
    apart: frozenset[frozenset[str]]
    """Pairs of mentions that are not one."""
    changed: bool
    """Whether anything else held at the last merging."""


def take_ties(con: DuckDBPyConnection) -> Decided:
    """Return what holds of mentions today; articles that it parts otherwise than before are marked to be made anew."""
    decisions = [d for d in standing(stored_decisions(con)) if d.action in GROUP_ACTIONS]
    ties = mention_ties(decisions, find_targets(con, decisions)) if decisions else ()
    agreed: Agreed[str] = agree(ties)
    rows = sorted({(min(pair), max(pair), False) for pair in agreed.together})
    rows += sorted({(min(pair), max(pair), True) for pair in agreed.apart})
    columns = {name: [row[n] for row in rows] for n, name in enumerate(("one", "other", "apart"))}
    types = (pa.string(), pa.string(), pa.bool_())
    stage(con, "decided_now", pa.table({n: pa.array(c, t) for (n, c), t in zip(columns.items(), types, strict=True)}))
    con.execute(statement("steps/resolution/decided_pairs"))
    changed = con.execute("SELECT 1 FROM decided_change LIMIT 1").fetchall()
    kept = tuple(tie for tie in ties if tie.decision_id not in agreed.overruled)
    return Decided(kept, frozenset(map(frozenset, agreed.apart)), bool(changed))


def link(con: DuckDBPyConnection, ties: Sequence[Tie[str]]) -> None:
    """Bring core.happening_link up to date; what changed stands in the temp table link_change."""
    con.execute("CREATE OR REPLACE TEMP TABLE link_now (one INTEGER, other INTEGER, weight DOUBLE)")
    mentions = sorted({mention for tie in ties for side in tie.sides for mention in side})
    if mentions:
        stage(con, "decided_mention", pa.table({"mention_id": pa.array(mentions, pa.string())}))
        number = dict(con.execute(statement("steps/resolution/decided_happenings")).fetchall())
        agreed: Agreed[int] = agree([_by_happening(tie, number) for tie in ties])
        weights = {_ordered(pair): DECIDED for pair in agreed.together}
        weights |= {_ordered(pair): DECIDED_APART for pair in agreed.apart}
        rows = [[one, other, weight] for (one, other), weight in sorted(weights.items())]
        if rows:
            con.executemany("INSERT INTO link_now VALUES (?, ?, ?)", rows)
    con.execute(statement("steps/resolution/decided_links"))


def _by_happening(tie: Tie[str], number: dict[str, int]) -> Tie[int]:
    sides = (tuple(dict.fromkeys(number[m] for m in side if m in number)) for side in tie.sides)
    return Tie(tie.decision_id, tuple(side for side in sides if side))


def _ordered(pair: tuple[int, int]) -> tuple[int, int]:
    return min(pair), max(pair)
