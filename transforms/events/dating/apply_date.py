"""Applies each attached date to its event: the days meant, and how they bound it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from transforms.events.dating.attaching.date_lists import joined_lists
from transforms.events.dating.attaching.reattachment import reattached
from transforms.events.dating.bounds import Basis
from transforms.events.dating.connectives import MEANINGS, AnchoredDate, widened
from transforms.events.dating.meant_days import LOOSE, PARTS, View, days_meant, halves, not_before, week_before
from transforms.events.dating.tense_bounds import goes_on, is_done, points_ahead
from transforms.events.dating.values import ArticleView, Attachment, Candidate
from transforms.language.closed_class import any_of, closed_class
from transforms.model import Bounds, TimeExpression, TimeRole

_APART = closed_class("apart_from_a_day")
"""Meanings of what stands before a length that is not the event's own ("reopened after two years")."""
_POSSESSES = re.compile(r"['’]s\b")
_CLOCK = re.compile(r"T\d\d")
_NEAR_CLOCK = re.compile(rf"\b{any_of('right_before_an_hour')} (?:after|before)\s+$", re.IGNORECASE)
_REACH = 30
"""Characters."""
_BELOW = frozenset({"relcl", "ccomp", "advcl"})
_STEPS = 6
_DISTANCE = re.compile(
    rf"-(?=[a-z])|\s+{any_of('away_from_a_time')}\b",
    re.IGNORECASE,
)


def apply_dates(view: ArticleView, candidates: Sequence[Candidate], attachments: Sequence[Attachment]) -> None:
    """Narrow each event by the expressions attached to it, and note what each does for it."""
    for found in joined_lists(view, attachments):
        attachment = reattached(view, candidates, found)
        if attachment is None:
            continue
        for dated in (attachment, *_harm_in(view, candidates, attachment)):
            one, time = candidates[dated.mention], view.times[dated.time]
            role = _apply(view, one, dated)
            if role and not (role.role == "duration" and _is_distance(view.parse.text, time)):
                one.roles.append(role)


def _harm_in(view: ArticleView, candidates: Sequence[Candidate], attachment: Attachment) -> list[Attachment]:
    """Return what people came to in a dated happening ("deaths in riots on Friday")."""
    tokens, i = view.parse.tokens, candidates[attachment.mention].mention.head
    above = tokens[i].head
    if tokens[i].dep != "pobj" or tokens[above].text.lower() != "in":
        return []
    harmed = tokens[tokens[above].head]
    return [
        attachment._replace(mention=j)
        for j in range(max(0, attachment.mention - _STEPS), attachment.mention)
        if candidates[j].mention.head == harmed.i and candidates[j].is_noun and candidates[j].lemma in view.rules.harm
    ]


def _apply(view: ArticleView, one: Candidate, attachment: Attachment) -> TimeRole | None:
    """Narrow one event by one expression.

    Returns:
        What the expression does for the event, or `None` where it does nothing.
    """
    rules, time = view.rules, view.times[attachment.time]
    length = time.timex_type == "DURATION"
    known = rules.connectives.get(attachment.connective)
    if length and time.interval == Bounds():
        if known is not None and known.meaning in _APART:
            return None
        return TimeRole(attachment.time, "duration", attachment.rule)
    word = "for the past" if length and attachment.connective == "for" else attachment.connective
    connective = rules.connectives.get(word) or rules.connectives[""]
    if connective.meaning == "since" and _is_over_at_once(one) and time.span.start > one.mention.trigger.end:
        return None
    if connective.meaning == "end" and one.mention.event_class == "reporting" and word in view.rules.reaching:
        return None  # "predicted rain through Sunday": the rain lasts till then
    scheduled = _is_scheduled(view, one)
    meant = _days(view, one, attachment, connective.meaning)
    if meant is None:
        return None
    if time.timex_type == "TIME" and (connective.meaning == "about" or _is_near_clock(view.parse.text, time)):
        connective = rules.connectives[""]
    meant, listed = _through(view, one, attachment, meant)
    about = connective.meaning == "about"
    days = widened(meant) if about and time.mod not in PARTS else meant
    begin, finish = listed or halves(time, days)
    if listed and attachment.each and one.bounds.kind == "point":
        one.bounds.kind = "span"
    scheduled = scheduled and view.published is not None and (days.earliest or view.published) > view.published
    if scheduled and one.bounds.kind == "state":
        one.bounds.kind = "point"
    at = AnchoredDate(
        days.earliest,
        days.latest,
        begin,
        finish,
        Basis("told", connective.id, attachment.time, approximate=about),
        one.tense,
        view.published,
        goes_on(one.mention, one.tense),
        one.mention.event_class == "state" and not scheduled,
        begin != finish,
        time.mod in LOOSE,
    )
    turned = days != time.interval and not about and not length and not listed
    role = MEANINGS[connective.meaning](one.bounds, at)
    return TimeRole(attachment.time, role, "date-turned-by-tense" if turned else attachment.rule)


