"""Which mentions of one article are one happening: each joins an earlier one that it shares enough with, or none.

A mention joins an earlier one of its kind where both name the same victim or object, the same doer of what happens to
nobody, or the same day; words of little meaning need two such things (`shared.py`).  A definite noun ("the blast", "his
resignation") joins the one such happening that was mentioned before it (`references.py`), harm the disaster that did it
(`harm.py`).  What contradicts an earlier one never joins it.  That two mentions stand in one article says nothing.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from transforms.coreference.extent import contradiction
from transforms.coreference.signature import Signature
from transforms.coreference.values import MergeMention, Reasons
from transforms.coreference.within_article.harm import counted_again, done_by_the_one
from transforms.coreference.within_article.references import just_mentioned, referred, testified
from transforms.coreference.within_article.shared import enough, shared
from transforms.coreference.within_article.units import Open, kinds_of_harm, of_unit, units, why

CARRIED = 9.0


@dataclass(frozen=True, slots=True)
class Link:
    """Why a mention is one happening with another; both by index."""

    to: int
    joined: int
    reasons: tuple[tuple[str, float, str], ...]


@dataclass(frozen=True, slots=True)
class Chains:
    """The happenings of one article: indices of mentions by happening, in order of their first, and the links."""

    members: tuple[tuple[int, ...], ...]
    signatures: tuple[Signature, ...]
    """What each happening is compared by; its mentions stand in the order of the text."""
    links: tuple[Link, ...]


def chains(mentions: Sequence[MergeMention]) -> Chains:
    """Find the happenings of one article's mentions, given in the order of the text."""
    found: list[Open] = []
    links: list[Link] = []
    by_kind: dict[str, list[Open]] = {}
    for unit in units(mentions):
        one = of_unit([mentions[i] for i in unit])
        link = None if one.is_alone else _earlier(one, by_kind)
        if link is None:
            open_ = Open(one, list(unit), [one])
            found.append(open_)
        else:
            open_, reasons = link
            links.append(Link(open_.members[-1], unit[0], tuple(reasons)))
            open_.add(one)
            open_.members += unit
        links += [Link(unit[0], i, ((why(mentions[i]), CARRIED, mentions[unit[0]].lemma),)) for i in unit[1:]]
        if not one.is_alone:
            harm = kinds_of_harm(mentions[i] for i in unit[1:])
            for kind in (*one.concepts, *(f"~{f}" for f in one.families), *harm):
                of = by_kind.setdefault(kind, [])
                if open_ not in of:
                    of.append(open_)
    ordered = sorted((tuple(sorted(open_.members)), n) for n, open_ in enumerate(found))
    return Chains(
        tuple(members for members, _ in ordered),
        tuple(replace(found[n].signature, mentions=tuple(mentions[i] for i in members)) for members, n in ordered),
        tuple(links),
    )


def _earlier(one: Signature, by_kind: dict[str, list[Open]]) -> tuple[Open, Reasons] | None:
    """Return the one earlier happening that a mention names again, and the reasons."""
    (kind,) = one.concepts
    same = by_kind.get(kind, [])
    akin = [o for family in one.families for o in by_kind.get(f"~{family}", []) if o not in same]
    weighed = []
    for open_, is_same in [*((o, True) for o in same), *((o, False) for o in akin)]:
        if contradiction(open_.signature.extent, one.extent) is None:
            reasons = shared(open_.signature, one, is_same=is_same)
            weight = sum(w for _, w, _ in reasons)
            if weight >= enough(open_.signature, one):
                weighed.append((weight, open_, reasons))
    if weighed:
        if one.is_actual:
            # What did not happen yet, or may not have, gives way to what did.
            weighed = [w for w in weighed if w[1].signature.is_actual] or weighed
        most = max(weight for weight, _, _ in weighed)
        best = [(open_, reasons) for weight, open_, reasons in weighed if weight == most]
        return best[-1] if len(best) == 1 or one.patients else None
    return (
        referred(one, same or akin, by_kind)
        or just_mentioned(one, by_kind)
        or testified(one, by_kind)
        or counted_again(one, by_kind)
        or done_by_the_one(one, by_kind)
    )
