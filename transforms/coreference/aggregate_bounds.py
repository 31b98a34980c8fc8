"""An event's bounds: those of its members combined, each with the mention that it comes from."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import NamedTuple

from transforms.coreference.values import Conflict, EventBound, MergeMention
from transforms.model import BoundKind, BoundName, Bounds

_COMBINED = frozenset({"actual", "planned", "possible"})
"""Members whose days are the event's; a denial's are those on which it did not happen."""
_STRENGTH: dict[BoundKind, int] = {"told": 0, "corroborated": 1, "relation": 2, "publication": 3}
NAMES: tuple[BoundName, ...] = ("start_earliest", "start_latest", "end_earliest", "end_latest")


class Box(NamedTuple):
    """The combined bounds of an event's members, with the evidence for each."""

    start: Bounds
    end: Bounds
    bounds: tuple[EventBound, ...]
    conflicts: tuple[Conflict, ...]


def combine(of: str, members: Sequence[MergeMention]) -> Box:
    """The days that all members leave possible; what contradicts a stronger bound is left out and named."""
    told = [m for m in members if m.modality in _COMBINED] or list(members)
    held: dict[BoundName, EventBound] = {}
    conflicts: list[Conflict] = []
    for bound in sorted((b for m in told for b in _bounds_of(m)), key=_weight):
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
    start, end = _closed(held)
    return Box(start, end, tuple(held[name] for name in NAMES if name in held), tuple(conflicts))


def _bounds_of(m: MergeMention) -> list[EventBound]:
    told = {e.bound: e for e in m.evidence}
    values: tuple[tuple[BoundName, date | None], ...] = (
        ("start_earliest", m.start.earliest),
        ("start_latest", m.start.latest),
        ("end_earliest", m.end.earliest),
        ("end_latest", m.end.latest),
    )
    found = []
    for name, value in values:
        if value is not None:
            e = told.get(name)
            kind: BoundKind = e.kind if e else ("told" if m.dated else "publication")
            rule, time = (e.rule_id, e.time_expression_id) if e else (m.reason, None)
            found.append(EventBound(name, value, kind, rule, m.mention_id, time))
    return found


def _weight(b: EventBound) -> tuple[int, bool, str, str, str]:
    # Of publication days that exclude one another, "by that day" holds: what was planned is told as done.
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
    """What a bound would cross: nothing begins later than it can, or ends before it begins."""
    low = bound.bound.endswith("earliest")
    return [o for o in _opposite(bound, held) if (o.value < bound.value if low else o.value > bound.value)]


def _pins(bound: EventBound, held: EventBound) -> bool:
    """Whether two mentions would put an edge on the day they were published, which no text tells.

    An article that announces a vote and then tells of it leaves the day open.
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
