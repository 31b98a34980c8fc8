"""Definite nouns for the disease that an article is about: "the virus" for the swine flu virus, "the illness"."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from transforms.events.participants.entities import Register
from transforms.language.closed_class import closed_class
from transforms.language.names import plain
from transforms.language.parse import Parse, Token
from transforms.titles.naming.described import Reference, reference_words, words_of

_BACK = 3
"""Sentences before a noun in which no other disease may be named."""
_LEAST = 2
"""How often an article has to name a disease that it goes on about."""


class _Disease(NamedTuple):
    """Where a disease is named, and how."""

    at: int
    name: str


def disease_references(parse: Parse, _: Register) -> Iterator[Reference]:
    """Return nouns that stand for the disease which the article names most, where no other is named shortly before."""
    named = _diseases(parse)
    counts = Counter(d.name for d in named)
    if not counts:
        return
    most = counts.most_common(2)
    name, count = most[0]
    if count < _LEAST or (len(most) > 1 and most[1][1] * 2 > count):
        return
    first = min(d.at for d in named if d.name == name)
    for noun in parse.tokens:
        kind = plain(noun.lemma)
        if noun.i < first or kind not in reference_words()["of_diseases"] or words_of(parse, noun) != frozenset():
            continue
        back = parse.sentences[max(0, noun.sentence - _BACK)].first
        near = {d.name for d in named[bisect_left(named, (back,)) : bisect_left(named, (noun.i,))]}
        if near <= {name}:
            whole = kind in closed_class("word_for_disease")
            yield Reference(noun.i - whole, noun.i + 1, name if whole else f"{name} {noun.text}", noun.i)


def _diseases(parse: Parse) -> list[_Disease]:
    """Return the diseases that an article names, in text order; but no "flu" of which nothing says what kind it is."""
    found = []
    for token in parse.tokens:
        word = plain(token.text)
        if word in reference_words()["diseases"]:
            found.append(_Disease(token.i, token.text))
        elif word in closed_class("disease_of_kinds") and (kind := _kind_of(parse, token)):
            found.append(_Disease(token.i, f"{kind} {token.text}".casefold() if kind.istitle() else f"{kind} {word}"))
    return found


def _kind_of(parse: Parse, token: Token) -> str:
    """Return the word in front of "flu" that says which it is."""
    before = parse.tokens[token.i - 1] if token.i else None
    return before.text if before is not None and plain(before.text) in reference_words()["kinds_of_flu"] else ""
