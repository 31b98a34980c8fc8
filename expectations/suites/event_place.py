"""What must hold of the places."""

from __future__ import annotations

from expectations.vocabulary import RULE_AT_FAULT, Suite, no_rows

SUITE = Suite(
    table="event_place",
    key="mention_id",
    article_id=None,
    expectations=(
        no_rows(
            "event_place_text_is_its_span",
            severity="critical",
            remedy=RULE_AT_FAULT,
        ),
        no_rows(
            "event_place_is_on_earth",
            severity="critical",
            remedy=RULE_AT_FAULT,
        ),
    ),
)
