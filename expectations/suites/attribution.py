"""What must hold of the attributions."""

from __future__ import annotations

from typing import get_args

from expectations.vocabulary import RULE_AT_FAULT, Suite, no_rows, one_of
from transforms.model import SourceKind

SUITE = Suite(
    table="attribution",
    key="mention_id",
    article_id=None,
    expectations=(
        one_of("speaker_kind", get_args(SourceKind), table="attribution"),
        no_rows(
            "attribution_cue_is_its_span",
            severity="critical",
            remedy=RULE_AT_FAULT,
        ),
    ),
)
