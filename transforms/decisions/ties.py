"""Which mentions must be one happening and which must not, of decisions that may contradict one another.

From the last decision to the first, each is taken unless what was taken already leaves no way for it: the later holds.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import combinations, product
from typing import Generic

from transforms.disjoint_sets import DisjointSets, Node


@dataclass(frozen=True, slots=True)
class Tie(Generic[Node]):
    """What one decision says: the nodes of each side are one, those of different sides are not."""

    decision_id: str
    sides: tuple[tuple[Node, ...], ...]


@dataclass(frozen=True, slots=True)
class Agreed(Generic[Node]):
    """What holds together, and which decisions give way."""

    together: frozenset[tuple[Node, Node]]
    """Pairs that make chains of what is one."""
    apart: frozenset[tuple[Node, Node]]
    """All pairs that must not be one."""
    overruled: dict[str, str | None]
    """By decision that gives way: a later one that it contradicts; `None` where it contradicts itself."""


def agree(ties: Sequence[Tie[Node]]) -> Agreed[Node]:
    """Return what holds of decisions, given in the order in which they were made."""
    taken: list[Tie[Node]] = []
    overruled: dict[str, str | None] = {}
    for tie in reversed(ties):
        if _consistent([*taken, tie]):
            taken.append(tie)
        else:
            overruled[tie.decision_id] = _against(taken, tie)
    together = {(side[0], node) for tie in taken for side in tie.sides for node in side[1:] if node != side[0]}
    apart = {pair for tie in taken for one, other in combinations(tie.sides, 2) for pair in product(one, other)}
    return Agreed(frozenset(together), frozenset(apart), overruled)


def _against(taken: Sequence[Tie[Node]], tie: Tie[Node]) -> str | None:
    """Return the later decision with which this one cannot hold beside those after it."""
    if not _consistent([tie]):
        return None
    return next((taken[n].decision_id for n in range(len(taken)) if not _consistent([*taken[: n + 1], tie])), None)


def _consistent(ties: Iterable[Tie[Node]]) -> bool:
    """True if no two nodes must both be one and not be."""
    sets: DisjointSets[Node] = DisjointSets()
    several = list(ties)
    for tie in several:
        for side in tie.sides:
            for node in side[1:]:
                sets.join(side[0], node)
    return all(
        sets.root(one[0]) != sets.root(other[0])
        for tie in several
        for one, other in combinations([s for s in tie.sides if s], 2)
    )
