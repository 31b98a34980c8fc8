"""Others harmed in the same happening: "nine died on Monday … twelve others were hurt"."""

from __future__ import annotations

from collections.abc import Sequence

from transforms.events.dating.values import ArticleView, Candidate, TemporalLink, has_own_days
from transforms.language.closed_class import closed_class
from transforms.language.parse import Parse
from transforms.model import MentionRelation

_SENTENCES_BACK = 2
_LOOKED_AT = 12
"""Event words looked back over."""
_OTHERS = closed_class("others")
_SUBJECTS = ("nsubj", "nsubjpass")


def others_harmed(view: ArticleView, candidates: Sequence[Candidate]) -> list[TemporalLink]:
    """Link what came to "others" to the dated harm reported just before it, where only one such harm is in reach."""
    found = []
    for i, one in enumerate(candidates):
        if not _is_harm(view, one) or has_own_days(one.bounds) or not _is_of_others(view.parse, one.mention.head):
            continue
        first = one.mention.sentence_index - _SENTENCES_BACK
        before = [
            j
            for j in range(i - 1, max(i - _LOOKED_AT, -1), -1)
            if candidates[j].mention.sentence_index >= first and _is_harm(view, candidates[j])
        ]
        days = {(candidates[j].bounds.start, candidates[j].bounds.end) for j in before}
        if before and len(days) == 1 and has_own_days(candidates[before[0]].bounds):
            relation = MentionRelation(i, "simultaneous", before[0], "others-harmed")
            found.append(TemporalLink(relation, True, dates=True))
    return found


def _is_harm(view: ArticleView, one: Candidate) -> bool:
    """True if a verb tells as done what somebody came to."""
    verbal = one.tense.own or one.tense.form in ("participle", "gerund")
    return verbal and one.modality == "actual" and one.lemma in view.rules.harmed


def _is_of_others(parse: Parse, verb: int) -> bool:
    """True if those who come to harm are called others than those mentioned before."""
    tokens = parse.tokens
    for c in parse.children[verb]:
        if tokens[c].dep in _SUBJECTS:
            return tokens[c].text.lower() in _OTHERS or any(
                tokens[d].text.lower() in _OTHERS for d in parse.children[c] if d < c
            )
    return False
