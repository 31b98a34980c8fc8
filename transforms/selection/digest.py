"""The days of a story that matter, and the sentences that tell each of them best: a fact box.

    days = choose_days(evidence, number)
    lines = choose_lines(candidates of a day, words_of_story, number)

A day counts by how many independent articles name it, the more the longer afterwards, how many appeared on it, how
important its events are, and whether chronologies of other editors have it.  Of a day's sentences those are taken
that together come nearest to all that is said of it.
"""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from transforms.language.names import plain
from transforms.language.salience import rarity
from transforms.selection.story_words import COMMON, most_salient

_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
LEAST_WORDS, MOST_WORDS = 5, 45
"""A sentence of a digest is no fragment, and no paragraph."""
EDITORS = 0.5
"""How much more a sentence counts that another editor's chronology has."""


@dataclass(frozen=True, slots=True)
class DayEvidence:
    """What speaks for a day."""

    day: date
    named: float = 0.0
    """Independent articles that name it, each as 1 + ln(1 + days afterwards)."""
    sources: int = 0
    published: int = 0
    """Independent articles published on it."""
    chronologies: int = 0
    importance: float = 0.0
    """That of its most important event."""
    in_story: bool = True
    """Whether it lies within the story's own period."""


@dataclass(frozen=True, slots=True)
class Line:
    """A sentence that may tell of a day."""

    day: date
    text: str
    mention_id: str
    named: bool
    """Whether it names the day, or is dated to it; else it opens an article of that day or the next."""
    editors: bool = False
    """Whether a chronology has it for this day."""


def day_weight(day: DayEvidence) -> float:
    """Return how much a day matters."""
    evidence = math.log1p(day.named) + 2 * math.log1p(day.published) + 3 * math.log1p(day.chronologies)
    return round(evidence + day.importance, 6)


def choose_days(evidence: Iterable[DayEvidence], number: int) -> list[DayEvidence]:
    """Return the days that matter, most first; a lone day outside of the story's period comes after all others."""

    def rank(day: DayEvidence) -> tuple[bool, float, date]:
        alone = not day.in_story and day.sources < 2 and not day.chronologies
        return alone, -day_weight(day), day.day

    return sorted(evidence, key=rank)[:number]


def words(text: str) -> frozenset[str]:
    """Return the salient words of a sentence."""
    return frozenset(w for w in map(plain, _WORD.findall(text)) if len(w) > 1 and rarity(w) > COMMON)


def story_words(lines: Iterable[Line]) -> frozenset[str]:
    """Return the words that a story is about: those that most of its sentences share, for how rare they are."""
    return most_salient(Counter(word for text in {line.text for line in lines} for word in words(text)))


def choose_lines(lines: Sequence[Line], about: frozenset[str], number: int, most: int | None = None) -> list[Line]:
    """Return the sentences that tell a day best, best first, with at most so many words in all."""
    known = {line.text: line for line in sorted(lines, key=lambda x: (not x.editors, not x.named, x.mention_id))[::-1]}
    pool = [line for _, line in sorted(known.items()) if _fits(line)]
    vectors = {line.text: _unit({w: rarity(w) for w in words(line.text)}) for line in pool}
    goal: dict[str, float] = defaultdict(float)
    for line in pool:
        _add(goal, vectors[line.text])
    chosen: list[Line] = []
    total: dict[str, float] = {}
    left = [line for line in pool if not about or words(line.text) & about]
    room = most if most is not None else math.inf
    while left and len(chosen) < number:
        best = max(left, key=lambda x: (_nearness(total, vectors[x.text], goal) * (1 + EDITORS * x.editors), x.text))
        left.remove(best)
        if len(best.text.split()) <= room:
            room -= len(best.text.split())
            chosen.append(best)
            total = dict(_add(defaultdict(float, total), vectors[best.text]))
    return chosen


def _fits(line: Line) -> bool:
    return LEAST_WORDS <= len(line.text.split()) <= MOST_WORDS


def _unit(vector: Mapping[str, float]) -> dict[str, float]:
    length = math.sqrt(sum(x * x for _, x in sorted(vector.items()))) or 1.0
    return {word: x / length for word, x in sorted(vector.items())}


def _add(total: dict[str, float], vector: Mapping[str, float]) -> dict[str, float]:
    for word, x in vector.items():
        total[word] = total.get(word, 0.0) + x
    return total


def _nearness(total: Mapping[str, float], vector: Mapping[str, float], goal: Mapping[str, float]) -> float:
    """Return the cosine of all sentences chosen so far and one more with everything, up to the goal's own length."""
    together = _add(dict(total), vector)
    dot = sum(x * goal.get(word, 0.0) for word, x in sorted(together.items()))
    return round(dot / (math.sqrt(sum(x * x for _, x in sorted(together.items()))) or 1.0), 9)
