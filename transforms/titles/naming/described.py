"""What the references of a title share: their value, the nouns that may be one, the names that stand before them."""

from __future__ import annotations

from bisect import bisect_left
from functools import cache
from typing import NamedTuple

from transforms.events.participants.entities import Register
from transforms.language.names import Named, plain
from transforms.language.parse import Parse, Token
from transforms.language.phrases import MOST, PARTS
from transforms.rules.event_files import read_rules

_MOST_NAME = 4
_LOUD = 3
"""Letters of a word in capitals throughout that may be an acronym within somebody's name."""


class Reference(NamedTuple):
    """The tokens of some words, half-open, and what a line by itself calls what they stand for."""

    first: int
    last: int
    name: str
    head: int
    """The token that the others hang on."""


@cache
def reference_words() -> dict[str, frozenset[str]]:
    """Load the word lists of `references.toml` by their names."""
    rules = read_rules("references.toml")
    return {name: frozenset(table["words"]) for name, table in rules.items() if "words" in table}


@cache
def short_titles() -> dict[str, str]:
    """Return the office that each short title in front of a name stands for."""
    return {
        word: office for office, words in read_rules("references.toml")["titles"]["offices"].items() for word in words
    }


def is_full_name(name: str) -> bool:
    """True if a person's name has a first and a last name, and nothing that cannot be one of them."""
    words = name.split()
    if any(not (c.isalpha() or c in " .-'’") for c in name):
        return False
    if not 2 <= len(words) <= _MOST_NAME or any(len(w) > _LOUD and w.isupper() for w in words):
        return False
    small = reference_words()["name_particles"]
    return words[0][0].isupper() and words[-1][0].isupper() and all(w[0].isupper() or w in small for w in words)


def words_of(parse: Parse, noun: Token) -> frozenset[str] | None:
    """Return the words between "the" and a noun that nothing follows; `None` for any other noun."""
    if noun.tag != "NN" or noun.entity or noun.dep in (*PARTS, "appos"):
        return None
    below = [parse.tokens[c] for c in parse.children[noun.i][:MOST]]
    articles = [c.i for c in below if c.dep == "det"]
    if len(articles) != 1 or plain(parse.tokens[articles[0]].text) != "the":
        return None
    if any(c.dep not in ("det", "case", "punct", *PARTS) or (c.i > noun.i and c.dep in PARTS) for c in below):
        return None
    return frozenset(plain(parse.tokens[i].text) for i in range(articles[0] + 1, noun.i))


def called(noun: Token, name: str, words: int = 0) -> Reference:
    """Return a name for "the" with a noun and the words between them."""
    return Reference(noun.i - 1 - words, noun.i + 1, name, noun.i)


def names_before(parse: Parse, register: Register, noun: Token, back: int) -> tuple[Named, ...]:
    """Return the names before a noun in its sentence and in some sentences before that."""
    first = parse.sentences[max(0, noun.sentence - back)].first
    names = register.names
    return names[bisect_left(names, first, key=_first) : bisect_left(names, noun.i, key=_first)]


def _first(n: Named) -> int:
    return n.first
