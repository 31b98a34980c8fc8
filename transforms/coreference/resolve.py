"""From mentions to events: which mentions report the same happening, and what they say together.

    happenings of each article → pairs that share a block → evidence for and against → groups → facts of each event

The result depends on the set of mentions and relations alone, not on their order.  What an article's happenings are
depends on its own mentions (`within_article/chains.py`).  Which of them make an event depends on those alone that pairs
of positive weight tie to them, directly or through others.  `warehouse.resolution.resolve` examines only what a change
can reach, and gets the result that `merge` would give for everything.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass

from transforms.coreference.aggregation import found_event, order
from transforms.coreference.clustering import Weights, cluster, joins, joins_within, no_cycles, weigh
from transforms.coreference.scoring import block_keys
from transforms.coreference.signature import Signature, signature
from transforms.coreference.values import (
    Conflict,
    EventRelation,
    Join,
    Merged,
    MergedEvent,
    MergeMention,
    MergeRelation,
)
from transforms.coreference.within_article.chains import Chains, chains
from transforms.coreference.within_article.cut import cut

__all__ = [
    "Happening",
    "MergeMention",
    "MergeRelation",
    "Merged",
    "MergedEvent",
    "block_keys",
    "happenings",
    "merge",
    "signature",
]


@dataclass(frozen=True, slots=True)
class Happening:
    """What one article says about one happening, ready to be compared, and why its mentions are one."""

    signature: Signature
    joins: tuple[tuple[str, Join], ...] = ()
    """By the mention that each brought in."""


def happenings(mentions: Sequence[MergeMention], apart: Collection[frozenset[str]] = frozenset()) -> list[Happening]:
    """Return the happenings of some articles in their lasting order: that of each one's first mention.

    Args:
        mentions: all of whole articles.
        apart: pairs of mentions that people decided not to be one.
    """
    by_article: dict[str, list[MergeMention]] = defaultdict(list)
    for m in sorted(mentions, key=order):
        by_article[m.article_id].append(m)
    found = [happening for of in by_article.values() for happening in _of_article(of, apart)]
    return sorted(found, key=lambda h: order(h.signature.first))


def _of_article(mentions: Sequence[MergeMention], apart: Collection[frozenset[str]]) -> Iterator[Happening]:
    within: Chains = cut(chains(mentions), mentions, apart)
    joined = dict(joins_within(mentions, within))
    for members, one in zip(within.members, within.signatures, strict=True):
        yield Happening(one, tuple((mentions[i].mention_id, joined[i]) for i in members if i in joined))


@dataclass(frozen=True, slots=True)
class Gathered:
    """Events, joins and conflicts, in no lasting order."""

    events: tuple[MergedEvent, ...]
    joins: tuple[Join, ...]
    conflicts: tuple[Conflict, ...]


def merge(mentions: Sequence[MergeMention], relations: Sequence[MergeRelation] = ()) -> Merged:
    """Return the events that some mentions form.

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
    found = happenings(ordered)
    signatures = [h.signature for h in found]
    weights = weigh(signatures)
    gathered = gather(found, [group.members for group in cluster(signatures, weights)], weights)
    of = {mention: event.event_id for event in gathered.events for mention in event.mention_ids}
    return Merged(
        events=tuple(sorted(gathered.events, key=lambda e: e.event_id)),
        joins=tuple(sorted(gathered.joins, key=lambda j: (j.first, j.second))),
        relations=tuple(_between(ordered, relations, of)),
        conflicts=tuple(sorted(gathered.conflicts, key=lambda c: (c.event_id, c.mention_ids, c.detail))),
    )


def gather(found: Sequence[Happening], groups: Sequence[Sequence[int]], weights: Weights) -> Gathered:
    """Return the events of groups of happenings, given in lasting order with the weights of the pairs in each."""
    joined = [*joins([h.signature for h in found], groups, weights), *(join for h in found for _, join in h.joins)]
    made = [found_event(sorted((m for i in group for m in found[i].signature.mentions), key=order)) for group in groups]
    return Gathered(
        tuple(event for event, _ in made), tuple(joined), tuple(c for _, conflicts in made for c in conflicts)
    )


def _between(
    ordered: Iterable[MergeMention], relations: Iterable[MergeRelation], of: dict[str, str]
) -> list[EventRelation]:
    """Return the relations between events, each once for each mention that states it."""
    parts = [MergeRelation(m.mention_id, "part_of", m.part_of, "part-of") for m in ordered if m.part_of]
    found = {
        EventRelation(of[r.first], r.relation, of[r.second], r.first, r.rule_id)
        for r in (*relations, *parts)
        if r.first in of and r.second in of and of[r.first] != of[r.second]
    }
    return sorted(found, key=lambda t: (t.event_id, t.relation, t.other_event_id, t.mention_id, t.rule_id))
