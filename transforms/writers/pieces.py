"""Streams cut into pieces that are not too heavy."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

Item = TypeVar("Item")


def cut(items: Iterable[Item], weigh: Callable[[Item], int], limit: int) -> Iterator[tuple[Item, ...]]:
    """Yield consecutive items in pieces of at most `limit` weight, or a single heavier item."""
    piece: list[Item] = []
    weight = 0
    for item in items:
        added = weigh(item)
        if piece and weight + added > limit:
            yield tuple(piece)
            piece, weight = [], 0
        piece.append(item)
        weight += added
    if piece:
        yield tuple(piece)
