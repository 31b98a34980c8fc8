"""From the JSON object of an annotation to values: one form of an annotation, two ways to look at it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING, Any

from dateline.values import (
    Actor,
    Annotation,
    EventMention,
    Place,
    Quantity,
    Span,
    Statement,
    TimeExpression,
    When,
)

if TYPE_CHECKING:
    from transforms.model import Article

Record = Mapping[str, Any]


def annotation_of(article: Article, record: Record) -> Annotation:
    """Return the annotation of an article from its JSON object."""
    return Annotation(
        article,
        tuple(time_of(time) for time in record["times"]),
        tuple(_event(event) for event in record["events"]),
        tuple(_statement(statement) for statement in record["attributions"]),
        record,
    )


def time_of(record: Record) -> TimeExpression:
    """Return an expression of time from its JSON object."""
    earliest, latest = map(_day, record["interval"])
    return TimeExpression(
        start=record["start"],
        end=record["end"],
        text=record["text"],
        type=record["type"],
        value=record["value"],
        earliest=earliest,
        latest=latest,
        edtf=record["edtf"],
        rule=record["rule"],
        anchor=_day(record["anchor"]),
        anchor_reason=record["anchor_reason"],
        mod=record["mod"],
        quant=record["quant"],
        freq=record["freq"],
    )


def _event(record: Record) -> EventMention:
    chain = record["attribution"]["chain"] if record["attribution"] else ()
    return EventMention(
        start=record["start"],
        end=record["end"],
        text=record["text"],
        sentence=_span(record["sentence"]),
        event_class=record["class"],
        event_type=record["type"],
        modality=record["modality"],
        when=_when(record["when"]) if record["when"] else None,
        chain=tuple(_statement(statement) for statement in chain),
        actors=tuple(Actor(**_known(Actor, actor)) for actor in record["actors"]),
        place=Place(**_known(Place, record["place"])) if record["place"] else None,
        quantities=tuple(Quantity(**_known(Quantity, quantity)) for quantity in record["quantities"]),
        event=record["event"],
    )


def _when(record: Record) -> When:
    (start_earliest, start_latest), (end_earliest, end_latest) = map(_days, (record["start"], record["end"]))
    return When(
        kind=record["kind"],
        edtf=record["edtf"],
        precision=record["precision"],
        start_earliest=start_earliest,
        start_latest=start_latest,
        end_earliest=end_earliest,
        end_latest=end_latest,
        dated=record["dated"],
        reason=record["reason"],
    )


def _statement(record: Record) -> Statement:
    return Statement(
        source=_span(record["source"]) if record["source"] else None,
        source_name=record["source_name"],
        source_kind=record["source_kind"],
        cue=_span(record["cue"]),
        content=tuple(map(_span, record["content"])),
    )


def _known(kind: type, record: Record) -> dict[str, Any]:
    """Return what the class has a field for: the JSON may grow."""
    return {name: record[name] for name in kind.__dataclass_fields__}  # type: ignore[attr-defined]


def _span(pair: list[int]) -> Span:
    return pair[0], pair[1]


def _days(pair: list[str | None]) -> tuple[date | None, date | None]:
    return _day(pair[0]), _day(pair[1])


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None
