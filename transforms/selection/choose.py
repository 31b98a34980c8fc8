"""From what mentions tell of each event to its level, importance, parent and place on the timeline.

features → importance → level and parent → section and order in its day

The result depends on the set of events, links and relations alone, not on their order.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from transforms.ids import digest
from transforms.selection import importance as weighing
from transforms.selection import news_value
from transforms.selection.importance import importance
from transforms.selection.levels import levels, without_lone_background
from transforms.selection.order import day_positions, section, story_period
from transforms.selection.values import EventFeatures, Link, Reason, Selected


def rules_version() -> str:
    """Return the version of what selection goes by."""
    return digest(weighing.rules_version(), news_value.rules_version())


def choose_events(
    events: Sequence[EventFeatures], links: Iterable[Link] = (), before: Iterable[tuple[str, str]] = ()
) -> tuple[Selected, ...]:
    """Return where each event of one story belongs, by id.

    Args:
        events: those presented as having happened.
        links: which of them are reported together.
        before: pairs of ids of which the first is known to have come first.
    """
    of = {e.event_id: e for e in sorted(events, key=lambda e: e.event_id)}
    scored = {event_id: importance(event) for event_id, event in of.items()}
    levelled = levels(of, scored, links)
    period = story_period(of[e] for e, found in levelled.items() if found.level == "key")
    sections = {event_id: section(event, period) for event_id, event in of.items()}
    levelled = without_lone_background(levelled, of, sections)
    positions = day_positions(tuple(of.values()), {e: s.importance for e, s in scored.items()}, before)
    return tuple(
        Selected(
            event_id=event_id,
            level=levelled[event_id].level,
            importance=scored[event_id].importance,
            parent_event_id=levelled[event_id].parent_event_id,
            section=sections[event_id],
            day_position=positions[event_id],
            reasons=(Reason("level", levelled[event_id].reason), *scored[event_id].reasons),
        )
        for event_id in of
    )
