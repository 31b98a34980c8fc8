"""The words that say what an article, or a sentence, is about.

A word's weight is how often the text has it times how rare it is in the language; rarity comes from a fixed list of
each language (`rules/tables/word_frequency.LANGUAGE.tsv.gz`, made by `scripts/build_word_frequency.py`), never from the
articles at hand, so that an article's words are the same whatever else has arrived.
"""

from __future__ import annotations

import gzip
import math
from collections import Counter
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import NamedTuple

from transforms.language.names import plain
from transforms.language.parse import Parse, Token

_TABLES = Path(__file__).parents[1] / "rules/tables"
LISTED = frozenset(file.name.split(".")[1] for file in _TABLES.glob("word_frequency.*.tsv.gz"))
"""Codes of the languages whose words' rarity is known."""
_UNLISTED = 2.5
"""The Zipf frequency of a word that the list leaves out."""
_COMMONEST = 7.5
_CONTENT_WORDS = frozenset({"NOUN", "PROPN", "VERB", "ADJ", "NUM"})
_NAME_BONUS = 1.5
_NAMES = frozenset({"PERSON", "ORG", "GPE", "LOC", "FAC", "EVENT", "PRODUCT", "WORK_OF_ART", "NORP"})
ARTICLE_WORDS = 30
SENTENCE_WORDS = 10


class Salient(NamedTuple):
    """A salient word: its plain form, its weight, and whether it is part of a name."""

    word: str
    weight: float
    named: bool


@cache
def _listed(language: str) -> dict[str, float]:
    """Return the frequency of each plain word of a list; of words that are plainly the same, that of the commonest."""
    words: dict[str, float] = {}
    for line in gzip.decompress((_TABLES / f"word_frequency.{language}.tsv.gz").read_bytes()).decode().splitlines():
        zipf, _, of = line.partition("\t")
        for word in of.split():
            words.setdefault(plain(word), int(zipf) / 10)
    return words


@cache
def rarity(word: str, language: str = "en") -> float:
    """Return how rare a plain word is, from 0 (the commonest) to 5 (not in the list): the Zipf scale upside down.

    The language is one of `LISTED`.
    """
    return max(0.0, _COMMONEST - _listed(language).get(word, _UNLISTED))


def content_word(token: Token) -> str | None:
    """Return the plain form of a word that can say what a text is about, `None` for any other."""
    if (
        token.pos not in _CONTENT_WORDS
        or len(token.text) < 2
        or token.entity in ("DATE", "TIME", "PERCENT", "ORDINAL", "CARDINAL")
    ):
        return None
    word = plain(token.text if token.pos == "PROPN" else token.lemma).strip(".'’-")
    return word if len(word) > 1 and any(c.isalpha() for c in word) else None


def _weighed(tokens: Iterable[Token]) -> list[Salient]:
    counts: Counter[str] = Counter()
    names: set[str] = set()
    for token in tokens:
        word = content_word(token)
        if word:
            counts[word] += 1
            if token.entity in _NAMES:
                names.add(word)
    return [
        Salient(w, round((1 + math.log(n)) * rarity(w) * (_NAME_BONUS if w in names else 1.0), 2), w in names)
        for w, n in counts.items()
    ]


def _most(weighed: list[Salient], number: int) -> tuple[Salient, ...]:
    return tuple(sorted(weighed, key=lambda s: (-s.weight, s.word))[:number])


def salient_words(parse: Parse, number: int = ARTICLE_WORDS) -> tuple[Salient, ...]:
    """Return an article's most salient words, the most salient first."""
    return _most(_weighed(parse.tokens), number)


def sentence_words(parse: Parse, sentence: int, number: int = SENTENCE_WORDS) -> tuple[str, ...]:
    """Return one sentence's most salient words, the most salient first."""
    s = parse.sentences[sentence]
    return tuple(w.word for w in _most(_weighed(parse.tokens[s.first : s.last]), number))
