"""Who decided what about an event, and what dateline says itself."""

from __future__ import annotations

from duckdb import DuckDBPyConnection

from flows.explain.tree import Fact
from transforms.writers.wording.decision import beside_decision, decision_in_words
from warehouse.storage.statements import dict_rows


def add_decisions(con: DuckDBPyConnection, tree: Fact, event_id: str) -> None:
    """Add what people decided about an event, those whose decisions do not hold too; earlier files know of none."""
    there = "SELECT 1 FROM duckdb_tables() WHERE table_name = 'decision'"
    if not con.execute(there).fetchall():
        return
    rows = con.execute("FROM decision WHERE event_id = ? ORDER BY decided_at, decision_id", [event_id])
    for decision in dict_rows(rows):
        fact = tree.add(decision_in_words(decision))
        for line in beside_decision(decision):
            fact.add(line)
