"""Which type a word of many senses has in its place: by its subject, its object, what follows it.

"Rents fell" is a change of price and "the rider fell" is not: a type needs its arguments, else it is another.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from transforms.events.mentions.event_types import SENSE_FILE
from transforms.language.closed_class import closed_class
from transforms.language.parse import Parse, Token
from transforms.rules.event_files import fault, read_rules

_KEYS = frozenset(["subject", "object", "owner", "after", "clause", "beside", "under", "amount", "otherwise"])
_OTHER_KEYS = frozenset(["id", "part", "words", "type", "every", "examples", "rejects"])
_PARTS = {"verb": "V", "noun": "N"}
_AMOUNTS = frozenset(["MONEY", "PERCENT", "QUANTITY", "CARDINAL"])
_BY = closed_class("by_an_amount")
_RELATIVE = closed_class("relative")
_SHARED = frozenset(["conj", "xcomp", "advcl"])
_DATES = frozenset(["DATE", "TIME"])
_BEFORE_DATES = closed_class("before_a_date")
_MOST = 50
_STEPS = 4


@dataclass(frozen=True, slots=True)
class Kind:
    """What a subject or an object may be."""

    words: frozenset[str]
    entities: frozenset[str]

    def holds(self, token: Token) -> bool:
        """True if the head of a noun phrase is of this kind."""
        return token.lemma.lower() in self.words or token.text.lower() in self.words or token.entity in self.entities


@dataclass(frozen=True, slots=True)
class Sense:
    """One meaning of some words, with what shows it."""

    event_type: str
    subject: tuple[Kind, ...] = ()
    object: tuple[Kind, ...] = ()
    owner: tuple[Kind, ...] = ()
    after: tuple[tuple[str, Kind | None], ...] = ()
    clause: frozenset[str] = frozenset()
    beside: frozenset[str] = frozenset()
    under: frozenset[str] = frozenset()
    amount: bool = False
    every: bool = False
    otherwise: bool = False


@cache
def senses() -> Mapping[tuple[str, str], tuple[Sense, ...]]:
    """Return the senses by part of speech ("V", "N") and lemma, as the file orders them, the unconditional last.

    Raises:
        RuleError: where a sense names an unknown kind, part or key, or has no condition.
    """
    tables = read_rules(SENSE_FILE)
    kinds = {name: _kind(table) for name, table in tables["kinds"].items()}
    found: dict[tuple[str, str], list[Sense]] = {}
    for table in tables["sense"]:
        sense = _sense(table, kinds)
        for word in table["words"].split():
            found.setdefault((_PARTS[table["part"]], word), []).append(sense)
    return {key: tuple(sorted(of, key=lambda sense: sense.otherwise)) for key, of in found.items()}


def sense_in_place(parse: Parse, token: Token, lemma: str) -> str | None:
    """Return the event type of a word as its sentence shows it; `None` where the word has no sense that fits."""
    for sense in senses().get((token.tag[:1], lemma), ()):
        if sense.otherwise or _fits(parse, token, sense):
            return sense.event_type
    return None


def _kind(table: Mapping[str, Any]) -> Kind:
    words = f"{table.get('words', '')} {table.get('pronouns', '')}".split()
    return Kind(frozenset(words), frozenset(table.get("entities", ())))


def _sense(table: Mapping[str, Any], kinds: Mapping[str, Kind]) -> Sense:
    conditions = _KEYS & set(table)
    unknown = set(table) - _KEYS - _OTHER_KEYS
    if unknown or not conditions or table["part"] not in _PARTS:
        raise fault(SENSE_FILE, table["id"], f"a sense has a part, words, a type and a condition, and no {unknown}")
    named = {
        *(k for key in ("subject", "object", "owner") for k in table.get(key, ())),
        *(p.partition(":")[2] for p in table.get("after", ()) if ":" in p),
    }
    if missing := named - set(kinds):
        raise fault(SENSE_FILE, table["id"], f"unknown kinds {sorted(missing)}")
    after = (p.partition(":") for p in table.get("after", ()))
    return Sense(
        event_type=table["type"],
        subject=tuple(kinds[k] for k in table.get("subject", ())),
        object=tuple(kinds[k] for k in table.get("object", ())),
        owner=tuple(kinds[k] for k in table.get("owner", ())),
        after=tuple((word, kinds[kind] if kind else None) for word, _, kind in after),
        clause=frozenset(table.get("clause", ())),
        beside=frozenset(table.get("beside", "").split()),
        under=frozenset(table.get("under", "").split()),
        amount=table.get("amount", False),
        every=table.get("every", False),
        otherwise=table.get("otherwise", False),
    )


def _fits(parse: Parse, token: Token, sense: Sense) -> bool:
    """True if one of a sense's conditions holds, or every one where it asks for that."""
    held = _conditions(parse, token, sense)
    return all(held) if sense.every else any(held)


