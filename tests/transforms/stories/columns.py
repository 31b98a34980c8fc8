"""Articles as grouping reads them, made from articles by themselves."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np

from transforms.stories.values import Articles, Term
from transforms.stories.word_index import WordColumns, WordIndex

UNDATED = date.max


@dataclass(frozen=True, slots=True)
class StoryArticle:
    """An article by itself."""

    article_id: str
    day: date
    words: tuple[Term, ...]
    ties: bool = True


def in_order(articles: Sequence[StoryArticle]) -> list[StoryArticle]:
    """Return the articles in the order in which grouping takes them."""
    return sorted(articles, key=lambda a: (a.day, a.article_id))


def in_columns(articles: Sequence[StoryArticle]) -> tuple[Articles, tuple[tuple[str, bool], ...]]:
    """Return the articles by column, in order, and the words by their number."""
    ordered = in_order(articles)
    numbers: dict[tuple[str, bool], int] = {}
    words = [numbers.setdefault((w.word, w.named), len(numbers)) for a in ordered for w in a.words]
    columns = WordColumns(
        np.array([len(a.words) for a in ordered], dtype=np.int64),
        np.array(words, dtype=np.int64),
        np.array([w.weight for a in ordered for w in a.words], dtype=np.int64),
    )
    ties = np.array([a.ties and bool(a.words) for a in ordered], dtype=np.bool_)
    return Articles(tuple(a.day for a in ordered), ties, WordIndex(columns)), tuple(numbers)
