"""Builds what would be published: core → candidate.duckdb, every table sorted, then a digest over it.

    candidate = build(con, store)          candidate.digest, candidate.events, …

Each table is one file of `models/`, which fills the table of its name; the order of building is `MODELS`.
"""

from __future__ import annotations

from dataclasses import dataclass

from duckdb import DuckDBPyConnection

from warehouse.connect import discard
from warehouse.statements import statement
from warehouse.store import Store

MODELS = (
    "article",
    "article_version",
    "article_signal",
    "time_expression",
    "event",
    "event_mention",
    "mention_time",
    "attribution",
    "statement",
    "event_actor",
    "event_place",
    "quantity",
    "event_bound",
    "event_join",
    "event_relation",
    "event_conflict",
)


@dataclass(frozen=True, slots=True)
class Candidate:
    """What was built; the digest is the same for the same articles and rules, whatever the order and number of runs."""

    digest: str
    articles: int
    time_expressions: int
    mentions: int
    events: int
    on_timeline: int
    dated: int
    """Of those on the timeline."""


def build(con: DuckDBPyConnection, store: Store) -> Candidate:
    """Build `candidate.duckdb` anew from what the warehouse holds; an earlier one is replaced."""
    discard(store.candidate)
    con.execute(f"ATTACH {literal(store.candidate)} AS candidate")
    try:
        con.execute("USE candidate")
        con.execute(statement("models/published"))
        con.execute(statement("models/outcome"))
        con.execute(statement("models/views"))
        con.execute("USE warehouse")
        con.execute(statement("models/kept"))
        for model in MODELS:
            con.execute(statement(f"models/{model}"))
        con.execute("USE candidate")
        con.execute(statement("steps/inherit_comments"))
        for (comment,) in con.execute("SELECT statement FROM inherited_comment").fetchall():
            con.execute(comment)
        candidate = describe(con)
        con.execute("CHECKPOINT candidate")
    finally:
        con.execute("USE warehouse")
        con.execute("DETACH candidate")
    return candidate


def describe(con: DuckDBPyConnection) -> Candidate:
    """Digest and counts of the published tables of the file that the connection is in."""
    digest = con.execute(statement("models/digest")).fetchone()
    counts = con.execute(statement("models/counts")).fetchone()
    if digest is None or counts is None:
        raise AssertionError("a count without a row")
    return Candidate(digest[0], *counts)


def literal(value: object) -> str:
    """The value as an SQL string, for the few statements that take no parameter (ATTACH, COPY)."""
    return "'" + str(value).replace("'", "''") + "'"
