"""The values that dateline's functions give: frozen, typed, with the names of the JSON that `dateline annotate` writes.

Offsets are code points in the article's text, half-open.  Days are calendar days where the article was written, and
bounds are inclusive; `None` is always unknown.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from transforms.model import Article, Refusal

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class TimeExpression:
    """Words that name a time, as TIMEX3 gives them, and the days that they can mean."""

    start: int
    end: int
    text: str
    type: str
    """DATE, TIME, DURATION or SET."""
    value: str
    """The value of TIMEX3: `2025-01-10`, `P3D`, `XXXX-WXX-5`."""
    earliest: date | None
    latest: date | None
    edtf: str | None
    rule: str
    """The rule that read it, as `language/rule`."""
    anchor: date | None
    """The day that it was reckoned from, where it was."""
    anchor_reason: str | None
    mod: str | None = None
    quant: str | None = None
    freq: str | None = None


@dataclass(frozen=True, slots=True)
class Statement:
    """Who says something: one attribution."""

    source: Span | None
    """Where the one who speaks is named, if anybody is."""
    source_name: str | None
    source_kind: str
    """named person, organisation, document or unnamed."""
    cue: Span
    content: tuple[Span, ...]
    """What is said; it may stand in several pieces."""


@dataclass(frozen=True, slots=True)
class When:
    """When an event happened: it began between two days and ended between two days, each of them perhaps unknown."""

    kind: str
    """point (begins and ends on one day), span or state."""
    edtf: str
    precision: str
    start_earliest: date | None
    start_latest: date | None
    end_earliest: date | None
    end_latest: date | None
    dated: bool
    """True if the text gives a bound; False if only the publication date does."""
    reason: str


@dataclass(frozen=True, slots=True)
class Actor:
    """Who takes part in an event."""

    role: str
    """agent, patient, speaker or topic."""
    start: int
    end: int
    text: str
    name: str
    """The fullest name that the article gives."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where an event took place."""

    start: int
    end: int
    text: str
    name: str
    country: str | None
    latitude: float | None
    longitude: float | None
    geoname_id: int | None
    candidates: int
    """How many places have this name; coordinates are given only where one is certain."""


@dataclass(frozen=True, slots=True)
class Quantity:
    """A figure that belongs to an event."""

    start: int
    end: int
    text: str
    measure: str
    """What it counts: killed, injured, …"""
    low: float | None
    high: float | None
    unit: str
    qualifier: str | None
    additive: bool
    """True if it comes on top of an earlier figure ("2,700 more")."""


@dataclass(frozen=True, slots=True)
class EventMention:
    """One word that names an event, and everything that its sentence says of it."""

    start: int
    end: int
    text: str
    sentence: Span
    event_class: str
    """event, reporting, state, aspect or light; only the first two can reach a timeline."""
    event_type: str
    modality: str
    """actual, negated, planned, possible, hypothetical or generic."""
    when: When | None
    chain: tuple[Statement, ...]
    """Who says so, outermost first; empty where the article says it itself."""
    actors: tuple[Actor, ...]
    place: Place | None
    quantities: tuple[Quantity, ...]
    event: str | None
    """The event, shared by the mentions of one call that name the same happening."""


@dataclass(frozen=True, slots=True)
class Annotation:
    """Everything that was found in one article."""

    article: Article
    times: tuple[TimeExpression, ...]
    events: tuple[EventMention, ...]
    attributions: tuple[Statement, ...]
    """Every outermost statement, with or without an event in it."""
    record: Mapping[str, Any] = field(repr=False, compare=False)
    """The same as the JSON object that `dateline annotate` writes."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What a source holds: its articles, and what could not be read, each with a reason."""

    articles: tuple[Article, ...]
    refusals: tuple[Refusal, ...]

    def __iter__(self) -> Iterator[Article]:
        return iter(self.articles)

    def __len__(self) -> int:
        return len(self.articles)


@dataclass(frozen=True, slots=True)
class Explanation:
    """A fact and the facts that it rests on; `print` shows it as a tree."""

    text: str
    because: tuple[Explanation, ...] = ()

    def lines(self) -> Iterator[str]:
        """Return the tree, one fact a line."""
        yield self.text
        for number, below in enumerate(self.because, 1):
            last = number == len(self.because)
            for row, line in enumerate(below.lines()):
                yield (("└─ " if last else "├─ ") if row == 0 else ("   " if last else "│  ")) + line

    def __str__(self) -> str:
        return "\n".join(self.lines())


@dataclass(frozen=True, slots=True)
class Decided:
    """What a person decided, and what it makes of the rows that it is about."""

    decision_id: str
    before: tuple[Mapping[str, Any], ...]
    """The events that it is about, as they were: each by the names of the columns."""
    after: tuple[Mapping[str, Any], ...]
    """The same as they are now, or would be."""
    dry_run: bool
    """Whether it was only tried."""
