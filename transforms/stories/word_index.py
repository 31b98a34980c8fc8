"""An index from words to articles, for products of sums of their weights: whole numbers, so exact in any order."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Whole = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class WordColumns:
    """The terms of articles, one after another."""

    counts: Whole
    """How many words each article has."""
    words: Whole
    """A number for each word; a name and the same word in another use have two."""
    weights: Whole


class WordIndex:
    """The terms of articles, by article and by word.  Articles are known by their place."""

    def __init__(self, columns: WordColumns) -> None:
        self._columns = columns
        self._many = len(columns.counts)
        self._starts = _starts(columns.counts)
        self._of = np.repeat(np.arange(self._many, dtype=np.int64), columns.counts)
        order = np.argsort(columns.words, kind="stable")
        self._articles, self._weights = self._of[order], columns.weights[order]
        self._distinct = int(columns.words.max()) + 1 if len(columns.words) else 0
        self._word_starts = _starts(np.bincount(columns.words, minlength=self._distinct).astype(np.int64))
        squared = columns.weights * columns.weights
        self.squares: Whole = np.bincount(self._of, squared, minlength=self._many).astype(np.int64)
        """The square of each article's length."""

    def words_of(self, article: int) -> tuple[Whole, Whole]:
        """Return the numbers of an article's words, and their weights."""
        span = slice(self._starts[article], self._starts[article + 1])
        return self._columns.words[span], self._columns.weights[span]

    def summed(self, members: Whole) -> Whole:
        """Return the sum of the weights of some articles, by the number of the word."""
        at = _spread(self._starts[members], self._columns.counts[members])
        sums = np.bincount(self._columns.words[at], self._columns.weights[at], minlength=self._distinct)
        return sums.astype(np.int64)

    def likeness(self, members: Whole, sums: Whole) -> Whole:
        """Return the product of each of some articles with weights by the number of the word."""
        counts = self._columns.counts[members]
        at = _spread(self._starts[members], counts)
        products = self._columns.weights[at] * sums[self._columns.words[at]]
        of = np.repeat(np.arange(len(members)), counts)
        return np.bincount(of, products, minlength=len(members)).astype(np.int64)

    def products(self, members: Whole, group: Whole) -> Whole:
        """Return the product of the summed weights of some articles with those of every group.

        Args:
            members: The articles.
            group: The group of every article, -1 where it is in none.

        Returns:
            One number a group, at its own place.
        """
        sums = self.summed(members)
        words = np.flatnonzero(sums)
        counts = self._word_starts[words + 1] - self._word_starts[words]
        at = _spread(self._word_starts[words], counts)
        held = group[self._articles[at]]
        products = self._weights[at] * np.repeat(sums[words], counts)
        inside = held >= 0
        return np.bincount(held[inside], products[inside], minlength=self._many).astype(np.int64)


def _starts(counts: Whole) -> Whole:
    return np.concatenate([np.zeros(1, dtype=np.int64), np.cumsum(counts, dtype=np.int64)])


def _spread(starts: Whole, counts: Whole) -> Whole:
    """Return the places start, start + 1, … of runs of some lengths, one run after another."""
    ends = np.cumsum(counts, dtype=np.int64)
    total = int(ends[-1]) if len(ends) else 0
    return np.arange(total, dtype=np.int64) - np.repeat(ends - counts - starts, counts)
