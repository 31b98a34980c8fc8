"""Mentions become events: what was touched since the last time, with all that hangs together with it, is merged anew.

    resolved = resolve(con)

Two mentions can only be one event where they share a block (`core.mention_block`), and events narrow each other only
through relations.  So the connected part over blocks and relations around what was touched is all that can change; it
is cut into its components, which are merged in batches, so that memory does not grow with the store.  Merging itself
is pure (`transforms.merge`).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict, dataclass, replace
from typing import Any

import pyarrow as pa
from duckdb import DuckDBPyConnection

from transforms.merge import merge
from transforms.merge_input import loads
from transforms.merge_values import Merged, MergedEvent, MergeMention, MergeRelation
from warehouse.load import append
from warehouse.rows import Row
from warehouse.statements import first_row, stage, statement

BATCH = 5_000
"""Mentions that are merged in one go, at least; a component is never cut."""
TABLES = ("event", "event_member", "event_join", "event_bound", "event_relation", "event_conflict", "event_quantity")


@dataclass(frozen=True, slots=True)
class Resolved:
    """How much was merged anew."""

    mentions: int
    events: int


def resolve(con: DuckDBPyConnection) -> Resolved:
    """Merge again what was touched since the last time, in one transaction."""
    row = con.execute(
        "SELECT count(*) FROM core.touched_block UNION ALL SELECT count(*) FROM core.touched_mention"
    ).fetchall()
    if not any(count for (count,) in row):
        return Resolved(0, 0)
    con.begin()
    try:
        _find_part(con)
        con.execute(statement("steps/part_clear"))
        con.execute(statement("steps/part_links"))
        mentions = events = 0
        for batch in _batches(con):
            stage(con, "batch", pa.table({"n": pa.array(batch, pa.int32())}))
            told = list(_mentions(con))
            merged = merge(told, _relations(con))
            for table, found in rows(merged).items():
                append(con, f"core.{table}", found)
            mentions += len(told)
            events += len(merged.events)
        con.execute("TRUNCATE core.touched_block; TRUNCATE core.touched_mention")
        con.commit()
    except BaseException:
        con.rollback()
        raise
    return Resolved(mentions, events)


def _find_part(con: DuckDBPyConnection) -> None:
    con.execute(statement("steps/part_seed"))
    while (row := first_row(con, "SELECT count(*) FROM frontier")) and row[0]:
        con.execute(statement("steps/part_grow"))


def _batches(con: DuckDBPyConnection) -> Iterator[list[int]]:
    """The part's mentions by component, small components together."""
    row = first_row(con, "SELECT count(*) FROM part_numbered")
    first = list(range(row[0] if row else 0))

    def root(n: int) -> int:
        while first[n] != n:
            first[n] = first[first[n]]
            n = first[n]
        return n

    links = con.sql("SELECT one, other FROM part_link").to_arrow_table()
    for one, other in zip(links["one"].to_pylist(), links["other"].to_pylist(), strict=True):
        a, b = root(one), root(other)
        first[max(a, b)] = min(a, b)
    components: dict[int, list[int]] = {}
    for n in range(len(first)):
        components.setdefault(root(n), []).append(n)
    batch: list[int] = []
    for component in components.values():
        batch += component
        if len(batch) >= BATCH:
            yield batch
            batch = []
    if batch:
        yield batch


def _mentions(con: DuckDBPyConnection) -> Iterator[MergeMention]:
    for told, copy_group in con.execute(statement("steps/part_mentions")).fetchall():
        yield replace(loads(told), copy_group=copy_group)


def _relations(con: DuckDBPyConnection) -> list[MergeRelation]:
    return [MergeRelation(*row) for row in con.execute(statement("steps/part_relations")).fetchall()]


def rows(merged: Merged) -> dict[str, list[Row]]:
    """The rows of `TABLES`, by table, of what merging gave."""
    event_of = {mention: event.event_id for event in merged.events for mention in event.mention_ids}
    told: dict[str, list[Row]] = {table: [] for table in TABLES}
    for event in merged.events:
        told["event"].append(_event_row(event))
        told["event_member"].extend({"event_id": event.event_id, "mention_id": m} for m in event.mention_ids)
        told["event_bound"].extend({"event_id": event.event_id, "used": True, **asdict(b)} for b in event.bounds)
        told["event_quantity"].extend(
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
            for f in event.figures
        )
    told["event_join"] = [
        {
            "event_id": event_of[j.first],
            "mention_id": j.first,
            "other_mention_id": j.second,
            "weight": j.weight,
            "reasons": list(j.reasons),
        }
        for j in merged.joins
    ]
    left_aside = {(c.event_id, c.other_event_id, m) for c in merged.conflicts for m in c.mention_ids}
    told["event_relation"] = [
        asdict(r) | {"used": (r.event_id, r.other_event_id, r.mention_id) not in left_aside} for r in merged.relations
    ]
    told["event_conflict"] = [{**asdict(c), "mention_ids": list(c.mention_ids)} for c in merged.conflicts]
    return told


_SAME = (
    "event_id",
    "founding_mention_id",
    "title",
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


def _event_row(event: MergedEvent) -> Row:
    row: dict[str, Any] = {name: getattr(event, name) for name in _SAME}
    return row | {
        "edtf": event.edtf or None,
        "start_earliest": event.start.earliest,
        "start_latest": event.start.latest,
        "end_earliest": event.end.earliest,
        "end_latest": event.end.latest,
        "actors": list(event.actors),
        "speakers": list(event.speakers),
        "sites": list(event.sites),
        "mentions": len(event.mention_ids),
    }
