"""Moves a date from the verb to the noun it really dates, when the parse is contradicted by the text.

A date that cannot be a verb's is that of the event noun in front of it: the verb has another, the date is over for what
goes on, or the noun is what the verb's event comes before or after ("died within days of his capture on May 3").
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from datetime import date, timedelta

from transforms.events.dating.attaching.captions import ends_sentence_bare
from transforms.events.dating.attaching.surface_cues import is_close_behind, is_set_apart
from transforms.events.dating.bounds import BoundsBuilder
from transforms.events.dating.meant_days import SLACK
from transforms.events.dating.tense import Tense
from transforms.events.dating.values import ArticleView, Attachment, Candidate
from transforms.language.closed_class import closed_class
from transforms.language.concepts import stem
from transforms.language.parse import Parse
from transforms.model import Bounds, Mention, TimeExpression

_NEAR = 10
_PLACE = 60
"""Characters of a place or an object between a noun and its date ("the bombing of a ferry off Malta in 2009")."""
_RIGHT_BEHIND = closed_class("right_behind_a_noun")
_LONG_OVER = timedelta(days=45)


def reattached(view: ArticleView, candidates: Sequence[Candidate], attachment: Attachment) -> Attachment | None:
    """Return the attachment at the mention that the expression truly dates; `None` where it can date none."""
    time, one = view.times[attachment.time], candidates[attachment.mention]
    days = time.interval
    taken = _is_taken(one.bounds, days) or _is_against(days, one.tense, view.published)
    over = view.rules.is_within(attachment.connective) and _is_over(days, one, view.published)
    noun = _noun_before(time, one.mention, candidates)
    gone = view.rules.is_within(attachment.connective) and _is_gone(time, one, view.published)
    perfect = view.rules.is_within(attachment.connective) and _is_over_by_now(time, one, view.published)
    if noun is None and (taken or gone or (perfect and not _is_just_behind(time, one, view.published))):
        return None
    if noun is not None and over and ends_sentence_bare(view.parse.text, time):
        return None  # the day of a picture, whose verb is in the present
    if noun is not None:
        beside = candidates[noun].mention.head
        if taken or over or gone or perfect or _is_the_nouns(view, one, beside, time):
            attachment = attachment._replace(
                mention=noun, connective="", rule="date-of-the-noun-before", appoints=False
            )
    ruled_out = _ruled_out(time, attachment.mention, candidates)
    if ruled_out is not None:
        return Attachment(attachment.time, ruled_out, attachment.connective, "date-of-what-is-ruled-out")
    return attachment


def _is_the_nouns(view: ArticleView, one: Candidate, noun: int, time: TimeExpression) -> bool:
    """True if what the verb and the noun before an expression say of one another makes it the noun's."""
    return (
        is_set_apart(view.parse, noun)
        or _is_of_another_time(view, one, noun, time)
        or _is_of_what_is_judged(view, one, noun, time)
        or _is_planned_thing(view, noun)
        or _is_deep_below(view, one, noun, time)
    )


def _is_taken(bounds: BoundsBuilder, days: Bounds) -> bool:
    """True if a text already puts the event on days that these cannot be."""
    low, high = bounds.held.get("start_earliest"), bounds.held.get("end_latest")
    if low is None or high is None or low.basis.kind != "told" or high.basis.kind != "told":
        return False
    return (days.earliest is not None and days.earliest > high.value) or (
        days.latest is not None and days.latest < low.value
    )


def _is_against(days: Bounds, tense: Tense, published: date | None) -> bool:
    """True if a day lies too far ahead for a past tense."""
    if published is None or not days.is_day or days.earliest is None or not tense.own:
        return False
    return (tense.name == "past" or tense.present_perfect) and days.earliest - published > SLACK


def _is_over(days: Bounds, one: Candidate, published: date | None) -> bool:
    """True if days are over for what goes on; what people say is reported in the present and past alike."""
    tense = one.tense
    if published is None or days.latest is None or not tense.own or one.mention.event_class == "reporting":
        return False
    return tense.name == "present" and not tense.perfect and not tense.modal and days.latest < published


def _is_gone(time: TimeExpression, one: Candidate, published: date | None) -> bool:
    """True if the words of an expression name days that are over, and its verb one to come."""
    last = time.interval.latest
    if published is None or last is None or last >= published or not one.tense.own:
        return False
    written = time.anchor_kind is None or time.anchor_direction == "given"
    return written and (one.tense.name == "future" or (one.modality == "planned" and one.tense.name != "past"))


def _is_over_by_now(time: TimeExpression, one: Candidate, published: date | None) -> bool:
    """True if days are over for a present perfect, which names no time that is over ("has admitted", "in 2005")."""
    last = time.interval.latest
    if published is None or last is None or not (one.tense.own and one.tense.present_perfect):
        return False
    return last < published and time.timex_type in ("DATE", "TIME")


