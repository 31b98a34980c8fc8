"""What must hold of the evidence for an event's bounds."""

from __future__ import annotations

from typing import get_args

from expectations.vocabulary import STORE_DAMAGED, Suite, no_rows, one_of
from transforms.model import BoundKind, BoundName

SUITE = Suite(
    table="event_bound",
    key="event_id",
    article_id=None,
    expectations=(
        one_of("bound", get_args(BoundName), table="event_bound"),
        one_of("kind", get_args(BoundKind), table="event_bound"),
        no_rows(
            "event_bound_joins_rows_that_are_there",
            severity="critical",
            remedy=STORE_DAMAGED,
        ),
        no_rows(
            "event_bounds_are_consistent",
            severity="warning",
            remedy="read both sentences: the sources disagree, or two events were taken for one",
        ),
    ),
)
