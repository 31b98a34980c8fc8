"""Merged events as rows of core: pure, a row a dictionary, a table a list of them."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from transforms.coreference.resolve import Gathered
from transforms.coreference.values import Conflict, MergedEvent
from transforms.model import Bounds
from warehouse.intake.annotation_rows import Row

_SAME = (
    "event_id",
    "founding_mention_id",
    "title",
    "title_source",
    "lead_mention_id",
    "event_type",
    "event_class",
    "kind",
    "precision",
    "dated",
    "approximate",
    "ongoing",
    "local_time",
    "zone",
    "modality",
    "contested",
    "on_timeline",
    "reason",
    "place",
    "country",
    "latitude",
    "longitude",
    "geoname_id",
    "articles",
    "independent_articles",
    "first_reported",
)


def event_rows(gathered: Gathered) -> dict[str, list[Row]]:
    """Return the rows of events, by table."""
    event_of = {mention: event.event_id for event in gathered.events for mention in event.mention_ids}
    return {
        "event": [_event(event) for event in gathered.events],
        "event_member": [{"event_id": e.event_id, "mention_id": m} for e in gathered.events for m in e.mention_ids],
        "event_bound": [{"event_id": e.event_id, **asdict(bound)} for e in gathered.events for bound in e.bounds],
        "event_quantity": [
            {
                "event_id": event.event_id,
                "mention_id": f.mention_id,
                "nth": f.nth,
                "speaker": f.speaker,
                "site": f.site,
                "as_of": f.as_of,
                "rival_group": f.rival_group,
                "superseded": not f.current,
            }
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
        "event_conflict": [_conflict(c) for c in gathered.conflicts],
    }


def _conflict(conflict: Conflict) -> Row:
    return {**asdict(conflict), "mention_ids": list(conflict.mention_ids)}


def _bounds(start: Bounds, end: Bounds) -> Row:
    return {
        "start_earliest": start.earliest,
        "start_latest": start.latest,
        "end_earliest": end.earliest,
        "end_latest": end.latest,
    }


def _event(event: MergedEvent) -> Row:
    row: dict[str, Any] = {name: getattr(event, name) for name in _SAME}
    return row | {
        "edtf": event.edtf or None,
        **_bounds(event.start, event.end),
        "actors": list(event.actors),
        "speakers": list(event.speakers),
        "sites": list(event.sites),
        "mentions": len(event.mention_ids),
    }