def _conditions(parse: Parse, token: Token, sense: Sense) -> Iterator[bool]:
    """Return whether each of a sense's conditions holds, the cheap ones first."""
    tokens = parse.tokens
    children = [tokens[c] for c in parse.children[token.i][:_MOST]]
    if sense.clause:
        yield any(c.dep in sense.clause for c in children)
    if sense.beside:
        yield any(c.lemma.lower() in sense.beside for c in children)
    if sense.under:
        yield token.dep in ("dobj", "nsubjpass") and tokens[token.head].lemma.lower() in sense.under
    if sense.amount:
        yield _has_amount(parse, children)
    if sense.owner:
        yield any(_is_one(c, sense.owner) for c in children if c.dep in ("poss", "compound", "amod", "nmod"))
    if sense.after:
        yield any(_follows(parse, children, word, kind) for word, kind in sense.after)
    if sense.object:
        yield any(_is_one(o, sense.object) for o in _objects(parse, token, children))
    if sense.subject:
        yield any(_is_one(s, sense.subject) for s in _subjects(parse, token, children))


def _is_one(token: Token, kinds: tuple[Kind, ...]) -> bool:
    return any(kind.holds(token) for kind in kinds)


def _has_amount(parse: Parse, children: list[Token]) -> bool:
    """True if a figure says by how much: "fell 4 percent", "rose to $3"."""
    for child in children:
        if child.dep in ("npadvmod", "dobj") and child.entity in _AMOUNTS:
            return True
        if child.dep == "prep" and child.lemma.lower() in _BY:
            behind = parse.children[child.i][:_MOST]
            if any(parse.tokens[c].dep == "pobj" and parse.tokens[c].entity in _AMOUNTS for c in behind):
                return True
    return False


def _follows(parse: Parse, children: list[Token], word: str, kind: Kind | None) -> bool:
    """True if a preposition hangs on the word, and behind it what is of the kind."""
    for child in children:
        if child.dep not in ("prep", "agent", "prt", "advmod") or child.text.lower() != word:
            continue
        behind = [parse.tokens[c] for c in parse.children[child.i][:_MOST] if parse.tokens[c].dep == "pobj"]
        if any(kind.holds(b) for b in behind) if kind is not None else not is_when(parse, child):
            return True
    return False


def is_when(parse: Parse, preposition: Token) -> bool:
    """True if a preposition only opens a date: "called on Monday" is not "called on the mayor"."""
    if preposition.lemma.lower() not in _BEFORE_DATES:
        return False
    return any(parse.tokens[c].entity in _DATES for c in parse.children[preposition.i])


def _objects(parse: Parse, token: Token, children: list[Token]) -> Iterator[Token]:
    """Return what a verb acts on: its object, a passive's subject, also one joined to it, the noun of a participle."""
    if token.dep == "acl" and token.tag == "VBN":
        yield parse.tokens[token.head]
    if token.dep == "amod":
        yield parse.tokens[token.head]
    own = False
    for child in children:
        if child.dep in ("dobj", "nsubjpass"):
            own = True
            yield from _meant(parse, token, child)
    if token.dep == "conj" and token.tag == "VBN" and not own:
        first = parse.tokens[token.head]
        for c in parse.children[first.i][:_MOST]:
            if parse.tokens[c].dep == "nsubjpass":
                yield from _meant(parse, first, parse.tokens[c])


def _subjects(parse: Parse, token: Token, children: list[Token]) -> Iterator[Token]:
    """Who does it: a verb's own subject, else that of the verb it is joined to or hangs on."""
    for _ in range(_STEPS):
        own = [c for c in children if c.dep in ("nsubj", "nsubjpass")]
        for child in own:
            if child.dep == "nsubj":
                yield from _meant(parse, token, child)
        if own:
            return
        if token.dep == "acl" and token.tag == "VBG":
            yield parse.tokens[token.head]
            return
        if token.dep not in _SHARED or token.head == token.i:
            return
        token = parse.tokens[token.head]
        children = [parse.tokens[c] for c in parse.children[token.i][:_MOST]]


def _meant(parse: Parse, verb: Token, noun: Token) -> Iterator[Token]:
    """Return the noun, or the antecedent of "who" or "which"; of "six of the men" the men too."""
    if noun.text.lower() in _RELATIVE and verb.dep == "relcl":
        noun = parse.tokens[verb.head]
    yield noun
    for child in parse.children[noun.i][:_MOST]:
        if parse.tokens[child].dep == "prep" and parse.tokens[child].text.lower() == "of":
            yield from (parse.tokens[c] for c in parse.children[child][:_MOST] if parse.tokens[c].dep == "pobj")
