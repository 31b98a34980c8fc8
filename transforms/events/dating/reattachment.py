"""Whose date it is, where what the text tells speaks against what the syntax says.

A date that cannot be a verb's is that of the event noun in front of it: the verb has another, the date is over for what
goes on, or the noun is what the verb's event comes before or after ("died within days of his capture on May 3").
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from datetime import date

from transforms.events.dating.apply_date import SLACK
from transforms.events.dating.attachment import Attachment
from transforms.events.dating.bounds import Draft
from transforms.events.dating.rules import DatingRules
from transforms.events.dating.surface_cues import is_set_apart
from transforms.events.dating.tense import Tense
from transforms.events.dating.tense_bounds import RULED_OUT
from transforms.language.parse import Parse
from transforms.model import Bounds, Judgement, Mention, TimeExpression

_NEAR = 10


def owned(
    attachment: Attachment,
    parse: Parse,
    time: TimeExpression,
    drafts: Sequence[Draft],
    mentions: Sequence[Mention],
    tenses: Sequence[Tense],
    judgements: Sequence[Judgement],
    published: date | None,
    rules: DatingRules,
) -> Attachment | None:
    """The attachment at the mention that the expression truly dates; `None` where it can date none."""
    i, days = attachment.mention, time.interval
    taken = _is_taken(drafts[i], days) or _is_against(days, tenses[i], published)
    over = rules.is_within(attachment.connective) and _is_over(days, mentions[i], tenses[i], published)
    noun = _noun_before(time, mentions[i], mentions, tenses)
    if noun is None and taken:
        return None
    if noun is not None and (taken or over or is_set_apart(parse, mentions[noun].head)):
        attachment = Attachment(attachment.time, noun, "", "date-of-the-noun-before")
    ruled_out = _ruled_out(time, attachment.mention, mentions, judgements)
    if ruled_out is not None:
        return Attachment(attachment.time, ruled_out, attachment.connective, "date-of-what-is-ruled-out")
    return attachment


def _is_taken(draft: Draft, days: Bounds) -> bool:
    """Whether a text already tells of days that these cannot be."""
    low, high = draft.held.get("start_earliest"), draft.held.get("end_latest")
    if low is None or high is None or low.kind != "told" or high.kind != "told":
        return False
    return (days.earliest is not None and days.earliest > high.value) or (
        days.latest is not None and days.latest < low.value
    )


def _is_against(days: Bounds, tense: Tense, published: date | None) -> bool:
    """Whether a day lies too far ahead for what is told as past."""
    if published is None or not days.is_day or days.earliest is None or not tense.own:
        return False
    return (tense.name == "past" or tense.present_perfect) and days.earliest - published > SLACK


def _is_over(days: Bounds, mention: Mention, tense: Tense, published: date | None) -> bool:
    """Whether days are over for what is told as going on; what people say is told in the present and past alike."""
    if published is None or days.latest is None or not tense.own or mention.event_class == "reporting":
        return False
    return tense.name == "present" and not tense.perfect and not tense.modal and days.latest < published


def _noun_before(
    time: TimeExpression, mention: Mention, mentions: Sequence[Mention], tenses: Sequence[Tense]
) -> int | None:
    """The nearest event noun between a mention and an expression behind it."""
    last = bisect_left(mentions, time.span.start, key=lambda other: other.trigger.start) - 1
    for i in range(last, max(last - _NEAR, -1), -1):
        other = mentions[i]
        if other.trigger.end <= mention.trigger.end:
            return None
        if other.trigger.end <= time.span.start:
            return i if tenses[i].form == "noun" and other.event_class == "event" else None
    return None


def _ruled_out(
    time: TimeExpression, mention: int, mentions: Sequence[Mention], judgements: Sequence[Judgement]
) -> int | None:
    """The noun before an expression for what the mention rules out, to which the expression belongs."""
    last = bisect_left(mentions, time.span.start, key=lambda other: other.trigger.start) - 1
    for i in range(last, max(last - _NEAR, mention), -1):
        if judgements[i].rule_id == RULED_OUT and judgements[i].cue == mentions[mention].trigger:
            return i
    return None
