"""Which mentions of one article are one happening: each joins an earlier one that it shares enough with, or none.

A mention joins an earlier one of its kind where both name the same victim or object, the same doer of what happens to
nobody, or the same day; words of little meaning need two such things.  A definite noun ("the blast", "his resignation")
joins the one such happening that was mentioned before it.  What contradicts an earlier one never joins it.  That two
mentions stand in one article says nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from transforms.coreference.extent import contradiction, same_name
from transforms.coreference.joining_rules import joining_rules
from transforms.coreference.persons import fits
from transforms.coreference.signature import LEAD, Signature, combine, signature
from transforms.coreference.values import MergeMention
from transforms.language.concepts import concept, stem
from transforms.language.names import name_key

Reasons = list[tuple[str, float, str]]
"""What speaks for one happening or against it, its weight, and a word that says more."""
CARRIED = 9.0
_HARM = "!"
REFERS_BACK = 2.0
_ENOUGH = 1.0
_ENOUGH_OF_SERIAL = 1.5
_ENOUGH_OF_WEAK = 2.0
_ALIKE = 2
"""Salient words, beside those of the happening itself, that two sentences share."""


@dataclass(frozen=True, slots=True)
class Link:
    """Why a mention is one happening with another; both by index."""

    to: int
    joined: int
    reasons: tuple[tuple[str, float, str], ...]


@dataclass(slots=True)
class _Open:
    """A happening as reported so far."""

    signature: Signature
    members: list[int] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Chains:
    """The happenings of one article: indices of mentions by happening, in order of their first, and the links."""

    members: tuple[tuple[int, ...], ...]
    signatures: tuple[Signature, ...]
    """What each happening is compared by; its mentions stand in the order of the text."""
    links: tuple[Link, ...]


def chains(mentions: Sequence[MergeMention]) -> Chains:
    """Find the happenings of one article's mentions, given in the order of the text."""
    found: list[_Open] = []
    links: list[Link] = []
    by_kind: dict[str, list[_Open]] = {}
    for unit in _units(mentions):
        one = _of_unit([mentions[i] for i in unit])
        link = None if one.is_alone else _earlier(one, by_kind)
        if link is None:
            open_ = _Open(one, list(unit))
            found.append(open_)
        else:
            open_, reasons = link
            links.append(Link(open_.members[-1], unit[0], tuple(reasons)))
            open_.signature = combine((open_.signature, one))
            open_.members += unit
        links += [Link(unit[0], i, ((_why(mentions[i]), CARRIED, mentions[unit[0]].lemma),)) for i in unit[1:]]
        if not one.is_alone:
            for kind in (*one.concepts, *(f"~{f}" for f in one.families), *_harm(mentions[i] for i in unit[1:])):
                of = by_kind.setdefault(kind, [])
                if open_ not in of:
                    of.append(open_)
    ordered = sorted((tuple(sorted(open_.members)), n) for n, open_ in enumerate(found))
    return Chains(
        tuple(members for members, _ in ordered),
        tuple(replace(found[n].signature, mentions=tuple(mentions[i] for i in members)) for members, n in ordered),
        tuple(links),
    )


def _why(m: MergeMention) -> str:
    return "what it did, by its own clause" if m.effect_of else "a verb that only lets it take place"


def _units(mentions: Sequence[MergeMention]) -> list[list[int]]:
    """Each mention with the verbs that only let it take place, and with the harm that its own clause says it did."""
    at = {m.mention_id: i for i, m in enumerate(mentions)}
    belongs = {i: at[of] for i, m in enumerate(mentions) if (of := m.carries or m.effect_of) in at and at[of] != i}
    units = {i: [i] for i in range(len(mentions)) if i not in belongs or belongs[i] in belongs}
    for i, noun in belongs.items():
        if i not in units:
            units[noun].append(i)
    return [units[i] for i in sorted(units)]


def signature_of(mentions: Sequence[MergeMention]) -> Signature:
    """Return what one happening's mentions, given in text order, are compared by."""
    combined = combine([_of_unit([mentions[i] for i in unit]) for unit in _units(mentions)])
    return replace(combined, mentions=tuple(mentions))


