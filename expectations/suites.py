"""What must hold of each published table: keys and vocabularies here, row checks in `queries/<table>/`."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from typing import get_args

from expectations.checks import Check, built_in, by_table
from expectations.vocabulary import Suite, no_rows, one_of, present, unique
from transforms.decisions.values import ACTIONS
from transforms.events.mentions.event_types import EVENT_TYPES
from transforms.model import (
    ActorRole,
    ArticleKind,
    BoundKind,
    BoundName,
    EventClass,
    FurnitureReason,
    Modality,
    Precision,
    RelationName,
    SourceKind,
    StoryTurn,
    TimeRoleName,
    TimexType,
    WhenKind,
)

TIMEX3_MODS = (
    "BEFORE", "AFTER", "ON_OR_BEFORE", "ON_OR_AFTER", "LESS_THAN", "MORE_THAN", "EQUAL_OR_LESS", "EQUAL_OR_MORE",
    "START", "MID", "END", "APPROX",
)  # fmt: skip
"""The values of TIMEX3's attribute mod (TimeML 1.2.1)."""

COLUMNS = (
    Suite(
        table="article",
        key="article_id",
        article_id="article_id",
        expectations=(
            unique("article_id", table="article"),
            present("article_id", table="article"),
            present("text", table="article"),
            one_of("published_precision", ("instant", "day", "month", "year"), table="article"),
            one_of("kind", get_args(ArticleKind), table="article"),
        ),
    ),
    Suite(
        table="time_expression",
        key="time_expression_id",
        article_id="article_id",
        expectations=(
            unique("time_expression_id", table="time_expression"),
            present("rule_id", table="time_expression"),
            one_of("timex_type", get_args(TimexType), table="time_expression"),
            one_of("precision", get_args(Precision), table="time_expression"),
            one_of("mod", TIMEX3_MODS, table="time_expression"),
        ),
    ),
    Suite(
        table="article_furniture",
        key="article_id",
        article_id="article_id",
        expectations=(one_of("reason", get_args(FurnitureReason), table="article_furniture"),),
    ),
    Suite(
        table="event_mention",
        key="mention_id",
        article_id="article_id",
        expectations=(
            unique("mention_id", table="event_mention"),
            one_of("event_class", get_args(EventClass), table="event_mention"),
            one_of("event_type", (t.name for t in EVENT_TYPES), table="event_mention"),
            one_of("modality", get_args(Modality), table="event_mention"),
            one_of("kind", get_args(WhenKind), table="event_mention"),
            one_of("precision", get_args(Precision), table="event_mention"),
            one_of("speaker_kind", get_args(SourceKind), table="event_mention"),
        ),
    ),
    Suite(
        table="mention_time",
        key="mention_id",
        expectations=(one_of("role", get_args(TimeRoleName), table="mention_time"),),
    ),
    Suite(
        table="mention_bound",
        key="mention_id",
        expectations=(
            one_of("bound", get_args(BoundName), table="mention_bound"),
            one_of("kind", get_args(BoundKind), table="mention_bound"),
        ),
    ),
    Suite(
        table="attribution",
        key="mention_id",
        expectations=(one_of("speaker_kind", get_args(SourceKind), table="attribution"),),
    ),
    Suite(
        table="event",
        key="event_id",
        expectations=(
            unique("event_id", table="event"),
            present("title", table="event"),
            one_of("event_type", (t.name for t in EVENT_TYPES), table="event"),
            one_of("modality", get_args(Modality), table="event"),
            one_of("precision", get_args(Precision), table="event"),
            one_of("kind", get_args(WhenKind), table="event"),
        ),
    ),
    Suite(
        table="decision",
        key="decision_id",
        article_id="article_id",
        expectations=(
            unique("decision_id", table="decision"),
            one_of("action", ACTIONS, table="decision"),
        ),
    ),
    Suite(
        table="event_bound",
        key="event_id",
        expectations=(
            one_of("bound", get_args(BoundName), table="event_bound"),
            one_of("kind", get_args(BoundKind), table="event_bound"),
        ),
    ),
    Suite(
        table="event_relation",
        key="event_id",
        expectations=(one_of("relation", get_args(RelationName), table="event_relation"),),
    ),
    Suite(
        table="event_actor",
        key="mention_id",
        expectations=(one_of("role", get_args(ActorRole), table="event_actor"),),
    ),
    Suite(
        table="event_place",
        key="mention_id",
    ),
    Suite(
        table="quantity",
        key="mention_id",
    ),
    Suite(
        table="story",
        key="story_id",
        expectations=(unique("story_id", table="story"), present("title", table="story")),
    ),
    Suite(
        table="story_change",
        key="story_id",
        expectations=(one_of("change", get_args(StoryTurn), table="story_change"),),
    ),
)
"""Keys and vocabularies, table by table, in the order in which they are judged."""


@cache
def suites(added: Sequence[Check] = ()) -> tuple[Suite, ...]:
    """Return everything that must hold, table by table; `added` are the checks beside our own."""
    checks = by_table((*built_in(), *added))
    own = {suite.table for suite in COLUMNS}
    others = tuple(Suite(table) for table in checks if table not in own)
    return tuple(
        replace(suite, expectations=(*suite.expectations, *map(no_rows, checks.get(suite.table, ()))))
        for suite in (*COLUMNS, *others)
    )
