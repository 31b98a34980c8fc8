"""What ties the articles of a story: the words that each shares with the rest, and the article most like the others."""

from __future__ import annotations

import numpy as np

from transforms.stories.values import Articles
from transforms.stories.word_index import Whole

REASONS = 6
"""Words that are kept as reasons why an article is in its story."""


def central(articles: Articles, members: Whole) -> int:
    """Return the article of a story that is most like the others."""
    index, ties = articles.index, articles.ties
    likeness = index.likeness(members, index.summed(members[ties[members]])) - index.squares[members] * ties[members]
    return int(members[likeness.argmax()])


def reasons(articles: Articles, members: Whole) -> dict[int, tuple[tuple[int, int], ...]]:
    """Return, for each article of a story, the words that it shares with the rest.

    Each is the number of a word with its part of the likeness in thousandths, the weightiest first.
    """
    summed = articles.index.summed(members[articles.ties[members]])
    return {at: _shared(articles, at, summed) for at in members.tolist()}


def _shared(articles: Articles, at: int, summed: Whole) -> tuple[tuple[int, int], ...]:
    words, weights = articles.index.words_of(at)
    shared = weights * (summed[words] - weights * int(articles.ties[at]))
    total = int(shared.sum())
    best = np.lexsort((words, -shared))[:REASONS]
    return tuple((int(words[n]), round(1000 * int(shared[n]) / total)) for n in best if shared[n] > 0)
