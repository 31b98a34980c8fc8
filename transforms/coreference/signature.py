"""What is compared: what one article says about one happening, as the words, people, places and days it names."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from transforms.coreference.extent import Extent, extent, unite
from transforms.coreference.joining_rules import joining_rules
from transforms.coreference.predicates import own_words
from transforms.coreference.values import MergeMention
from transforms.coreference.wording import doing, done, suffering
from transforms.language.concepts import families, stem
from transforms.language.names import name_key, plain
from transforms.language.salience import rarity

_LONG = 8
"""Words from which a sentence that stands in two articles is no formula."""
_OLD = 366
LEAD = 4
"""Sentences at the head of an article: a headline that stands in the text, and the lead that repeats it."""
_PLACES = frozenset({"GPE", "LOC"})
"""Kinds of names of which many things happen to one: where, rather than whom."""
Figure = tuple[str, float | None, float | None]


@dataclass(frozen=True, slots=True)
class Signature:
    """Mentions made ready for being compared many times; names and words are keys."""

    mentions: tuple[MergeMention, ...]
    extent: Extent
    concepts: frozenset[str]
    families: frozenset[str]
    is_weak: bool
    """Whether all its words say too little to be joined by."""
    rare: float
    """How rare its rarest word is."""
    patients: frozenset[str]
    """Names of whom or what it happened to."""
    patient_words: frozenset[str]
    """Last words of these, named or not."""
    doers: frozenset[str]
    doer_words: frozenset[str]
    is_sole: bool
    """Whether it names nobody to whom it happened: who did it then distinguishes it from others."""
    words: frozenset[str]
    """Words beside the triggers: objects, compounds."""
    labels: frozenset[str]
    """Words of names right before its nouns."""
    near: frozenset[str]
    """The salient words of the sentences, the triggers left out."""
    sentences: frozenset[tuple[str, str]]
    """Its sentences of some length, each with the trigger's lemma: copies report one happening."""
    places: frozenset[str]
    days: frozenset[date]
    figures: frozenset[Figure]
    is_actual: bool
    is_denied: bool
    is_reporting: bool
    is_definite: bool
    is_indefinite: bool
    """Whether a noun presents it as new."""
    is_presumed: bool
    """Whether a noun presents it as known to readers: "the spill" before any spill was mentioned."""
    is_old: bool
    """Whether a text puts it a year or more before its report: it is recalled, and only names or days identify it."""
    is_alone: bool
    """Whether it joins nothing: a condition, a habit, what is set beside another."""
    is_news: bool
    is_about: bool
    """Whether its word is among those that say what its article is about."""
    alike: int
    """How many mentions of its concept its article has."""
    of_alike: int
    """How many of these report this happening."""
    leads: bool
    """Whether the first sentences report it."""

    @property
    def first(self) -> MergeMention:
        """The first mention."""
        return self.mentions[0]

    @property
    def is_chief(self) -> bool:
        """True if its article is about it: about its kind, and for the most part about this one."""
        return self.is_about and not self.is_minor

    @property
    def is_minor(self) -> bool:
        """True if its article reports others of its kind more than of this one."""
        return 2 * self.of_alike < self.alike


def signature(m: MergeMention) -> Signature:
    """One mention made ready."""
    own = {m.lemma.casefold(), *m.trigger.casefold().split(), *own_words(m.predicate)}
    of = done(m)
    harmed = suffering(m)
    active = [(k, a.named) for a in doing(m) if not _before(k := name_key(a.name), m)]
    passive = [(name_key(a.name), a.named and a.kind not in _PLACES) for a in harmed]
    where = {name_key(a.name) for a in m.actors if a.kind in _PLACES}
    where |= {name_key(m.place.name)} if m.place else set()
    doer_words = _last(k for k, _ in active)
    patient_words = _last(name_key(a.name) for a in harmed if a.kind not in _PLACES)
    return Signature(
        mentions=(m,),
        extent=extent(m),
        concepts=frozenset({of}),
        families=frozenset(families(of)),
        is_weak=not m.predicate and (m.lemma.casefold() in joining_rules().weak or m.event_class == "reporting"),
        rare=rarity(plain(m.predicate or m.lemma)),
        patients=frozenset(k for k, named in passive if k and named),
        patient_words=patient_words,
        doers=frozenset(k for k, named in active if k and named),
        doer_words=doer_words,
        is_sole=not passive,
        words=(patient_words | (_last(m.heads) - own_words(m.predicate)) | (frozenset() if passive else doer_words))
        - own,
        labels=frozenset(m.label),
        near=frozenset(m.near) - own,
        sentences=frozenset({(m.sentence, m.lemma)} if m.sentence.count(" ") >= _LONG else ()),
        places=frozenset(where - {""}),
        days=frozenset({m.start.earliest} if m.dated and m.start.is_day and m.start.earliest else ()),
        figures=frozenset((q.measure, q.low, q.high) for q in m.quantities),
        is_actual=m.modality == "actual",
        is_denied=m.modality == "negated",
        is_reporting=m.event_class == "reporting",
        is_definite=m.reference == "definite",
        is_indefinite=m.reference == "indefinite",
        is_presumed=m.reference == "definite" and not m.news,
        is_old=bool(m.dated and m.published and m.start.latest and (m.published - m.start.latest).days > _OLD),
        is_alone=m.beside or m.modality in ("hypothetical", "generic"),
        is_news=m.news,
        alike=m.alike,
        of_alike=int(m.alike > 0),
        is_about=m.about,
        leads=m.nth_sentence < LEAD,
    )


def _before(key: str, m: MergeMention) -> bool:
    """True if a name only stands before the noun: "the BP spill" does not say that BP did it."""
    return any(word in m.label for word in key.split())


def _last(keys: Iterable[str]) -> frozenset[str]:
    """Return the stems of the last words, which identify a participant."""
    words = (stem(k.rsplit(" ", 1)[-1]) for k in keys if k)
    return frozenset(w for w in words if len(w) > 1 and w not in joining_rules().anybody)


def combine(parts: Sequence[Signature]) -> Signature:
    """Return the signature of one article's mentions of one happening, in the order given."""
    one = parts[0]
    for other in parts[1:]:
        one = Signature(
            mentions=one.mentions + other.mentions,
            extent=unite(one.extent, other.extent),
            concepts=one.concepts | other.concepts,
            families=one.families | other.families,
            is_weak=one.is_weak and other.is_weak,
            rare=max(one.rare, other.rare),
            patients=one.patients | other.patients,
            patient_words=one.patient_words | other.patient_words,
            doers=one.doers | other.doers,
            doer_words=one.doer_words | other.doer_words,
            is_sole=one.is_sole and other.is_sole,
            words=one.words | other.words,
            labels=one.labels | other.labels,
            near=one.near | other.near,
            sentences=one.sentences | other.sentences,
            places=one.places | other.places,
            days=one.days | other.days,
            figures=one.figures | other.figures,
            is_actual=one.is_actual or other.is_actual,
            is_denied=one.is_denied or other.is_denied,
            is_reporting=one.is_reporting and other.is_reporting,
            is_definite=one.is_definite and other.is_definite,
            is_indefinite=one.is_indefinite and other.is_indefinite,
            is_presumed=one.is_presumed,
            is_old=one.is_old or other.is_old,
            is_alone=one.is_alone and other.is_alone,
            is_news=one.is_news or other.is_news,
            alike=max(one.alike, other.alike),
            is_about=one.is_about or other.is_about,
            of_alike=one.of_alike + other.of_alike,
            leads=one.leads or other.leads,
        )
    return one
