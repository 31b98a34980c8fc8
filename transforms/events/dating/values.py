"""What dating works on: an article as read, and its mentions as candidates for dates."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple

from transforms.events.dating.bounds import BoundsBuilder
from transforms.events.dating.rules import DatingRules
from transforms.events.dating.tense import Tense
from transforms.language.parse import Parse
from transforms.model import Judgement, Mention, MentionRelation, Modality, Statement, TimeExpression, TimeRole


@dataclass(frozen=True, slots=True)
class ArticleView:
    """What every pass reads of an article."""

    parse: Parse
    times: Sequence[TimeExpression]
    published: date | None
    rules: DatingRules


@dataclass(slots=True)
class Candidate:
    """A mention that dates may attach to, with the bounds gathered so far."""

    mention: Mention
    judgement: Judgement
    tense: Tense
    chain: tuple[Statement, ...]
    """The statements it stands in, outermost first."""
    bounds: BoundsBuilder
    roles: list[TimeRole] = field(default_factory=list)
    reason: str = ""
    """The rule by which tense, aspect and modality bound it."""

    @property
    def modality(self) -> Modality:
        """Whether it happened, as the text presents it."""
        return self.judgement.modality

    @property
    def lemma(self) -> str:
        """The lemma of its event word, lower case."""
        return self.mention.lemma.lower()

    @property
    def is_noun(self) -> bool:
        """True if the event word is a noun."""
        return self.tense.form == "noun"


class Attachment(NamedTuple):
    """One expression at one event: with which connective in front, and by which rule."""

    time: int
    mention: int
    connective: str
    rule: str
    appoints: bool = False
    """Whether the date is what the event is set for ("scheduled for Monday")."""
    last: int | None = None
    """The last expression of a list that begins with this one ("in May, June and July")."""
    each: bool = False
    """Whether it took place on every date of the list, not on one of them ("on Friday or Saturday")."""


class TemporalLink(NamedTuple):
    """A temporal relation as found, with what propagation needs."""

    relation: MentionRelation
    narrows: bool
    shift: int | None = None
    """Index of the duration that lies between the two events ("two days after"), where an expression gives it."""
    length: str | None = None
    """The length that lies between them, as a TIMEX3 value."""
    same_event: bool = False
    """Whether a verb and the event it begins, ends or carries out are one happening."""
    dates: bool = False
    """Whether the text puts both events on the same days, or a counted time apart, so that the date of one is given for
    the other; other relations bound an event without dating it."""
    at_once: bool = False
    """Whether the two are of the same days however long the word of either lasts by nature ("the quake was felt")."""


def by_head(candidates: Iterable[Candidate]) -> dict[int, int]:
    """Return the candidates' indices by the token of their event word."""
    return {candidate.mention.head: i for i, candidate in enumerate(candidates)}


def has_own_days(bounds: BoundsBuilder) -> bool:
    """True if a text gives a begin and an end."""
    low, high = bounds.held.get("start_earliest"), bounds.held.get("end_latest")
    return low is not None and high is not None and low.basis.kind != "publication"
