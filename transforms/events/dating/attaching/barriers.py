"""What keeps a date from an event above it in the parse: a quotation, a comparison, an apposition."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Container

from transforms.events.dating.attaching.surface_cues import first_token
from transforms.events.dating.rules import DatingRules
from transforms.language.closed_class import any_of, closed_class
from transforms.language.parse import Parse
from transforms.model import Span, TimeExpression

_QUOTE = re.compile(r"[\"“”«»„]|``|''")
_IN_A_STATE = re.compile(rf"\bin {any_of('state_that_lasts')} (?:for|since)(?: {any_of('about_how_long')})?\s*$")
_STATE_REACH = 50
_GOES_NO_FURTHER = re.compile(rf"[,.;]|\s+{any_of('goes_no_further')}\b")
_FAR = 2000
_RUN_ON = re.compile(r"(?<=[a-z]) (?P<word>[A-Z][a-z]+)(?= [a-z])")
_FROM = re.compile(f" {any_of('goes_on_from')} ")
_SETS_APART = closed_class("another_circumstance")
_IN_FRONT = closed_class("in_front_of_a_date")
_DESCRIBES = frozenset({"poss", "compound", "nmod", "amod", "nummod"})
_NAMES_IT = _DESCRIBES - {"poss"}
_REACH = 8
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_BRACKET = 2
_TO_WHAT = closed_class("to_or_with_what")
_OPENS_BRACKET = re.compile(r"\s*\((?:\d{3,4}\s?[-–—]\s?)?(?:born |b\. |died |d\. )?$")
_COMPARED = closed_class("comparing_figures")
"""In front of a word that compares."""
_AMOUNT_FOLLOWS = closed_class("earlier_figure")
"""Words that set an amount against another whatever stands before them."""
_SET_OFF = frozenset({",", "(", "–", "—", "-", "--", ":"})
_ASIDE = frozenset({"appos"})


def is_barred(parse: Parse, head: int, time: TimeExpression, rules: DatingRules) -> bool:
    """True if what stands around an expression says that it dates no event."""
    return (
        is_compared(parse, time, rules)
        or is_since_record(parse, time)
        or is_any_day(parse.text, time)
        or parts_what_is_said(parse, time, rules)
        or is_subject_beside(parse, head, time)
        or is_of_these_days(parse, head, rules)
        or is_of_a_state(parse.text, time)
        or is_around(parse, head, time, rules)
    )


def is_quoted_apart(text: str, time: Span, trigger: Span) -> bool:
    """True if a quotation begins or ends between a date and an event word: the two are of different voices."""
    first, last = sorted((time, trigger))
    if last.start - first.end > _FAR:
        return False
    return len(_QUOTE.findall(text, first.end, last.start)) % 2 == 1


def runs_on(text: str, time: Span, trigger: Span, openers: Container[str]) -> bool:
    """True if a new sentence begins between a date and an event word without a full stop ("to speak There was").

    Captions and headings run into the text in this way.
    """
    first, last = sorted((time, trigger))
    if last.start - first.end > _FAR:
        return False
    return any(found["word"] in openers for found in _RUN_ON.finditer(text, first.end, last.start))


def is_of_what_is_said(parse: Parse, noun: int, rules: DatingRules) -> bool:
    """True if a noun for what is said does something, and so keeps its date ("lifted by news on Friday")."""
    token = parse.tokens[noun]
    above = parse.tokens[token.head]
    if token.lemma.lower() not in rules.things_said or token.dep != "pobj":
        return False
    return above.dep == "agent" or above.text.lower() in _SETS_APART


def parts_what_is_said(parse: Parse, time: TimeExpression, rules: DatingRules) -> bool:
    """True if a date parts what is said from who says it ("lifted by news late on Friday from the minister")."""
    at = first_token(parse, time.span)
    if at is None or _FROM.match(parse.text, time.span.end) is None:
        return False
    at -= 1
    while at > 0 and parse.tokens[at].pos in ("ADP", "ADV", "ADJ"):
        at -= 1
    return is_of_what_is_said(parse, at, rules)


def is_any_day(text: str, time: TimeExpression) -> bool:
    """True if a weekday tells what kind of day it was ("it was a Wednesday, and he left"), not which one."""
    if not time.interval.is_day or time.anchor_direction != "latest":
        return False
    before = text[max(0, time.span.start - len("a ")) : time.span.start].lower()
    article = before == "a " or time.text.lower().startswith("a ")
    return article and _GOES_NO_FURTHER.match(text, time.span.end) is not None


def is_of_a_state(text: str, time: TimeExpression) -> bool:
    """True if a length or a begin is that of what was "in force", "in office" or so, not of the verb in front."""
    return _IN_A_STATE.search(text[max(0, time.span.start - _STATE_REACH) : time.span.start]) is not None


def is_subject_beside(parse: Parse, head: int, time: TimeExpression) -> bool:
    """True if a length behind "and" is what a verb right behind it speaks of ("… and the last ten years have been")."""
    token, behind = parse.tokens[head], first_token(parse, Span(time.span.end, time.span.end + 2))
    if time.timex_type != "DURATION" or token.dep != "conj" or behind is None:
        return False
    return parse.tokens[behind].tag in _FINITE


def is_of_these_days(parse: Parse, head: int, rules: DatingRules) -> bool:
    """True if "today's" tells which of two things that go on for long is meant ("today's outbreak"), not its day."""
    token = parse.tokens[head]
    lasting = parse.tokens[token.head].lemma.lower() in rules.going_on
    return token.text.lower() == "today" and token.dep == "poss" and lasting


def is_around(parse: Parse, head: int, time: TimeExpression, rules: DatingRules) -> bool:
    """True if a day names the days around it ("the Easter holidays"), and so is itself no day of what they date."""
    token = parse.tokens[head]
    named = time.interval.is_day and token.dep in _NAMES_IT
    return named and parse.tokens[token.head].lemma.lower() in rules.around


def is_in_a_name(parse: Parse, time: TimeExpression) -> bool:
    """True if years stand in brackets right behind a name ("Olaf Lund (1933-45) …"): somebody's life or office."""
    start = first_token(parse, time.span)
    if start is None or start < _BRACKET or time.precision != "year":
        return False
    opening = _OPENS_BRACKET.search(parse.text, max(0, time.span.start - _REACH), time.span.start)
    if opening is None:
        return False
    before = bisect_left(parse.tokens, opening.start() + 1, key=lambda token: token.end) - 1
    return before >= 0 and parse.tokens[before].pos == "PROPN"


