"""Annotations as JSON: one object an article, the exchange format that scorers read."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from transforms.coreference.features import annotation_mention_ids
from transforms.model import Annotation, Bounds, EventMention, Place, Quantity, Span, Statement, TimeExpression, When


def annotation_record(annotation: Annotation, events: Mapping[str, str] | None = None) -> dict[str, Any]:
    """Return one article's annotation as a JSON object.

    Args:
        annotation: what was found.
        events: the event of each mention id, where mentions were joined.
    """
    article, text = annotation.article, annotation.article.text
    ids = annotation_mention_ids(annotation)
    return {
        "article": article.article_id,
        "published": article.published_at or _day(article.published),
        "times": [time_record(t) for t in annotation.times],
        "events": [_event(e, text, (events or {}).get(key)) for e, key in zip(annotation.events, ids, strict=True)],
        "attributions": [_statement(s, text) for s in annotation.statements],
    }


def time_record(time: TimeExpression) -> dict[str, Any]:
    """Return one expression of time."""
    return {
        "start": time.span.start,
        "end": time.span.end,
        "text": time.text,
        "type": time.timex_type,
        "value": time.value,
        "mod": time.mod,
        "quant": time.quant,
        "freq": time.freq,
        "edtf": time.edtf,
        "interval": _bounds(time.interval),
        "rule": time.rule_id,
        "anchor": _day(time.anchor_date),
        "anchor_reason": time.anchor_reason,
    }


def _event(event: EventMention, text: str, key: str | None) -> dict[str, Any]:
    mention = event.mention
    return {
        "start": mention.trigger.start,
        "end": mention.trigger.end,
        "text": mention.text,
        "sentence": _span(mention.sentence),
        "class": mention.event_class,
        "type": mention.event_type,
        "when": _when(event.when),
        "modality": event.judgement.modality,
        "attribution": _attribution(event.chain, text),
        "actors": [
            {"role": a.role, "start": a.span.start, "end": a.span.end, "text": a.text, "name": a.name}
            for a in event.actors
        ],
        "place": _place(event.place),
        "quantities": [_quantity(q) for q in event.quantities],
        "event": key,
    }


def _when(when: When | None) -> dict[str, Any] | None:
    if when is None:
        return None
    return {
        "kind": when.kind,
        "edtf": when.edtf,
        "start": _bounds(when.start),
        "end": _bounds(when.end),
        "precision": when.precision,
        "dated": when.dated,
        "reason": when.reason,
    }


def _attribution(chain: tuple[Statement, ...], text: str) -> dict[str, Any] | None:
    if not chain:
        return None
    outermost = _statement(chain[0], text)
    return {k: outermost[k] for k in ("source", "cue", "content")} | {"chain": [_statement(s, text) for s in chain]}


def _statement(statement: Statement, text: str) -> dict[str, Any]:
    return {
        "source": _span(statement.source) if statement.source else None,
        "cue": _span(statement.cue),
        "content": [_span(s) for s in statement.content],
        "source_kind": statement.source_kind,
        "source_name": statement.source_name or (statement.source.of(text) if statement.source else None),
    }


def _place(place: Place | None) -> dict[str, Any] | None:
    if place is None:
        return None
    return {
        "start": place.span.start,
        "end": place.span.end,
        "text": place.text,
        "name": place.name,
        "country": place.country,
        "latitude": place.latitude,
        "longitude": place.longitude,
        "geoname_id": place.geoname_id,
        "candidates": place.candidates,
    }


def _quantity(quantity: Quantity) -> dict[str, Any]:
    return {
        "start": quantity.span.start,
        "end": quantity.span.end,
        "text": quantity.text,
        "measure": quantity.measure,
        "low": quantity.low,
        "high": quantity.high,
        "unit": quantity.unit,
        "qualifier": quantity.qualifier,
        "additive": quantity.additive,
        "scope": quantity.scope,
        "as_of": _day(quantity.as_of),
    }


def _span(span: Span) -> list[int]:
    return [span.start, span.end]


def _bounds(bounds: Bounds) -> list[str | None]:
    return [_day(bounds.earliest), _day(bounds.latest)]


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None
