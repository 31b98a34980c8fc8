"""What merging reads of a mention, and what it gives back; all frozen, none of it tied to a store.

Merging never sees a text: whatever decides whether two mentions report one event stands in `MergeMention`.  When and
where something happened, and its figures, are the model's own values, so that a field of theirs passes through whole.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from transforms.language.salience import Salient
from transforms.model import (
    UNKNOWN,
    ActorRole,
    BoundKind,
    BoundName,
    Bounds,
    EventClass,
    Modality,
    Place,
    Quantity,
    RelationName,
    TitleSource,
    When,
)

Reference = Literal["", "definite", "indefinite"]
"""Whether a noun is presented as known or as new; "" for verbs and for nouns that do not say."""


Reasons = list[tuple[str, float, str]]
"""What speaks for one happening or against it, its weight, and a word that says more."""


class Timed:
    """What happened at some time, known or not."""

    __slots__ = ()
    when: When | None

    @property
    def start(self) -> Bounds:
        """Between which days it began."""
        return self.when.start if self.when else UNKNOWN

    @property
    def end(self) -> Bounds:
        """Between which days it ended."""
        return self.when.end if self.when else UNKNOWN

    @property
    def dated(self) -> bool:
        """True if a text, and not the publication alone, dates it."""
        return self.when is not None and self.when.dated


@dataclass(frozen=True, slots=True)
class MergeActor:
    """A role and the normal form of who fills it; `named` distinguishes a name from a description or a pronoun."""

    role: ActorRole
    name: str
    named: bool = True
    kind: str = ""
    """The kind of a name by the language model."""
    loose: bool = False
    """Whether a pronoun stands for it, or it only stands before a noun ("the Exeter fire"): it contradicts no other."""


@dataclass(frozen=True, slots=True)
class MergeBound:
    """Where one bound of a mention comes from."""

    bound: BoundName
    value: date
    kind: BoundKind
    rule_id: str
    time_expression_id: str | None = None
    within: bool = True
    """Whether its sentence gives it for this mention; for a relation's bound, only if the two are at one time."""


@dataclass(frozen=True, slots=True)
class MergeMention(Timed):
    """All that merging reads of one mention."""

    mention_id: str
    article_id: str
    trigger_start: int
    trigger: str
    lemma: str
    event_class: EventClass
    event_type: str
    sentence: str = ""
    copy_group: str | None = None
    """Articles that copy one another share it; they count as one source."""
    site: str | None = None
    published: date | None = None
    when: When | None = None
    """Without its evidence and its expressions, which name places in an annotation: `evidence` names them by id."""
    evidence: tuple[MergeBound, ...] = ()
    modality: Modality = "actual"
    denied: bool = False
    """Whether somebody says that it did not happen."""
    speakers: tuple[str, ...] = ()
    """Who says it, outermost first; empty in the article's own voice."""
    actors: tuple[MergeActor, ...] = ()
    place: Place | None = None
    quantities: tuple[Quantity, ...] = ()
    serves: str | None = None
    """For `aspect` and `light`: the mention_id of the event they point to."""
    carries: str | None = None
    """The mention_id of the happening that this word only lets take place: "launched" an attack, a fire "broke out"."""
    effect_of: str | None = None
    """The mention_id of the happening that its own clause says did it: of "killing" in "a blast, killing three"."""
    means_of: str | None = None
    """The mention_id of the harm whose clause it says the way of: of "sprayed" in "killed as they sprayed shots"."""
    predicate: str = ""
    """The concept that it names together with its words, where its own word does not: of "opened" in "opened fire"."""
    reference: Reference = ""
    bare: bool = False
    """Whether nothing behind a noun says what it is: "the move surprised all", not "the move to London"."""
    label: tuple[str, ...] = ()
    """The words of names right before a noun, and a year: of "the Exeter fire", "the 1991 accord"."""
    effects: tuple[Quantity, ...] = ()
    """Figures of what its sentence says that it did: of a blast that killed three."""
    beside: bool = False
    """Whether its words set it beside another happening: "another blast", "the worst since the blast"."""
    news: bool = False
    """Whether the first sentences present it as what has just happened."""
    nth_sentence: int = 0
    """The place of its sentence among those of the article that report anything."""
    alike: int = 0
    """How many mentions of its concept the article has."""
    about: bool = False
    """Whether its concept is among the most salient words of the article."""
    heads: tuple[str, ...] = ()
    """The lemmas that say what the event is, beside the trigger's own: its object or compound ("heart" of "attack")."""
    near: tuple[str, ...] = ()
    """The salient words of its sentence, most salient first."""
    salient: tuple[Salient, ...] = ()
    """The salient words of its article, most salient first."""
    title: str = ""
    """What a timeline would call it (`transforms.titles`)."""
    title_source: TitleSource = "sentence"
    title_opening: int = 0
    """Code points at the head of the title that say who says so."""
    part_of: str | None = None
    """The mention_id of a wider happening that the sentence says it is part of ("the vote at the summit")."""


