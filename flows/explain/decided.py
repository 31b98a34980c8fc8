"""Who decided what about an event, and what dateline says itself."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from duckdb import DuckDBPyConnection

from flows.explain.tree import Fact
from warehouse.storage.statements import dict_rows


def add_decisions(con: DuckDBPyConnection, tree: Fact, event_id: str) -> None:
    """Add what people decided about an event, those whose decisions do not hold too; earlier files know of none."""
    there = "SELECT 1 FROM duckdb_tables() WHERE table_name = 'decision'"
    if not con.execute(there).fetchall():
        return
    rows = con.execute("FROM decision WHERE event_id = ? ORDER BY decided_at, decision_id", [event_id])
    for decision in dict_rows(rows):
        fact = tree.add(decision_in_words(decision))
        if decision["why"]:
            fact.add(f"why: {decision['why']}")
        if decision["said"]:
            fact.add(f"dateline itself: {decision['said']}")
        if decision["reason"]:
            fact.add(f"not followed: {decision['reason']}")


def decision_in_words(decision: Mapping[str, Any]) -> str:
    """Return a decision as one line: who decided what, when, and its id."""
    value = f" {decision['value']}" if decision["value"] else ""
    return (
        f"decided by {decision['who']} on {decision['decided_at']:%Y-%m-%d}: {decision['action']}{value}"
        f" ({decision['decision_id']})"
    )
