"""What must hold of the evidence for a mention's bounds."""

from __future__ import annotations

from typing import get_args

from expectations.vocabulary import STORE_DAMAGED, Suite, no_rows, one_of
from transforms.model import BoundKind, BoundName

SUITE = Suite(
    table="mention_bound",
    key="mention_id",
    article_id=None,
    expectations=(
        one_of("bound", get_args(BoundName), table="mention_bound"),
        one_of("kind", get_args(BoundKind), table="mention_bound"),
        no_rows("mention_bound_joins_rows_that_are_there", severity="critical", remedy=STORE_DAMAGED),
    ),
)
