"""Definite nouns that stand for the one thing, body or person of their kind that an article named before."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from functools import cache
from itertools import pairwise
from typing import NamedTuple

from transforms.events.attribution.sources import kinds_of_nouns
from transforms.events.participants.entities import Register
from transforms.language.names import Named, name_rules, plain
from transforms.language.parse import Parse, Token
from transforms.language.phrases import MOST, PARTS, subtree
from transforms.rules.event_files import read_rules

_BACK = 2
"""Sentences before a noun in which the body that it stands for has to be named."""
_BODIES = ("ORG", "FAC", "PRODUCT")
_COUNTS = ("DATE", "TIME", "CARDINAL", "ORDINAL", "MONEY", "PERCENT", "QUANTITY")
_INTRODUCING = ("the", "a", "an", "this")
_MOST_NAME = 4
_SHORT = (3, 5)
"""Fewest and most letters of a body's short form."""
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
    return {name: frozenset(table["words"]) for name, table in rules.items()}


def is_full_name(name: str) -> bool:
    """True if a person's name has a first and a last name, and nothing that cannot be one of them."""
    words = name.split()
    if not 2 <= len(words) <= _MOST_NAME or any(len(w) > _LOUD and w.isupper() for w in words):
        return False
    small = reference_words()["name_particles"]
    return words[0][0].isupper() and words[-1][0].isupper() and all(w[0].isupper() or w in small for w in words)


def _bare(parse: Parse, noun: Token) -> frozenset[str] | None:
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


def same_noun_references(parse: Parse, _: Register) -> Iterator[Reference]:
    """Return nouns for things that the article names by the same noun with a name in front, and by no other.

    "The ferry" is "the Astrid Maren ferry"; where it tells of another ferry, or of ferries, it stands for neither.
    """
    known = _named_things(parse)
    for noun in parse.tokens:
        found = known.get(plain(noun.lemma))
        if found is None or _bare(parse, noun) != frozenset():
            continue
        longest = max(found, key=len)
        first = found[longest]
        if first is None or first >= noun.i or any(words != longest[-len(words) :] for words in found):
            continue
        last = first + len(longest)
        name = parse.text[parse.tokens[first].start : parse.tokens[last - 1].end]
        yield Reference(noun.i, noun.i + 1, f"{name} {noun.text}", noun.i)


def _named_things(parse: Parse) -> dict[str, dict[tuple[str, ...], int | None]]:
    """Return the words in front of each noun for a thing, with the first token that has them as those of one thing."""
    found: dict[str, dict[tuple[str, ...], int | None]] = {}
    for noun in parse.tokens:
        if noun.pos != "NOUN" or noun.dep in PARTS or plain(noun.lemma) not in reference_words()["things"]:
            continue
        first = _first_of(parse, noun)
        if first == noun.i:
            continue
        words = tuple(plain(t.text) for t in parse.tokens[first : noun.i])
        alike = found.setdefault(plain(noun.lemma), {})
        if alike.get(words) is None:
            alike[words] = first if noun.tag == "NN" and _is_introduced(parse, noun) else None
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
        if len(found) > 1 or _bare(parse, noun) != frozenset() or not _is_body(noun):
            continue
        near = _named_near(parse, register, noun)
        if near and (register.full(near[-1].text) in found or (not found and _abbreviates(near, noun))):
            yield _called(noun, near[-1].text)


def _abbreviates(near: list[Named], noun: Token) -> bool:
    """True if the one body named shortly before has a short form that ends in a noun's letter: "the MCA", an agency."""
    short = near[-1].text
    same = {n.text for n in near} == {short}
    return same and _SHORT[0] <= len(short) <= _SHORT[1] and short.isupper() and short[-1].casefold() == noun.lemma[:1]


def _is_body(noun: Token) -> bool:
    lemma = plain(noun.lemma)
    return kinds_of_nouns().get(lemma) == "organisation" and lemma not in reference_words()["many_bodies"]


def _called(noun: Token, name: str, words: int = 0) -> Reference:
    return Reference(noun.i - 1 - words, noun.i + 1, name, noun.i)