def _is_just_behind(time: TimeExpression, one: Candidate, published: date | None) -> bool:
    """True if a day of the last week stands behind its verb, where hasty copy has the perfect for the past."""
    last = time.interval.latest
    recent = published is not None and last is not None and published - last <= SLACK
    return recent and time.interval.is_day and time.span.start > one.mention.trigger.end


def _is_of_what_is_judged(view: ArticleView, one: Candidate, noun: int, time: TimeExpression) -> bool:
    """True if a period long over stands close behind what somebody is arrested, tried or fined for.

    A day of the last weeks may be either's ("was arrested over the fire on Monday").
    """
    first = time.interval.latest
    if one.lemma not in view.rules.judging or view.published is None or first is None:
        return False
    return view.published - first > _LONG_OVER and _is_behind_its_place(view.parse, noun, time)


def _is_planned_thing(view: ArticleView, noun: int) -> bool:
    """True if a noun is of something set for a day ("called off a scheduled trip to Lima today")."""
    tokens, children = view.parse.tokens, view.parse.children[noun]
    appointed = {stem(word) for word in view.rules.appointing}
    return any(tokens[c].dep == "amod" and stem(tokens[c].lemma.lower()) in appointed for c in children)


def _is_deep_below(view: ArticleView, one: Candidate, noun: int, time: TimeExpression) -> bool:
    """True if a period long over stands right behind an event noun that other nouns part from the verb.

    In "filled in a form about the coverage of his death in June 2009" the month is that of the death.
    """
    tokens, last = view.parse.tokens, time.interval.latest
    if view.published is None or last is None or view.published - last <= _LONG_OVER or time.precision == "day":
        return False
    between = view.parse.text[tokens[noun].end : time.span.start].strip().lower()
    if between not in _RIGHT_BEHIND:
        return False
    at, nouns = noun, 0
    for _ in range(_NEAR):
        at = tokens[at].head
        if at == one.mention.head or tokens[at].head == at:
            break
        nouns += tokens[at].pos in ("NOUN", "PROPN")
    return at == one.mention.head and nouns > 0


def _is_behind_its_place(parse: Parse, noun: int, time: TimeExpression) -> bool:
    """True if an expression stands behind a noun with no more than places and objects of it between."""
    between = parse.text[parse.tokens[noun].end : time.span.start]
    behind = parse.tokens[noun + 1 : noun + 1 + _NEAR]
    verbs = any(token.tag in ("VBD", "VBZ", "VBP", "MD") and token.end <= time.span.start for token in behind)
    return len(between) <= _PLACE and not verbs and not any(mark in between for mark in ',;:()"“”')


def _is_of_another_time(view: ArticleView, one: Candidate, noun: int, time: TimeExpression) -> bool:
    """True if a date stands close behind a noun for what a verb follows, recalls or speaks of, and so is that noun's.

    What people say, they say about something ("spoke of deaths in riots on Friday"): its object alone is no such thing.
    """
    tokens, verb = view.parse.tokens, one.mention.head
    if one.lemma not in view.rules.of_another_time or not is_close_behind(view.parse, noun, time):
        return False
    if not one.tense.own and one.tense.form not in ("participle", "gerund", "infinitive"):
        return False
    at, about = noun, one.mention.event_class != "reporting"
    for _ in range(_NEAR):
        if tokens[at].dep == "prep" and tokens[at].text.lower() in closed_class("spoken_of"):
            about = True
        if tokens[at].head == verb:
            return about and tokens[at].dep in ("dobj", "prep", "pobj")
        if tokens[at].dep not in ("pobj", "conj", "prep", "compound") or tokens[at].head == at:
            return False
        at = tokens[at].head
    return False


def _noun_before(time: TimeExpression, mention: Mention, candidates: Sequence[Candidate]) -> int | None:
    """Return the nearest event noun between a mention and an expression behind it."""
    last = bisect_left(candidates, time.span.start, key=lambda other: other.mention.trigger.start) - 1
    for i in range(last, max(last - _NEAR, -1), -1):
        other = candidates[i]
        if other.mention.trigger.end <= mention.trigger.end:
            return None
        if other.mention.trigger.end <= time.span.start:
            return i if other.is_noun and other.mention.event_class == "event" else None
    return None


def _ruled_out(time: TimeExpression, mention: int, candidates: Sequence[Candidate]) -> int | None:
    """Return the noun before an expression for what the mention rules out, to which the expression belongs."""
    last = bisect_left(candidates, time.span.start, key=lambda other: other.mention.trigger.start) - 1
    for i in range(last, max(last - _NEAR, mention), -1):
        judgement = candidates[i].judgement
        if judgement.averted and judgement.cue == candidates[mention].mention.trigger:
            return i
    return None
