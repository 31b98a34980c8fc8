"""What must hold of the links between mentions and expressions of time."""

from __future__ import annotations

from typing import get_args

from expectations.vocabulary import RULE_AT_FAULT, STORE_DAMAGED, Suite, no_rows, one_of
from transforms.model import TimeRoleName

SUITE = Suite(
    table="mention_time",
    key="mention_id",
    article_id=None,
    expectations=(
        one_of("role", get_args(TimeRoleName), table="mention_time"),
        no_rows(
            "mention_time_joins_rows_that_are_there",
            severity="critical",
            remedy=STORE_DAMAGED,
        ),
        no_rows(
            "duration_dates_nothing",
            severity="critical",
            remedy=RULE_AT_FAULT,
        ),
    ),
)
