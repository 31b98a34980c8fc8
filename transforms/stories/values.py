"""What grouping into stories reads of articles, and what it gives; all frozen, none of it tied to a store."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from transforms.stories.word_index import Whole, WordIndex

LENGTH = 1000
"""The length to which the names of an article are scaled, and so its other words: in whole numbers sums are exact."""


class Term(NamedTuple):
    """A word that says what an article is about."""

    word: str
    named: bool
    """Whether the article writes it as a name."""
    weight: int
    """How much it says of the article; the squares of the names' weights add up to about `LENGTH` squared, so do the
    others'."""


@dataclass(frozen=True, slots=True)
class Articles:
    """Articles in the order of their day and id, by column; each is known by its place."""

    days: tuple[date, ...]
    ties: NDArray[np.bool_]
    """Whether each may tie others together: it has words, and is no page of many stories."""
    index: WordIndex


class Joined(NamedTuple):
    """A group that went into another, or an article that ties nothing and came to a group."""

    day: date
    one: int
    """The founder of the group that stays; -1 where that article is gone."""
    other: int
    product: int
    """The product of the words of both."""


@dataclass(frozen=True, slots=True)
class Earlier:
    """What was found the last time: all that has not changed since goes the same way again."""

    joins: Sequence[Joined] = ()
    """In the order in which they were made."""
    others: Mapping[int, int | None] = field(default_factory=dict)
    """By article: the founder of the other story that it tells of; -1 where that article is gone."""
    fresh: frozenset[int] = frozenset()
    """Articles that are new or not what they were."""


@dataclass(frozen=True, slots=True)
class Grouped:
    """All articles with the stories that they belong to."""

    founders: Whole
    """The founder of each article's group."""
    joins: tuple[Joined, ...]
    others: Mapping[int, int | None]
    """The founder of another story that an article tells of, found on its own day alone."""
    changed: frozenset[int]
    """The founders of groups that may hold other articles than they did."""
