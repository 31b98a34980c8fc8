"""Merged events as rows of core: pure, a row a dictionary, a table a list of them."""

from __future__ import annotations

from transforms.coreference.resolve import Gathered
from transforms.coreference.values import MergedEvent
from transforms.events.edtf import UNKNOWN_DAY
from transforms.model import Place, When
from warehouse.intake.annotation_rows import when_columns
from warehouse.intake.value_columns import Row, value_columns


def event_rows(gathered: Gathered) -> dict[str, list[Row]]:
    """Return the rows of events, by table."""
    event_of = {mention: event.event_id for event in gathered.events for mention in event.mention_ids}
    return {
        "event": [_event(event) for event in gathered.events],
        "event_member": [{"event_id": e.event_id, "mention_id": m} for e in gathered.events for m in e.mention_ids],
        "event_bound": [{"event_id": e.event_id} | value_columns(bound) for e in gathered.events for bound in e.bounds],
        "event_quantity": [
            {"event_id": event.event_id, "superseded": not f.current} | value_columns(f, "quantity", "current")
            for event in gathered.events
            for f in event.figures
        ],
        "event_join": [
            {
                "event_id": event_of[j.first],
                "mention_id": j.first,
                "other_mention_id": j.second,
                "weight": j.weight,
                "reasons": list(j.reasons),
            }
            for j in gathered.joins
        ],
        "event_conflict": [value_columns(c) for c in gathered.conflicts],
    }


def _event(event: MergedEvent) -> Row:
    own = value_columns(event, "mention_ids", "dating_mention_ids", "bounds", "figures", "when", "place")
    return {**_when(event.when), **own, **_place(event.place), "mentions": len(event.mention_ids)}


def _when(when: When | None) -> Row:
    return when_columns(when) if when else when_columns(None) | {"edtf": UNKNOWN_DAY}


def _place(place: Place | None) -> Row:
    return value_columns(place, "span", "text", "name", "candidates") | {"place": place.name} if place else {}
