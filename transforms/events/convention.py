"""The reporting convention: what news reports without a date, it reports on the day of its publication.

It is a convention of the trade, not something that a text says; so it is off unless asked for, its days are marked,
and nothing is reckoned from them.
"""

from __future__ import annotations

from datetime import date

from transforms.events.bounds import NAMES, Draft
from transforms.events.dating_rules import DatingRules
from transforms.events.tense import Tense
from transforms.language import Parse
from transforms.model import BoundEvidence, Judgement, Mention, Statement

REPORTING_CONVENTION = "reporting-convention"
_BESIDE = frozenset({"relcl", "acl", "advcl", "csubj", "pcomp"})


def is_report(
    parse: Parse, mention: Mention, tense: Tense, judgement: Judgement, chain: tuple[Statement, ...], rules: DatingRules
) -> bool:
    """Whether this is an actual report in the article's own voice: past or present, in a main clause."""
    saying = mention.event_class == "reporting" or (tense.name == "past" and mention.lemma in rules.speech_acts)
    aside = tense.name == "present" and parse.tokens[mention.head].dep in _BESIDE
    told = tense.own and tense.name in ("past", "present") and not tense.perfect and not tense.modal
    return saying and told and not aside and not chain and judgement.modality == "actual"


def is_open(draft: Draft, published: date) -> bool:
    """Whether nothing that a text says is against the publication day, and nothing says another."""
    if any(evidence.kind == "told" for evidence in draft.held.values()):
        return False
    first, last = draft.value("start_earliest"), draft.value("end_latest")
    return (first is None or first <= published) and (last is None or last >= published)


def on_publication(published: date) -> Draft:
    """The publication day, marked as the convention's."""
    return Draft("point", {name: BoundEvidence(name, published, "publication", REPORTING_CONVENTION) for name in NAMES})
