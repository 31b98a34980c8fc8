"""Events in their network: what relations between them leave of each one's own bounds.

An event's own bounds, those of its members combined, are never changed by this; what relations leave of them stands
beside them, with where it comes from.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from transforms.coreference.aggregation import edtf
from transforms.coreference.constraint_network import Box, Told, settle
from transforms.coreference.values import Conflict, EventBound, MergedEvent
from transforms.events.dating.reporting_convention import REPORTING_CONVENTION
from transforms.events.edtf import event_precision
from transforms.model import Bounds, Precision, WhenKind


@dataclass(frozen=True, slots=True)
class Standing:
    """What an event brings into the network."""

    kind: WhenKind | None
    approximate: bool
    start: Bounds
    end: Bounds
    passes: bool
    """Whether it narrows others."""


@dataclass(frozen=True, slots=True)
class Narrowing:
    """What relations leave of an event's bounds, and where the narrower ones come from."""

    event_id: str
    start: Bounds
    end: Bounds
    edtf: str
    precision: Precision
    bounds: tuple[EventBound, ...]


def standing(event: MergedEvent) -> Standing:
    """An event for the network: only what has happened, on days that a text tells, narrows others."""
    convention = any(REPORTING_CONVENTION in b.rule_id for b in event.bounds)
    passes = event.modality == "actual" and not convention
    return Standing(event.kind, event.approximate, event.start, event.end, passes)


def narrow(events: Mapping[str, Standing], told: Iterable[Told]) -> tuple[tuple[Narrowing, ...], tuple[Told, ...]]:
    """The events that relations narrow, by id, and the relations that cannot hold.

    Events that are not tied by relations, directly or through others, never influence one another.
    """
    settled = settle({i: Box(e.start, e.end, e.passes, e.kind == "point") for i, e in events.items()}, told)
    by: dict[str, list[EventBound]] = defaultdict(list)
    for n in settled.narrowed:
        other = n.by.second if n.by.first == n.event_id else n.by.first
        by[n.event_id].append(EventBound(n.bound, n.value, "relation", n.by.rule_id, n.by.mention_id, None, other))
    found = []
    for event_id in sorted(by):
        event, box = events[event_id], settled.boxes[event_id]
        if (box.start, box.end) != (event.start, event.end):
            written = edtf(event.kind, box.start, box.end, event.approximate)
            precision = event_precision(box.start, box.end)
            bounds = tuple(sorted(by[event_id], key=lambda b: b.bound))
            found.append(Narrowing(event_id, box.start, box.end, written, precision, bounds))
    return tuple(found), settled.conflicts


def impossible(told: Told) -> Conflict:
    """What is noted where a relation cannot hold."""
    detail = f"{told.first} {told.relation} {told.second} leaves no possible day"
    return Conflict(told.first, told.second, (told.mention_id,), detail)
