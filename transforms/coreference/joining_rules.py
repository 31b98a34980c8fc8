"""The words that say how a mention may be joined: weak ones, those that point back, those that set beside."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from transforms.language.concepts import concept, stem
from transforms.rules.event_files import read_rules

FILE = "joining.toml"


@dataclass(frozen=True, slots=True)
class JoiningRules:
    """The lists of `joining.toml`."""

    weak: frozenset[str]
    """Lemmas that say too little to be joined by."""
    occurring: frozenset[str]
    """Verbs by which their subject takes place; a particle stands behind "_"."""
    delivering: frozenset[str]
    """Verbs that bring about what their object names."""
    harm: frozenset[str]
    """Concepts of what a happening did to people and things."""
    harming: frozenset[str]
    """Concepts of happenings that do harm in one go."""
    befalling: frozenset[str]
    """Of these, disasters and accidents: a report of one tells of no second."""
    pronouns: frozenset[str]
    """Words that stand for what did harm."""
    means: frozenset[str]
    """Concepts that say how somebody was harmed."""
    by_doer: frozenset[str]
    """Concepts that who did it distinguishes, whatever it was about."""
    said: frozenset[str]
    """Concepts of what witnesses say."""
    serial: frozenset[str]
    """Concepts that come again and again in one story."""
    finding: frozenset[str]
    """Verbs whose outcome an adjective names."""
    stands_for: dict[str, frozenset[str]]
    """Nouns that stand for a happening mentioned before, and the concepts that they may stand for."""
    just_mentioned: dict[str, frozenset[str]]
    """Nouns that stand for what was just mentioned, and the concepts that they may stand for."""
    other: frozenset[str]
    """Modifiers of another happening."""
    held_against: frozenset[str]
    since: frozenset[str]
    superlative: frozenset[str]
    anybody: frozenset[str]
    """Stems of words for anybody or anything."""


def _pointing(rules: Iterable[Mapping[str, Any]]) -> dict[str, frozenset[str]]:
    """Return nouns and the concepts that they may stand for."""
    found: dict[str, frozenset[str]] = {}
    for rule in rules:
        for word in rule["words"].split():
            found[word] = found.get(word, frozenset()) | {concept(group) for group in rule["groups"]}
    return found


@cache
def joining_rules() -> JoiningRules:
    """Load `joining.toml`."""
    rules = read_rules(FILE)
    beside = rules["beside"]
    return JoiningRules(
        weak=frozenset(word for rule in rules["weak"] for word in rule["words"].split()),
        occurring=frozenset(rules["occurring"]["verbs"].split()),
        delivering=frozenset(rules["delivering"]["verbs"].split()),
        harm=frozenset(map(concept, rules["effect"]["harm"].split())),
        harming=frozenset(map(concept, rules["effect"]["by"].split())),
        befalling=frozenset(map(concept, rules["effect"]["befalling"].split())),
        pronouns=frozenset(rules["effect"]["pronouns"].split()),
        means=frozenset(map(concept, rules["effect"]["means"].split())),
        by_doer=frozenset(map(concept, rules["by_doer"]["words"].split())),
        said=frozenset(map(concept, rules["by_doer"]["said"].split())),
        serial=frozenset(map(concept, rules["serial"]["words"].split())),
        finding=frozenset(rules["finding"]["verbs"].split()),
        stands_for=_pointing(rules["stands_for"]),
        just_mentioned=_pointing(rules["just_mentioned"]),
        other=frozenset(beside["modifiers"].split()),
        held_against=frozenset(beside["held_against"].split()),
        since=frozenset(beside["since"].split()),
        superlative=frozenset(beside["superlative"].split()),
        anybody=frozenset(stem(word) for word in rules["anybody"]["words"].split()),
    )
