"""From mentions to events: which mentions tell of the same happening, and what they tell together.

    pairs that share a block → evidence for and against → groups → facts of each event → bounds narrowed by relations

The result depends on the set of mentions and relations alone, not on their order.  Which mentions make an event depends
on those alone that pairs of positive weight tie to them, directly or through others; what relations leave of its
bounds, on the events that relations tie to it.  `warehouse.resolution.resolve` looks at what a change can reach alone
and comes to what `merge` gives for everything.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from transforms.coreference import blocking as compared
from transforms.coreference import clustering as clusters
from transforms.coreference import scoring as pairs
from transforms.coreference.aggregation import found_event, order
from transforms.coreference.clustering import Weights, cluster, joins, no_cycles, weigh
from transforms.coreference.constraint_network import Told
from transforms.coreference.narrowing import Narrowing, impossible, narrow, standing
from transforms.coreference.scoring import Profile, block_keys, profile
from transforms.coreference.values import (
    Conflict,
    EventRelation,
    Join,
    Merged,
    MergedEvent,
    MergeMention,
    MergeRelation,
)
from transforms.ids import digest
from transforms.rules.event_files import version_of

__all__ = ["MergeMention", "MergeRelation", "Merged", "MergedEvent", "block_keys", "merge", "rules_version"]

RULES = ("same_happening.toml", "names.toml", "word_frequency.tsv.gz")


def rules_version() -> str:
    """The version of what merging goes by: a hash of its rule files and of its code's weights."""
    weights = sorted(
        (name, value)
        for module in (pairs, compared, clusters)
        for name, value in vars(module).items()
        if name.isupper() and isinstance(value, float | int)
    )
    return digest(version_of(*RULES), repr(weights))


SERVED = 9.0
"""The weight of a light verb's belonging to the noun it carries."""


@dataclass(frozen=True, slots=True)
class Gathered:
    """Events with their own bounds, before relations narrow them; joins and conflicts in no lasting order."""

    events: tuple[MergedEvent, ...]
    joins: tuple[Join, ...]
    conflicts: tuple[Conflict, ...]


def merge(mentions: Sequence[MergeMention], relations: Sequence[MergeRelation] = ()) -> Merged:
    """The events that some mentions tell of.

    Raises:
        ValueError: where two mentions have one id.
    """
    ordered = sorted(mentions, key=order)
    ids = [m.mention_id for m in ordered]
    if len(set(ids)) != len(ids):
        raise ValueError("two mentions have one id")
    with no_cycles():
        return _merged(ordered, relations)


def _merged(ordered: Sequence[MergeMention], relations: Sequence[MergeRelation]) -> Merged:
    profiles = [profile(m) for m in ordered]
    weights = weigh(profiles)
    gathered = gather(profiles, [group.members for group in cluster(profiles, weights)], weights)
    events = {event.event_id: event for event in gathered.events}
    of = {mention: event.event_id for event in gathered.events for mention in event.mention_ids}
    told = _told(ordered, relations, of)
    narrowed, impossible_ones = narrow({i: standing(e) for i, e in events.items()}, told)
    events |= {n.event_id: _narrowed(events[n.event_id], n) for n in narrowed}
    conflicts = (*gathered.conflicts, *map(impossible, impossible_ones))
    return Merged(
        events=tuple(events[i] for i in sorted(events)),
        joins=tuple(sorted(gathered.joins, key=lambda j: (j.first, j.second))),
        relations=tuple(EventRelation(t.first, t.relation, t.second, t.mention_id, t.rule_id) for t in told),
        conflicts=tuple(sorted(conflicts, key=lambda c: (c.event_id, c.other_event_id or "", c.mention_ids, c.detail))),
    )


def gather(profiles: Sequence[Profile], groups: Sequence[Sequence[int]], weights: Weights) -> Gathered:
    """The events of groups of mentions, given in their lasting order with the weights of the pairs in each group."""
    told = list(joins(profiles, groups, weights))
    ordered = [p.mention for p in profiles]
    groups, served = _with_light(ordered, groups)
    found = [found_event([ordered[i] for i in group]) for group in groups]
    return Gathered(
        tuple(event for event, _ in found), (*told, *served), tuple(c for _, conflict in found for c in conflict)
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


def _narrowed(event: MergedEvent, by: Narrowing) -> MergedEvent:
    """The event with the bounds that its relations leave, each with where it comes from."""
    bounds = {b.bound: b for b in (*event.bounds, *by.bounds)}
    told = tuple(bounds[name] for name in sorted(bounds))
    return replace(event, start=by.start, end=by.end, edtf=by.edtf, precision=by.precision, bounds=told)
