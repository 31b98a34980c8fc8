"""What the order of the words says about a time expression, where a parse is of little help."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Container, Mapping, Sequence

from transforms.language.closed_class import any_of, closed_class
from transforms.language.parse import Parse
from transforms.model import Span, TimeExpression

_IN_NAME = frozenset({"compound", "nmod", "amod", "nummod"})
_DATELINE_REACH = 160
_DATELINE_TOKENS = 16
_CITY = re.compile(r"\b[A-Z][A-Z.'-]{2,}(?: [A-Z][A-Z.'-]+)*(?:, [A-Z][A-Za-z. ]{1,20})?, *$")
_AGENCY = re.compile(r" *(?:\([A-Za-z/ ]{2,20}\) *)?(?:-{1,2}|[—–])\s")
_DASHES = frozenset({"-", "--", "—", "–", "_", "―"})
_AND = frozenset({"and"})
_TO = closed_class("until_range")
_NEAR = 10
_CLOCK, _HOURS, _MINUTES = 4, 24, 60
_AT = re.compile(rf"\bat(?: {any_of('about_an_hour')})?\s+$")
_ENDS_OF_SPAN = re.compile(r"\bbetween (?:about )?(?:\d{4} and )?$|\bfrom \d{4} (?:to|until) $")
_OF_HISTORY = 13
"""Centuries in which news does not place what it tells by bare years."""
_CLOSE = 30
"""Characters."""
_APART = closed_class("apart_in_time")
_UNITS = closed_class("unit_of_time")
_SINGLING_OUT = closed_class("singling_out")
_BEFORE_DAYS = closed_class("on_or_in_part")


def head_of(parse: Parse, ends: Sequence[int], time: TimeExpression) -> int | None:
    """Return the token of an expression that hangs on a word outside it; `ends` are where the parse's tokens end."""
    tokens = parse.tokens
    first = bisect_left(ends, time.span.start + 1)
    if first >= len(tokens) or tokens[first].start >= time.span.end:
        return None
    last = first
    while last + 1 < len(tokens) and tokens[last + 1].start < time.span.end:
        last += 1
    best = last
    for i in range(first, last + 1):
        head = tokens[i].head
        if not first <= head <= last or head == i:
            best = i
            if tokens[i].pos not in ("ADP", "DET", "PUNCT", "ADV"):
                break
    return best


def is_clock_as_year(text: str, time: TimeExpression) -> bool:
    """True if four digits behind "at" are a clock time rather than a year ("fell asleep at about 1100").

    So are early years as the ends of a span ("rang between 1100 and 1200").
    """
    if time.precision != "year" or not time.text.isdigit() or len(time.text) != _CLOCK:
        return False
    hour, minute = int(time.text[:2]), int(time.text[2:])
    if hour >= _HOURS or minute >= _MINUTES:
        return False
    first, last = max(0, time.span.start - _CLOSE), time.span.start
    if _AT.search(text, first, last) is not None:
        return True
    return hour < _OF_HISTORY and _ENDS_OF_SPAN.search(text, first, last) is not None


def first_token(parse: Parse, span: Span) -> int | None:
    """Return the first token of a span."""
    tokens = parse.tokens
    at = bisect_left(tokens, span.start + 1, key=lambda token: token.end)
    return at if at < len(tokens) and tokens[at].start < span.end else None


def preposition(parse: Parse, at: int, known: Container[str]) -> str:
    """Return a preposition with the word that makes one of it ("prior to", "up to", "as of"), lower case."""
    word = parse.tokens[at].text.lower()
    pair = f"{parse.tokens[at - 1].text.lower()} {word}" if at else word
    return pair if pair in known else word


def shared_preposition(parse: Parse, at: int, known: Container[str]) -> str:
    """Return the preposition of the first date, which the second shares ("in 1990 and 1994")."""
    above = parse.tokens[at].head
    return preposition(parse, above, known) if parse.tokens[above].pos == "ADP" else ""


