"""GeoJSON (RFC 7946): one feature an event, a point where its place is certain, no geometry where it is not."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import date
from typing import Any

from transforms.writers.rows import Row, TimelineRows
from transforms.writers.wording.dates import when_in_words
from transforms.writers.wording.provenance import sources_of
from transforms.writers.wording.sanitize import one_line
from transforms.writers.writer import Writer

_PROPERTIES = (
    "event_type", "edtf", "precision", "start_earliest", "start_latest", "end_earliest", "end_latest", "dated",
    "approximate", "ongoing", "modality", "contested", "on_timeline", "reason",
    "independent_articles", "first_reported",
)  # fmt: skip


def write_geojson(rows: TimelineRows) -> str:
    """Return a FeatureCollection; positions are longitude, latitude (WGS 84)."""
    mentions, articles, places = rows.mentions_of(), rows.article_by_id(), rows.place_of()
    features = [
        {
            "type": "Feature",
            "id": event["event_id"],
            "geometry": _point(places.get(event["event_id"])),
            "properties": _properties(event) | {"sources": sources_of(mentions[event["event_id"]], articles)},
        }
        for event in rows.events
    ]
    return json.dumps({"type": "FeatureCollection", "features": features}, ensure_ascii=False, indent=1) + "\n"


def _point(place: Row | None) -> dict[str, Any] | None:
    return {"type": "Point", "coordinates": [place["longitude"], place["latitude"]]} if place else None


def _properties(event: Mapping[str, Any]) -> dict[str, Any]:
    properties: dict[str, Any] = {"title": one_line(event["title"]), "when": when_in_words(event)}
    for name in _PROPERTIES:
        value = event[name]
        properties[name] = value.isoformat() if isinstance(value, date) else value
    lists = {name: [one_line(word) for word in event[name]] for name in ("actors", "speakers", "sites")}
    return properties | {"place": one_line(event["place"]) if event["place"] else None} | lists


GEOJSON = Writer("geojson", "geojson", write_geojson)
