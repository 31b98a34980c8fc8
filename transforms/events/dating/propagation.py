"""Propagates date bounds along temporal relations within one article."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import timedelta

from transforms.events.dating.bounds import Basis, BoundsBuilder
from transforms.events.dating.values import ArticleView, Candidate, TemporalLink
from transforms.model import BoundKind, BoundName, TimeExpression

_ROUNDS = 4
_PERIOD = re.compile(r"PT?(?P<count>\d{1,6})(?P<unit>[DWMYHS])\Z")
_VAGUE = re.compile(r"PX[DWMY]")
"""Lengths that tell no distance ("days later"): it came after, no more."""
_HOURS = frozenset({"PTXH", "PTXM", "PTXS"})
"""Hours or less, not counted ("hours later"): the same day or the next."""
_FARTHEST = 40_000
"""Days; what is farther away is told as history, not reckoned."""
_DAYS = {"D": (1, 0), "W": (7, 3), "M": (30, 15), "Y": (365, 183)}
"""A unit's length in days, and how far off a text that counts in it may be."""


def propagate(view: ArticleView, candidates: Sequence[Candidate], links: Sequence[TemporalLink]) -> None:
    """Narrow bounds along relations until nothing changes.

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
                    changed |= _narrow(view, candidates, link, source, target)
        if not changed:
            return


def _narrow(view: ArticleView, candidates: Sequence[Candidate], link: TemporalLink, source: int, target: int) -> bool:
    """Narrow one event by another, along one relation."""
    giver, taker = candidates[source].bounds, candidates[target].bounds
    if link.shift is not None and link.relation.relation == "before":
        time = view.times[link.shift]
        if not _VAGUE.match(time.value):
            return _shift(giver, taker, link, source, time)
    changed = False
    pairs = _pairs(link, source, both_points=taker.kind == giver.kind == "point", point=taker.kind == "point")
    for name, origin in pairs:
        held = giver.held.get(origin)
        if held is None:
            continue
        publication = held.basis.kind == "publication"
        if publication and not (name == "end_latest" and origin == "start_latest"):
            continue
        kind: BoundKind = "publication" if publication else "relation"
        named = kind == "relation" and (pairs is _EQUAL or pairs is _INSIDE) and name == origin
        basis = Basis(kind, link.relation.rule_id, held.basis.time, source, link.same_event)
        changed |= taker.narrow(name, held.value, basis, named=named)
    return changed


def _pairs(link: TemporalLink, source: int, *, both_points: bool, point: bool) -> _Pairs:
    """Return which bounds of the one event narrow which of the other."""
    relation = link.relation
    if relation.relation == "since" and point and not link.same_event:
        return _LATER
    if both_points and _is_one_day(link):
        return _EQUAL
    return _RULES[relation.relation][source == relation.second]


def _is_one_day(link: TemporalLink) -> bool:
    """True if two points that stand in this relation are of one day."""
    if link.relation.relation in ("since", "until"):
        return link.same_event
    return link.relation.relation in ("during", "part_of")


def _shift(giver: BoundsBuilder, taker: BoundsBuilder, link: TemporalLink, source: int, time: TimeExpression) -> bool:
    """Apply a known distance ("two days after"): a day, or as wide as the unit counted in."""
    day, away = giver.start.earliest, _distance(time.value)
    if day is None or away is None or not (giver.start.is_day or time.value in _HOURS):
        return False
    least, most = away if source == link.relation.first else (-away[1], -away[0])
    try:
        first, last = day + timedelta(days=least), day + timedelta(days=most)
    except OverflowError:  # a distance that leads out of the calendar bounds nothing
        return False
    basis = Basis("relation", link.relation.rule_id, link.shift, source)
    changed = taker.narrow("start_earliest", first, basis)
    return taker.narrow("start_latest", last, basis) or changed


def _distance(value: str) -> tuple[int, int] | None:
    """Return how many days a length may be, at least and at most: hours reach into the next day."""
    if value in _HOURS:
        return 0, 1
    found = _PERIOD.match(value)
    if found is None:
        return None
    count = int(found["count"])
    if value.startswith("PT"):
        return 0, 1 + count // 24 if found["unit"] == "H" else 1
    length, slack = _DAYS[found["unit"]]
    days = count * length
    return (days - slack, days + slack) if days <= _FARTHEST else None


_Pairs = tuple[tuple[BoundName, BoundName], ...]
_EQUAL: _Pairs = (
    ("start_earliest", "start_earliest"),
    ("start_latest", "start_latest"),
    ("end_earliest", "end_earliest"),
    ("end_latest", "end_latest"),
)
_INSIDE: _Pairs = (("start_earliest", "start_earliest"), ("end_latest", "end_latest"))
_LATER: _Pairs = (("start_earliest", "start_earliest"),)
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
