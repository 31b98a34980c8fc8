"""What the pages of a site are planned and drawn from."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from transforms.writers.rows import Row, Stamp


@dataclass(frozen=True, slots=True)
class SiteEvent:
    """An event as the division into pages sees it."""

    event_id: str
    mark: int
    """Differs where anything differs that a page shows of the event."""
    rows_needed: int
    """It and its mentions."""
    is_key: bool
    importance: float
    month: str | None
    """`2031-05`: when it happened, or if no text dates it was first reported; `None` where neither is known."""


@dataclass(frozen=True, slots=True)
class SiteStory:
    """A story as the list shows it."""

    story_id: str
    title: str
    first_published: date | None
    last_published: date | None
    articles: int
    outlets: int
    key_events: int
    names: Sequence[str] = ()
    """Its actors and places."""
    words: Sequence[str] = ()
    """What ties its articles."""
    days: Sequence[tuple[date, int]] = ()
    """How many articles appeared on which day."""
    lines: Sequence[Row] = ()
    """Key events that may say what it is about, best first."""


@dataclass(frozen=True, slots=True)
class Site:
    """Everything that decides which pages there are and whether one must be written anew."""

    title: str
    """As the settings have it; may be empty."""
    address: str
    """Where the folder will be served, for feeds; may be empty."""
    version: int | None
    published_at: str | None
    articles: int
    outlets: int
    articles_apart: int
    """Articles of no story."""
    events: Sequence[SiteEvent]
    """All of them, in the timeline's order."""
    stories: Sequence[SiteStory] = ()
    """The latest first."""
    events_of: Mapping[str, frozenset[str]] = field(default_factory=dict)
    """The events of each story."""
    story_of: Mapping[str, str] = field(default_factory=dict)
    """For each event the story whose articles tell of it most."""
    aliases: Mapping[str, str] = field(default_factory=dict)
    """Where ids of merged stories lead."""
    moved: Mapping[str, str] = field(default_factory=dict)
    """Where ids of joined events lead."""
    stamps: Mapping[str, Stamp] = field(default_factory=dict)
    """Since when each key event has stood on the timeline."""