def _through(
    view: ArticleView, one: Candidate, attachment: Attachment, first: Bounds
) -> tuple[Bounds, tuple[Bounds, Bounds] | None]:
    """Return the days from the first to the last date of a list, with these two; of a single date its own."""
    if attachment.last is None:
        return first, None
    last = _days(view, one, attachment._replace(time=attachment.last), "within")
    if last is None or first.latest is None or last.earliest is None or last.earliest <= first.latest:
        return first, None
    return Bounds(first.earliest, last.latest), (first, last)


def _days(view: ArticleView, one: Candidate, attachment: Attachment, meaning: str) -> Bounds | None:
    """Return the days that an expression means for an event; `None` where it can mean none."""
    time = view.times[attachment.time]
    averted = attachment.appoints and one.modality == "negated"
    ahead = averted or points_ahead(one.tense, one.judgement) or _is_scheduled(view, one)
    done = is_done(one.mention, one.tense, one.judgement)
    going = one.tense.own and one.tense.progressive and one.tense.name == "present" and not one.tense.perfect
    done = done or _befell_in_past(view, one)
    days = days_meant(time, View(view.published, ahead, done, meaning, going))
    of_today = days is not None and days.is_day and days.earliest == view.published
    if days is not None and of_today and _is_begin_of_a_time(view, one, time, meaning):
        days = week_before(days, time)
    if days and meaning == "end" and one.lemma in view.rules.terms and view.published:
        return None if one.lemma in view.rules.at_once else not_before(days, time, view.published)
    return days


def _befell_in_past(view: ArticleView, one: Candidate) -> bool:
    """True if a noun is of what happens to people, for which nobody sets a day, below a past verb."""
    past = one.tense.name == "past" and not one.tense.own
    return one.is_noun and past and one.modality == "actual" and one.mention.event_type in view.rules.mishaps


def _is_near_clock(text: str, time: TimeExpression) -> bool:
    """True if a clock time of a day stands behind "shortly after" or "just before": it was on that day."""
    clock = _CLOCK.search(time.value) is not None and time.interval.is_day
    return clock and _NEAR_CLOCK.search(text, max(0, time.span.start - _REACH), time.span.start) is not None


def _is_begin_of_a_time(view: ArticleView, one: Candidate, time: TimeExpression, meaning: str) -> bool:
    """True if what is dated opens a time that has lasted ("since Friday", "since the mill shut on Friday")."""
    if _POSSESSES.match(view.parse.text, time.span.end):
        return False
    if meaning == "since":
        return True
    tokens, head = view.parse.tokens, one.mention.head
    marks = (tokens[c] for c in view.parse.children[head] if c < head)
    return tokens[head].dep == "advcl" and any(mark.text.lower() == "since" for mark in marks)


def _is_over_at_once(one: Candidate) -> bool:
    """True if a word is in the simple past, and lasts since no day ("toured the abbey, a see since 1640")."""
    tense = one.tense
    past = tense.own and tense.name == "past" and not tense.perfect
    return past and one.mention.event_class == "event" and not goes_on(one.mention, tense)


def _is_scheduled(view: ArticleView, one: Candidate) -> bool:
    """True if the simple present expresses what is fixed, in a clause below a past verb ("who turns 60 on Monday")."""
    tense, tokens = one.tense, view.parse.tokens
    if not tense.own or tense.name != "present" or tense.perfect or tense.progressive or tense.modal:
        return False
    if one.mention.event_class == "reporting" or tokens[one.mention.head].dep not in _BELOW:
        return False
    at = tokens[one.mention.head].head
    for _ in range(_STEPS):
        if tokens[at].tag in ("VBD", "VBN") or tokens[at].head == at:
            break
        at = tokens[at].head
    return tokens[at].tag in ("VBD", "VBN")


def _is_distance(text: str, time: TimeExpression) -> bool:
    """True if a duration is how far away something is ("two days after"), not how long it lasts."""
    return _DISTANCE.match(text, time.span.end) is not None
