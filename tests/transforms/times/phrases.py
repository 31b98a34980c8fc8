"""Reading phrases in which brackets show the expressions: “They met on [Monday].”"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from typing import Any

from transforms.model import Article
from transforms.times.finder import Found, find
from transforms.times.grammar.values import Grammar, Match

PUBLISHED = date(2024, 5, 15)
"""A Wednesday."""
_MARK = re.compile(r"[\[\]]")


@dataclass(frozen=True)
class Phrase:
    text: str
    spans: tuple[tuple[int, int], ...]


def phrase(marked: str) -> Phrase:
    """The text without brackets, and what they held; without brackets the whole phrase is the expression."""
    starts: list[int] = []
    ends: list[int] = []
    pieces = []
    at = taken = 0
    for match in _MARK.finditer(marked):
        pieces.append(marked[at : match.start()])
        taken += match.start() - at
        at = match.end()
        (starts if match.group() == "[" else ends).append(taken)
    text = "".join(pieces) + marked[at:]
    spans = tuple(zip(starts, ends, strict=True)) if starts else ((0, len(text)),)
    return Phrase(text, spans)


def read(text: str, grammar: Grammar, published: date | None = PUBLISHED, **article: Any) -> list[Found]:
    return find(Article("a", text, language=grammar.language, published=published, **article), grammar)[0]


def rules_in(match: Match) -> set[str]:
    found = {match.rule.id}
    for value in match.slots.values():
        if isinstance(value, Match):
            found |= rules_in(value)
    return found
