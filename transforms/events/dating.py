"""When the events of one article happened: four bounds each, with the evidence of every bound.

In this order: dates that syntax attaches to the event; tense, aspect and modality against the publication day; then
relations to the article's other events, along which only what is told as having happened passes days on.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from transforms.events.attachment import Attacher, Attachment
from transforms.events.bounds import NAMES, Draft
from transforms.events.convention import REPORTING_CONVENTION, is_open, is_report, on_publication
from transforms.events.dating_rules import DatingRules, dating_rules
from transforms.events.event_edtf import event_edtf, event_precision
from transforms.events.lasting import last
from transforms.events.passing import pass_on
from transforms.events.relations import RelationReader
from transforms.events.repeated import named_again, said_on
from transforms.events.telling import goes_on, kind_of, tell
from transforms.events.tense import Tense, TenseReader
from transforms.events.told import MEANINGS, Told, widened
from transforms.language import Parse
from transforms.model import (
    Article,
    Bounds,
    Judgement,
    Mention,
    MentionRelation,
    Statement,
    TimeExpression,
    TimeRole,
    When,
)

_SLACK = timedelta(days=7)


def rules_version() -> str:
    """The version of the rules: a hash of their files."""
    return dating_rules().version


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
    for attachment in attachments:
        i = attachment.mention
        role = _apply(attachment, drafts[i], times[attachment.time], mentions[i], tenses[i], article.published, rules)
        if role:
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
    whens: list[When | None] = []
    for i, draft in enumerate(drafts):
        if judgements[i].modality == "generic":
            whens.append(None)
            continue
        reason = reasons[i]
        if (
            today is not None
            and is_report(parse, mentions[i], tenses[i], judgements[i], chains[i], rules)
            and is_open(draft, today)
        ):
            draft, reason = on_publication(today), REPORTING_CONVENTION
        whens.append(_when(draft, reason, roles[i], times))
    return tuple(whens), tuple(told.relation for told in relations)


def _apply(
    attachment: Attachment,
    draft: Draft,
    time: TimeExpression,
    mention: Mention,
    tense: Tense,
    published: date | None,
    rules: DatingRules,
) -> TimeRole | None:
    """Narrow a draft by one expression; what the expression does for it, or `None` where it does nothing."""
    days = time.interval
    if time.timex_type == "DURATION" and days.earliest is None and days.latest is None:
        return TimeRole(attachment.time, "duration", attachment.rule)
    if (days.earliest is None and days.latest is None) or _contradicts(days, tense, published):
        return None
    if time.timex_type == "DURATION" and time.value.startswith("PT"):
        days = _night_before(days)
    word = "for the past" if time.timex_type == "DURATION" and attachment.connective == "for" else attachment.connective
    connective = rules.connectives.get(word) or rules.connectives[""]
    if connective.meaning == "about":
        days = widened(days)
    begin, finish = _halves(time, days)
    told = Told(
        days.earliest,
        days.latest,
        begin,
        finish,
        attachment.time,
        connective.id,
        tense,
        published,
        goes_on(mention, tense),
        mention.event_class == "state",
        begin != finish,
    )
    role = MEANINGS[connective.meaning](draft, told)
    return TimeRole(attachment.time, role, attachment.rule)


def _night_before(days: Bounds) -> Bounds:
    """Hours reckoned back from a day ("the last twelve hours") may reach into the day before it."""
    if days.earliest is None or days.earliest != days.latest:
        return days
    return Bounds(days.earliest - timedelta(days=1), days.latest)


def _contradicts(days: Bounds, tense: Tense, published: date | None) -> bool:
    """Whether a date lies too far ahead for what is told as past: more than the days that a dateline may be off."""
    if published is None or not tense.own or days.earliest is None:
        return False
    past = tense.name == "past" or (tense.name == "present" and tense.perfect)
    return past and days.earliest - published > _SLACK


def _halves(time: TimeExpression, days: Bounds) -> tuple[Bounds, Bounds]:
    """The first and the last part of a range that names both ("1950/1953"); else the whole twice."""
    if time.edtf and time.edtf.count("/") == 1 and days.earliest and days.latest:
        first, last = (_unit(part) for part in time.edtf.split("/"))
        if first and last:
            return first, last
    return days, days


def _unit(text: str) -> Bounds | None:
    """The days of a plain year, month or day in EDTF."""
    try:
        if len(text) == 4:
            return Bounds(date(int(text), 1, 1), date(int(text), 12, 31))
        if len(text) == 7:
            first = date.fromisoformat(f"{text}-01")
            following = date(first.year + first.month // 12, first.month % 12 + 1, 1)
            return Bounds(first, date.fromordinal(following.toordinal() - 1))
        return Bounds(date.fromisoformat(text), date.fromisoformat(text))
    except ValueError:
        return None


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
    if expression is not None and start == end and _within(start, expression.interval):
        precision = expression.precision
        if start == expression.interval and expression.edtf and "/" not in expression.edtf:
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


def _within(days: Bounds, period: Bounds) -> bool:
    """Whether days are those of a period, from its first on, the publication day having cut it short at most."""
    if days.earliest is None or days.earliest != period.earliest or days.latest is None or period.latest is None:
        return False
    return days.latest <= period.latest
