"""Definite nouns for a thing that the article names by the same noun: "the ferry" is "the Astrid Maren ferry".

Where it tells of another ferry, or of ferries, the noun stands for the one named right before, or for neither.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from transforms.events.participants.entities import Register
from transforms.language.closed_class import closed_class
from transforms.language.names import plain
from transforms.language.parse import Parse, Token
from transforms.language.phrases import MOST, PARTS
from transforms.titles.naming.described import Reference, reference_words, words_of

_BACK = 3
"""Sentences before a noun within which one of several things has to be the only one."""
_COUNTS = ("DATE", "TIME", "CARDINAL", "ORDINAL", "MONEY", "PERCENT", "QUANTITY")
_INTRODUCING = closed_class("introducing_a_thing")


class _Thing(NamedTuple):
    """A noun with words in front that name it."""

    first: int
    noun: int
    words: tuple[str, ...]
    one: bool
    """Whether it stands for one certain thing."""


def same_noun_references(parse: Parse, _: Register) -> Iterator[Reference]:
    """Return nouns for things that the article names by the same noun with a name in front."""
    known = _named_things(parse)
    for noun in parse.tokens:
        things = known.get(plain(noun.lemma), [])
        if not things or words_of(parse, noun) != frozenset():
            continue
        before = things[: bisect_left(things, noun.i, key=_place)]
        back = parse.sentences[max(0, noun.sentence - _BACK)].first
        meant = _only(things, before) or _only(before[bisect_left(before, back, key=_place) :], before)
        if meant is not None and _is_main(things, meant):
            words = parse.text[parse.tokens[meant.first].start : parse.tokens[meant.noun - 1].end]
            yield Reference(noun.i, noun.i + 1, f"{words} {noun.text}", noun.i)


def _place(thing: _Thing) -> int:
    return thing.noun


def _only(things: Sequence[_Thing], before: Sequence[_Thing]) -> _Thing | None:
    """Return the thing that all of some can be, named before: "the flu virus" can be "the swine flu virus"."""
    if not things:
        return None
    longest = max(things, key=lambda t: len(t.words)).words
    if any(t.words != longest[-len(t.words) :] for t in things):
        return None
    return next((t for t in before if t.one and t.words == longest), None)


def _is_main(things: Sequence[_Thing], thing: _Thing) -> bool:
    """True if the article names no other thing of its kind more often: that may be the one it goes on about."""
    counts = Counter(t.words for t in things)
    same = sum(n for words, n in counts.items() if words == thing.words[-len(words) :])
    return all(n <= same for words, n in counts.items() if words != thing.words[-len(words) :])


def _named_things(parse: Parse) -> dict[str, list[_Thing]]:
    """Return by their nouns all things that have a name in front, in text order."""
    found: dict[str, list[_Thing]] = {}
    for noun in parse.tokens:
        if noun.pos != "NOUN" or noun.dep in PARTS or plain(noun.lemma) not in reference_words()["things"]:
            continue
        first = _first_of(parse, noun)
        if first < noun.i:
            words = tuple(plain(t.text) for t in parse.tokens[first : noun.i])
            one = noun.tag == "NN" and _is_introduced(parse, noun)
            found.setdefault(plain(noun.lemma), []).append(_Thing(first, noun.i, words, one))
    return found


def _first_of(parse: Parse, noun: Token) -> int:
    """Return the first of the nouns and names right in front of a noun that tell which one it is."""
    first, tokens = noun.i, parse.tokens
    while first and tokens[first - 1].sentence == noun.sentence:
        before = tokens[first - 1]
        named = before.dep in ("compound", "nmod") and before.pos in ("NOUN", "PROPN")
        if not (named or (before.dep == "amod" and before.entity == "NORP")) or not first <= before.head <= noun.i:
            break
        if before.entity in _COUNTS or len(before.text) < 2:
            break
        first -= 1
    return first


def _is_introduced(parse: Parse, noun: Token) -> bool:
    """True if an article or an owner stands in front of a noun, and no year or number that sets it apart."""
    front = [parse.tokens[c] for c in parse.children[noun.i][:MOST] if c < noun.i]
    if any(t.dep == "nummod" or t.tag == "CD" or t.entity == "DATE" for t in front):
        return False
    return any(t.dep == "poss" or (t.dep == "det" and plain(t.text) in _INTRODUCING) for t in front)
