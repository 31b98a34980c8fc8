"""Which mentions of one article are one happening: each joins an earlier one that it shares enough with, or none.

A mention joins an earlier one of its kind where both name the same victim or object, the same doer of what happens to
nobody, or the same day; words of little meaning need two such things.  A definite noun ("the blast", "his resignation")
joins the one such happening that was told before it.  What contradicts an earlier one never joins it.  That two
mentions stand in one article says nothing.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from transforms.coreference.extent import contradiction, same_name
from transforms.coreference.joining_rules import joining_rules
from transforms.coreference.signature import Signature, combine, signature
from transforms.coreference.values import MergeMention

Reasons = list[tuple[str, float, str]]
"""What speaks for one happening or against it, its weight, and a word that says more."""
CARRIED = 9.0
REFERS_BACK = 2.0
_ENOUGH = 1.0
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
    """A happening as told so far."""

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
        links += [Link(unit[0], i, ((_CARRIES, CARRIED, mentions[unit[0]].lemma),)) for i in unit[1:]]
        if not one.is_alone:
            for kind in (*one.concepts, *(f"~{f}" for f in one.families)):
                of = by_kind.setdefault(kind, [])
                if open_ not in of:
                    of.append(open_)
    ordered = sorted((tuple(sorted(open_.members)), n) for n, open_ in enumerate(found))
    return Chains(
        tuple(members for members, _ in ordered),
        tuple(replace(found[n].signature, mentions=tuple(mentions[i] for i in members)) for members, n in ordered),
        tuple(links),
    )


_CARRIES = "a verb that only lets it take place"


def _units(mentions: Sequence[MergeMention]) -> list[list[int]]:
    """Each mention with the verbs that only let it take place, which tell nothing of their own."""
    at = {m.mention_id: i for i, m in enumerate(mentions)}
    carrying = {i: at[m.carries] for i, m in enumerate(mentions) if m.carries in at and at[m.carries] != i}
    units = {i: [i] for i in range(len(mentions)) if i not in carrying or carrying[i] in carrying}
    for i, noun in carrying.items():
        if i not in units:
            units[noun].append(i)
    return [units[i] for i in sorted(units)]


def signature_of(mentions: Sequence[MergeMention]) -> Signature:
    """What one happening's mentions, given in the order of the text, are compared by."""
    combined = combine([_of_unit([mentions[i] for i in unit]) for unit in _units(mentions)])
    return replace(combined, mentions=tuple(mentions))


def _of_unit(mentions: Sequence[MergeMention]) -> Signature:
    """A noun with what the verbs that carry it tell of it: what happened is the noun's."""
    parts = [signature(m) for m in mentions]
    noun, combined = parts[0], combine(parts)
    return replace(
        combined,
        concepts=noun.concepts,
        families=noun.families,
        is_weak=noun.is_weak,
        rare=noun.rare,
        is_definite=noun.is_definite,
        is_indefinite=noun.is_indefinite,
        is_presumed=noun.is_presumed,
        is_alone=noun.is_alone,
        is_reporting=noun.is_reporting,
    )


def _earlier(one: Signature, by_kind: dict[str, list[_Open]]) -> tuple[_Open, Reasons] | None:
    """The one happening told before that a mention tells again, and why."""
    (concept,) = one.concepts
    same = by_kind.get(concept, [])
    akin = [o for family in one.families for o in by_kind.get(f"~{family}", []) if o not in same]
    weighed = []
    for open_, is_same in [*((o, True) for o in same), *((o, False) for o in akin)]:
        if contradiction(open_.signature.extent, one.extent) is None:
            reasons = _shared(open_.signature, one, is_same=is_same)
            weight = sum(w for _, w, _ in reasons)
            if weight >= (_ENOUGH_OF_WEAK if one.is_weak and open_.signature.is_weak else _ENOUGH):
                weighed.append((weight, open_, reasons))
    if weighed:
        most = max(weight for weight, _, _ in weighed)
        best = [(open_, reasons) for weight, open_, reasons in weighed if weight == most]
        return best[-1] if len(best) == 1 or one.patients else None
    return _referred(one, same or akin, by_kind)


def _referred(one: Signature, alike: list[_Open], by_kind: dict[str, list[_Open]]) -> tuple[_Open, Reasons] | None:
    """The one such happening told before that a definite noun points back at."""
    if not one.is_definite or one.is_denied or one.is_weak:
        return None
    stands_for = joining_rules().stands_for.get(one.first.lemma.casefold(), frozenset())
    lemma = one.first.lemma.casefold()
    reach = [o for o in alike if any(m.lemma.casefold() == lemma for m in o.signature.mentions)] or list(alike)
    for concept in sorted(stands_for):
        reach += [o for o in by_kind.get(concept, []) if o not in reach]
    meant = _most_spoken_of(reach)
    if meant is None or (meant.signature.is_old and not one.is_old):
        return None
    if one.labels and not one.labels & (meant.signature.labels | meant.signature.near):
        return None
    if contradiction(meant.signature.extent, one.extent) is None:
        return meant, [("refers back to the one such thing", REFERS_BACK, one.first.trigger)]
    return None


def _most_spoken_of(reach: list[_Open]) -> _Open | None:
    """The only one in reach, or the one that the article speaks of twice as often as of any other."""
    ordered = sorted(reach, key=lambda o: -len(o.members))
    if len(ordered) > 1 and len(ordered[0].members) < 2 * len(ordered[1].members):
        return None
    return ordered[0] if ordered else None


def _shared(a: Signature, b: Signature, *, is_same: bool) -> Reasons:
    """What two mentions of an article share beside their kind; nothing where that is too little for any."""
    found: Reasons = []
    if a.patients and b.patients and same_name(a.patients, b.patients):
        found.append(("same victim or object", 1.0, min(a.patients & b.patients, default=min(b.patients))))
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
