"""Which articles argue, ask or speak of their writer: columns, letters, comments, memoirs.

They tell little that is new.  Such a text is known by its own sentences, quotations and reported words left out: many
speak of "I", "we" or "you", ask, or say what should be done.
"""

from __future__ import annotations

from collections.abc import Sequence

from transforms.language.closed_class import closed_class
from transforms.language.parse import Parse, Sentence

LEAST_SHARE = 0.15
"""What share of a text's own sentences argue before it is an essay."""
LEAST_SENTENCES = 2
LEAST_WORDS = 4
"""A shorter sentence is a heading or a caption."""
_PERSONS = closed_class("own_and_hearers")
_URGING = closed_class("urging")
_UP = 12
_MARKS = frozenset('"“”«»')


def is_essay(parse: Parse, quoted: Sequence[tuple[int, int]]) -> bool:
    """True if an article argues or speaks of its writer, whatever it quotes."""
    own = [s for s in parse.sentences if s.last - s.first >= LEAST_WORDS and not _quotes(parse, s, quoted)]
    arguing = sum(_argues(parse, s) for s in own)
    return arguing >= LEAST_SENTENCES and arguing >= LEAST_SHARE * len(own)


def _quotes(parse: Parse, s: Sentence, quoted: Sequence[tuple[int, int]]) -> bool:
    """True if any of a sentence stands in somebody else's words."""
    return any(first < s.end and s.start < last for first, last in quoted) or bool(
        _MARKS & set(parse.text[s.start : s.end])
    )


def _argues(parse: Parse, s: Sentence) -> bool:
    """True if a sentence asks, or its own words, not reported ones, speak of writer or reader or urge."""
    tokens = parse.tokens[s.first : s.last]
    # "US" is a country, "us" are we.
    return tokens[-1].text == "?" or any(
        (t.text.casefold() in _PERSONS or t.text == "us" or t.text.casefold() in _URGING) and not _reported(parse, t.i)
        for t in tokens
    )


def _reported(parse: Parse, i: int) -> bool:
    """True if a word stands in what the sentence says that somebody says."""
    for _ in range(_UP):
        token = parse.tokens[i]
        if token.dep == "ccomp":
            return True
        if token.head == i:
            return False
        i = token.head
    return False
