"""iCalendar (RFC 5545): events with known days as entries of a calendar, all others as journal entries."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING

from transforms.writers.rows import Row, TimelineRows
from transforms.writers.wording.dates import when_in_words
from transforms.writers.wording.provenance import source_line, sources_of, standing
from transforms.writers.wording.sanitize import one_line
from transforms.writers.writer import Writer

if TYPE_CHECKING:
    from icalendar import Event, Journal


def write_ics(rows: TimelineRows) -> bytes:
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
        entry.add("uid", f"{event['event_id']}@dateline")
        entry.add("dtstamp", stamp)
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
    return bytes(calendar.to_ical())


def _entry(event: Row) -> Event | Journal:
    from icalendar import Event, Journal

    first, last, title = event["start_earliest"], event["end_latest"], one_line(event["title"])
    if first is None or last is None or not event["dated"] or last == date.max:
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
