"""Propagates date bounds along temporal relations within one article."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta

from transforms.events.dating.bounds import Basis, BoundsBuilder, HeldBound
from transforms.events.dating.lengths import HOURS, distance
from transforms.events.dating.values import Candidate, TemporalLink
from transforms.model import BoundKind, BoundName, WhenKind

_ROUNDS = 4


def propagate(candidates: Sequence[Candidate], links: Sequence[TemporalLink]) -> None:
    """Narrow bounds along the links that date an event, until nothing changes."""
    _pass([one.bounds for one in candidates], candidates, [link for link in links if link.dates])


def relate(candidates: Sequence[Candidate], links: Sequence[TemporalLink]) -> list[dict[BoundName, HeldBound]]:
    """Return, for each event, the bounds that only its relations to other events give."""
    related = [BoundsBuilder(one.bounds.kind, dict(one.bounds.held)) for one in candidates]
    _pass(related, candidates, links)
    return [
        {
            name: held
            for name, held in bounds.held.items()
            if held.basis.kind == "relation" and name not in one.bounds.held
        }
        for one, bounds in zip(candidates, related, strict=True)
    ]


def _pass(
    bounds: Sequence[BoundsBuilder],
    candidates: Sequence[Candidate],
    links: Sequence[TemporalLink],
) -> None:
    """Pass days along links until nothing changes.

    Only what is presented as having happened narrows others; a verb that begins, ends or carries out an event is one
    with it, planned or not.
    """
    active = [link for link in links if link.narrows]
    for _ in range(_ROUNDS):
        changed = False
        for link in active:
            first, second = link.relation.first, link.relation.second
            for source, target in ((first, second), (second, first)):
                if candidates[source].modality == "actual" or link.same_event:
                    changed |= _narrow(bounds, link, source, target)
        if not changed:
            return


def _narrow(bounds: Sequence[BoundsBuilder], link: TemporalLink, source: int, target: int) -> bool:
    """Narrow one event by another, along one relation."""
    giver, taker = bounds[source], bounds[target]
    if link.length is not None and link.relation.relation == "before" and distance(link.length) is not None:
        return _shift(giver, taker, link, source)
    changed = False
    pairs = _pairs(link, source, giver.kind, taker.kind)
    if pairs is _LATER and not giver.start.is_day:
        return False  # "since his death last year": not since the first of January
    for name, origin in pairs:
        held = giver.held.get(origin)
        if held is None:
            continue
        publication = held.basis.kind == "publication"
        if publication and not (name == "end_latest" and origin == "start_latest"):
            continue
        kind: BoundKind = "publication" if publication else "told" if link.dates else "relation"
        named = not publication and (pairs is _EQUAL or pairs is _INSIDE) and name == origin
        basis = Basis(kind, link.relation.rule_id, held.basis.time, source, link.same_event)
        changed |= taker.narrow(name, held.value, basis, named=named)
    return changed


def _pairs(link: TemporalLink, source: int, giver: WhenKind, taker: WhenKind) -> _Pairs:
    """Return which bounds of the one event narrow which of the other."""
    relation, point, alike = link.relation, taker == "point", giver == taker
    both_points = point and alike
    if relation.relation == "since" and point and not link.same_event:
        return _LATER if source == relation.second else _NOTHING
    if link.at_once or (both_points and _is_one_day(link)):
        return _EQUAL
    if relation.relation == "simultaneous" and not link.same_event and not alike:
        return _INSIDE if point else _AROUND
    return _RULES[relation.relation][source == relation.second]


def _is_one_day(link: TemporalLink) -> bool:
    """True if two points that stand in this relation are of one day."""
    if link.relation.relation in ("since", "until"):
        return link.same_event
    return link.relation.relation in ("during", "part_of")


def _shift(giver: BoundsBuilder, taker: BoundsBuilder, link: TemporalLink, source: int) -> bool:
    """Apply a known distance ("two days after"): a day, or as wide as the unit counted in."""
    length = link.length or ""
    day, away = giver.start.earliest, distance(length)
    if day is None or away is None or not (giver.start.is_day or length in HOURS):
        return False
    least, most = away if source == link.relation.first else (-away[1], -away[0])
    try:
        first, last = day + timedelta(days=least), day + timedelta(days=most)
    except OverflowError:  # a distance that leads out of the calendar bounds nothing
        return False
    basis = Basis("told" if link.dates else "relation", link.relation.rule_id, link.shift, source)
    changed = taker.narrow("start_earliest", first, basis)
    changed |= taker.narrow("start_latest", last, basis)
    if first == last and taker.kind == "span":
        changed |= taker.narrow("end_latest", last, basis)
    return changed


_Pairs = tuple[tuple[BoundName, BoundName], ...]
_EQUAL: _Pairs = (
    ("start_earliest", "start_earliest"),
    ("start_latest", "start_latest"),
    ("end_earliest", "end_earliest"),
    ("end_latest", "end_latest"),
)
_INSIDE: _Pairs = (("start_earliest", "start_earliest"), ("end_latest", "end_latest"))
_LATER: _Pairs = (("start_earliest", "start_earliest"),)
_NOTHING: _Pairs = ()
_AROUND: _Pairs = (("start_latest", "start_latest"), ("end_earliest", "end_earliest"))
_RULES: dict[str, tuple[_Pairs, _Pairs]] = {
    # (first narrows second, second narrows first), as (bound of the narrowed, bound of the narrowing)
    "before": ((("start_earliest", "end_earliest"),), (("end_latest", "start_latest"),)),
    "after": ((("end_latest", "start_latest"),), (("start_earliest", "end_earliest"),)),
    "during": (_AROUND, _INSIDE),
    "part_of": (_AROUND, _INSIDE),
    "simultaneous": (_EQUAL, _EQUAL),
    "since": (
        (("start_latest", "start_latest"),),
        (("start_earliest", "start_earliest"), ("start_latest", "end_latest")),
    ),
    "until": ((("end_earliest", "end_earliest"),), (("end_earliest", "start_earliest"), ("end_latest", "end_latest"))),
}
