"""Mentions of single words with who, where and how many, for tables of examples."""

from __future__ import annotations

from transforms.events.mentions import find_mentions
from transforms.events.participants.actors import find_actors
from transforms.events.participants.places import find_places
from transforms.events.participants.quantities import find_quantities
from transforms.language.parse import Parse
from transforms.model import Mention


def mention_at(parsed: Parse, word: str) -> tuple[tuple[Mention, ...], int]:
    """All mentions of a text and the index of the one of a word; a word no lexicon knows is made one."""
    found = find_mentions(parsed, ())
    at = next((i for i, m in enumerate(found) if m.text == word), None)
    assert at is not None, f"{word!r} is no mention; those found: {[m.text for m in found]}"
    return found, at


def roles(parsed: Parse, word: str) -> dict[str, list[str]]:
    """Role → names of the mention of a word."""
    found, at = mention_at(parsed, word)
    roles: dict[str, list[str]] = {}
    for actor in find_actors(parsed, found)[at]:
        roles.setdefault(actor.role, []).append(actor.name)
    return roles


def place(parsed: Parse, word: str):
    """The place of the mention of a word."""
    found, at = mention_at(parsed, word)
    return find_places(parsed, found)[at]


def quantities(parsed: Parse, word: str):
    """The figures of the mention of a word."""
    found, at = mention_at(parsed, word)
    return find_quantities(parsed, found)[at]
