"""Decisions as rows, and what they make of the timeline as lines of text."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from transforms.decisions.standing import undone
from transforms.decisions.values import Decision
from transforms.writers.wording.dates import when_in_words
from transforms.writers.wording.sanitize import one_line
from warehouse.decisions.file import read_decisions
from warehouse.storage.connect import open_file
from warehouse.storage.statements import dict_rows
from warehouse.storage.store import Store

Row = Mapping[str, Any]


def settled_lines(before: Sequence[Row], after: Sequence[Row]) -> Iterator[str]:
    """Return rows before and after a decision as lines of text."""
    for name, rows in (("before", before), ("after", after)):
        for row in rows:
            yield f"{name:<7} {_line(row)}"


def _line(row: Row) -> str:
    where = f"{row['level'] or 'on the timeline'}" if row["on_timeline"] else f"left out: {row['reason']}"
    parts = [when_in_words(row), one_line(row["title"]), row["event_type"], row["modality"], where]
    parts += [one_line(", ".join(row["actors"]))] if row["actors"] else []
    parts += [one_line(row["place"])] if row["place"] else []
    parts += [f"{row['mentions']} mentions"]
    parts += ["starred"] if row["starred"] else []
    parts += [f"confirmed by {one_line(row['confirmed_by'])}"] if row["confirmed_by"] else []
    parts += [f"disputed by {one_line(row['disputed_by'])}"] if row["disputed_by"] else []
    parts += [f"note: {one_line(row['note'])}"] if row["note"] else []
    return " · ".join([row["event_id"], *parts])


def decision_rows(store: Store) -> list[dict[str, Any]]:
    """Return all decisions of the file, each with what the published timeline makes of it."""
    published = _published(store)
    decisions = read_decisions(store.decisions)
    gone = undone(decisions)
    return [_row(d, gone.get(d.decision_id), published.get(d.decision_id, {})) for d in decisions]


def _published(store: Store) -> dict[str, dict[str, Any]]:
    if not store.timeline.exists():
        return {}
    with open_file(store.timeline) as con:
        if not con.execute("SELECT 1 FROM duckdb_tables() WHERE table_name = 'decision'").fetchall():
            return {}
        return {row["decision_id"]: row for row in dict_rows(con.execute("FROM decision"))}


def _row(decision: Decision, undone_by: str | None, found: Row) -> dict[str, Any]:
    applied = found.get("applied")
    state = found.get("reason") or ("holds" if applied else "waits for the next run")
    words = decision.mentions[0].sentence if decision.mentions else None
    target = words or (decision.article.article_id if decision.article else decision.undoes)
    other = decision.others[0].sentence if decision.others else None
    return {
        "decision_id": decision.decision_id,
        "decided_at": decision.decided_at,
        "who": decision.who,
        "action": decision.action,
        "value": other or "; ".join(decision.value) or None,
        "target": target,
        "why": decision.why or None,
        "undone": undone_by is not None,
        "applied": applied,
        "state": f"undone by {undone_by}" if undone_by else state,
        "said": found.get("said"),
        "event_id": found.get("event_id"),
    }
