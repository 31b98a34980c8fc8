"""Names: where they stand in a text, the words that distinguish them, and what two spellings of one share."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import NamedTuple

from transforms.language.closed_class import closed_class
from transforms.language.parse import Parse, Token
from transforms.language.pronouns import Pronouns
from transforms.rules.event_files import read_rules

NAMED = frozenset({"PERSON", "ORG", "GPE", "LOC", "FAC", "NORP", "PRODUCT", "EVENT", "WORK_OF_ART", "LAW"})
_WORD = re.compile(r"[^\W_]+")
_POSSESSIVE = re.compile(r"['’]s?$")
_REMEMBERED = 65_536
"""Names whose words are cached: an article repeats the same few."""


@dataclass(frozen=True, slots=True)
class NameRules:
    """The words of `names.toml`."""

    titles: frozenset[str]
    before_first_names: frozenset[str]
    """Titles that a first name alone may follow."""
    company_endings: frozenset[str]
    pronouns: Pronouns
    gendered: dict[str, str]
    """Titles that show whether "he" or "she" stands for their bearer."""
    speaking: frozenset[str]
    offices: frozenset[str]
    """Offices that one person of a country holds at a time."""
    no_longer: frozenset[str]
    """Words in front of an office whose bearer does not hold it."""
    spellings: tuple[tuple[str, str], ...]


@cache
def name_rules() -> NameRules:
    """Load `names.toml`."""
    rules = read_rules("names.toml")
    written = [(w, s["ending"]) for s in rules["spelling"] for w in s["written"]]
    return NameRules(
        titles=frozenset(rules["titles"]),
        before_first_names=frozenset(rules["before_first_names"]),
        company_endings=frozenset(rules["company_endings"]),
        pronouns=Pronouns(
            {word: gender for gender in ("he", "she") for word in rules["people"][gender]},
            frozenset(rules["people"]["things"]),
        ),
        gendered={title: gender for gender in ("he", "she") for title in rules["people"][f"{gender}_titles"]},
        speaking=frozenset(rules["people"]["speaking"]),
        offices=frozenset(rules["offices"]["held_by_one"]),
        no_longer=frozenset(rules["offices"]["no_longer"]),
        spellings=tuple(sorted(written, key=lambda pair: (-len(pair[0]), pair))),
    )


def without_possessive(name: str) -> str:
    """Return a name or word without an 's behind it."""
    return _POSSESSIVE.sub("", name)


def plain(text: str) -> str:
    """Lower case, without accents."""
    apart = unicodedata.normalize("NFKD", text.casefold())
    return "".join(c for c in apart if not unicodedata.combining(c))


@lru_cache(maxsize=_REMEMBERED)
def name_words(name: str) -> tuple[str, ...]:
    """Return the words that identify a name: plain, without "the", titles in front and company endings."""
    rules = name_rules()
    words = [w for w in _WORD.findall(plain(without_possessive(name))) if w not in ("the", "s")]
    while len(words) > 1 and words[0] in rules.titles:
        words.pop(0)
    while len(words) > 1 and words[-1] in rules.company_endings:
        words.pop()
    return tuple(words)


@cache
def spelling(word: str) -> str:
    """One spelling for what transliteration writes in several ways: doubled letters once, known endings as one."""
    for written, ending in name_rules().spellings:
        if len(word) - len(written) >= 3 and word.endswith(written):
            word = word[: -len(written)] + ending
            break
    return "".join(c for i, c in enumerate(word) if not i or c != word[i - 1])


def described(words: str) -> str:
    """Return how somebody without a name is called, the same wherever it stands: "coast guard", "his lawyer"."""
    first, _, rest = words.partition(" ")
    if not rest:
        return words
    if first.lower() in closed_class("article"):
        return rest
    return f"{first.lower()} {rest}" if first.lower() in closed_class("possessive") else words


def name_key(name: str) -> str:
    """Return the key that different spellings of one name share; for looking up, not for reading."""
    return " ".join(spelling(w) for w in name_words(name))


class Named(NamedTuple):
    """One name as it stands in the text: its tokens (half-open), type and words."""

    first: int
    last: int
    kind: str
    text: str
    words: tuple[str, ...]


def _runs(parse: Parse) -> list[tuple[int, int]]:
    """Tokens of each name, half-open."""
    runs: list[tuple[int, int]] = []
    first: int | None = None
    before: Token | None = None
    for token in parse.tokens:
        goes_on = (
            before is not None
            and token.entity == before.entity
            and not token.entity_start
            and token.sentence == before.sentence
        )
        if first is not None and not goes_on:
            runs.append((first, token.i))
            first = None
        if first is None and token.entity in NAMED:
            first = token.i
        before = token
    if first is not None:
        runs.append((first, len(parse.tokens)))
    return runs


def named(parse: Parse) -> tuple[Named, ...]:
    """All names of the text, without articles, titles in front of a person and a possessive behind."""
    rules = name_rules()
    found = []
    for first, last in _runs(parse):
        kind = parse.tokens[first].entity
        while first < last - 1 and (
            parse.tokens[first].dep == "det"
            or (kind == "PERSON" and plain(parse.tokens[first].text).strip(".") in rules.titles)
        ):
            first += 1
        while last - 1 > first and parse.tokens[last - 1].tag in ("POS", "''", ".", ","):
            last -= 1
        text = without_possessive(parse.text[parse.tokens[first].start : parse.tokens[last - 1].end])
        words = name_words(text)
        if words:
            found.append(Named(first, last, kind, text, words))
    return tuple(found)
