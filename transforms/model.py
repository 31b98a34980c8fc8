"""The values that flow through dateline, all frozen.

Offsets are code points in the article's text, half-open.  Days are calendar days where the article was written.
`None` always means unknown, never "no limit known to exist": a bound that is `None` may lie anywhere.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import Literal

TimexType = Literal["DATE", "TIME", "DURATION", "SET"]
AnchorKind = Literal["publication", "text", "none"]
"""What an expression is reckoned from: the publication date, another date of the text, or nothing."""
AnchorDirection = Literal["latest", "nearest", "coming", "scheduled", "given"]
"""How one of several days was chosen: by the sentence's tense or by nearness, or as the words themselves say."""
Stamp = Literal["posted", "live"]
"""When a text, or what follows in it, was posted or updated; the clock time at the head of a live entry."""
Precision = Literal[
    "day",
    "week",
    "month",
    "season",
    "quarter",
    "half",
    "year",
    "decade",
    "century",
    "interval",
    "before",
    "after",
    "unknown",
]
EventClass = Literal["event", "reporting", "state", "aspect", "light"]
Modality = Literal["actual", "negated", "planned", "possible", "hypothetical", "generic"]
SourceKind = Literal["named person", "organisation", "document", "unnamed"]
WhenKind = Literal["point", "span", "state"]
BoundName = Literal["start_earliest", "start_latest", "end_earliest", "end_latest"]
BoundKind = Literal["told", "publication", "corroborated", "relation", "decided"]
TimeRoleName = Literal["begin", "end", "both", "duration"]
StoryTurn = Literal["new", "grown", "merged", "shrunk", "changed", "fell apart", "gone"]
"""What can become of a story from one version to the next."""
RelationName = Literal["before", "after", "during", "since", "until", "simultaneous", "part_of"]
ActorRole = Literal["agent", "patient", "speaker", "topic"]
ArticleKind = Literal["news", "narrative", "chronology", "live", "transcript"]
TitleSource = Literal["headline", "clause", "noun phrase", "sentence", "decided"]
FurnitureReason = Literal["stamp", "dateline", "byline", "credit", "link", "comments", "terms", "repeated"]


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A half-open range of code points in one text.

    Raises:
        ValueError: where it is empty, reversed or negative.
    """

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.end:
            raise ValueError(f"a span needs 0 <= start < end, not {self.start}..{self.end}")

    def of(self, text: str) -> str:
        """Return the words that the span covers."""
        return text[self.start : self.end]

    def holds(self, other: Span) -> bool:
        """True if the other span lies within this one."""
        return self.start <= other.start and other.end <= self.end

    def meets(self, other: Span) -> bool:
        """True if the two share a character."""
        return self.start < other.end and other.start < self.end


@dataclass(frozen=True, slots=True)
class Bounds:
    """Between which two days (both inclusive) something lies; `None` is unknown.

    Raises:
        ValueError: where the earliest day lies after the latest.
    """

    earliest: date | None = None
    latest: date | None = None

    def __post_init__(self) -> None:
        if self.earliest and self.latest and self.earliest > self.latest:
            raise ValueError(f"earliest {self.earliest} lies after latest {self.latest}")

    @property
    def is_day(self) -> bool:
        """True if this is one known day."""
        return self.earliest is not None and self.earliest == self.latest


UNKNOWN = Bounds()


# ---------------------------------------------------------------- articles


@dataclass(frozen=True, slots=True)
class PublicationSignal:
    """One sign of when an article was published or updated, as found; the decision weighs them all."""

    source: str
    """Where it stood: manifest, json-ld, meta, time-element, url, dateline, feed, header, …"""
    field: Literal["published", "updated"]
    raw: str
    day: date | None
    at: str | None
    """ISO 8601 with a time of day, and an offset where one was given."""
    precision: Literal["instant", "day", "month", "year", "unreadable"]
    detail: str = ""
    """The exact place: a meta name, a JSON path, the words of the dateline."""
    chosen: bool = False


@dataclass(frozen=True, slots=True)
class Article:
    """Clean text of one article and what is known of it.  The text is what every offset refers to."""

    article_id: str
    text: str
    title: str | None = None
    url: str | None = None
    site: str | None = None
    author: str | None = None
    language: str | None = None
    language_confidence: float | None = None
    """1.0 where named by the source or the markup, else the detector's own probability."""
    published: date | None = None
    published_at: str | None = None
    published_signal: str | None = None
    published_precision: str | None = None
    updated: date | None = None
    signals: tuple[PublicationSignal, ...] = ()
    kind: ArticleKind | None = None
    """As a source or the article itself says; `None` if nobody says, so that its own evidence decides."""
    page_starts: tuple[int, ...] = ()
    """The offset at which each page begins, where the document has pages (PDF)."""


@dataclass(frozen=True, slots=True)
class Refusal:
    """What could not be read or was refused: becomes a row of the quarantine."""

    source: str
    location: str
    reason_code: str
    detail: str
    remedy: str
    stage: str = "read"


@dataclass(frozen=True, slots=True)
class Furniture:
    """A stretch of an article that stands on its page and is no part of its news: it gives no events."""

    span: Span
    reason: FurnitureReason
    rule_id: str


@dataclass(frozen=True, slots=True)
class SharedSentence:
    """A sentence that other pages of the outlet may hold word for word, known by its hash alone."""

    span: Span
    hash: int
    foreign: bool
    """True where nothing else on the page speaks of what it speaks of."""


# ---------------------------------------------------------------- time expressions


