"""What selection reads of an event, and what it gives back; all frozen, none of it tied to a store."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

Level = Literal["key", "detail", "aside"]
Section = Literal["story", "span", "background", "undated"]
About = Literal["level", "importance"]
LinkKind = Literal["under", "names", "sentence", "near", "repeated", "toll"]


@dataclass(frozen=True, slots=True)
class EventFeatures:
    """What all actual mentions of an event say together, as far as it tells something of its weight and place."""

    event_id: str
    event_type: str
    event_class: str
    signs: tuple[str, ...] = ()
    """The signs of the mention that they speak for most."""
    dated: bool = False
    sort_date: date | None = None
    start_earliest: date | None = None
    start_latest: date | None = None
    end_earliest: date | None = None
    end_latest: date | None = None
    first_reported: date | None = None
    local_time: str | None = None
    own_voice: bool = True
    """Whether an article tells it itself, and not by a source alone."""
    sources: int = 1
    """Independent articles."""
    mentions: int = 1
    recalled: int = 0
    """Independent articles that tell of it more than a week after it was first reported."""
    centrality: float = 0.0
    """The share of the story's articles that name whoever of its actors most of them name."""
    beside: bool = False
    """Whether none of its articles names anybody that the story is about, where the story has somebody."""
    story_words: int = 0
    """How many of the words that the story is about stand in one of its sentences."""
    story_articles: int = 1
    """How many articles the story has."""

    @property
    def day(self) -> date | None:
        """Return the one known day on which it began."""
        return self.start_earliest if self.dated and self.start_earliest == self.start_latest else None


@dataclass(frozen=True, slots=True)
class Link:
    """Two events that are reported together, or alike."""

    event_id: str
    other_event_id: str
    kind: LinkKind
    """under: a sentence has the first as part of what it says of the other; names: the first is a noun, the subject or
    object of the verb that tells the other; sentence: the two share one; near: the first, a consequence, stands a
    sentence or two away from the other; toll: both tell how many died or fell ill so far; repeated: same kind of word,
    same people, days that agree."""


@dataclass(frozen=True, slots=True)
class Reason:
    """Why an event has its level or its importance; a weight is in log-odds."""

    about: About
    reason: str
    weight: float | None = None


@dataclass(frozen=True, slots=True)
class Scored:
    """The importance of an event with what makes it; `odds` is the sum of the weights."""

    odds: float
    importance: float
    reasons: tuple[Reason, ...]


@dataclass(frozen=True, slots=True)
class Levelled:
    """The level of an event, the key event that it is a detail of, and why."""

    level: Level
    parent_event_id: str | None
    reason: str


@dataclass(frozen=True, slots=True)
class Selected:
    """Where an event belongs: its level, importance, parent, and its place on the timeline."""

    event_id: str
    level: Level
    importance: float
    parent_event_id: str | None
    section: Section
    day_position: int
    reasons: tuple[Reason, ...]
