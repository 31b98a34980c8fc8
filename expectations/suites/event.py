"""What must hold of the events."""

from __future__ import annotations

from typing import get_args

from expectations.vocabulary import RULE_AT_FAULT, STORE_DAMAGED, Suite, no_rows, one_of, present, unique
from transforms.events.mentions.event_types import EVENT_TYPES
from transforms.model import Modality, Precision, WhenKind

SUITE = Suite(
    table="event",
    key="event_id",
    article_id=None,
    expectations=(
        unique("event_id", table="event"),
        present("title", table="event"),
        one_of("event_type", (t.name for t in EVENT_TYPES), table="event"),
        one_of("modality", get_args(Modality), table="event"),
        one_of("precision", get_args(Precision), table="event"),
        one_of("kind", get_args(WhenKind), table="event"),
        no_rows("event_has_a_mention", severity="critical", remedy=STORE_DAMAGED),
        no_rows("event_counts_are_its_mentions", severity="critical", remedy=STORE_DAMAGED),
        no_rows(
            "event_bounds_are_in_order",
            severity="critical",
            fault="row",
            remedy=RULE_AT_FAULT,
        ),
        no_rows(
            "event_edtf_is_well_formed",
            severity="critical",
            fault="row",
            remedy=RULE_AT_FAULT,
        ),
        no_rows(
            "event_invents_no_day",
            severity="critical",
            fault="row",
            remedy=RULE_AT_FAULT,
        ),
        no_rows(
            "event_happened_before_it_was_told",
            severity="critical",
            fault="row",
            remedy="look at the publication days of its articles first: one may be wrong",
        ),
        no_rows(
            "event_on_timeline_is_actual",
            severity="critical",
            fault="row",
            remedy=RULE_AT_FAULT,
        ),
        no_rows(
            "event_left_out_says_why",
            severity="critical",
            fault="row",
            remedy=RULE_AT_FAULT,
        ),
        no_rows(
            "event_dated_has_its_evidence",
            severity="critical",
            fault="row",
            remedy=RULE_AT_FAULT,
        ),
        no_rows(
            "event_day_is_one_day",
            severity="critical",
            fault="row",
            remedy=RULE_AT_FAULT,
        ),
        no_rows(
            "event_title_is_in_its_mentions",
            severity="critical",
            fault="row",
            remedy=RULE_AT_FAULT,
        ),
        no_rows(
            "site_share_of_dated_is_usual",
            severity="warning",
            remedy="see what changed: a source's pages, a rule, or what it writes about",
        ),
    ),
)
