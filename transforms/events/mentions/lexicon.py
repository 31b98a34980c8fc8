"""The lexicon of event words: which lemma has which type and class, read once from the rule files."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import NamedTuple

from transforms.events.mentions.event_types import CLASS_FILE, TYPE_FILES
from transforms.events.mentions.senses import is_when, sense_in_place
from transforms.language.parse import Parse, Token
from transforms.model import EventClass
from transforms.rules.event_files import fault, read_rules

_SENSE = re.compile("([+_])")
_BESIDE = frozenset(["prt", "dobj", "acomp", "advmod", "amod", "compound", "nsubjpass", "oprd", "ccomp"])
_CLASSES: tuple[EventClass, ...] = ("reporting", "aspect", "state")


class Entry(NamedTuple):
    """What the lexicon knows of a word."""

    event_type: str
    event_class: EventClass
    in_passing: bool = False
    """Of a word in its place: it names a happening, and nothing shows that it took place ("a murder charge")."""
    lemma: str = ""
    """Of a word in its place: its lemma, where the language layer has another."""
    first: int | None = None
    """Of a word in its place: the token it begins with, where that is an earlier one ("break-in")."""


class Words(NamedTuple):
    """Entries by lemma.

    `beside` has those that a word below decides, by `+` and a preposition, or `_` and a particle, an object's or a
    modifier's lemma, or the kind of name that the object is.
    """

    alone: Mapping[str, Entry]
    beside: Mapping[str, Mapping[str, Entry]]


def word_set(table: str, field: str) -> frozenset[str]:
    """Return the words of one field of the class file."""
    return frozenset(read_rules(CLASS_FILE)[table].get(field, "").split())


def words(field: str) -> Words:
    """Return the entries of one field (`verbs`, `nouns`, `weak`, `adjectives`) of all types.

    Raises:
        RuleError: where a word has two types, naming file and line.
    """
    alone: dict[str, Entry] = {}
    beside: dict[str, dict[str, Entry]] = {}
    for file in TYPE_FILES:
        for table in read_rules(file)["type"]:
            for word in table.get(field, "").split():
                lemma, mark, other = _SENSE.split(word) if _SENSE.search(word) else (word, "", "")
                entries, key = (beside.setdefault(lemma, {}), mark + other) if mark else (alone, lemma)
                if key in entries:
                    raise fault(file, word, f"{word!r} is {entries[key].event_type} already")
                entries[key] = Entry(table["name"], _class_of(word, table["name"], field))
    return Words(alone, beside)


def in_place(lexicon: Words, parse: Parse, token: Token, lemma: str) -> Entry | None:
    """Return the lexicon's entry for a word in its place."""
    beside = lexicon.beside.get(lemma)
    if beside:
        for child in parse.children[token.i]:
            other = parse.tokens[child]
            if other.dep == "prep":
                if is_when(parse, other):
                    continue
                entry = beside.get("+" + other.lemma)
            elif other.dep in _BESIDE:
                entry = beside.get("_" + other.lemma.lower()) or beside.get("_" + other.entity)
            else:
                continue
            if entry is not None:
                return entry
        # Parsers often hang a preposition higher up than the noun that it follows.
        after = parse.tokens[token.i + 1] if token.tag[0] == "N" and token.i + 1 < len(parse.tokens) else token
        if after.dep == "prep" and "+" + after.lemma in beside:
            return beside["+" + after.lemma]
    sense = sense_in_place(parse, token, lemma)
    if sense is not None:
        return Entry(sense, _class_of(lemma, sense, "verbs" if token.tag[:1] == "V" else "nouns"))
    return lexicon.alone.get(lemma)


def _class_of(word: str, event_type: str, field: str) -> EventClass:
    for name in _CLASSES:
        rule = read_rules(CLASS_FILE)[name]
        types = [*rule["types"], *rule.get(field[:-1] + "_types", ())]
        if word in rule.get(field, "").split() or (event_type in types and word not in rule["not"].split()):
            return name
    return "event"