def _named_near(parse: Parse, register: Register, noun: Token) -> list[Named]:
    """Return the bodies that are named before a noun in its sentence and the two before it."""
    return [n for n in _before(parse, register, noun, _BACK) if n.kind in _BODIES]


def _before(parse: Parse, register: Register, noun: Token, back: int) -> tuple[Named, ...]:
    """Return the names before a noun in its sentence and in some sentences before that."""
    first = parse.sentences[max(0, noun.sentence - back)].first
    names = register.names
    return names[bisect_left(names, first, key=_first) : bisect_left(names, noun.i, key=_first)]


def _first(n: Named) -> int:
    return n.first


def company_references(parse: Parse, register: Register) -> Iterator[Reference]:
    """Return "the company" where a business is the only body that is named shortly before it."""
    known = {register.full(n.text) for n in register.names if n.kind == "ORG" and _is_business(parse, n)}
    for noun in parse.tokens:
        if plain(noun.lemma) not in reference_words()["businesses"] or _bare(parse, noun) != frozenset():
            continue
        near = _named_near(parse, register, noun)
        names = {register.full(n.text) for n in near}
        if len(names) == 1 and names <= known:
            yield _called(noun, _without_ending(near[-1].text))


def _is_business(parse: Parse, n: Named) -> bool:
    """True if the words around a name show that it is a business's: its ending, its shares, its chief executive."""
    tokens, words = parse.tokens, reference_words()
    if any(not (c.isalnum() or c in " &.'’-") for c in n.text):
        return False
    inside = {plain(t.text).strip(".") for t in tokens[n.first : n.last + 1]}
    behind = [plain(t.text) for t in tokens[n.last : n.last + 3] if t.tag != "POS"][:2]
    before = [plain(t.lemma) for t in tokens[max(0, n.first - 2) : n.first]]
    if inside & name_rules().company_endings or set(behind[:1]) & words["held"] or behind == ["chief", "executive"]:
        return True
    described = before[-1:] and tokens[n.first - 1].dep in PARTS and before[-1] in words["kinds_of_business"]
    return bool(described) or before in (["share", "in"], ["executive", "of"])


def _without_ending(name: str) -> str:
    """Return a company's name without "Inc" or "plc" behind it."""
    words = name.split()
    while len(words) > 1 and plain(words[-1]).strip(".") in name_rules().company_endings - {"group", "company", "co"}:
        words.pop()
    return " ".join(words).rstrip(",")


def office_references(parse: Parse, register: Register) -> Iterator[Reference]:
    """Return nouns for the one person whom the article gives that office: "the mayor" behind "Mayor Ada Vale"."""
    bearers: dict[str, dict[str, list[tuple[int, frozenset[str]]]]] = {}
    for n in register.names:
        name = register.full(n.text)
        if n.kind == "PERSON" and is_full_name(name):
            for word, others in _offices(parse, n):
                bearers.setdefault(word, {}).setdefault(name, []).append((n.first, others))
    for noun in parse.tokens:
        found = bearers.get(plain(noun.lemma), {})
        own = _bare(parse, noun) if len(found) == 1 else None
        if own is None:
            continue
        name, given = next(iter(found.items()))
        if any(at < noun.i and own <= others for at, others in given) and _is_near(parse, register, noun, name):
            yield _called(noun, name, len(own))


def _is_near(parse: Parse, register: Register, noun: Token, name: str) -> bool:
    """True if somebody is named shortly before a noun, and not in its own sentence, where a pronoun would stand."""
    near = [n for n in _before(parse, register, noun, _BACK + 1) if register.full(n.text) == name]
    return bool(near) and all(parse.tokens[n.first].sentence < noun.sentence for n in near)


def _offices(parse: Parse, n: Named) -> Iterator[tuple[str, frozenset[str]]]:
    """Return the nouns that describe a person beside the name, each with the words in front of it."""
    tokens, front, i = parse.tokens, [], n.first - 1
    while i >= 0 and tokens[i].sentence == tokens[n.first].sentence and tokens[i].dep in PARTS:
        front.append(tokens[i])
        i -= 1
    if front:
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
