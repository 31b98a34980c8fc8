"""What a decision that finds its mention no more may have meant: the mentions of today that are most like it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from transforms.decisions.values import MentionRef

SHOWN = 3
"""Candidates that are named."""
LEAST = 0.2
"""The least share of words in common."""
_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Candidate:
    """A mention of today."""

    mention_id: str
    article_id: str
    sentence: str
    trigger: str
    event_id: str | None = None


def nearest(lost: MentionRef, candidates: Iterable[Candidate]) -> tuple[Candidate, ...]:
    """Return the candidates most like a lost mention, the likest first: by their words, then their sentence's."""
    words = _words(lost.sentence)
    weighed = []
    for one in candidates:
        other = _words(one.sentence)
        common = len(words & other) / max(1, len(words | other))
        if common >= LEAST:
            same = one.trigger.casefold() == lost.trigger.casefold()
            weighed.append((-common - 0.5 * same, one.article_id != lost.article.article_id, one.mention_id, one))
    return tuple(one for *_, one in sorted(weighed, key=lambda w: w[:3])[:SHOWN])


def _words(text: str) -> frozenset[str]:
    return frozenset(_WORD.findall(text.casefold()))
