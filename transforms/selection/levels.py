"""At which level each event stands, and which key event a detail belongs to.

From the most important down: an event that is important enough is key, unless a key event tells it already, as what
was said in an announcement, as the dead of a blast, as the same thing reported again.  Then it is a detail of that one.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import timedelta
from typing import Literal

from transforms.selection.news_value import type_set
from transforms.selection.order import NEAR
from transforms.selection.values import EventFeatures, Levelled, Link, LinkKind, Scored, Section
from transforms.times.algebra import days_on

KEY = 0.0
"""The least odds of a key event: more likely printed than not."""
DETAIL = -1.5
"""The least odds of a detail that is tied to no key event."""
CAUSES = type_set("causes")
BLOWS = type_set("blows")
"""Causes of which one sentence tells one: what spills after a blast is another accident."""
CONSEQUENCES = type_set("consequences")
"""Types whose figures belong to the row of what caused them, where one sentence tells both."""
HARM = type_set("harm")
"""Types that one victim can suffer only once: shot, struck, dead."""
ONCE = type_set("once")
"""Types of which an article tells one on one date, if it does not name others."""
OWN_STATEMENT = frozenset({"past", "perfect", "noun-subject", "first-sentence"})
LONG = timedelta(days=270)
"""How long before its report an event must lie to be of another time."""
SEVERAL = 2
"""Independent articles that make something long before the story part of it."""
CENTRAL = 0.3
"""The share of the story's articles that name somebody whose past is part of it."""
AS_NEW = frozenset({"first-sentence", "lead", "perfect"})
"""Signs of a mention that tells something as news."""
OCCASIONS = type_set("occasions")
DONE_THERE = type_set("done_there")
"""Types of what is done at a meeting, beside what is announced or testified there."""
TOGETHER = frozenset({"under", "over", "sentence"})
"""Ties of events that share a sentence."""
BY_THE_WAY = frozenset(
    {"not-finite", "noun-object", "noun-subject", "noun-modifier", "relative", "circumstance", "definite"}
)

Tie = LinkKind | Literal["over", "named"]
"""How an event is tied to another: as linked, or the other way around."""
Near = Mapping[str, Sequence[tuple[str, Tie]]]
"""By event: the other event and how the two are tied."""


def levels(
    events: Mapping[str, EventFeatures], scored: Mapping[str, Scored], links: Iterable[Link]
) -> dict[str, Levelled]:
    """Return the level of every event."""
    near = _near(events, links)
    order = sorted(events, key=lambda e: (-scored[e].odds, e))
    found: dict[str, Levelled] = {}
    for event_id in order:
        if scored[event_id].odds >= KEY:
            above = _covered_by(events[event_id], near.get(event_id, ()), events, found)
            found[event_id] = above or Levelled("key", None, f"important enough: {scored[event_id].importance:.2f}")
    for event_id in order:
        if event_id not in found:
            found[event_id] = _below(events[event_id], scored[event_id], near.get(event_id, ()), found)
    return found


def _near(events: Mapping[str, EventFeatures], links: Iterable[Link]) -> Near:
    near: dict[str, set[tuple[str, Tie]]] = defaultdict(set)
    for link in links:
        if link.event_id in events and link.other_event_id in events and link.event_id != link.other_event_id:
            near[link.event_id].add((link.other_event_id, link.kind))
            near[link.other_event_id].add((link.event_id, _REVERSED.get(link.kind, link.kind)))
    return {event_id: sorted(others) for event_id, others in near.items()}


def _covered_by(
    event: EventFeatures,
    near: Sequence[tuple[str, Tie]],
    events: Mapping[str, EventFeatures],
    found: Mapping[str, Levelled],
) -> Levelled | None:
    """Return the key event that already covers this one, if one does."""
    for other_id, kind in near:
        why = _why_covered(event, events[other_id], kind) if _is_key(found, other_id) else None
        if why:
            return Levelled("detail", other_id, why)
    return None


def _why_covered(event: EventFeatures, other: EventFeatures, kind: Tie) -> str | None:
    """Return why a key event covers another that is tied to it; `None` where both stand."""
    if kind == "repeated":
        return None if _is_newer(event, other) else "the same thing reported again"
    if kind == "toll":
        return "another toll so far"
    if kind in TOGETHER:
        if "reporting" in (event.event_class, other.event_class) and kind != "sentence":
            return "a saying and what was said are one row"
        if _is_one_toll(event, other):
            return "figures of one happening, told in one sentence"
        if _is_occasion(event, other):
            return "the occasion of what was said or done there"
        if event.event_type in BLOWS and _is_same_blow(event, other):
            return "one happening, told by two words in one sentence"
    if (kind == "named" and "thin" in event.signs) or (
        kind in ("named", "under") and _is_occurring_alone(event, other)
    ):
        return "says no more than that it took place"
    if kind == "names" and _is_occurring_alone(other, event):
        return "its sentence is told by the verb that says it took place"
    if event.event_type in CONSEQUENCES and _is_cause(other) and not _own_day(event, other):
        return "a consequence told with its cause"
    if kind == "under" and (_is_by_the_way(event) or _goes_with(event, other)):
        return "a step of it, told by the way"
    return None


