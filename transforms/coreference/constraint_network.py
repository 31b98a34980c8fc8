"""The bounds of related events as a constraint network over days.

Every event has a begin and an end, each between two days.  A relation says that one of these lies not after another
("A before B": A's end not after B's begin; the same day stays possible).  Days are passed along until nothing changes:
what is not after a day that is known is not after it either.  Since all constraints read "not after", days are only
copied, never reckoned, and passing on must end.

A relation that would leave some event no possible day is not used, and is given back as a conflict.  Relations are
tried in a fixed order, so the result does not hang on the order in which they were told.
"""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from transforms.model import BoundName, Bounds, RelationName

Edge = Literal["start", "end"]
Node = tuple[str, Edge]
Later = tuple[Node, Node]
"""The first lies not after the second."""

_NOT_AFTER: dict[RelationName, tuple[tuple[tuple[int, Edge], tuple[int, Edge]], ...]] = {
    "before": (((0, "end"), (1, "start")),),
    "after": (((1, "end"), (0, "start")),),
    "during": (((1, "start"), (0, "start")), ((0, "end"), (1, "end"))),
    "part_of": (((1, "start"), (0, "start")), ((0, "end"), (1, "end"))),
    "since": (((1, "start"), (0, "start")),),
    "until": (((0, "end"), (1, "end")),),
    "simultaneous": (((0, "start"), (1, "end")), ((1, "start"), (0, "end"))),
}
"""For each relation of event 0 to event 1, what lies not after what."""


@dataclass(frozen=True, slots=True)
class Told:
    """A relation between two events, and the mention that tells it."""

    first: str
    relation: RelationName
    second: str
    mention_id: str
    rule_id: str = ""

    def __post_init__(self) -> None:
        if self.first == self.second:
            raise ValueError(f"event {self.first} cannot lie {self.relation} itself")


@dataclass(frozen=True, slots=True)
class Box:
    """What an event brings into the network; only `passes` ones narrow others."""

    start: Bounds
    end: Bounds
    passes: bool = True
    point: bool = False
    """It begins and ends on one day."""


@dataclass(frozen=True, slots=True)
class Narrowed:
    """A bound that a relation gave."""

    event_id: str
    bound: BoundName
    value: date
    by: Told


@dataclass(frozen=True, slots=True)
class Settled:
    """The narrowed bounds, what narrowed each, and the relations that could not hold."""

    boxes: dict[str, Box]
    narrowed: tuple[Narrowed, ...]
    conflicts: tuple[Told, ...]


class _Days:
    """Earliest and latest days of all nodes, with the relation that each came from."""

    def __init__(self, boxes: Mapping[str, Box]) -> None:
        self.low: dict[Node, date] = {}
        self.high: dict[Node, date] = {}
        self.why: dict[tuple[Node, str], Told] = {}
        self._passes = {event: box.passes for event, box in boxes.items()}
        self.points = {event for event, box in boxes.items() if box.point}
        for event, box in boxes.items():
            for edge, bounds in (("start", box.start), ("end", box.end)):
                node: Node = (event, "start" if edge == "start" else "end")
                if bounds.earliest:
                    self.low[node] = bounds.earliest
                if bounds.latest:
                    self.high[node] = bounds.latest

    def narrow(
        self, first: Node, second: Node, by: Told, undo: dict[tuple[Node, str], tuple[date | None, Told | None]]
    ) -> list[Node]:
        """Make the first lie not after the second; the nodes that changed."""
        changed = []
        high, low = self.high.get(second), self.low.get(first)
        own = first[0] == second[0]
        if high and (own or self._passes[second[0]]) and (first not in self.high or self.high[first] > high):
            undo.setdefault((first, "high"), (self.high.get(first), self.why.get((first, "high"))))
            self.high[first], self.why[first, "high"] = high, by
            changed.append(first)
        if low and (own or self._passes[first[0]]) and (second not in self.low or self.low[second] < low):
            undo.setdefault((second, "low"), (self.low.get(second), self.why.get((second, "low"))))
            self.low[second], self.why[second, "low"] = low, by
            changed.append(second)
        return changed

    def possible(self, node: Node) -> bool:
        """Whether some day is left to a node."""
        return node not in self.low or node not in self.high or self.low[node] <= self.high[node]

    def restore(self, undo: dict[tuple[Node, str], tuple[date | None, Told | None]]) -> None:
        """Take back what was noted."""
        for (node, side), (value, why) in undo.items():
            of = self.low if side == "low" else self.high
            if value is None:
                del of[node]
            else:
                of[node] = value
            if why is None:
                self.why.pop((node, side), None)
            else:
                self.why[node, side] = why


def settle(boxes: Mapping[str, Box], told: Iterable[Told]) -> Settled:
    """Narrow the bounds of events by their relations.

    Relations of events that are not in `boxes` are left out.
    """
    relations = sorted(
        {r for r in told if r.first in boxes and r.second in boxes},
        key=lambda r: (r.first, r.second, r.relation, r.mention_id, r.rule_id),
    )
    days = _Days(boxes)
    edges: dict[Node, list[tuple[Node, Node, Told]]] = defaultdict(list)
    conflicts = []
    for relation in relations:
        added = list(_constraints(relation))
        for first, second in added:
            edges[first].append((first, second, relation))
            edges[second].append((first, second, relation))
        if not _propagate(days, edges, [(a, b, relation) for a, b in added]):
            conflicts.append(relation)
            for first, second in added:
                edges[first].pop()
                edges[second].pop()
    return Settled(_boxes(boxes, days), _narrowed(days), tuple(conflicts))


def _constraints(r: Told) -> Iterable[Later]:
    events = (r.first, r.second)
    for (i, edge), (j, other) in _NOT_AFTER[r.relation]:
        yield (events[i], edge), (events[j], other)


def _propagate(
    days: _Days, edges: Mapping[Node, Sequence[tuple[Node, Node, Told]]], added: list[tuple[Node, Node, Told]]
) -> bool:
    """Pass days along until nothing changes; all is taken back where some event is left no day."""
    undo: dict[tuple[Node, str], tuple[date | None, Told | None]] = {}
    todo = deque(added)
    while todo:
        first, second, by = todo.popleft()
        for node in days.narrow(first, second, by, undo):
            if not days.possible(node):
                days.restore(undo)
                return False
            start: Node = (node[0], "start")
            end: Node = (node[0], "end")
            todo.append((start, end, by))
            if node[0] in days.points:
                todo.append((end, start, by))
            todo.extend(edges.get(node, ()))
    return True


def _boxes(boxes: Mapping[str, Box], days: _Days) -> dict[str, Box]:
    return {
        event: Box(
            Bounds(days.low.get((event, "start")), days.high.get((event, "start"))),
            Bounds(days.low.get((event, "end")), days.high.get((event, "end"))),
            box.passes,
            box.point,
        )
        for event, box in boxes.items()
    }


def _narrowed(days: _Days) -> tuple[Narrowed, ...]:
    names: dict[tuple[Edge, str], BoundName] = {
        ("start", "low"): "start_earliest",
        ("start", "high"): "start_latest",
        ("end", "low"): "end_earliest",
        ("end", "high"): "end_latest",
    }
    return tuple(
        Narrowed(node[0], names[node[1], side], (days.low if side == "low" else days.high)[node], by)
        for (node, side), by in sorted(days.why.items(), key=lambda item: item[0])
    )
