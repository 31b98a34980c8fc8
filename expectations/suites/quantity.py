"""What must hold of the figures."""

from __future__ import annotations

from expectations.vocabulary import RULE_AT_FAULT, Suite, no_rows

SUITE = Suite(
    table="quantity",
    key="mention_id",
    article_id=None,
    expectations=(
        no_rows(
            "quantity_text_is_its_span",
            severity="critical",
            remedy=RULE_AT_FAULT,
        ),
        no_rows("quantity_is_in_order", severity="critical", remedy=RULE_AT_FAULT),
    ),
)
