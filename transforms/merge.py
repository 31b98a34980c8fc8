"""From mentions to events: which mentions tell of the same happening, and what they tell together.

    pairs that share a block → evidence for and against → groups → facts of each event → bounds narrowed by relations

The result depends on the set of mentions and relations alone, not on their order.  Mentions that share no block key,
directly or through others, and no relation never influence one another, so merging such a connected part alone gives
what merging everything gives for it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace

from transforms import pairs
from transforms.clusters import cluster
from transforms.event_facts import found_event, order, with_bounds
from transforms.events.convention import REPORTING_CONVENTION
from transforms.events.rule_files import version_of
from transforms.ids import digest
from transforms.merge_values import (
    Conflict,
    EventBound,
    EventRelation,
    Join,
    Merged,
    MergedEvent,
    MergeMention,
    MergeRelation,
)
from transforms.model import BoundName
from transforms.network import Box, Narrowed, Settled, Told, settle
from transforms.pairs import block_keys, profile

__all__ = ["MergeMention", "MergeRelation", "Merged", "MergedEvent", "block_keys", "merge", "rules_version"]

RULES = ("same_happening.toml", "names.toml", "word_frequency.tsv.gz")


def rules_version() -> str:
    """The version of what merging goes by: a hash of its rule files and of its code's weights."""
    weights = sorted(
        (name, value) for name, value in vars(pairs).items() if name.isupper() and isinstance(value, float)
    )
    return digest(version_of(*RULES), repr(weights))


SERVED = 9.0
"""The weight of a light verb's belonging to the noun it carries."""


def merge(mentions: Sequence[MergeMention], relations: Sequence[MergeRelation] = ()) -> Merged:
    """The events that some mentions tell of.

    Raises:
        ValueError: where two mentions have one id.
    """
    ordered = sorted(mentions, key=order)
    ids = [m.mention_id for m in ordered]
    if len(set(ids)) != len(ids):
        raise ValueError("two mentions have one id")
    groups, joins = cluster([profile(m) for m in ordered])
    groups, served = _with_light(ordered, groups)
    found = [found_event([ordered[i] for i in group]) for group in groups]
    events = {event.event_id: event for event, _ in found}
    of = {mention: event.event_id for event in events.values() for mention in event.mention_ids}
    told = _told(ordered, relations, of)
    settled = settle({i: _box(e) for i, e in events.items()}, told)
    narrowed: dict[str, list[Narrowed]] = defaultdict(list)
    for n in settled.narrowed:
        narrowed[n.event_id].append(n)
    conflicts = [c for _, conflict in found for c in conflict] + [_conflict(t) for t in settled.conflicts]
    return Merged(
        events=tuple(_narrowed(events[i], settled, narrowed[i]) for i in sorted(events)),
        joins=tuple(sorted([*joins, *served], key=lambda j: (j.first, j.second))),
        relations=tuple(EventRelation(t.first, t.relation, t.second, t.mention_id, t.rule_id) for t in told),
        conflicts=tuple(sorted(conflicts, key=lambda c: (c.event_id, c.other_event_id or "", c.mention_ids, c.detail))),
    )


def _with_light(ordered: Sequence[MergeMention], groups: Sequence[Sequence[int]]) -> tuple[list[list[int]], list[Join]]:
    """Each light verb in the group of the event it serves: "launched" an attack is no event of its own."""
    at = {m.mention_id: i for i, m in enumerate(ordered)}
    home = {i: n for n, group in enumerate(groups) for i in group}
    joins = []
    for i, m in enumerate(ordered):
        if m.event_class == "light" and m.serves in at:
            home[i] = home[at[m.serves]]
            first, second = sorted((m.mention_id, m.serves))
            joins.append(Join(first, second, SERVED, (f"a light verb and its event {SERVED:+.2f}",)))
    regrouped: dict[int, list[int]] = defaultdict(list)
    for i in range(len(ordered)):
        regrouped[home[i]].append(i)
    return list(regrouped.values()), joins


def _told(ordered: Iterable[MergeMention], relations: Iterable[MergeRelation], of: dict[str, str]) -> list[Told]:
    """The relations between events, each once for each mention that tells it."""
    parts = [MergeRelation(m.mention_id, "part_of", m.part_of, "part-of") for m in ordered if m.part_of]
    told = {
        Told(of[r.first], r.relation, of[r.second], r.first, r.rule_id)
        for r in (*relations, *parts)
        if r.first in of and r.second in of and of[r.first] != of[r.second]
    }
    return sorted(told, key=lambda t: (t.first, t.relation, t.second, t.mention_id, t.rule_id))


def _box(event: MergedEvent) -> Box:
    """What an event brings to the network: only what has happened, on days that a text tells, narrows others."""
    convention = any(REPORTING_CONVENTION in b.rule_id for b in event.bounds)
    return Box(event.start, event.end, event.modality == "actual" and not convention, event.kind == "point")


def _narrowed(event: MergedEvent, settled: Settled, by: Sequence[Narrowed]) -> MergedEvent:
    """The event with the bounds that its relations leave, each with where it comes from."""
    box = settled.boxes[event.event_id]
    if (box.start, box.end) == (event.start, event.end):
        return event
    bounds: dict[BoundName, EventBound] = {b.bound: b for b in event.bounds}
    for n in by:
        other = n.by.second if n.by.first == event.event_id else n.by.first
        bounds[n.bound] = EventBound(n.bound, n.value, "relation", n.by.rule_id, n.by.mention_id, None, other)
    return replace(with_bounds(event, box.start, box.end, tuple(bounds[k] for k in sorted(bounds))), dated=event.dated)


def _conflict(told: Told) -> Conflict:
    return Conflict(
        told.first,
        told.second,
        (told.mention_id,),
        f"{told.first} {told.relation} {told.second} leaves no possible day",
    )