def _is_newer(event: EventFeatures, other: EventFeatures) -> bool:
    """True if an article reports one event as new when the other is known to have been over for long."""
    over, reported = other.end_latest if other.dated else None, event.first_reported
    return bool(AS_NEW & set(event.signs) and over and reported and days_on(over, NEAR.days) < reported)


def _is_by_the_way(event: EventFeatures) -> bool:
    """True if an event is mentioned in passing, without a date, and is not what somebody with a name did in a lead."""
    signs = set(event.signs)
    opens = {"deed", "named-agent"} <= signs and bool({"first-sentence", "lead"} & signs)
    return bool(BY_THE_WAY & signs) and "own-date" not in signs and not opens


def _is_same_blow(event: EventFeatures, other: EventFeatures) -> bool:
    """True if a storm, battle or attack mentioned by the way is of the kind of another beside it, on no other day."""
    return event.event_type == other.event_type and bool(BY_THE_WAY & set(event.signs)) and not _own_day(event, other)


def _is_occurring_alone(verb: EventFeatures, noun: EventFeatures) -> bool:
    """True if a verb only says of a blast, storm or attack that it came ("an earthquake hit the coast")."""
    return verb.event_type == "occurrence" and noun.event_type in CAUSES and not _own_day(verb, noun)


def _goes_with(event: EventFeatures, other: EventFeatures) -> bool:
    """True if a participle says what went with another happening on its day ("fell, hitting three-year lows")."""
    return {"circumstance", "not-finite"} <= set(event.signs) and event.day is not None and event.day == other.day


def _is_one_toll(event: EventFeatures, other: EventFeatures) -> bool:
    """True if two consequences are of one happening: the dead and the injured, but not two people with names."""
    both = event.event_type in CONSEQUENCES and other.event_type in CONSEQUENCES
    named = "named-patient" in event.signs and "named-patient" in other.signs
    return both and not named and not _own_day(event, other)


def _is_occasion(event: EventFeatures, other: EventFeatures) -> bool:
    """True if an event is where another was said or done: a hearing, a press conference."""
    at_it = "saying-news" in other.signs or other.event_type in DONE_THERE
    return event.event_type in OCCASIONS and at_it and not _own_day(event, other)


def _is_cause(other: EventFeatures) -> bool:
    """True if a happening has consequences and is reported itself, not only mentioned ("since the attack")."""
    return other.event_type in CAUSES and (other.sources > 1 or bool(OWN_STATEMENT & set(other.signs)))


def _own_day(event: EventFeatures, other: EventFeatures) -> bool:
    """True if two events are known to be of different days."""
    return event.day is not None and other.day is not None and event.day != other.day


def _below(
    event: EventFeatures, scored: Scored, near: Sequence[tuple[str, Tie]], found: Mapping[str, Levelled]
) -> Levelled:
    """Return the level of an unimportant event: a detail of its key event, a detail alone, or an aside."""
    weight = f"not important enough for a row: {scored.importance:.2f}"
    tied = (tie for tie in near if tie[1] in _CLOSENESS and _is_key(found, tie[0]))
    ties = sorted(tied, key=lambda tie: (_CLOSENESS.index(tie[1]), tie[0]))
    if event.event_class == "reporting" and ties and ties[0][1] in ("under", "over"):
        return Levelled("detail", ties[0][0], f"a saying about a key event; {weight}")
    if scored.odds < DETAIL:
        return Levelled("aside", None, weight)
    return (
        Levelled("detail", ties[0][0], f"told with its key event; {weight}")
        if ties
        else Levelled("detail", None, weight)
    )


def without_lone_background(
    levelled: Mapping[str, Levelled], events: Mapping[str, EventFeatures], sections: Mapping[str, Section]
) -> dict[str, Levelled]:
    """Return the levels; what one article tells of long before the story, of other people than its, is a detail."""
    lone = {
        event_id
        for event_id, found in levelled.items()
        if found.level == "key" and sections[event_id] == "background" and _is_lone(events[event_id])
    }
    return {event_id: _behind(event_id, found, lone) for event_id, found in levelled.items()}


def _is_long_before(event: EventFeatures) -> bool:
    """True if an event was over long before anybody reported it here."""
    over = event.end_latest or event.start_latest
    return not over or not event.first_reported or days_on(over, LONG.days) < event.first_reported


def _is_lone(event: EventFeatures) -> bool:
    return event.sources < SEVERAL and event.centrality < CENTRAL and _is_long_before(event)


def _behind(event_id: str, found: Levelled, lone: Collection[str]) -> Levelled:
    if event_id in lone:
        return Levelled("detail", None, "background long before the story")
    if found.parent_event_id in lone:
        return Levelled("detail", None, found.reason)
    return found


def _is_key(found: Mapping[str, Levelled], event_id: str) -> bool:
    return event_id in found and found[event_id].level == "key"


_REVERSED: Mapping[Tie, Tie] = {"under": "over", "names": "named"}
_CLOSENESS: tuple[Tie, ...] = ("repeated", "under", "over", "names", "named", "sentence", "near")
"""Ties of a detail to its key event, the closest first."""
