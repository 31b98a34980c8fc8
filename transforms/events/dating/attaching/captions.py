"""Captions: a whole date that ends a sentence behind a comma is that of the picture, and of what it is said to show."""

from __future__ import annotations

import re
from collections.abc import Sequence

from transforms.events.dating.values import ArticleView, Attachment, Candidate
from transforms.language.parse import Parse
from transforms.model import TimeExpression

RULE = "date-closing-a-caption"
_BEFORE = re.compile(r"[A-Za-z)], $")
_ENDS = re.compile(r"\.(?:\s|$)|\s*\n|$")
_REACH = 4


def closes_caption(text: str, time: TimeExpression) -> bool:
    """True if a whole date set off by a comma ends a sentence ("The mayor opens the fair in Oslo, May 3, 2010.")."""
    whole = time.timex_type == "DATE" and time.interval.is_day and time.anchor_kind is None
    set_off = _BEFORE.search(text, max(0, time.span.start - _REACH), time.span.start)
    return whole and set_off is not None and _ENDS.match(text, time.span.end) is not None


def ends_sentence_bare(text: str, time: TimeExpression) -> bool:
    """True if a day ends a sentence with nothing in front of it, as under pictures ("Smoke rises over it May 3.")."""
    bare = time.timex_type == "DATE" and time.interval.is_day and not time.connective and time.text[-1:].isdigit()
    behind = text[max(0, time.span.start - 2) : time.span.start]
    return bare and len(behind) == 2 and behind[0].isalpha() and _ENDS.match(text, time.span.end) is not None


def attach_caption(
    view: ArticleView, candidates: Sequence[Candidate], index: int, main: int | None
) -> list[Attachment]:
    """Return the main verb with a caption's date; nothing where the present tells what an older picture shows."""
    last, published = view.times[index].interval.latest, view.published
    if main is None:
        return []
    earlier = last is not None and published is not None and last < published
    if earlier and candidates[main].tense.name == "present":
        return []
    return [Attachment(index, main, "", RULE)]


def root(parse: Parse, at: int) -> int:
    """Return the token on which the whole sentence of a token hangs."""
    while parse.tokens[at].head != at:
        at = parse.tokens[at].head
    return at
