"""Words for the same happening: "blaze" and "fire", "quake" and "earthquake" share a concept.

The groups stand in `rules/en/events/same_happening.toml`; a word in none of them is its own concept.
"""

from __future__ import annotations

from functools import cache

from transforms.language.names import plain
from transforms.rules.event_files import fault, read_rules

FILE = "same_happening.toml"


@cache
def _groups() -> dict[str, str]:
    found: dict[str, str] = {}
    for group in read_rules(FILE)["same"]:
        for word in group["words"]:
            if word in found and found[word] != group["id"]:
                raise fault(FILE, word, f"{word!r} is in {found[word]!r} and in {group['id']!r}")
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


_ENDINGS = (("sses", "ss"), ("ies", "y"), ("ing", ""), ("ed", ""), ("es", "e"), ("s", ""))
_LEAST_STEM = 3


@cache
def stem(word: str) -> str:
    """Return a word without a plural or verb ending, for words that the lemmatiser took for names."""
    for ending, instead in _ENDINGS:
        if (
            word.endswith(ending)
            and len(word) - len(ending) >= _LEAST_STEM
            and not (ending == "s" and word.endswith("ss"))
        ):
            word = word[: -len(ending)] + instead
            break
    if len(word) > _LEAST_STEM and word[-1] == word[-2] and word[-1] not in "lse":
        word = word[:-1]
    return word.rstrip("e")


@cache
def _stems() -> dict[str, str]:
    found: dict[str, str] = {}
    for word, group in _groups().items():
        found.setdefault(stem(word), group)
    return found


@cache
def concept(lemma: str) -> str:
    """Return the group that a lemma belongs to, or the lemma's stem.

    Raises:
        RuleError: where a word is in two groups, naming the line.
    """
    word = plain(lemma)
    return _groups().get(word) or _stems().get(stem(word)) or stem(word)


@cache
def common() -> frozenset[str]:
    """Return the groups that nearly every article has."""
    return frozenset(read_rules(FILE)["common"])


@cache
def known(of: str) -> bool:
    """True if a concept is one of the groups."""
    return of in set(_groups().values())


@cache
def families(of: str) -> tuple[str, ...]:
    """Return a concept's families: groups whose words may name one happening where everything else agrees.

    Raises:
        RuleError: where a family names a group that is not there.
    """
    groups = set(_groups().values())
    found = []
    for family in read_rules(FILE)["family"]:
        for group in family["groups"]:
            if group not in groups:
                raise fault(FILE, group, f"family {family['id']!r} names no group: {group!r}")
        if of in family["groups"]:
            found.append(family["id"])
    return tuple(found)
