"""What must hold of the relations between events."""

from __future__ import annotations

from typing import get_args

from expectations.vocabulary import STORE_DAMAGED, Suite, no_rows, one_of
from transforms.model import RelationName

SUITE = Suite(
    table="event_relation",
    key="event_id",
    article_id=None,
    expectations=(
        one_of("relation", get_args(RelationName), table="event_relation"),
        no_rows(
            "event_relation_joins_rows_that_are_there",
            severity="critical",
            remedy=STORE_DAMAGED,
        ),
        no_rows(
            "event_relations_are_consistent",
            severity="warning",
            remedy="read both sentences: the sources disagree, or two events were taken for one",
        ),
    ),
)