def is_since_record(parse: Parse, time: TimeExpression) -> bool:
    """True if an expression says since when something is the first or the greatest ("the biggest gain since 1930")."""
    start = first_token(parse, time.span)
    if time.connective != "since" or start is None:
        return False
    tokens = parse.tokens
    for at in range(start - 1, max(start - _REACH, -1), -1):
        if tokens[at].tag in ("JJS", "RBS") or tokens[at].text.lower() in closed_class("singling_out"):
            return True
        if tokens[at].text in (",", ";", ".", "(") or tokens[at].tag in ("VBD", "VBZ", "VBP"):
            return False
    return False


def is_compared(parse: Parse, time: TimeExpression, rules: DatingRules) -> bool:
    """True if a date is that of an amount set against another ("down from 80 in May", "over the 1990 total")."""
    start = first_token(parse, time.span)
    if start is None or time.timex_type not in ("DATE", "TIME"):
        return False
    tokens, amounts = parse.tokens, 0
    at = start - 1
    while at >= 0 and start - at <= _REACH and tokens[at].sentence == tokens[start].sentence:
        token = tokens[at]
        word = token.text.lower()
        if word in _TO_WHAT and at and tokens[at - 1].lemma.lower() == "compare":
            return True
        if word in rules.comparing:
            return _is_comparison(parse, at, start, amounts, rules)
        if token.pos in ("NUM", "SYM") or token.lemma.lower() in rules.amounts:
            amounts += 1
        elif word not in _IN_FRONT and token.pos not in ("ADJ", "DET"):
            return False
        at -= 1
    return False


def _is_comparison(parse: Parse, at: int, start: int, amounts: int, rules: DatingRules) -> bool:
    """True if a word that may compare does so here: "more than 40" and "over 40" only say how many."""
    tokens = parse.tokens
    word, before = tokens[at].text.lower(), tokens[at - 1].lemma.lower() if at else ""
    if _describes_amount(parse, start, rules) or before in _COMPARED:
        return True
    if word == "than":
        return amounts == 0
    return amounts > 0 and word in _AMOUNT_FOLLOWS


def _describes_amount(parse: Parse, start: int, rules: DatingRules) -> bool:
    """True if an expression stands in front of a noun for an amount ("the 1990 total", "last year's figure")."""
    token = parse.tokens[start]
    for _ in range(3):
        head = parse.tokens[token.head]
        if token.dep in _DESCRIBES and head.lemma.lower() in (rules.figures | rules.amounts):
            return True
        if head.i == token.i:
            return False
        token = head
    return False


def is_aside(parse: Parse, at: int) -> bool:
    """True if a token heads an apposition or what is joined to one ("Paul, a lawyer and an envoy in the 1970s")."""
    tokens = parse.tokens
    for _ in range(_REACH):
        if tokens[at].dep in _ASIDE:
            return any(token.text in _SET_OFF for token in tokens[tokens[at].head + 1 : at])
        if tokens[at].dep != "conj" or tokens[at].head == at:
            return False
        at = tokens[at].head
    return False
