"""How tense, aspect and modality bound an event, with the publication day as "now"."""

from __future__ import annotations

from collections.abc import Sequence

from transforms.events.dating.bounds import Basis
from transforms.events.dating.rules import DatingRules
from transforms.events.dating.tense import Tense
from transforms.events.dating.values import ArticleView, Candidate
from transforms.language.closed_class import closed_class
from transforms.model import BoundName, Judgement, Mention, Modality, WhenKind

_UNREAL: frozenset[Modality] = frozenset({"planned", "possible", "hypothetical"})
_AHEAD = closed_class("looking_ahead")
_FORWARD = closed_class("pointing_forward")


def goes_on(mention: Mention, tense: Tense) -> bool:
    """True if it is a state, a habit or in progress; false for what is completed."""
    if mention.event_class == "state":
        return True
    if mention.event_class in ("reporting", "aspect") or not tense.own:
        return False
    return tense.progressive or (tense.name == "present" and not tense.perfect and not tense.modal)


def points_ahead(tense: Tense, judgement: Judgement) -> bool:
    """True if the event is presented as future relative to the publication date."""
    if judgement.averted and tense.form == "noun":
        return True
    if tense.perfect or tense.form == "participle" or (judgement.modality not in _UNREAL and tense.name != "future"):
        return False
    return tense.name in ("present", "future") or tense.modal in _FORWARD or tense.modal in _AHEAD


def is_done(mention: Mention, tense: Tense, judgement: Judgement) -> bool:
    """True if a verb presents its event as over: in the past or the perfect, or as something said."""
    if judgement.modality in _UNREAL:
        return False
    if tense.own and (tense.name == "past" or tense.present_perfect):
        return True
    return mention.event_class == "reporting" and tense.form != "noun" and tense.name in ("past", "present")


def kind_of(mention: Mention, tense: Tense, judgement: Judgement, rules: DatingRules) -> WhenKind:
    """Return whether an event is a point, a span or a state, before any date is looked at."""
    if goes_on(mention, tense):
        return "state" if tense.name == "present" and judgement.modality not in _UNREAL else "span"
    if judgement.modality == "negated" and tense.present_perfect and tense.own:
        return "span"
    if (tense.name == "future" and tense.own) or judgement.modality == "planned":
        return "point" if mention.lemma in rules.momentary else "span"
    if tense.form != "noun" and mention.lemma in rules.lasting_verbs:
        return "span"
    if tense.form == "noun" and not tense.own and (mention.lemma.lower() in rules.durative or tense.name == "present"):
        return "span"
    return "point"


def apply_tenses(view: ArticleView, candidates: Sequence[Candidate]) -> None:
    """Bound every event by its tense, aspect and modality; the rule is the reason of what nothing else dates."""
    for one in candidates:
        lasting = one.is_noun and one.bounds.kind == "span"
        one.reason, names = _bounds(one.mention, one.tense, one.judgement, bool(one.chain), lasting)
        if _has_begin_alone(one):
            names = tuple(name for name in names if name != "end_latest")
        for name in names:
            one.bounds.narrow(name, view.published, Basis("publication", one.reason))


def _has_begin_alone(one: Candidate) -> bool:
    """True if a text tells since or by when something went on, and not until when ("has run since", "by 2005 ran")."""
    still, begun = one.bounds.held.get("end_earliest"), one.bounds.held.get("start_latest")
    if still is not None and still.basis.kind == "publication":
        return True
    return goes_on(one.mention, one.tense) and begun is not None and begun.basis.kind == "told"


_PAST: tuple[BoundName, ...] = ("start_latest", "end_latest")
_PRESENT: tuple[BoundName, ...] = ("start_latest", "end_earliest")
_FUTURE: tuple[BoundName, ...] = ("start_earliest",)
_BEGUN: tuple[BoundName, ...] = ("start_latest",)


def _bounds(
    mention: Mention, tense: Tense, judgement: Judgement, in_statement: bool, lasting: bool
) -> tuple[str, tuple[BoundName, ...]]:
    """Return the rule and which bounds the publication day is."""
    if judgement.modality in _UNREAL:
        return _unreal(tense, judgement.modality, mention.event_class != "state")
    if judgement.modality == "negated" and tense.present_perfect and tense.own:
        return "not-so-far", ("end_earliest", "end_latest")
    if goes_on(mention, tense):
        return _ongoing(tense, in_statement)
    if tense.form == "participle" and not tense.progressive and mention.text.lower().endswith(("ed", "en", "t", "n")):
        return "told-as-done", _PAST
    if tense.name == "past":
        return "told-in-past", _BEGUN if lasting else _PAST
    if tense.name == "future":
        return (
            ("told-as-future", _FUTURE)
            if tense.own or tense.modal == "going" or judgement.modality == "negated"
            else ("told-beside-future", ())
        )
    if tense.name == "present":
        if tense.perfect or mention.event_class == "reporting":
            return "told-in-perfect" if tense.perfect else "told-in-present", _PAST
        return "told-beside-present", () if tense.form == "infinitive" else _BEGUN
    return "told-without-tense", _BEGUN if tense.form == "noun" and tense.name == "unknown" and not tense.modal else ()


def _ongoing(tense: Tense, in_statement: bool) -> tuple[str, tuple[BoundName, ...]]:
    if tense.name == "present":
        return "told-as-state", _PRESENT
    if tense.name == "past":
        return ("state-told-in-past", _BEGUN) if in_statement else ("state-told-in-past", _PAST)
    if tense.name == "future":
        return "told-as-future", _FUTURE if tense.own else ()
    return "told-without-tense", ()


def _unreal(tense: Tense, modality: Modality, takes_place: bool) -> tuple[str, tuple[BoundName, ...]]:
    """Return the bounds of what is planned or possible: it begins not before it was said, a day unknown in the past.

    So does what takes place if, unless or once something does ("if it burns").
    """
    if tense.perfect and tense.modal:
        return "possible-in-past", _PAST
    if tense.own and not tense.progressive and not tense.perfect and tense.modal in _AHEAD:
        return "planned-when-told", _FUTURE
    if modality == "hypothetical" and takes_place and tense.own and not tense.modal and tense.name == "unknown":
        return "planned-when-told", _FUTURE
    ahead = tense.name in ("present", "future") or tense.modal in _FORWARD
    if ahead and (modality == "planned" or tense.name == "future"):
        return "planned-when-told", _FUTURE
    return f"told-as-{modality}", ()
