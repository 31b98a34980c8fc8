"""When the events of one article happened: four bounds each, with the evidence of every bound.

In this order: dates that syntax attaches to the event; tense, aspect and modality against the publication day; then
relations to the article's other events, along which only what is told as having happened passes days on.
"""

from __future__ import annotations

from collections.abc import Sequence

from transforms.events.dating.apply_date import apply, is_distance, named_period
from transforms.events.dating.attachment import Attacher
from transforms.events.dating.bounds import NAMES, Draft
from transforms.events.dating.connectives import widened
from transforms.events.dating.durations import last
from transforms.events.dating.propagation import pass_on
from transforms.events.dating.reattachment import owned
from transforms.events.dating.relations import RelationReader
from transforms.events.dating.repeated_mentions import named_again, said_on
from transforms.events.dating.report_periods import figures_of_one_report
from transforms.events.dating.reporting_convention import REPORTING_CONVENTION, on_publication, reports
from transforms.events.dating.rules import FILES, dating_rules
from transforms.events.dating.tense import TenseReader
from transforms.events.dating.tense_bounds import kind_of, tell
from transforms.events.edtf import event_edtf, event_precision
from transforms.language.concepts import FILE as WORDS
from transforms.language.parse import Parse
from transforms.model import Article, Judgement, Mention, MentionRelation, Statement, TimeExpression, TimeRole, When
from transforms.rules.event_files import version_of


def rules_version() -> str:
    """The version of the rules: a hash of their files, and of the words by which an event is named again."""
    return version_of(*FILES, WORDS)


def date_mentions(
    article: Article,
    parse: Parse,
    times: Sequence[TimeExpression],
    mentions: Sequence[Mention],
    judgements: Sequence[Judgement],
    chains: Sequence[tuple[Statement, ...]],
    assume_reporting_day: bool = False,
) -> tuple[tuple[When | None, ...], tuple[MentionRelation, ...]]:
    """Date every mention of an article, and tell how they relate in time.

    Args:
        article: Its publication day is "now"; without one, only what the text itself dates has bounds.
        parse: The article's parse.
        times: Its time expressions.
        mentions: Its event words.
        judgements: The modality of each mention.
        chains: The statements that each mention stands in, outermost first.
        assume_reporting_day: Put undated reporting verbs in the article's own voice on the publication day of news.
            Such a day has the reason `reporting-convention` and passes nothing on.

    Returns:
        One `When` a mention (`None` for generic ones), and the relations with their cues.
    """
    rules = dating_rules()
    reader = TenseReader(parse)
    tenses = [reader.of(mention.head) for mention in mentions]
    drafts = [Draft(kind_of(m, t, j, rules)) for m, t, j in zip(mentions, tenses, judgements, strict=True)]
    roles: list[list[TimeRole]] = [[] for _ in mentions]
    attachments = Attacher(parse, times, mentions, rules, article.published).all()
    attachments += figures_of_one_report(
        parse, times, mentions, judgements, tenses, attachments, article.published, rules
    )
    for found in attachments:
        time = times[found.time]
        attachment = owned(found, parse, time, drafts, mentions, tenses, judgements, article.published, rules)
        if attachment is None:
            continue
        i = attachment.mention
        role = apply(attachment, drafts[i], time, mentions[i], tenses[i], judgements[i], article.published, rules)
        if role and not (role.role == "duration" and is_distance(parse.text, time)):
            roles[i].append(role)
    reasons = [
        tell(drafts[i], mentions[i], tenses[i], judgements[i], bool(chains[i]), article.published)
        for i in range(len(mentions))
    ]
    relations = RelationReader(parse, times, mentions, judgements, chains, tenses, rules, attachments).all()
    pass_on(drafts, relations, judgements, times)
    lasting = [i for i, mention in enumerate(mentions) if roles[i] and mention.lemma.lower() not in rules.terms]
    reckoned = [last(drafts[i], roles[i], times) for i in lasting]
    if any(reckoned):
        pass_on(drafts, relations, judgements, times)
    again = named_again(parse, mentions, judgements, tenses, drafts, rules)
    again += said_on(parse, mentions, judgements, tenses, chains, drafts)
    if again:
        pass_on(drafts, [*relations, *again], judgements, times)
    today = article.published if assume_reporting_day and article.kind == "news" else None
    told: frozenset[int] = frozenset()
    if today is not None:
        told = reports(parse, mentions, tenses, judgements, chains, drafts, today, rules)
    whens: list[When | None] = []
    for i, draft in enumerate(drafts):
        if judgements[i].modality == "generic":
            whens.append(None)
            continue
        reason = reasons[i]
        if today is not None and i in told:
            draft, reason = on_publication(today), REPORTING_CONVENTION
        whens.append(_when(draft, reason, roles[i], times))
    return tuple(whens), tuple(relation.relation for relation in relations)


def _when(draft: Draft, reason: str, roles: list[TimeRole], times: Sequence[TimeExpression]) -> When:
    """The finished value."""
    if draft.kind != "state":
        draft.close()
    start, end = draft.start, draft.end
    if start.is_day and start == end:
        draft.kind = "point"
    founded = [draft.held[name] for name in NAMES if name in draft.held and draft.held[name].kind != "publication"]
    main = next((e for e in founded if e.time is not None), None)
    expression = times[main.time] if main is not None and main.time is not None else None
    if founded:
        reason = founded[0].rule_id
    approximate = expression is not None and (expression.mod == "APPROX" or reason == "date-about")
    edtf, precision = event_edtf(draft.kind, start, end, approximate), event_precision(start, end)
    if expression is not None and expression.edtf and reason == "date-about" and start == widened(expression.interval):
        edtf = f"{expression.edtf.removesuffix('~')}~"
    if expression is not None and start == end and start == named_period(expression, expression.interval):
        precision = expression.precision
        if expression.edtf and "/" not in expression.edtf:
            edtf = expression.edtf
    return When(
        kind=draft.kind,
        start=start,
        end=end,
        edtf=edtf,
        precision=precision,
        reason=reason,
        dated=bool(founded),
        approximate=approximate,
        ongoing=draft.kind == "state",
        local_time=expression.local_time if expression else None,
        zone=expression.zone if expression else None,
        evidence=tuple(draft.held[name] for name in NAMES if name in draft.held),
        times=tuple(roles),
    )
