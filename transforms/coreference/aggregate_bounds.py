"""An event's bounds: those of its members combined, each with the mention that it comes from."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from transforms.coreference.values import Conflict, EventBound, MergeMention
from transforms.model import BoundKind, BoundName, Bounds

_STRENGTH: dict[BoundKind, int] = {"told": 0, "corroborated": 1, "relation": 2, "publication": 3}
DONE_BY_PUBLICATION = "told-in-past"
"""The rule by which what is presented as done was done when the article appeared."""
NAMES: tuple[BoundName, ...] = ("start_earliest", "start_latest", "end_earliest", "end_latest")


class EventBounds(NamedTuple):
    """The combined bounds of an event's members, with the evidence for each."""

    start: Bounds
    end: Bounds
    bounds: tuple[EventBound, ...]
    conflicts: tuple[Conflict, ...]

    @property
    def dating(self) -> tuple[str, ...]:
        """The mentions whose own words give a bound, in order of their ids."""
        return tuple(sorted({b.mention_id for b in self.bounds if b.used and b.kind in OWN and b.mention_id}))


OWN: frozenset[BoundKind] = frozenset({"told", "corroborated"})
"""Kinds of bounds that a text gives for the happening itself."""


def combine(of: str, members: Sequence[MergeMention]) -> EventBounds:
    """Return the bounds that all the mentions together leave possible.

    Where two of them give days that cannot both be, none of their days is used, and the contradiction is named.  What
    only a relation to another happening gives is kept beside, unused.
    """
    found = [b for m in members for b in _bounds_of(m)]
    aside = sorted((b for b in found if not b.used), key=_weight)
    held, conflicts = _narrowest(of, [b for b in found if b.used])
    if conflicts:
        held, _ = _narrowest(of, [b for b in found if b.used and b.kind not in OWN])
    start, end = _closed(held)
    return EventBounds(start, end, (*(held[name] for name in NAMES if name in held), *aside), tuple(conflicts))


def _narrowest(of: str, found: Sequence[EventBound]) -> tuple[dict[BoundName, EventBound], list[Conflict]]:
    """Return the narrowest bounds that cross no stronger one, and the contradictions between them."""
    held: dict[BoundName, EventBound] = {}
    conflicts: list[Conflict] = []
    for bound in sorted(found, key=_weight):
        if any(_pins(bound, o) for o in _opposite(bound, held)):
            continue
        crossed = next((o for o in _against(bound, held)), None)
        if crossed is not None:
            if bound.kind == "publication":
                continue
            ids = tuple(sorted({i for i in (bound.mention_id, crossed.mention_id) if i}))
            conflicts.append(
                Conflict(of, None, ids, f"{bound.bound} {bound.value} against {crossed.bound} {crossed.value}")
            )
            continue
        old = held.get(bound.bound)
        later = bound.bound.endswith("earliest")
        if old is None or (bound.value > old.value if later else bound.value < old.value):
            held[bound.bound] = bound
    return held, conflicts


def _bounds_of(m: MergeMention) -> Iterator[EventBound]:
    """Return the bounds that a mention brings; those of its publication if all its others come from elsewhere."""
    own = False
    for e in m.evidence:
        kind: BoundKind = "told" if e.kind == "relation" and e.within else e.kind
        used = kind != "relation"
        own |= used and e.bound.endswith("latest")
        yield EventBound(e.bound, e.value, kind, e.rule_id, m.mention_id, e.time_expression_id, None, used)
    if not m.evidence and m.when:
        for name, value in zip(NAMES, (m.start.earliest, m.start.latest, m.end.earliest, m.end.latest), strict=True):
            if value is not None:
                kind = "told" if m.dated else "publication"
                yield EventBound(name, value, kind, m.when.reason, m.mention_id)
    elif m.when and not own and m.modality == "actual" and m.published and not m.when.ongoing:
        yield EventBound("start_latest", m.published, "publication", DONE_BY_PUBLICATION, m.mention_id)
        if m.when.kind == "point":
            yield EventBound("end_latest", m.published, "publication", DONE_BY_PUBLICATION, m.mention_id)


def _weight(b: EventBound) -> tuple[int, bool, str, str, str]:
    # Of publication days that exclude one another, "by that day" holds: what was planned is presented as done.
    ahead = b.kind == "publication" and b.bound.endswith("earliest")
    return _STRENGTH[b.kind], ahead, b.mention_id or "", b.bound, b.value.isoformat()


_OPPOSITE: dict[BoundName, tuple[BoundName, ...]] = {
    "start_earliest": ("start_latest", "end_latest"),
    "end_earliest": ("end_latest",),
    "start_latest": ("start_earliest",),
    "end_latest": ("start_earliest", "end_earliest"),
}


def _opposite(bound: EventBound, held: dict[BoundName, EventBound]) -> list[EventBound]:
    return [held[o] for o in _OPPOSITE[bound.bound] if o in held]


def _against(bound: EventBound, held: dict[BoundName, EventBound]) -> list[EventBound]:
    """Return the bounds that a bound crosses: nothing begins later than it can, or ends before it begins."""
    low = bound.bound.endswith("earliest")
    return [o for o in _opposite(bound, held) if (o.value < bound.value if low else o.value > bound.value)]


def _pins(bound: EventBound, held: EventBound) -> bool:
    """True if two mentions would put an edge on the day they were published, which no text gives.

    An article that announces a vote and then reports it leaves the day open.
    """
    both = bound.kind == held.kind == "publication"
    return both and bound.value == held.value and bound.mention_id != held.mention_id


def _closed(held: dict[BoundName, EventBound]) -> tuple[Bounds, Bounds]:
    """Both edges as bounds; nothing begins after it has ended."""
    value = {name: b.value for name, b in held.items()}
    last, first = value.get("end_latest"), value.get("start_earliest")
    if last and ("start_latest" not in value or value["start_latest"] > last):
        value["start_latest"] = last
        held["start_latest"] = replace(held["end_latest"], bound="start_latest")
    if first and ("end_earliest" not in value or value["end_earliest"] < first):
        value["end_earliest"] = first
        held["end_earliest"] = replace(held["start_earliest"], bound="end_earliest")
    return (
        Bounds(value.get("start_earliest"), value.get("start_latest")),
        Bounds(value.get("end_earliest"), value.get("end_latest")),
    )