def _of_unit(mentions: Sequence[MergeMention]) -> Signature:
    """Return the signature of a noun with the verbs that carry it: what happened is the noun's."""
    parts = [signature(_beside(m, mentions[0])) for m in mentions]
    if len(parts) == 1:
        return parts[0]
    noun, combined = parts[0], combine(parts)
    own = combine([p for p in parts if not p.first.effect_of or p is noun])
    return replace(
        combined,
        concepts=noun.concepts,
        families=noun.families,
        is_weak=noun.is_weak,
        rare=noun.rare,
        patients=own.patients,
        patient_words=own.patient_words,
        doers=own.doers,
        doer_words=own.doer_words,
        is_sole=own.is_sole,
        words=own.words,
        alike=noun.alike,
        of_alike=noun.of_alike,
        is_definite=noun.is_definite,
        is_indefinite=noun.is_indefinite,
        is_presumed=noun.is_presumed,
        is_alone=noun.is_alone,
        is_reporting=noun.is_reporting,
    )


def _earlier(one: Signature, by_kind: dict[str, list[_Open]]) -> tuple[_Open, Reasons] | None:
    """Return the one earlier happening that a mention names again, and the reasons."""
    (kind,) = one.concepts
    same = by_kind.get(kind, [])
    akin = [o for family in one.families for o in by_kind.get(f"~{family}", []) if o not in same]
    weighed = []
    for open_, is_same in [*((o, True) for o in same), *((o, False) for o in akin)]:
        if contradiction(open_.signature.extent, one.extent) is None:
            reasons = _shared(open_.signature, one, is_same=is_same)
            weight = sum(w for _, w, _ in reasons)
            if weight >= _enough(open_.signature, one):
                weighed.append((weight, open_, reasons))
    if weighed:
        most = max(weight for weight, _, _ in weighed)
        best = [(open_, reasons) for weight, open_, reasons in weighed if weight == most]
        return best[-1] if len(best) == 1 or one.patients else None
    return _referred(one, same or akin, by_kind) or _counted_again(one, by_kind)


def _beside(m: MergeMention, noun: MergeMention) -> MergeMention:
    """Return a verb that carries a noun without that noun as its object: "handed in their resignations"."""
    if not m.carries or m is noun:
        return m
    of = stem(noun.lemma.casefold())
    return replace(
        m, actors=tuple(a for a in m.actors if a.role != "patient" or stem(name_key(a.name).split(" ")[-1]) != of)
    )


def _harm(mentions: Iterable[MergeMention]) -> set[str]:
    """Return the kinds of harm that a happening did by its own clause; to kill and to die is one."""
    return {_HARM + ("kill" if of == "die" else of) for m in mentions if m.effect_of for of in (concept(m.lemma),)}


def _counted_again(one: Signature, by_kind: dict[str, list[_Open]]) -> tuple[_Open, Reasons] | None:
    """Find the one happening whose harm a mention repeats: by the same figure, or another in the next sentence."""
    if one.patients or one.is_denied or not one.extent.counts:
        return None
    (of,) = one.concepts
    found = [
        open_
        for open_ in by_kind.get(_HARM + ("kill" if of == "die" else of), [])
        if contradiction(open_.signature.extent, one.extent) is None
        and (
            open_.signature.figures & one.figures
            or any(
                m.nth_sentence in (one.first.nth_sentence - 1, one.first.nth_sentence) for m in open_.signature.mentions
            )
        )
    ]
    return (found[0], [("the same harm, counted again", REFERS_BACK, one.first.trigger)]) if len(found) == 1 else None


def _enough(earlier: Signature, one: Signature) -> float:
    """How much two mentions must share: more where the word says little, or comes again and again in a story."""
    if earlier.is_weak and one.is_weak:
        return _ENOUGH_OF_WEAK
    again = earlier.concepts & one.concepts & joining_rules().serial and not earlier.patients & one.patients
    return _ENOUGH_OF_SERIAL if again else _ENOUGH


def _referred(one: Signature, alike: list[_Open], by_kind: dict[str, list[_Open]]) -> tuple[_Open, Reasons] | None:
    """Return the one earlier happening of its kind that a definite noun refers back to."""
    if not one.is_definite or one.is_denied or one.is_weak:
        return None
    stands_for = joining_rules().stands_for.get(one.first.lemma.casefold(), frozenset())
    reach = list(alike)
    for kind in sorted(stands_for):
        reach += [o for o in by_kind.get(kind, []) if o not in reach]
    meant = _meant([o for o in reach if _may_mean(one, o.signature)], one)
    return None if meant is None else (meant, [("refers back to the one such thing", REFERS_BACK, one.first.trigger)])


