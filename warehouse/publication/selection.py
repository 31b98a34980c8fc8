"""Gives every event on the timeline its level, importance, parent and place, while the candidate is built.

    models/event_feature.sql → transforms.selection → temp tables selected and selected_reason

Sets are made in SQL; what is decided about one event is decided by pure functions over its row.
"""

from __future__ import annotations

from dataclasses import fields
from typing import Any

import pyarrow as pa
from duckdb import DuckDBPyConnection

from transforms.language.concepts import concept
from transforms.selection.choose import choose_events
from transforms.selection.importance import mention_weights
from transforms.selection.levels import CONSEQUENCES, HARM, ONCE
from transforms.selection.story_words import most_salient
from transforms.selection.values import EventFeatures, Link, Selected
from warehouse.storage.statements import stage, statement

_FEATURES = tuple(field.name for field in fields(EventFeatures))
_SELECTED = {
    "event_id": pa.string(),
    "level": pa.string(),
    "importance": pa.float64(),
    "parent_event_id": pa.string(),
    "section": pa.string(),
    "day_position": pa.int32(),
}
_REASON = {"event_id": pa.string(), "about": pa.string(), "reason": pa.string(), "weight": pa.float64()}


def select(con: DuckDBPyConnection) -> None:
    """Fill the temp tables `selected` and `selected_reason` from `event_fact` and the mentions of core."""
    weights = mention_weights()
    signs = {"sign": pa.array(weights, pa.string()), "weight": pa.array(weights.values(), pa.float64())}
    stage(con, "sign_weight", pa.table(signs))
    lemmas = [row[0] for row in con.execute("SELECT DISTINCT lemma FROM core.event_mention").fetchall()]
    concepts = {"lemma": pa.array(lemmas, pa.string()), "concept": pa.array(map(concept, lemmas), pa.string())}
    stage(con, "lemma_concept", pa.table(concepts))
    for name, types in (("consequence", CONSEQUENCES), ("harm", HARM), ("happens_once", ONCE)):
        stage(con, name, pa.table({"event_type": pa.array(sorted(types), pa.string())}))
    _stage_story_words(con)
    con.execute(statement("models/event_feature"))
    rows = con.execute(f"SELECT {', '.join(_FEATURES)} FROM event_feature ORDER BY event_id").fetchall()
    events = [_features(dict(zip(_FEATURES, row, strict=True))) for row in rows]
    links = [Link(*row) for row in con.execute("SELECT event_id, other_event_id, kind FROM event_link").fetchall()]
    before = con.execute("SELECT first, second FROM event_before").fetchall()
    _stage(con, choose_events(events, links, before))


def _stage_story_words(con: DuckDBPyConnection) -> None:
    """Fill the temp table `story_word`: the words that the story is about."""
    con.execute(statement("models/story_word"))
    shared = dict(con.execute("SELECT word, sentences FROM shared_word").fetchall())
    stage(con, "story_word", pa.table({"word": pa.array(sorted(most_salient(shared)), pa.string())}))


def _features(row: dict[str, Any]) -> EventFeatures:
    return EventFeatures(**(row | {"signs": tuple(row["signs"])}))


def _stage(con: DuckDBPyConnection, chosen: tuple[Selected, ...]) -> None:
    selected = {name: pa.array([getattr(s, name) for s in chosen], kind) for name, kind in _SELECTED.items()}
    stage(con, "selected", pa.table(selected))
    reasons = [(s.event_id, r.about, r.reason, r.weight) for s in chosen for r in s.reasons]
    columns = {name: pa.array([r[n] for r in reasons], kind) for n, (name, kind) in enumerate(_REASON.items())}
    stage(con, "selected_reason", pa.table(columns))
