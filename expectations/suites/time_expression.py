"""What must hold of the expressions of time."""

from __future__ import annotations

from typing import get_args

from expectations.vocabulary import RULE_AT_FAULT, STORE_DAMAGED, Suite, no_rows, one_of, present, unique
from transforms.model import Precision, TimexType

TIMEX3_MODS = (
    "BEFORE", "AFTER", "ON_OR_BEFORE", "ON_OR_AFTER", "LESS_THAN", "MORE_THAN", "EQUAL_OR_LESS", "EQUAL_OR_MORE",
    "START", "MID", "END", "APPROX",
)  # fmt: skip
"""The values of TIMEX3's attribute mod (TimeML 1.2.1)."""

SUITE = Suite(
    table="time_expression",
    key="time_expression_id",
    article_id="article_id",
    expectations=(
        unique("time_expression_id", table="time_expression"),
        present("rule_id", table="time_expression"),
        one_of("timex_type", get_args(TimexType), table="time_expression"),
        one_of("precision", get_args(Precision), table="time_expression"),
        one_of("mod", TIMEX3_MODS, table="time_expression"),
        no_rows(
            "time_expression_article_is_there",
            severity="critical",
            remedy=STORE_DAMAGED,
        ),
        no_rows(
            "time_expression_text_is_its_span",
            severity="critical",
            fault="row",
            remedy=RULE_AT_FAULT,
        ),
        no_rows(
            "time_expression_days_are_in_order",
            severity="critical",
            fault="row",
            remedy=RULE_AT_FAULT,
        ),
        no_rows(
            "time_expression_value_is_timex3",
            severity="critical",
            fault="row",
            remedy=RULE_AT_FAULT,
        ),
        no_rows(
            "time_expression_edtf_is_well_formed",
            severity="critical",
            fault="row",
            remedy=RULE_AT_FAULT,
        ),
        no_rows(
            "time_expression_guesses_nothing",
            severity="critical",
            fault="row",
            remedy=RULE_AT_FAULT,
        ),
        no_rows(
            "time_expressions_do_not_overlap",
            severity="critical",
            fault="row",
            remedy=RULE_AT_FAULT,
        ),
    ),
)
