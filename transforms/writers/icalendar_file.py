"""iCalendar (RFC 5545): events with known days as entries of a calendar, all others as journal entries."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING

from transforms.writers.rows import Row, Stamp, TimelineRows
from transforms.writers.wording.dates import when_in_words
from transforms.writers.wording.provenance import source_line, sources_of, standing
from transforms.writers.wording.sanitize import one_line
from transforms.writers.writer import Writer

if TYPE_CHECKING:
    from icalendar import Calendar, Event, Journal


def write_ics(rows: TimelineRows) -> bytes:
    """Return one calendar file."""
    return bytes(calendar_of(rows).to_ical())


def calendar_of(rows: TimelineRows) -> Calendar:
    """Return one calendar.

    A VEVENT takes whole days: those on which the event can have taken place.  Where that is more than the event is
    known to have lasted, the summary says so and the entry is tentative and blocks no time.  An event with an unknown
    edge has no days to give and becomes a VJOURNAL without DTSTART, so that no day is invented.
    """
    from icalendar import Calendar, Event  # takes time to load

    calendar = Calendar()
    calendar.add("prodid", "-//dateline//timeline//EN")
    calendar.add("version", "2.0")
    calendar.add("x-wr-calname", one_line(rows.title))
    stamp = _stamp(rows)
    mentions, articles, places = rows.mentions_of(), rows.article_by_id(), rows.place_of()
    for event in rows.events:
        entry = _entry(event)
        _identify(entry, event["event_id"], rows.stamps.get(event["event_id"]), stamp)
        entry.add("categories", [event["event_type"]])
        lines = [f"When: {when_in_words(event)}", f"EDTF: {event['edtf'] or 'unknown'}", standing(event)]
        lines += [source_line(source) for source in sources_of(mentions[event["event_id"]], articles)]
        entry.add("description", "\n".join(line for line in lines if line))
        place = places.get(event["event_id"])
        if isinstance(entry, Event) and event["place"]:
            entry.add("location", one_line(event["place"]))
            if place:
                entry.add("geo", (place["latitude"], place["longitude"]))
        calendar.add_component(entry)
    return calendar


def write_subscription(rows: TimelineRows) -> bytes:
    """Return the calendar of the key events whose days are known, for a program that looks for changes by itself.

    An entry keeps its UID whatever its event is joined to, and carries when it came and last changed.
    """
    followed = replace(rows, events=[e for e in rows.events if e["event_id"] in rows.stamps and _days(e)])
    calendar = calendar_of(followed)
    calendar.add("method", "PUBLISH")
    calendar.add("refresh-interval", timedelta(hours=6), parameters={"VALUE": "DURATION"})
    calendar.add("x-published-ttl", "PT6H")
    return bytes(calendar.to_ical())


def _identify(entry: Event | Journal, event_id: str, stamp: Stamp | None, moment: datetime) -> None:
    if stamp is None:
        entry.add("uid", f"{event_id}@dateline")
        entry.add("dtstamp", moment)
        return
    entry.add("uid", f"{stamp.first_id}@dateline")
    entry.add("created", datetime.fromisoformat(stamp.first_at))
    for name in ("dtstamp", "last-modified"):
        entry.add(name, datetime.fromisoformat(stamp.changed_at))
    entry.add("sequence", stamp.changed_version - stamp.first_version)


def _days(event: Row) -> bool:
    """True if both edges of an event are known days."""
    first, last = event["start_earliest"], event["end_latest"]
    return first is not None and last is not None and bool(event["dated"]) and last != date.max


def _entry(event: Row) -> Event | Journal:
    from icalendar import Event, Journal

    first, last, title = event["start_earliest"], event["end_latest"], one_line(event["title"])
    if not _days(event):
        journal = Journal()
        journal.add("summary", f"{title} ({when_in_words(event)})")
        return journal
    certain = event["start_earliest"] == event["start_latest"] and event["end_earliest"] == event["end_latest"]
    entry = Event()
    entry.add("summary", title if certain else f"{title} ({when_in_words(event)})")
    entry.add("dtstart", first)
    entry.add("dtend", last + timedelta(days=1))
    entry.add("transp", "TRANSPARENT")
    entry.add("status", "CONFIRMED" if certain and event["on_timeline"] else "TENTATIVE")
    return entry


def _stamp(rows: TimelineRows) -> datetime:
    """Return the DTSTAMP that RFC 5545 wants; the version's own moment keeps an export of the same version the same."""
    moment = (rows.published_at or "").removesuffix(" UTC")
    try:
        return datetime.fromisoformat(moment).replace(tzinfo=UTC)
    except ValueError:
        return datetime(1970, 1, 1, tzinfo=UTC)


ICALENDAR = Writer("ics", "ics", write_ics)
