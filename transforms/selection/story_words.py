"""Which words a story is about: of those that its sentences share, what is frequent there and rare elsewhere."""

from __future__ import annotations

from collections.abc import Mapping

from transforms.language.names import plain
from transforms.language.salience import rarity

COMMON = 1.2
"""Words that are no rarer than this tell nothing, on the scale of `salience.rarity`."""
STORY_WORDS = 20
"""How many words make a story."""


def most_salient(sentences: Mapping[str, int]) -> frozenset[str]:
    """Return the words that a story is about, of its words with how many of its sentences have each."""
    rarities = {word: rarity(plain(word)) for word in sentences}
    weights = {word: sentences[word] * rare for word, rare in rarities.items() if rare > COMMON}
    return frozenset(sorted(weights, key=lambda w: (-weights[w], w))[:STORY_WORDS])
