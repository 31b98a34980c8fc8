"""What must hold of the event mentions and of what they rest on."""

from __future__ import annotations

from typing import get_args

from expectations.vocabulary import RULE_AT_FAULT, STORE_DAMAGED, Suite, no_rows, one_of, unique
from transforms.events.mentions.event_types import EVENT_TYPES
from transforms.model import EventClass, Modality, Precision, SourceKind, WhenKind

SUITE = Suite(
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
        no_rows("event_mention_article_is_there", severity="critical", remedy=STORE_DAMAGED),
        no_rows("event_mention_event_is_there", severity="critical", remedy=STORE_DAMAGED),
        no_rows(
            "event_mention_trigger_is_its_span",
            severity="critical",
            fault="row",
            remedy=RULE_AT_FAULT,
        ),
        no_rows(
            "event_mention_sentence_is_its_span",
            severity="critical",
            fault="row",
            remedy=RULE_AT_FAULT,
        ),
        no_rows(
            "event_mention_trigger_is_in_its_sentence",
            severity="critical",
            fault="row",
            remedy=RULE_AT_FAULT,
        ),
        no_rows(
            "event_mention_bounds_are_in_order",
            severity="critical",
            fault="row",
            remedy=RULE_AT_FAULT,
        ),
        no_rows(
            "event_mention_edtf_is_well_formed",
            severity="critical",
            fault="row",
            remedy=RULE_AT_FAULT,
        ),
        no_rows(
            "event_mention_invents_no_day",
            severity="critical",
            fault="row",
            remedy=RULE_AT_FAULT,
        ),
        no_rows(
            "event_mention_happened_before_it_was_told",
            severity="critical",
            fault="row",
            remedy="look at the article's publication day first: it may be the one that is wrong",
        ),
        no_rows(
            "event_mention_on_timeline_is_actual",
            severity="critical",
            fault="row",
            remedy=RULE_AT_FAULT,
        ),
        no_rows(
            "event_mention_left_out_says_why",
            severity="critical",
            fault="row",
            remedy=RULE_AT_FAULT,
        ),
        no_rows(
            "event_type_is_mostly_known",
            severity="warning",
            remedy="add the frequent words of type other to the lexicon of event types",
        ),
    ),
)
