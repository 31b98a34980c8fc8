"""A row as dateline reads it, and as a person decided: what each decision changes of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from datetime import date

from transforms.coreference.publishable import left_out
from transforms.decisions.allowed import MODALITIES
from transforms.decisions.dates import decided_when
from transforms.decisions.values import Decision, Slot
from transforms.events.participants.gazetteer import look_up
from transforms.model import Bounds, EventClass, Modality, Precision, TitleSource, WhenKind

HIDDEN = "hidden"
"""Why a row that a person hid stands on no timeline."""


@dataclass(frozen=True, slots=True)
class Row:
    """What can be decided of an event; the fields are columns of the published table `event`."""

    event_id: str
    title: str
    title_source: TitleSource
    event_type: str
    event_class: EventClass
    kind: WhenKind | None
    edtf: str | None
    precision: Precision
    start_earliest: date | None
    start_latest: date | None
    end_earliest: date | None
    end_latest: date | None
    dated: bool
    approximate: bool
    ongoing: bool
    local_time: str | None
    zone: str | None
    modality: Modality
    on_timeline: bool
    reason: str | None
    actors: tuple[str, ...]
    place: str | None
    country: str | None
    latitude: float | None
    longitude: float | None
    geoname_id: int | None
    decided: bool = False
    starred: bool = False
    note: str | None = None
    confirmed_by: str | None = None
    disputed_by: str | None = None


COLUMNS = tuple(f.name for f in fields(Row))
OWN_COLUMNS = ("decided", "starred", "note", "confirmed_by", "disputed_by")
"""Columns that only decisions fill."""


def decided_row(row: Row, holding: Mapping[Slot, Decision]) -> Row:
    """Return a row with what was decided of it."""
    row = replace(row, decided=True)
    if decision := holding.get("modality"):
        row = _with_modality(row, MODALITIES[decision.value[0].strip()])
    if decision := holding.get("date"):
        row = _with_date(row, decision.value[0])
    if decision := holding.get("title"):
        row = replace(row, title=decision.value[0].strip(), title_source="decided")
    if decision := holding.get("type"):
        row = replace(row, event_type=decision.value[0].strip())
    if decision := holding.get("place"):
        row = _with_place(row, decision.value[0].strip())
    if decision := holding.get("actor"):
        row = replace(row, actors=tuple(dict.fromkeys(name.strip() for name in decision.value)))
    if (decision := holding.get("shown")) and decision.action == "hide":
        row = replace(row, on_timeline=False, reason=HIDDEN)
    if decision := holding.get("note"):
        row = replace(row, note=decision.value[0])
    if decision := holding.get("verdict"):
        who = decision.who
        row = replace(row, confirmed_by=who) if decision.action == "confirm" else replace(row, disputed_by=who)
    return replace(row, starred="star" in holding)


def level_of(holding: Mapping[Slot, Decision]) -> tuple[str, Decision] | None:
    """Return the level that was decided, and by which decision: a row that is shown is a key event."""
    level, shown = holding.get("level"), holding.get("shown")
    if shown and shown.action == "show" and (level is None or level.place < shown.place):
        return "key", shown
    return (level.value[0].strip(), level) if level else None


def why_without_effect(row: Row, decision: Decision) -> str | None:
    """Return why a decision changes nothing of the row that it is about; `None` where it is followed.

    Args:
        row: as everything that holds leaves it.
        decision: one that holds.
    """
    if decision.action in ("show", "level") and not row.on_timeline:
        if row.reason == HIDDEN:
            return "the row is hidden by another decision"
        return f"it is told as {row.modality}: decide its modality first"
    return None


def said(row: Row, slot: Slot) -> str | None:
    """Return what dateline says itself of what a decision settles, as text; `None` where it says nothing."""
    if slot == "shown":
        return "on the timeline" if row.on_timeline else f"left out: {row.reason}"
    if slot == "modality":
        return next((word for word, name in MODALITIES.items() if name == row.modality), row.modality)
    given = {"date": row.edtf, "title": row.title, "type": row.event_type, "place": row.place}
    return ", ".join(row.actors) or None if slot == "actor" else given.get(slot)


def _with_modality(row: Row, modality: Modality) -> Row:
    reason = left_out(row.event_class, modality)
    return replace(row, modality=modality, on_timeline=reason is None, reason=reason)


def _with_date(row: Row, value: str) -> Row:
    when = decided_when(value)
    before = Bounds(row.start_earliest, row.start_latest), Bounds(row.end_earliest, row.end_latest)
    same_day = when.dated and (when.start, when.end) == before
    return replace(
        row,
        kind=when.kind,
        edtf=when.edtf if when.dated else None,
        precision=when.precision,
        start_earliest=when.start.earliest,
        start_latest=when.start.latest,
        end_earliest=when.end.earliest,
        end_latest=when.end.latest,
        dated=when.dated,
        approximate=when.approximate,
        ongoing=False,
        local_time=row.local_time if same_day else None,
        zone=row.zone if same_day else None,
    )


def _with_place(row: Row, name: str) -> Row:
    sites = look_up(name)
    if len(sites) != 1:
        return replace(row, place=name, country=None, latitude=None, longitude=None, geoname_id=None)
    (site,) = sites
    return replace(
        row,
        place=name,
        country=site.country,
        latitude=site.latitude,
        longitude=site.longitude,
        geoname_id=site.geoname_id,
    )
