"""Builds what would be published: core → candidate.duckdb, every table sorted, then a digest over it.

    candidate = build(con, store)          candidate.digest, candidate.events, …

Each table is one file of `models/`, which fills the table of its name; the order of building is `MODELS`.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass

from duckdb import DuckDBPyConnection

from warehouse.publication.decided import decide_levels, decide_rows
from warehouse.publication.selection import select
from warehouse.publication.story_changes import note_story_changes
from warehouse.storage.connect import discard
from warehouse.storage.run_log import set_state, state
from warehouse.storage.statements import attach_new, first_row, statement, transaction
from warehouse.storage.store import Store

MODELS = (
    "decision",
    "article",
    "article_version",
    "article_signal",
    "article_furniture",
    "time_expression",
    "event",
    "event_reason",
    "event_mention",
    "mention_time",
    "mention_bound",
    "attribution",
    "statement",
    "event_actor",
    "event_place",
    "quantity",
    "event_bound",
    "event_join",
    "event_relation",
    "event_conflict",
    "story_article",
    "story_reason",
    "story_event",
    "story",
)

SHAPE = ("published", "outcome", "views")
"""The files that make the published file's tables and views."""


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
    stories: int = 0
    new_stories: int = 0
    grown_stories: int = 0
    merged_stories: int = 0
    """Since the last version."""


def build(con: DuckDBPyConnection, store: Store) -> Candidate:
    """Build `candidate.duckdb` anew from what the warehouse holds; an earlier one is replaced."""
    discard(store.candidate)
    set_state(con, "built", None)
    attach_new(con, store.candidate, "candidate")
    try:
        shape(con, "candidate", SHAPE)
        con.execute(statement("models/publishable"))
        con.execute(statement("models/story_member"))
        con.execute(statement("models/actor_name"))
        con.execute(statement("models/event_fact"))
        decide_rows(con)
        select(con)
        decide_levels(con)
        for model in MODELS:
            con.execute(statement(f"models/{model}"))
        note_story_changes(con, store)
        con.execute("USE candidate")
        candidate = describe(con)
        con.execute("CHECKPOINT candidate")
    finally:
        con.execute("USE warehouse")
        con.execute("DETACH candidate")
    set_state(con, "built", json.dumps(asdict(candidate)))
    return candidate


def built(con: DuckDBPyConnection) -> Candidate | None:
    """Return what `candidate.duckdb` holds after the last build; `None` where a build was interrupted."""
    record = state(con, "built")
    return Candidate(**json.loads(record)) if record else None


def shape(con: DuckDBPyConnection, name: str, files: Sequence[str]) -> None:
    """Make the tables and views of some files of `models/` in an attached, empty file, each column with its comment."""
    try:
        with transaction(con):
            con.execute(f"USE {name}")
            for file in files:
                con.execute(statement(f"models/{file}"))
            con.execute(statement("steps/publication/inherit_comments"))
            for (comment,) in con.execute("SELECT statement FROM inherited_comment").fetchall():
                con.execute(comment)
    finally:
        con.execute("USE warehouse")


def describe(con: DuckDBPyConnection) -> Candidate:
    """Digest and counts of the published tables of the file that the connection is in."""
    digest = first_row(con, statement("models/digest"))
    counts = first_row(con, statement("models/counts"))
    if digest is None or counts is None:
        raise AssertionError("a count without a row")
    return Candidate(digest[0], *counts)
