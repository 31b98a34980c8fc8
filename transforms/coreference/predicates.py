"""What a verb names together with its words: "opened fire" is a shooting, "gave evidence" is testimony."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from transforms.language.closed_class import closed_class
from transforms.language.concepts import known, stem
from transforms.language.parse import Parse, Token
from transforms.language.phrases import MOST
from transforms.rules.event_files import fault, read_rules

FILE = "predicates.toml"
_OBJECTS = frozenset({"dobj", "obj", "dative", "nsubjpass"})
_BEFORE = frozenset({"amod", "compound"})


@dataclass(frozen=True, slots=True)
class Predicate:
    """A concept, and the words that name it together with a verb, by whether they are its object or its subject."""

    concept: str
    object: frozenset[str]
    subject: frozenset[str]
    both: bool = False
    """Whether the object names the same: "evidence" of "gave evidence", but not "trial" of "told the trial"."""
    harmed: bool = False
    """Whether it also happened to the object: to "oil" of "poured oil", but not to "fire" of "opened fire"."""


@cache
def _verbs() -> dict[str, tuple[Predicate, ...]]:
    """Return the rules by verb, and by verb and particle."""
    found: dict[str, tuple[Predicate, ...]] = {}
    for rule in read_rules(FILE)["predicate"]:
        of = Predicate(
            _group(rule["is"]),
            _words(rule.get("object")),
            _words(rule.get("subject")),
            both=rule.get("both", False),
            harmed=rule.get("harmed", False),
        )
        for verb in rule["verbs"].split():
            found[verb] = (*found.get(verb, ()), of)
    return found


@cache
def _nouns() -> dict[str, tuple[Predicate, ...]]:
    found: dict[str, tuple[Predicate, ...]] = {}
    for rule in read_rules(FILE)["noun"]:
        of = Predicate(_group(rule["is"]), _words(rule["before"]), frozenset())
        for noun in rule["nouns"].split():
            found[noun] = (*found.get(noun, ()), of)
    return found


@cache
def own_words(of: str) -> frozenset[str]:
    """Return the stems of the words by which verbs name a concept: they are no participants of it."""
    return frozenset(
        stem(word)
        for rules in _verbs().values()
        for rule in rules
        if rule.concept == of and not rule.harmed
        for word in rule.object | rule.subject
    )


def load() -> None:
    """Load the rules.

    Raises:
        RuleError: where one names no group, naming the line.
    """
    _verbs()
    _nouns()


def named_together(parse: Parse, head: int) -> str:
    """Return the concept that a word names together with those around it; "" where it names its own.

    A noun that a verb needs to name something ("opened fire") names the same.
    """
    token = parse.tokens[head]
    if token.pos in ("VERB", "AUX"):
        return _of_verb(parse, head, None)
    if token.pos not in ("NOUN", "PROPN"):
        return ""
    before = {parse.tokens[c].lemma.casefold() for c in parse.children[head][:MOST] if parse.tokens[c].dep in _BEFORE}
    for rule in _nouns().get(token.lemma.casefold(), ()):
        if rule.object & before:
            return rule.concept
    return _of_verb(parse, token.head, head) if token.dep in _OBJECTS else ""


def _of_verb(parse: Parse, verb: int, noun: int | None) -> str:
    """Return the concept that a verb names with its words, or with one noun among them."""
    lemma = parse.tokens[verb].lemma.casefold()
    particle = next((t.text.casefold() for t in _under(parse, verb) if t.dep in ("prt", "advmod")), "")
    rules = (*_verbs().get(f"{lemma}_{particle}", ()), *_verbs().get(lemma, ()))
    if not rules:
        return ""
    objects, subjects = set(_objects(parse, verb)), set(_subjects(parse, verb))
    for rule in rules:
        if noun is None and not rule.object and not rule.subject:
            return rule.concept
        words = {i for i in objects if _lemma(parse, i) in rule.object}
        words |= {i for i in subjects if _lemma(parse, i) in rule.subject}
        if words and (noun is None or (rule.both and noun in words)):
            return rule.concept
    return ""


def _objects(parse: Parse, verb: int) -> Iterator[int]:
    """Find what a verb is done to or with: its object, what stands behind "to", and what it stands behind itself."""
    for t in _under(parse, verb):
        if t.dep in _OBJECTS:
            yield t.i
        elif t.dep in ("prep", "dative") and t.text.casefold() in closed_class("done_to_or_with"):
            yield from (c.i for c in _under(parse, t.i) if c.dep == "pobj")
    if parse.tokens[verb].dep == "acl" and parse.tokens[verb].tag == "VBN":
        yield parse.tokens[verb].head


def _subjects(parse: Parse, verb: int) -> Iterator[int]:
    """Find who or what does it: the subject, behind "by", or the noun that a clause describes."""
    for t in _under(parse, verb):
        if t.dep == "nsubj":
            yield parse.tokens[verb].head if t.tag in ("WDT", "WP") else t.i
        elif t.dep == "agent" or (t.dep == "prep" and t.text.casefold() in closed_class("by_whom")):
            yield from (c.i for c in _under(parse, t.i) if c.dep == "pobj")
    if parse.tokens[verb].dep == "acl" and parse.tokens[verb].tag == "VBG":
        yield parse.tokens[verb].head


def _under(parse: Parse, i: int) -> Iterator[Token]:
    return (parse.tokens[c] for c in parse.children[i][:MOST])


def _lemma(parse: Parse, i: int) -> str:
    return parse.tokens[i].lemma.casefold()


def _words(text: str | None) -> frozenset[str]:
    return frozenset((text or "").split())


def _group(name: str) -> str:
    if not known(name):
        raise fault(FILE, name, f"{name!r} is no group of words for one happening")
    return name
