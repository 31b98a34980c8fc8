"""The reporting convention: what news reports without a date, it reports on the day of its publication.

It is a convention of the trade, not something that a text says; so it is off unless asked for, its days are marked,
and nothing is reckoned from them.
"""

from __future__ import annotations

from collections.abc import Sequence, Set
from datetime import date

from transforms.events.dating.bounds import NAMES, Draft
from transforms.events.dating.rules import DatingRules
from transforms.events.dating.tense import Tense
from transforms.language.parse import Parse
from transforms.model import BoundEvidence, Judgement, Mention, Statement

REPORTING_CONVENTION = "reporting-convention"
_BESIDE = frozenset({"relcl", "acl", "advcl", "csubj", "pcomp"})


def reports(
    parse: Parse,
    mentions: Sequence[Mention],
    tenses: Sequence[Tense],
    judgements: Sequence[Judgement],
    chains: Sequence[tuple[Statement, ...]],
    drafts: Sequence[Draft],
    published: date,
    rules: DatingRules,
) -> frozenset[int]:
    """Which mentions are actual reports in the article's own voice that nothing else dates, by index.

    A participle of saying beside a report is one with it ("Hale said, speaking in Rome"); a past report in a clause of
    time ("after police said …") comes before or after what is told, and may be of any day.
    """
    own = [
        i
        for i, judgement in enumerate(judgements)
        if not chains[i] and judgement.modality == "actual" and _is_open(drafts[i], published)
    ]
    found = {i for i in own if _is_report(parse, mentions[i], tenses[i], rules)}
    heads = {mentions[i].head for i in found}
    beside = {i for i in own if _is_beside(parse, mentions[i], heads) and _speaks(parse, mentions[i], rules)}
    return frozenset(found | beside)


def _is_report(parse: Parse, mention: Mention, tense: Tense, rules: DatingRules) -> bool:
    """Whether a verb tells in the past or the present what somebody says."""
    if not tense.own or tense.perfect or tense.modal or tense.name not in ("past", "present"):
        return False
    token = parse.tokens[mention.head]
    if tense.name == "present":
        return mention.event_class == "reporting" and token.dep not in _BESIDE
    words = (parse.tokens[c].text.lower() for c in parse.children[mention.head])
    return _speaks(parse, mention, rules) and not (
        token.dep == "advcl" and any(word in rules.clauses for word in words)
    )


def _speaks(parse: Parse, mention: Mention, rules: DatingRules) -> bool:
    """Whether somebody speaks: what declines something refuses it, what declines alone goes down."""
    if mention.lemma in rules.speech_acts and mention.lemma in rules.moves:
        return any(parse.tokens[c].dep in ("xcomp", "dobj") for c in parse.children[mention.head])
    return mention.event_class == "reporting" or mention.lemma in rules.speech_acts


def _is_beside(parse: Parse, mention: Mention, heads: Set[int]) -> bool:
    """Whether a present participle stands beside a report."""
    token = parse.tokens[mention.head]
    return token.tag == "VBG" and token.dep == "advcl" and token.head in heads


def _is_open(draft: Draft, published: date) -> bool:
    """Whether nothing that a text says is against the publication day, and nothing says another."""
    if any(evidence.kind == "told" for evidence in draft.held.values()):
        return False
    first, last = draft.value("start_earliest"), draft.value("end_latest")
    return (first is None or first <= published) and (last is None or last >= published)


def on_publication(published: date) -> Draft:
    """The publication day, marked as the convention's."""
    return Draft("point", {name: BoundEvidence(name, published, "publication", REPORTING_CONVENTION) for name in NAMES})
