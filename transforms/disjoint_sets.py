"""Things in sets that share none: whatever is joined, directly or through others, is in one set."""

from __future__ import annotations

from collections.abc import Hashable, Iterator
from typing import Generic, TypeVar

Node = TypeVar("Node", bound=Hashable)


class DisjointSets(Generic[Node]):
    """Sets that grow together; each is known by one of its nodes, that of the set which the last join named first."""

    def __init__(self) -> None:
        """Begin without nodes: each that is asked for is a set of its own."""
        self._above: dict[Node, Node] = {}

    def __iter__(self) -> Iterator[Node]:
        """Yield all nodes that were asked for."""
        return iter(self._above)

    def root(self, node: Node) -> Node:
        """Return the node by which the set of this one is known."""
        above = self._above
        while above.setdefault(node, node) != node:
            above[node] = above[above[node]]
            node = above[node]
        return node

    def join(self, one: Node, other: Node) -> None:
        """Put the sets of two nodes together, known by the first one's root."""
        self._above[self.root(other)] = self.root(one)