def _may_mean(one: Signature, earlier: Signature) -> bool:
    """True if a definite noun may point at a happening: nothing sets them apart, and its names were mentioned."""
    if earlier.is_old != one.is_old and not (earlier.is_old and earlier.labels & one.labels):
        return False
    beside = any(m.nth_sentence == one.first.nth_sentence for m in earlier.mentions)
    if one.labels and not one.labels & (earlier.labels if beside else earlier.labels | earlier.near):
        return False
    return contradiction(earlier.extent, one.extent) is None and fits(earlier, one)


def _meant(reach: list[_Open], one: Signature) -> _Open | None:
    """Return the only one in reach, the one spoken of twice as often as any other, or the only one just mentioned."""
    ordered = sorted(reach, key=lambda o: -len(o.members))
    if len(ordered) < 2 or len(ordered[0].members) >= 2 * len(ordered[1].members):
        return ordered[0] if ordered else None
    here = one.first.nth_sentence
    near = [o for o in ordered if any(here - 1 <= m.nth_sentence <= here for m in o.signature.mentions)]
    if len(near) == 1:
        return near[0]
    alike = [o for o in ordered if any(m.lemma == one.first.lemma for m in o.signature.mentions)]
    return alike[0] if len(alike) == 1 else None


def _shared(a: Signature, b: Signature, *, is_same: bool) -> Reasons:
    """Return what two mentions of an article share beside their kind; nothing if that is too little."""
    found: Reasons = []
    if a.is_old != b.is_old and not (a.patients & b.patients or a.labels & b.labels):
        return []
    if a.patients and b.patients and same_name(a.patients, b.patients):
        found.append(("same victim or object", 1.0, min(a.patients & b.patients, default=min(b.patients))))
    elif is_same and _reported_again(a, b):
        found.append(("told again at the head of the article", _ENOUGH, b.first.trigger))
    elif not is_same or b.is_indefinite:
        return []
    elif a.patient_words & b.patient_words:
        found.append(("same word for victim or object", 0.5, min(a.patient_words & b.patient_words)))
    elif a.words & b.words:
        found.append(("same word beside it", 0.5, min(a.words & b.words)))
    elif a.is_weak and b.is_weak:
        return []
    if a.doers and b.doers and same_name(a.doers, b.doers):
        # Who did it is enough where it happened to nobody; beside a victim it is one thing more.
        enough = bool(a.patients & b.patients) or (a.is_sole and b.is_sole)
        found.append(("same doer", 1.0 if enough else 0.5, min(b.doers)))
    elif a.doer_words & b.doer_words:
        found.append(("same word for the doer", 0.5, min(a.doer_words & b.doer_words)))
    if a.days & b.days:
        again = a.is_sole and b.is_sole and any(m.lemma == b.first.lemma for m in a.mentions)
        found.append(("same day", 1.0 if again else 0.5, min(a.days & b.days).isoformat()))
    if found and len(a.near & b.near - a.words) >= _ALIKE:
        found.append(("sentences alike", 0.5, ""))
    if found and b.is_definite:
        found.append(("told as known", 0.5, b.first.trigger))
    if a.places & b.places:
        found.append(("same place", 0.5, min(a.places & b.places)))
    if any(low is not None and low > 1 for _, low, _ in a.figures & b.figures):
        found.append(("same figure", 0.5, ""))
    return found


def _reported_again(a: Signature, b: Signature) -> bool:
    """True if the lead repeats the headline, or the sentence before it, in other words."""
    if (a.is_weak and b.is_weak) or a.is_denied or b.is_denied or not a.leads or b.first.nth_sentence >= LEAD:
        return False
    if any(m.nth_sentence == b.first.nth_sentence for m in a.mentions):
        return False
    if b.is_indefinite and not all(m.nth_sentence == 0 and m.reference != "indefinite" for m in a.mentions):
        return False
    return fits(a, b)
