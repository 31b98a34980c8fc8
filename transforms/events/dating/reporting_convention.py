"""The reporting convention: what news reports without a date, it reports on the day of its publication.

It is a convention of the trade, not something that a text says; so it is off unless asked for, its days are marked,
and nothing is reckoned from them.
"""

from __future__ import annotations

from collections.abc import Sequence, Set
from datetime import date

from transforms.events.dating.bounds import NAMES, Basis, BoundsBuilder, HeldBound
from transforms.events.dating.values import ArticleView, Candidate
from transforms.language.parse import Parse
from transforms.model import Mention

REPORTING_CONVENTION = "reporting-convention"
_BESIDE = frozenset({"relcl", "acl", "advcl", "csubj", "pcomp"})


def apply_convention(view: ArticleView, candidates: Sequence[Candidate]) -> None:
    """Put actual reports in the article's own voice that nothing else dates on the publication day.

    A participle of saying beside a report is one with it ("Hale said, speaking in Rome"); a past report in a clause of
    time ("after police said …") comes before or after what is reported, and may be of any day.
    """
    published = view.published
    if published is None:
        return
    own = [one for one in candidates if not one.chain and one.modality == "actual" and _is_open(one.bounds, published)]
    found = [one for one in own if _is_report(view, one)]
    heads = {one.mention.head for one in found}
    found += [one for one in own if _is_beside(view.parse, one.mention, heads) and _speaks(view, one.mention)]
    for one in found:
        basis = Basis("publication", REPORTING_CONVENTION)
        one.bounds = BoundsBuilder("point", {name: HeldBound(published, basis) for name in NAMES})
        one.reason = REPORTING_CONVENTION


def _is_report(view: ArticleView, one: Candidate) -> bool:
    """True if a verb says in the past or the present what somebody says."""
    parse, mention, tense = view.parse, one.mention, one.tense
    if not tense.own or tense.perfect or tense.modal or tense.name not in ("past", "present"):
        return False
    token = parse.tokens[mention.head]
    if tense.name == "present":
        return mention.event_class == "reporting" and token.dep not in _BESIDE
    words = (parse.tokens[c].text.lower() for c in parse.children[mention.head])
    return _speaks(view, mention) and not (token.dep == "advcl" and any(word in view.rules.clauses for word in words))


def _speaks(view: ArticleView, mention: Mention) -> bool:
    """True if somebody speaks: what declines something refuses it, what declines alone goes down."""
    parse, rules = view.parse, view.rules
    if mention.lemma in rules.speech_acts and mention.lemma in rules.moves:
        return any(parse.tokens[c].dep in ("xcomp", "dobj") for c in parse.children[mention.head])
    return mention.event_class == "reporting" or mention.lemma in rules.speech_acts


def _is_beside(parse: Parse, mention: Mention, heads: Set[int]) -> bool:
    """True if a present participle stands beside a report."""
    token = parse.tokens[mention.head]
    return token.tag == "VBG" and token.dep == "advcl" and token.head in heads


def _is_open(bounds: BoundsBuilder, published: date) -> bool:
    """True if nothing that a text says is against the publication day, and nothing says another."""
    if bounds.rests_on("told"):
        return False
    first, last = bounds.value("start_earliest"), bounds.value("end_latest")
    return (first is None or first <= published) and (last is None or last >= published)