@dataclass(frozen=True, slots=True)
class TimeExpression:
    """A span with its TIMEX3 attributes and the days it can mean.

    `interval` is what the words inside the span mean (closed days, open ends `None`); what a preposition in front of
    them does to an event ("since", "until", "by") is kept in `connective` (TimeML's SIGNAL) and left to dating.
    """

    span: Span
    text: str
    timex_type: TimexType
    value: str
    rule_id: str
    mod: str | None = None
    quant: str | None = None
    freq: str | None = None
    edtf: str | None = None
    interval: Bounds = UNKNOWN
    precision: Precision = "unknown"
    anchor_date: date | None = None
    anchor_reason: str | None = None
    """The anchor in words, for people; what decides are its kind and its direction."""
    anchor_kind: AnchorKind | None = None
    anchor_direction: AnchorDirection | None = None
    stamp: Stamp | None = None
    """Set where an expression belongs to no sentence but says when what follows was written."""
    connective: str | None = None
    local_time: str | None = None
    zone: str | None = None


# ---------------------------------------------------------------- events


@dataclass(frozen=True, slots=True)
class Mention:
    """An event word in its sentence."""

    trigger: Span
    text: str
    sentence: Span
    sentence_index: int
    head: int
    """Index of the trigger's head among the parse's tokens."""
    lemma: str
    event_class: EventClass
    event_type: str
    rule_id: str
    serves: int | None = None
    """For `aspect` and `light`: the index, among the article's mentions, of the event they point to."""
    in_passing: bool = False
    """Whether the word only names a happening ("a murder charge"): by itself it tells of none as having happened."""


@dataclass(frozen=True, slots=True)
class Judgement:
    """Whether a mention is presented as having happened, and which cue decides."""

    modality: Modality
    rule_id: str
    cue: Span | None = None
    denied: bool = False
    """Whether somebody says that it did not happen ("denied killing him"); else it only did not come about."""
    averted: bool = False
    """Whether the cue keeps what would lie ahead from coming about ("ruled out a strike")."""


@dataclass(frozen=True, slots=True)
class Statement:
    """Who says what: one attribution."""

    source: Span | None
    source_kind: SourceKind
    source_name: str | None
    cue: Span
    content: tuple[Span, ...]
    rule_id: str


@dataclass(frozen=True, slots=True)
class BoundEvidence:
    """Where one bound of a mention comes from."""

    bound: BoundName
    value: date
    kind: BoundKind
    rule_id: str
    time: int | None = None
    """Index among the article's time expressions."""
    mention: int | None = None
    """Index among the article's mentions: the event it was reckoned from."""


@dataclass(frozen=True, slots=True)
class TimeRole:
    """What a time expression does for a mention."""

    time: int
    role: TimeRoleName
    reason: str


@dataclass(frozen=True, slots=True)
class When:
    """When a mention's event happened: four bounds, and what is known of their kind."""

    kind: WhenKind
    start: Bounds
    end: Bounds
    edtf: str
    precision: Precision
    reason: str
    dated: bool = False
    """Whether a bound comes from what a text says, rather than from the publication alone."""
    approximate: bool = False
    ongoing: bool = False
    local_time: str | None = None
    zone: str | None = None
    evidence: tuple[BoundEvidence, ...] = ()
    times: tuple[TimeRole, ...] = ()


@dataclass(frozen=True, slots=True)
class MentionRelation:
    """A temporal relation between two mentions of one article, as the text gives it."""

    first: int
    relation: RelationName
    second: int
    rule_id: str
    cue: Span | None = None


@dataclass(frozen=True, slots=True)
class Actor:
    """Who takes part in an event."""

    role: ActorRole
    span: Span
    text: str
    name: str
    """The normal form within the article: the fullest name that the text gives."""
    name_kind: str = ""
    """Its kind by the language model ("PERSON", "ORG", …, "NAME"); "" for a description or a pronoun."""
    office: str | None = None
    """The office that the article gives them, with its country: "president UA"."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where an event took place: the narrowest named place."""

    span: Span
    text: str
    name: str
    country: str | None = None
    latitude: float | None = None
    longitude: float | None = None
    geoname_id: int | None = None
    candidates: int = 1
    """How many places of that name the gazetteer knows; coordinates are given only where one is certain."""


@dataclass(frozen=True, slots=True)
class Quantity:
    """A figure bound to an event."""

    span: Span
    text: str
    measure: str
    low: float | None
    high: float | None
    unit: str
    qualifier: str | None = None
    additive: bool = False
    """Comes on top of a figure given before ("2,700 more")."""
    scope: str | None = None
    as_of: date | None = None


@dataclass(frozen=True, slots=True)
class EventMention:
    """Everything one sentence says about an event."""

    mention: Mention
    judgement: Judgement
    when: When | None
    chain: tuple[Statement, ...] = ()
    """The statements it stands in, outermost first; empty in the article's own voice."""
    actors: tuple[Actor, ...] = ()
    place: Place | None = None
    quantities: tuple[Quantity, ...] = ()
    signs: tuple[str, ...] = ()
    """Signs of how much the article makes of it (`transforms.selection.signs`), sorted."""
    under: int | None = None
    """The index, among the article's mentions, of the nearest one that governs it in its sentence."""


@dataclass(frozen=True, slots=True)
class Annotation:
    """All that was found in one article."""

    article: Article
    times: tuple[TimeExpression, ...] = ()
    events: tuple[EventMention, ...] = ()
    statements: tuple[Statement, ...] = ()
    """Every outermost statement, with or without an event in it."""
    relations: tuple[MentionRelation, ...] = ()
    rules: dict[str, str] = field(default_factory=dict)
    """Which rule sets and model made it: name → version or hash."""
    furniture: tuple[Furniture, ...] = ()
    """What stands on the page and is no part of its news, in text order; no event lies in it."""
    sentences: tuple[SharedSentence, ...] = ()
    """The sentences outside of furniture, to be held against other pages of the outlet."""
    kind_reason: str = ""
    """What shows the kind of text that the article has."""
