"""What grouping into stories reads of an article; all frozen, none of it tied to a store."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

UNDATED = date.max
"""Stands for the day of an article that has none: it comes after all others."""
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
class StoryArticle:
    """An article as grouping sees it."""

    article_id: str
    day: date
    """Its day of publication, or `UNDATED`."""
    words: tuple[Term, ...]
    ties: bool = True
    """Whether it may tie others together; a page of many stories belongs to one at most, and ties none."""
