"""What must hold of the actors."""

from __future__ import annotations

from typing import get_args

from expectations.vocabulary import RULE_AT_FAULT, Suite, no_rows, one_of
from transforms.model import ActorRole

SUITE = Suite(
    table="event_actor",
    key="mention_id",
    article_id=None,
    expectations=(
        one_of("role", get_args(ActorRole), table="event_actor"),
        no_rows(
            "event_actor_text_is_its_span",
            severity="critical",
            remedy=RULE_AT_FAULT,
        ),
    ),
)