@dataclass(frozen=True, slots=True)
class MergeRelation:
    """A relation between two mentions of one article, as the text gives it."""

    first: str
    relation: RelationName
    second: str
    rule_id: str = ""


@dataclass(frozen=True, slots=True)
class Join:
    """Why two mentions are one event: the weight of the evidence and its reasons, each as "reason +weight"."""

    first: str
    second: str
    weight: float
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class EventBound:
    """Where one bound of an event comes from: a member's own words, or a relation to another event."""

    bound: BoundName
    value: date
    kind: BoundKind
    rule_id: str
    mention_id: str | None = None
    time_expression_id: str | None = None
    other_event_id: str | None = None
    used: bool = True
    """False where only a relation to another happening gives it: it is mentioned, and dates nothing."""


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure given for an event.

    Figures of one `rival_group` measure the same thing and cannot all be true; `current` is false where the same
    source later gave another.
    """

    mention_id: str
    nth: int
    """Which of the mention's quantities."""
    quantity: Quantity
    speaker: str | None
    site: str | None
    as_of: date | None
    rival_group: str | None = None
    current: bool = True


@dataclass(frozen=True, slots=True)
class EventRelation:
    """A relation between two events, and the mention that gives it."""

    event_id: str
    relation: RelationName
    other_event_id: str
    mention_id: str
    rule_id: str = ""


@dataclass(frozen=True, slots=True)
class Conflict:
    """Dates that cannot all hold, with their mentions; none of their days dates the event."""

    event_id: str
    other_event_id: str | None
    mention_ids: tuple[str, ...]
    detail: str


@dataclass(frozen=True, slots=True)
class MergedEvent(Timed):
    """One event: its mentions and what they say together."""

    event_id: str
    founding_mention_id: str
    mention_ids: tuple[str, ...]
    title: str
    title_source: TitleSource
    lead_mention_id: str
    """The mention whose sentence says it best: one that gives the event its date, where one does."""
    event_type: str
    event_class: EventClass
    when: When | None
    """What its mentions say together; `None` where it is a kind of happening, which has no day."""
    bounds: tuple[EventBound, ...]
    dating_mention_ids: tuple[str, ...]
    """The mentions whose own words date it; title and lead sentence come from one of them where there are any."""
    modality: Modality
    contested: bool
    on_timeline: bool
    reason: str | None
    """Why it was left out of the timeline."""
    actors: tuple[str, ...]
    place: Place | None
    speakers: tuple[str, ...]
    sites: tuple[str, ...]
    articles: int
    independent_articles: int
    first_reported: date | None
    figures: tuple[Figure, ...]


@dataclass(frozen=True, slots=True)
class Merged:
    """The events of a set of mentions, in order of their ids, with what joined and relates them."""

    events: tuple[MergedEvent, ...]
    joins: tuple[Join, ...]
    relations: tuple[EventRelation, ...]
    conflicts: tuple[Conflict, ...]