def is_dateline(parse: Parse, time: TimeExpression) -> bool:
    """True if an expression stands in the dateline that opens an article ("LIMA, March 3 (Reuters) --")."""
    before = parse.text[max(0, time.span.start - _DATELINE_TOKENS * 4) : time.span.start]
    behind = parse.text[time.span.end : time.span.end + _DATELINE_TOKENS * 2]
    if _CITY.search(before) and _AGENCY.match(behind):
        return True
    if time.span.end > _DATELINE_REACH:
        return False
    tokens = parse.tokens
    for token in tokens[: _DATELINE_TOKENS + 1]:
        if token.start < time.span.end:
            continue
        if token.text in _DASHES:
            words = [t for t in tokens[: token.i] if t.text.isalpha() and t.start < time.span.start]
            return bool(words) and words[0].text.isupper() and len(words[0].text) > 1
        if token.text in (".", "?", "!", ";"):
            return False
    return False


def second_connective(text: str, first: TimeExpression, second: TimeExpression) -> str:
    """Return what joins two expressions to make one range of them: "between and", "to", or nothing."""
    if first.timex_type == "DURATION" or second.timex_type == "DURATION" or second.span.start - first.span.end > _NEAR:
        return ""
    word = text[first.span.end : second.span.start].strip().lower()
    if word in _AND and first.connective == "between":
        return "between and"
    return "to" if word in _TO else ""


def stranded_preposition(parse: Parse, time: TimeExpression) -> int | None:
    """Return the preposition that opens a sentence with a date, where the parser took the date for a part of a name.

    "On Saturday forty people …": the parser reads "Saturday forty people", and leaves "On" with nothing behind it, or
    with the subject, which the verb then lacks.
    """
    tokens, start = parse.tokens, first_token(parse, time.span)
    if not start or tokens[start].dep not in _IN_NAME:
        return None
    opening, noun = tokens[start - 1], tokens[start].head
    if opening.pos != "ADP" or opening.i != parse.sentences[opening.sentence].first or opening.dep != "prep":
        return None
    verb, behind = tokens[opening.head], parse.children[opening.i]
    if verb.pos not in ("VERB", "AUX") or verb.i < noun:
        return None
    has_subject = any(tokens[c].dep in ("nsubj", "nsubjpass", "expl", "csubj") for c in parse.children[verb.i])
    return opening.i if not behind or not has_subject else None


def is_named(text: str, time: TimeExpression) -> bool:
    """True if a date is itself what is spoken of ("set Friday as the deadline")."""
    return text[time.span.end : time.span.end + 4] == " as "


def is_record(parse: Parse, at: int) -> bool:
    """True if a word is called the first or the greatest of its kind ("the worst flood since 1953")."""
    words = (at, *parse.children[at])
    return any(parse.tokens[i].tag in ("JJS", "RBS") or parse.tokens[i].text.lower() in _SINGLING_OUT for i in words)


def is_far(parse: Parse, preposition: int, time: TimeExpression, parts: frozenset[str]) -> bool:
    """True if a noun or an amount stands between a preposition and an expression, so that it belongs to that."""
    tokens = parse.tokens
    for i in range(preposition + 1, min(preposition + _NEAR, len(tokens))):
        if tokens[i].end > time.span.start:
            return False
        if tokens[i].pos in ("NOUN", "PROPN", "NUM", "SYM") and tokens[i].lemma not in parts:
            return True
    return True


def word_before(parse: Parse, starts: Mapping[int, int], start: int) -> int | None:
    """Return the token in front of an expression in its sentence, its preposition passed over."""
    tokens = parse.tokens
    first = starts.get(start)
    if first is None or first == 0:
        return None
    at = first - 1
    if tokens[at].pos == "DET" and at:
        at -= 1
    if tokens[at].text.lower() in _BEFORE_DAYS and at:
        at -= 1
    return at if tokens[at].sentence == tokens[first].sentence else None


def is_close_behind(parse: Parse, noun: int, time: TimeExpression) -> bool:
    """True if an expression stands a few words behind a noun, in the same part of its sentence."""
    between = parse.text[parse.tokens[noun].end : time.span.start]
    return len(between) <= _CLOSE and not any(mark in between for mark in ',;:()"“”')


def is_set_apart(parse: Parse, noun: int) -> bool:
    """True if a noun is what something else is before, after or so far from ("within weeks of his capture").

    What somebody is held "in connection with" is over likewise.
    """
    tokens = parse.tokens
    above = tokens[tokens[noun].head]
    word, whole = above.text.lower(), tokens[above.head].lemma
    if tokens[noun].dep != "pobj":
        return False
    return word in _APART or (word == "of" and whole in _UNITS) or (word == "with" and whole == "connection")
