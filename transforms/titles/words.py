"""The word lists of `titles.toml`."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from transforms.rules.event_files import read_rules, version_of

FILE = "titles.toml"


@dataclass(frozen=True, slots=True)
class TitleWords:
    """The words of `titles.toml`."""

    plural: frozenset[str]
    one_body: frozenset[str]
    many: frozenset[str]
    adverbs: frozenset[str]
    conditions: frozenset[str]
    hedges: frozenset[str]
    courtesy: frozenset[str]
    support: frozenset[str]
    happening: frozenset[str]
    effects: frozenset[str]
    implicative: frozenset[str]
    circumstance: frozenset[str]
    beside: frozenset[str]
    within: frozenset[str]
    complement_marks: frozenset[str]
    openers: frozenset[str]
    speakers: frozenset[str]
    vague: frozenset[str]
    unnamed: frozenset[str]
    counting: frozenset[str]
    bound_articles: frozenset[str]
    idioms: frozenset[str]
    not_headlines: frozenset[str]
    ahead: frozenset[str]
    dangling: frozenset[str]
    small: frozenset[str]
    no_object: frozenset[str]
    not_persons: frozenset[str]
    thin: frozenset[str]
    venues: frozenset[str]
    empty: frozenset[str]
    units: frozenset[str]
    scraps: frozenset[str]
    measures: frozenset[str]
    line_openers: frozenset[str]
    partitives: frozenset[str]
    needs_object: frozenset[str]
    undergone: frozenset[str]
    general: frozenset[str]
    hollow: frozenset[str]
    rates: frozenset[str]
    taken_for_granted: frozenset[str]
    how: frozenset[str]


@cache
def title_words() -> TitleWords:
    """Load `titles.toml`."""
    tables = read_rules(FILE)
    lists = {name: frozenset(table["words"]) for name, table in tables.items()}
    return TitleWords(**lists)


def rules_version() -> str:
    """Return the version of the rules: a hash of their file."""
    return version_of(FILE)
