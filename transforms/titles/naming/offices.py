"""Definite nouns for the one person whom the article gives an office: "the mayor" behind "Mayor Ada Vale"."""

from __future__ import annotations

from collections.abc import Iterator

from transforms.events.attribution.sources import kinds_of_nouns
from transforms.events.participants.entities import Register
from transforms.language.names import Named, name_rules, plain
from transforms.language.parse import Parse, Token
from transforms.language.phrases import MOST, PARTS, subtree
from transforms.titles.naming.described import (
    Reference,
    called,
    is_full_name,
    names_before,
    reference_words,
    short_titles,
    words_of,
)

_BACK = 3
"""Sentences before a noun in which its bearer has to be named."""
_FRONT = 12
"""Words in front of a name that may be its office."""


def office_references(parse: Parse, register: Register) -> Iterator[Reference]:
    """Return nouns for the one person whom the article gives that office: "the mayor" behind "Mayor Ada Vale"."""
    bearers: dict[str, dict[str, list[tuple[int, frozenset[str]]]]] = {}
    for n in register.names:
        name = register.full(n.text)
        if n.kind == "PERSON":
            for word, others in _offices(parse, n):
                bearers.setdefault(word, {}).setdefault(name, []).append((n.first, others))
    for noun in parse.tokens:
        found = bearers.get(plain(noun.lemma), {})
        own = words_of(parse, noun) if len(found) == 1 else None
        if own is None:
            continue
        name, given = next(iter(found.items()))
        if (
            is_full_name(name)
            and any(at < noun.i and own <= others for at, others in given)
            and _is_near(parse, register, noun, name)
        ):
            yield called(noun, name, len(own))


def _is_near(parse: Parse, register: Register, noun: Token, name: str) -> bool:
    """True if somebody is named shortly before a noun, and not in its own sentence, where a pronoun would stand."""
    near = [n for n in names_before(parse, register, noun, _BACK) if register.full(n.text) == name]
    return bool(near) and all(parse.tokens[n.first].sentence < noun.sentence for n in near)


def _offices(parse: Parse, n: Named) -> Iterator[tuple[str, frozenset[str]]]:
    """Return the nouns that describe a person beside the name, each with the words in front of it."""
    tokens, i = parse.tokens, n.first - 1
    front: list[Token] = []
    while i >= 0 and len(front) < _FRONT and tokens[i].sentence == tokens[n.first].sentence and tokens[i].dep in PARTS:
        front.append(tokens[i])
        i -= 1
    short = short_titles().get(plain(tokens[n.first - 1].text).strip(".")) if n.first else None
    if short is not None:
        yield short, frozenset()
    elif front:
        yield from _office(front[0], front[1:])
    head = n.last - 1
    beside = [c for c in parse.children[head][:MOST] if tokens[c].dep == "appos"]
    for b in [*beside, tokens[head].head] if tokens[head].dep == "appos" else beside:
        noun = tokens[b]
        joined = any(tokens[c].dep == "conj" for c in parse.children[b][:MOST])
        if noun.tag == "NN" and noun.pos == "NOUN" and not noun.entity and not joined:
            yield from _office(noun, [tokens[j] for j in subtree(parse, b) if j < b and tokens[j].dep in PARTS])


def _office(noun: Token, front: list[Token]) -> Iterator[tuple[str, frozenset[str]]]:
    words = frozenset(plain(t.text) for t in front)
    if noun.pos in ("NOUN", "PROPN") and is_office(noun) and not words & name_rules().no_longer:
        yield plain(noun.lemma), words


def is_office(noun: Token) -> bool:
    """True if a noun says what somebody does, not only that it is a person or whose child."""
    word = plain(noun.lemma)
    return kinds_of_nouns().get(word) == "person" and word not in reference_words()["anybody"]
