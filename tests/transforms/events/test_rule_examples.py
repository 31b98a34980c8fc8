"""The examples and rejects that stand beside the rules: words in brackets are, or are not, mentions of the rule's kind."""

from __future__ import annotations

import re

import pytest

from tests.transforms.events.habits import states_of
from transforms.events.mentions import find_mentions
from transforms.events.mentions.event_types import CLASS_FILE, SENSE_FILE, TYPE_FILES
from transforms.rules.event_files import read_rules

_BRACKETS = re.compile(r"\[([^\]]+)\]")
_TAGS = {"verbs": "V", "nouns": "N", "adjectives": ("J", "V"), "headlines": "NNP"}
_TYPES = [(t["name"], t) for file in TYPE_FILES for t in read_rules(file)["type"]]
_SENSES = [(sense["type"], sense) for sense in read_rules(SENSE_FILE)["sense"]]
_RULES = [*_TYPES, *_SENSES, *read_rules(CLASS_FILE).items()]
_TYPE_NAMES = {name for name, _ in _TYPES}


def marked(sentence: str) -> tuple[str, set[int]]:
    """The sentence without brackets, and where the words in brackets begin."""
    starts = {m.start() - 2 * i for i, m in enumerate(_BRACKETS.finditer(sentence))}
    return _BRACKETS.sub(r"\1", sentence), starts


def of_kind(rule, parse, text) -> set[int]:
    """Where the mentions of a type, a class, or a part of speech begin."""
    tree = parse(text)
    found = find_mentions(tree, ())
    if rule == "habits":
        return states_of(tree, text)
    if rule in _TYPE_NAMES:
        return {m.trigger.start for m in found if m.event_type == rule}
    if rule in _TAGS:
        return {m.trigger.start for m in found if tree.tokens[m.head].tag.startswith(_TAGS[rule])}
    return {m.trigger.start for m in found if m.event_class == rule}


@pytest.mark.parametrize(
    ("rule", "sentence"), [(name, example) for name, table in _RULES for example in table["examples"]]
)
def test_example(rule, sentence, parse):
    text, starts = marked(sentence)

    assert starts
    assert starts <= of_kind(rule, parse, text)


@pytest.mark.parametrize(
    ("rule", "sentence"), [(name, reject) for name, table in _RULES for reject in table["rejects"]]
)
def test_reject(rule, sentence, parse):
    text, starts = marked(sentence)

    assert starts
    assert not starts & of_kind(rule, parse, text)
