"""Where each event stands on the timeline: in which section, on which day, and in what order within that day.

By day, then time of day, then what is known to come first, then importance.  What is only known to lie within a period
stands at the period's end; long spans, what is older than the story, and what nobody dates stand apart.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta
from heapq import heapify, heappop, heappush

from transforms.selection.values import EventFeatures, Section
from transforms.times.algebra import days_on

NEAR = timedelta(days=60)
"""Days that a story may pause and still be one."""
VAGUE = timedelta(days=92)
"""More than this between the first and the last day on which something can have begun is a span and no date."""

PARTS_OF_DAY = {"DT": "06:00", "MO": "06:00", "MI": "12:00", "AF": "12:01", "EV": "18:00", "NI": "21:00"}
"""The clock time beside which an event stands that is only known to lie in a part of its day."""

Key = tuple[bool, str, float, str]


def story_period(keys: Iterable[EventFeatures]) -> tuple[date, date] | None:
    """Return the first and last day of the story that key events tell, without the lone days of its past.

    The days around its articles' publication are the story's; from there it reaches as far back as no gap is longer
    than two months and than the story so far.
    """
    known = [e for e in keys if e.day]
    days = sorted(e.day for e in known if e.day)
    if not days:
        return None
    reported = [e.first_reported for e in known if e.first_reported]
    begin = next((d for d in days if reported and d >= days_on(min(reported), -NEAR.days)), days[-1])
    end = max(begin, days[-1])
    for day in reversed([d for d in days if d < begin]):
        if begin - day > max(NEAR, end - begin):
            break
        begin = day
    return begin, end


def section(event: EventFeatures, period: tuple[date, date] | None) -> Section:
    """Return the section of the timeline that an event belongs to."""
    if not event.dated:
        return "undated"
    last = event.end_latest or event.start_latest or event.end_earliest or event.start_earliest
    if period and last and last < period[0]:
        return "background"
    first, latest = event.start_earliest, event.start_latest
    if first is None or latest is None:
        return "span" if latest is None or (period and latest < period[0]) else "story"
    return "span" if latest - first > VAGUE else "story"


def day_positions(
    events: Sequence[EventFeatures], importance: Mapping[str, float], before: Iterable[tuple[str, str]]
) -> dict[str, int]:
    """Return each event's place among those of its day, from 1; `before` are pairs of which the first came first."""
    days: dict[date | None, list[EventFeatures]] = defaultdict(list)
    for event in events:
        days[event.sort_date].append(event)
    at = {event.event_id: event.sort_date for event in events}
    after: dict[str, list[str]] = defaultdict(list)
    for first, second in sorted(set(before)):
        if first in at and second in at and at[first] == at[second] and first != second:
            after[first].append(second)
    found: dict[str, int] = {}
    for day in days.values():
        keys = {e.event_id: _key(e, importance[e.event_id]) for e in day}
        found |= {event_id: n for n, event_id in enumerate(_in_order(keys, after), 1)}
    return found


def _key(event: EventFeatures, importance: float) -> Key:
    time = PARTS_OF_DAY.get(event.local_time or "", event.local_time)
    return event.day is None, time or "~", -importance, event.event_id


def _in_order(keys: Mapping[str, Key], after: Mapping[str, Sequence[str]]) -> Iterable[str]:
    """Return a day's events by their keys, none before one known to come first; cycles stay as they are."""
    waiting = dict.fromkeys(keys, 0)
    for first in keys:
        for second in after.get(first, ()):
            waiting[second] += 1
    ready = [keys[e] for e in keys if not waiting[e]]
    heapify(ready)
    done: set[str] = set()
    while ready:
        event_id = heappop(ready)[-1]
        done.add(event_id)
        yield event_id
        for second in after.get(event_id, ()):
            waiting[second] -= 1
            if not waiting[second]:
                heappush(ready, keys[second])
    yield from (key[-1] for key in sorted(keys[e] for e in keys if e not in done))
