"""The groups of articles so far, and how like each other they are.  A group is known by the place of its founder."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from math import sqrt

import numpy as np
from numpy.typing import NDArray

from transforms.stories.values import LENGTH, Articles
from transforms.stories.word_index import Whole

ALIKE = 0.055
"""The least average likeness of two groups that join, from 0 to 1."""
OF_SIZE = 2
"""From so many articles on, a group has a density of its own that others must meet."""
DENSITY = 0.55
"""How like each other two groups of size must be, as a share of how like each is within (their geometric mean)."""
ALSO = 0.8
"""How like another story an article must be to tell of it too, as a share of how like its own it is."""
_SELF = 2 * LENGTH * LENGTH
"""The likeness of an article to itself, as weights multiply."""
Key = tuple[float, int, int]
"""By it, pairs of groups come in their order: the most alike first."""


class Groups:
    """Who is with whom.  An article that is not yet placed is a group of size 0."""

    def __init__(self, articles: Articles) -> None:
        many = len(articles.days)
        self.founder: Whole = np.arange(many, dtype=np.int64)
        self.touched: NDArray[np.bool_] = np.zeros(many, dtype=np.bool_)
        """The groups that an article of the day is in: a pair of groups joins only where one of them is touched."""
        self._ties = articles.ties
        self._index = articles.index
        self._members: dict[int, list[int]] = {}
        self._size: Whole = np.zeros(many, dtype=np.int64)
        self._own: Whole = self._index.squares.copy()
        self._square: Whole = self._index.squares.copy()

    def place(self, at: int) -> None:
        """Make an article of the day a group of its own."""
        self._size[at] = 1
        self.touched[at] = True

    def stands(self, group: int) -> bool:
        """True if this is the founder of a group that ties."""
        return group >= 0 and bool(self._size[group])

    def row(self, group: int) -> Whole:
        """Return the product of a group's words with those of every group, by its founder."""
        return self._products(self.tying(group))

    def tying(self, group: int) -> Whole:
        """Return the articles of a group that tie."""
        members = np.array(self._members.get(group, [group]), dtype=np.int64)
        return members[self._ties[members]]

    def key(self, one: int, other: int, product: int) -> Key:
        """Return where a pair comes among all pairs."""
        return -product / (int(self._size[one]) * int(self._size[other]) * _SELF), one, other

    def alike(self, group: int, row: Whole) -> Iterator[Key]:
        """Yield the pairs that a group makes with those like enough to it, of which one is touched."""
        pairs = np.maximum(self._size, 1) * int(self._size[group]) * _SELF
        fit = (row >= ALIKE * pairs) & (self._size > 0)
        if not self.touched[group]:
            fit &= self.touched
        for other in np.flatnonzero(fit).tolist():
            if other != group:
                yield self.key(min(group, other), max(group, other), int(row[other]))

    def pair(self, group: int, other: int, product: int) -> Key | None:
        """Return the pair of two groups, if they are like enough."""
        pairs = int(self._size[group]) * int(self._size[other]) * _SELF
        alike = group != other and product >= ALIKE * pairs
        return self.key(min(group, other), max(group, other), product) if alike else None

    def stay_apart(self, one: int, other: int, product: int) -> bool:
        """True if both are groups of size and less like each other than each is within."""
        if min(self._size[one], self._size[other]) < OF_SIZE:
            return False
        alike = product / (int(self._size[one]) * int(self._size[other]) * _SELF)
        return bool(alike < DENSITY * sqrt(self._density(one) * self._density(other)))

    def _density(self, group: int) -> float:
        """Return the average likeness of two articles of a group."""
        many = int(self._size[group])
        return float((self._square[group] - self._own[group]) / (many * (many - 1) * _SELF))

    def merge(self, one: int, other: int, product: int, rows: Mapping[int, Whole]) -> None:
        """Let one group go into another; the rows that are known follow."""
        self._square[one] += self._square[other] + 2 * product
        self._size[one] += self._size[other]
        self._own[one] += self._own[other]
        self._size[other] = 0
        self.touched[one] = True
        for group, row in rows.items():
            if group != one:
                row[one] += row[other]
            else:
                row[one] = self._square[one]
        self.seat(one, other)

    def seat(self, one: int, other: int) -> None:
        """Let an article that ties nothing, or the articles of a group, come to a group."""
        moved = self._members.pop(other, [other])
        self._members.setdefault(one, [one]).extend(moved)
        self.founder[moved] = one

    def best_seat(self, at: int) -> int | None:
        """Return the group that an article which ties nothing is most like, if it is like any."""
        row = self._products(np.array([at], dtype=np.int64))
        likeness = np.where(self._size > 0, row / (np.maximum(self._size, 1) * _SELF), 0.0)
        best = int(likeness.argmax())
        return best if likeness[best] >= ALIKE else None

    def other_story(self, at: int) -> int | None:
        """Return the founder of the story that an article tells of beside its own, if there is one."""
        own, tied = int(self.founder[at]), int(self._ties[at])
        if self._size[own] <= tied:
            return None
        row = self._products(np.array([at], dtype=np.int64))
        among_own = (row[own] - tied * self._index.squares[at]) / (self._size[own] - tied)
        likeness = np.where(self._size > 1, row / np.maximum(self._size, 1), 0.0)
        likeness[own] = 0.0
        best = int(likeness.argmax())
        return best if likeness[best] >= max(ALIKE * _SELF, ALSO * among_own) else None

    def like_enough(self, articles: Whole, group: int) -> Whole:
        """Return those of some articles that are like enough to a story for it to be another that they tell of."""
        if self._size[group] < OF_SIZE:
            return articles[:0]
        products = self._index.likeness(articles, self._index.summed(self.tying(group)))
        fit: NDArray[np.bool_] = products / self._size[group] >= ALIKE * _SELF
        return articles[np.flatnonzero(fit)]

    def _products(self, articles: Whole) -> Whole:
        return self._index.products(articles, np.where(self._ties, self.founder, -1))
