"""The words that say what an article is about: how often it has them, times how rare they are in its language.

Names and other words are weighed apart and count the same: two quakes share "magnitude" and "rubble", and only the
names tell them apart; two articles on one oil well share its owner, and only the other words show that both are about
the leak.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable

from transforms.language.names import plain, without_possessive
from transforms.language.salience import LISTED, rarity
from transforms.stories.values import LENGTH, Term

LEAD = 600
"""Characters, the title's among them, that make the beginning of an article."""
LEAD_COUNT = 1.5
"""So many times more does a word count that stands in the beginning."""
MOST = 120
"""Terms of an article: the words that weigh most."""
_WORD = re.compile(r"[^\W\d_]+(?:['’&.-][^\W\d_]+)*")


def terms_of(title: str | None, text: str, language: str | None) -> tuple[Term, ...]:
    """Return an article's terms; none where it has no words that are rare at all.

    Of a language whose words are not listed only the names count: its commonest words would pass for rare ones.
    """
    listed = language if language in LISTED else None
    whole = f"{title or ''}\n{text}"
    counts: Counter[str] = Counter()
    capital: Counter[str] = Counter()
    early: set[str] = set()
    for found in _WORD.finditer(whole):
        word = plain(without_possessive(found.group()))
        if len(word) < 2:
            continue
        counts[word] += 1
        capital[word] += found.group()[0].isupper()
        if found.start() < LEAD:
            early.add(word)
    capitals = {word for word in counts if 2 * capital[word] >= counts[word]}
    weights = {
        word: math.log1p(count + (LEAD_COUNT if word in early else 0)) * rarity(word, listed or "en")
        for word, count in counts.items()
        if listed or word in capitals
    }
    heaviest = sorted((w for w in weights if weights[w] > 0), key=lambda w: (-weights[w], w))[:MOST]
    named = {w: weights[w] for w in heaviest if w in capitals}
    others = {w: weights[w] for w in heaviest if w not in named}
    return (*_scaled(named, True), *_scaled(others, False))


def _scaled(weights: dict[str, float], named: bool) -> Iterable[Term]:
    """Yield the words with their weights scaled to `LENGTH`; those that come to nothing are left out."""
    length = math.sqrt(sum(w * w for w in weights.values()))
    for word, weight in weights.items():
        if whole := round(LENGTH * weight / length):
            yield Term(word, named, whole)
