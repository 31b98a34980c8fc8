"""Articles become stories, day by day of their publication: in whatever order they arrive, the stories are the same.

    for day, moved in fold(articles, founders): ...

Each day's articles are compared with one another and with the stories there are, and the two groups that are most alike
join until none are alike enough.  Likeness is the average over all pairs of articles (average linking), so one article
that tells of two stories ties nothing by itself.  Two groups of some size join only where they are about as like each
other as each is within: two floods of one week are each denser than what they share.

What happens on a day depends on the days before and on nothing later: whoever keeps what each day changed only folds
again from the first day on which something changed.  A story is known by its founder, its earliest article.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from heapq import heapify, heappop, heappush
from itertools import groupby
from math import sqrt

import numpy as np
from numpy.typing import NDArray

from transforms.stories.values import LENGTH, StoryArticle
from transforms.stories.word_index import Whole, WordColumns, WordIndex

ALIKE = 0.055
"""The least average likeness of two groups that join, from 0 to 1."""
OF_SIZE = 2
"""From so many articles on, a group has a density of its own that others must meet."""
DENSITY = 0.55
"""How like each other two groups of size must be, as a share of how like each is within (their geometric mean)."""
ALSO = 0.8
"""How like another story an article must be to tell of it too, as a share of how like its own it is."""
REASONS = 6
"""Words that are kept as reasons why an article is in its story."""
_SELF = 2 * LENGTH * LENGTH
"""The likeness of an article to itself, as weights multiply."""


@dataclass(frozen=True, slots=True)
class Articles:
    """Articles in the order of their day and id, by column."""

    days: tuple[date, ...]
    ties: NDArray[np.bool_]
    """Whether each may tie others together: it has words, and is no page of many stories."""
    words: WordColumns


@dataclass(frozen=True, slots=True)
class Moved:
    """An article that has another founder since some day; articles are known by their places."""

    article: int
    founder: int
    reasons: tuple[tuple[int, int], ...]
    """Words that it shares with the rest of its story, by number, each with its part of the likeness in thousandths."""
    other: int | None = None
    """The founder of another story that it tells of too, found on its own day alone."""


def in_columns(articles: Sequence[StoryArticle]) -> tuple[Articles, tuple[tuple[str, bool], ...]]:
    """Return the articles by column, in order, and the words by their number."""
    ordered = sorted(articles, key=lambda a: (a.day, a.article_id))
    numbers: dict[tuple[str, bool], int] = {}
    words = [numbers.setdefault((w.word, w.named), len(numbers)) for a in ordered for w in a.words]
    columns = WordColumns(
        np.array([len(a.words) for a in ordered], dtype=np.int64),
        np.array(words, dtype=np.int64),
        np.array([w.weight for a in ordered for w in a.words], dtype=np.int64),
    )
    ties = np.array([a.ties and bool(a.words) for a in ordered], dtype=np.bool_)
    return Articles(tuple(a.day for a in ordered), ties, columns), tuple(numbers)


def fold(articles: Articles, founders: Whole) -> Iterator[tuple[date, tuple[Moved, ...]]]:
    """Yield each day that has articles without a founder, with all articles that have another founder since.

    Args:
        articles: All there are.
        founders: The founder of each article of the days before the first that is to be folded; -1 for all others.
    """
    stories = _Stories(articles, founders)
    ahead = np.flatnonzero(founders < 0)
    for day, group in groupby(ahead, key=lambda at: articles.days[at]):
        before = stories.founder.copy()
        new = [int(at) for at in group]
        stories.add(new)
        yield day, stories.moved_since(before, {at: stories.other_story(at) for at in new})


def central(articles: Articles, founders: Whole) -> Iterator[tuple[int, int]]:
    """Yield the founder of each story of more than one article, with the article that is most like the others."""
    index = WordIndex(articles.words)
    squares = index.squares()
    order = np.argsort(founders, kind="stable")
    starts = np.flatnonzero(np.diff(founders[order], prepend=-1))
    for members in np.split(order, starts[1:]):
        if len(members) > 1:
            tying = members[articles.ties[members]]
            likeness = index.likeness(members, index.summed(tying)) - squares[members] * articles.ties[members]
            yield int(founders[members[0]]), int(members[likeness.argmax()])


class _Stories:
    """The groups of articles so far.  An article is known by its place in the order, and a group by its founder's."""

    def __init__(self, articles: Articles, founders: Whole) -> None:
        self.founder = founders.copy()
        self._ties = articles.ties
        self._index = WordIndex(articles.words)
        self._own_square = self._index.squares()
        many = len(founders)
        self._size: Whole = np.zeros(many, dtype=np.int64)
        self._own: Whole = np.zeros(many, dtype=np.int64)
        self._square: Whole = np.zeros(many, dtype=np.int64)
        held = np.flatnonzero((founders >= 0) & self._ties)
        np.add.at(self._size, founders[held], 1)
        np.add.at(self._own, founders[held], self._own_square[held])
        for group in np.flatnonzero(self._size):
            alone = self._size[group] == 1
            self._square[group] = self._own[group] if alone else self._row(int(group))[group]

    def add(self, new: Sequence[int]) -> None:
        """Place the articles of one day."""
        for at in new:
            self.founder[at] = at
            if self._ties[at]:
                self._size[at], self._own[at], self._square[at] = 1, self._own_square[at], self._own_square[at]
        self._join({at: self._row(at) for at in new if self._ties[at]})
        for at in new:
            if not self._ties[at]:
                self._seat(at)

    def moved_since(self, before: Whole, others: Mapping[int, int | None]) -> tuple[Moved, ...]:
        """Return the articles that have another founder than before, with what ties each to its story."""
        changed = np.flatnonzero(before != self.founder)
        sums = {int(f): self._index.summed(self._members(int(f))) for f in np.unique(self.founder[changed])}
        return tuple(self._moved(int(at), sums[int(self.founder[at])], others.get(int(at))) for at in changed)

    def _moved(self, at: int, summed: Whole, other: int | None) -> Moved:
        words, weights = self._index.words_of(at)
        shared = weights * (summed[words] - weights * int(self._ties[at]))
        total = int(shared.sum())
        best = sorted(zip((-shared).tolist(), words.tolist(), strict=True))[:REASONS]
        reasons = tuple((word, round(-1000 * share / total)) for share, word in best if share < 0)
        return Moved(at, int(self.founder[at]), reasons, other)

    def other_story(self, at: int) -> int | None:
        """Return the founder of the story that an article tells of beside its own, if there is one."""
        own, tied = int(self.founder[at]), int(self._ties[at])
        if self._size[own] <= tied:
            return None
        row = self._products(np.array([at], dtype=np.int64))
        among_own = (row[own] - tied * self._own_square[at]) / (self._size[own] - tied)
        likeness = np.where(self._size > 1, row / np.maximum(self._size, 1), 0.0)
        likeness[own] = 0.0
        best = int(likeness.argmax())
        return best if likeness[best] >= max(ALIKE * _SELF, ALSO * among_own) else None

    def _join(self, rows: dict[int, Whole]) -> None:
        """Join groups, the two most alike first, where one of them was touched today; rows are those of the touched."""
        turn = dict.fromkeys(rows, 0)
        waiting = [pair for group in rows for pair in self._alike(group, rows[group], turn)]
        heapify(waiting)
        while waiting:
            _, one, other, *turns = heappop(waiting)
            if [turn.get(one, 0), turn.get(other, 0)] != turns or self._stay_apart(one, other, rows):
                continue
            for group in (one, other):
                if group not in rows:
                    rows[group] = self._row(group)
            self._merge(one, other, rows)
            turn[one], turn[other] = turn.get(one, 0) + 1, -1
            for pair in self._alike(one, rows[one], turn):
                heappush(waiting, pair)

    def _alike(self, group: int, row: Whole, turn: Mapping[int, int]) -> Iterator[tuple[float, int, int, int, int]]:
        """Yield the groups that are like enough to this one, each pair with the turn in which it holds."""
        pairs = np.maximum(self._size, 1) * int(self._size[group]) * _SELF
        for other in np.flatnonzero((row >= ALIKE * pairs) & (self._size > 0)):
            if other != group:
                one, two = min(group, int(other)), max(group, int(other))
                yield -float(row[other] / pairs[other]), one, two, turn.get(one, 0), turn.get(two, 0)

    def _stay_apart(self, one: int, other: int, rows: Mapping[int, Whole]) -> bool:
        """True if both are groups of size and less like each other than each is within."""
        if min(self._size[one], self._size[other]) < OF_SIZE:
            return False
        dot = rows[one][other] if one in rows else rows[other][one]
        alike = dot / (int(self._size[one]) * int(self._size[other]) * _SELF)
        return bool(alike < DENSITY * sqrt(self._density(one) * self._density(other)))

    def _density(self, group: int) -> float:
        """Return the average likeness of two articles of a group."""
        many = int(self._size[group])
        return float((self._square[group] - self._own[group]) / (many * (many - 1) * _SELF))

    def _merge(self, one: int, other: int, rows: dict[int, Whole]) -> None:
        """Let the later group go into the earlier."""
        row, gone = rows[one], rows.pop(other)
        self._square[one] += self._square[other] + 2 * gone[one]
        self._size[one] += self._size[other]
        self._own[one] += self._own[other]
        row += gone
        row[one] = self._square[one]
        for group, held in rows.items():
            if group != one:
                held[one] += held[other]
        self.founder[self.founder == other] = one
        self._size[other] = self._own[other] = self._square[other] = 0

    def _seat(self, at: int) -> None:
        """Put an article that ties nothing with the group that it is most like, if it is like any."""
        row = self._row(at)
        pairs = np.maximum(self._size, 1) * _SELF
        likeness = np.where(self._size > 0, row / pairs, 0.0)
        best = int(likeness.argmax())
        if likeness[best] >= ALIKE:
            self.founder[at] = best

    def _row(self, group: int) -> Whole:
        """Return the product of a group's words with those of every group, by its founder."""
        return self._products(self._members(group) if self._size[group] else np.array([group], dtype=np.int64))

    def _products(self, articles: Whole) -> Whole:
        return self._index.products(articles, np.where(self._ties, self.founder, -1))

    def _members(self, group: int) -> Whole:
        return np.flatnonzero((self.founder == group) & self._ties)
