"""Definite nouns for a body: "the agency" for the Coast Agency named last, "the company" for the one business near."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from transforms.events.attribution.sources import kinds_of_nouns
from transforms.events.participants.entities import Register
from transforms.language.closed_class import closed_class
from transforms.language.names import Named, name_rules, plain
from transforms.language.parse import Parse, Token
from transforms.language.phrases import PARTS
from transforms.titles.naming.described import Reference, called, names_before, reference_words, words_of

_BACK, _FAR = 2, 5
"""Sentences before a noun in which the body that it stands for has to be named; how far back if none is."""
_BODIES = ("ORG", "FAC", "PRODUCT")
_HEADS = (["chief", "executive"], ["managing", "director"])
_SHORT = (3, 5)
"""Fewest and most letters of a body's short form."""


def body_references(parse: Parse, register: Register) -> Iterator[Reference]:
    """Return nouns for the body named last, whose name has the noun in it: "the agency" for "Coast Agency"."""
    known: dict[str, set[str]] = {}
    for n in register.names:
        if n.kind in ("ORG", "FAC"):
            name = register.full(n.text)
            words = plain(name).split()
            for word in {words[-1], *(w for w, b in pairwise(words) if b in ("of", "for"))}:
                known.setdefault(word, set()).add(name)
    for noun in parse.tokens:
        found = known.get(plain(noun.lemma), set())
        if len(found) > 1 or words_of(parse, noun) != frozenset() or not _is_body(noun):
            continue
        near = _named_near(parse, register, noun)
        if near and (register.full(near[-1].text) in found or (not found and _abbreviates(near, noun))):
            short = near[-1].text
            yield called(noun, short if short.isupper() else register.full(short))


def _abbreviates(near: list[Named], noun: Token) -> bool:
    """True if the one body named shortly before has a short form that ends in a noun's letter: "the MCA", an agency."""
    short = near[-1].text
    if {n.text for n in near} != {short} or plain(short) in reference_words()["public_bodies"]:
        return False
    return _SHORT[0] <= len(short) <= _SHORT[1] and short.isupper() and short[-1].casefold() == noun.lemma[:1]


def _is_body(noun: Token) -> bool:
    lemma = plain(noun.lemma)
    return kinds_of_nouns().get(lemma) == "organisation" and lemma not in reference_words()["many_bodies"]


def company_references(parse: Parse, register: Register) -> Iterator[Reference]:
    """Return "the company" where a business is the only body that is named shortly before it."""
    known = {register.full(n.text) for n in register.names if n.kind == "ORG" and _is_business(parse, n)}
    for noun in parse.tokens:
        if plain(noun.lemma) not in reference_words()["businesses"] or words_of(parse, noun) != frozenset():
            continue
        near = _private(register, _named_near(parse, register, noun))
        if not near and len(known) == 1:
            near = _private(register, _named_near(parse, register, noun, _FAR))
        names = {register.full(n.text) for n in near}
        if len(names) == 1 and names <= known:
            yield called(noun, _without_ending(near[-1].text))


def _private(register: Register, names: list[Named]) -> list[Named]:
    """Return the bodies that may be a business: no agency of news, no parliament, no public office."""
    public = reference_words()["public_bodies"]
    found = []
    for n in names:
        words = plain(register.full(n.text)).split()
        if words[-1] not in public and " ".join(words) not in public and not (words[0] in public and "of" in words):
            found.append(n)
    return found


def _is_business(parse: Parse, n: Named) -> bool:
    """True if the words around a name show that it is a business's: its ending, its shares, its chief executive."""
    tokens, words = parse.tokens, reference_words()
    if any(not (c.isalnum() or c in " &.'’-") for c in n.text):
        return False
    inside = {plain(t.text).strip(".") for t in tokens[n.first : n.last + 1]}
    behind = [plain(t.text) for t in tokens[n.last : n.last + 3] if t.tag != "POS"][:2]
    before = [plain(t.lemma) for t in tokens[max(0, n.first - 2) : n.first]]
    if inside & name_rules().company_endings or set(behind[:1]) & words["held"] or behind in _HEADS:
        return True
    described = before[-1:] and tokens[n.first - 1].dep in PARTS and before[-1] in words["kinds_of_business"]
    return bool(described) or before in (["share", "in"], ["executive", "of"])


def _without_ending(name: str) -> str:
    """Return a company's name without "Inc" or "plc" behind it."""
    words = name.split()
    while len(words) > 1 and plain(words[-1]).strip(".") in name_rules().company_endings - closed_class(
        "kept_company_ending"
    ):
        words.pop()
    return " ".join(words).rstrip(",")


def _named_near(parse: Parse, register: Register, noun: Token, back: int = _BACK) -> list[Named]:
    """Return the bodies that are named before a noun in its sentence and some before it."""
    return [n for n in names_before(parse, register, noun, back) if n.kind in _BODIES]
