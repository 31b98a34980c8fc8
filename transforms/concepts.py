"""Words for the same happening: "blaze" and "fire", "quake" and "earthquake" share a concept.

The groups stand in `events/rules/same_happening.toml`; a word in none of them is its own concept.
"""

from __future__ import annotations

from functools import cache

from transforms.events.names import plain
from transforms.events.rule_files import RuleError, line_of, read_rules

FILE = "same_happening.toml"


@cache
def _groups() -> dict[str, str]:
    found: dict[str, str] = {}
    for group in read_rules(FILE)["same"]:
        for word in group["words"]:
            if word in found and found[word] != group["id"]:
                raise RuleError(FILE, line_of(FILE, word), f"{word!r} is in {found[word]!r} and in {group['id']!r}")
            found[word] = group["id"]
    return found


@cache
def light_words() -> frozenset[str]:
    """Words that say too little to be compared by themselves."""
    return frozenset(read_rules(FILE)["light"])


@cache
def wholes() -> frozenset[str]:
    """Nouns for happenings that have others as their parts."""
    return frozenset(read_rules(FILE)["wholes"])


@cache
def concept(lemma: str) -> str:
    """The group that a lemma belongs to, or the lemma itself.

    Raises:
        RuleError: where a word is in two groups, naming the line.
    """
    word = plain(lemma)
    return _groups().get(word, word)
