"""When did the events of one article happen?

In: an article's parse, its time expressions, its event words, their modality and the statements they stand in.
Out: four bounds for each event, with the evidence of every bound, and the temporal relations between events.
Open `__init__.py` first: `date_mentions` is the order of the passes; `values.py` is what they work on.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from transforms.events.dating.apply_date import apply_dates
from transforms.events.dating.attaching.attachment import attach_dates
from transforms.events.dating.attaching.report_periods import attach_report_periods
from transforms.events.dating.bounds import BoundsBuilder
from transforms.events.dating.durations import apply_durations
from transforms.events.dating.finish import finished, lying_ahead
from transforms.events.dating.links.gone_on import gone_on
from transforms.events.dating.links.others_harmed import others_harmed
from transforms.events.dating.links.propagation import propagate, relate
from transforms.events.dating.links.relations import find_links
from transforms.events.dating.links.repeated_mentions import named_again, said_on
from transforms.events.dating.reporting_convention import apply_convention
from transforms.events.dating.rules import FILES, dating_rules
from transforms.events.dating.tense import TenseReader
from transforms.events.dating.tense_bounds import apply_tenses, kind_of
from transforms.events.dating.values import ArticleView, Candidate
from transforms.language.concepts import FILE as WORDS
from transforms.language.parse import Parse
from transforms.model import Article, Judgement, Mention, MentionRelation, Statement, TimeExpression, When
from transforms.rules.event_files import version_of


def rules_version() -> str:
    """Return the version of the rules: a hash of their files, and of the words by which an event is named again."""
    return version_of(*FILES, WORDS)


class Dating(NamedTuple):
    """What dating finds for the mentions of one article."""

    whens: tuple[When | None, ...]
    """When each mention's event happened; `None` for generic ones."""
    judgements: tuple[Judgement, ...]
    """The modality of each: what lies wholly ahead of the publication day is planned."""
    relations: tuple[MentionRelation, ...]


def date_mentions(
    article: Article,
    parse: Parse,
    times: Sequence[TimeExpression],
    mentions: Sequence[tuple[Mention, Judgement, tuple[Statement, ...]]],
    *,
    assume_reporting_day: bool = False,
) -> Dating:
    """Date every mention of an article, and find how they relate in time.

    Args:
        article: Its publication day is "now"; without one, only what the text itself dates has bounds.
        parse: The article's parse.
        times: Its time expressions.
        mentions: Its event words, each with its modality and the statements that it stands in, outermost first.
        assume_reporting_day: Put undated reporting verbs in the article's own voice on the publication day of news.
            Such a day has the reason `reporting-convention` and passes nothing on.

    Returns:
        When each mention's event happened, its modality seen from there, and the relations with their cues.
    """
    view = ArticleView(parse, times, article.published, dating_rules())
    candidates = _candidates(view, mentions)
    attachments = attach_dates(view, candidates)
    attachments += attach_report_periods(view, candidates, attachments)
    apply_dates(view, candidates, attachments)
    apply_tenses(view, candidates)
    links = find_links(view, candidates, attachments)
    propagate(candidates, links)
    if apply_durations(view, candidates):
        propagate(candidates, links)
    again = [*named_again(view, candidates), *others_harmed(view, candidates)]
    again += [*said_on(view, candidates), *gone_on(view, candidates)]
    if again:
        propagate(candidates, [*links, *again])
    if assume_reporting_day and article.kind in (None, "news"):
        apply_convention(view, candidates)
    related = relate(candidates, links)
    return Dating(
        tuple(finished(view, one, beside) for one, beside in zip(candidates, related, strict=True)),
        tuple(lying_ahead(view, one) for one in candidates),
        tuple(link.relation for link in links),
    )


def _candidates(
    view: ArticleView, mentions: Sequence[tuple[Mention, Judgement, tuple[Statement, ...]]]
) -> list[Candidate]:
    """Return the mentions as candidates, before any date is looked at."""
    reader = TenseReader(view.parse)
    candidates = []
    for mention, judgement, chain in mentions:
        tense = reader.of(mention.head)
        bounds = BoundsBuilder(kind_of(mention, tense, judgement, view.rules))
        candidates.append(Candidate(mention, judgement, tense, tuple(chain), bounds))
    return candidates
