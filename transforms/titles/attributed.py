"""Who says so, in front of what a title tells on somebody's word: "Union says five died"."""

from __future__ import annotations

import re
from bisect import bisect_right

from transforms.model import EventMention, Statement
from transforms.titles.opening import opening
from transforms.titles.parts import Parts
from transforms.titles.people import named_items
from transforms.titles.phrases import add_noun
from transforms.titles.verbs import is_many
from transforms.titles.view import View
from transforms.titles.wording import filled, without_article, write
from transforms.titles.words import title_words

_WORD = re.compile(r"[^\W\d_]+")
_MOST = 6
"""Words that a source may take in front of what it says."""


def token_at(view: View, offset: int) -> int:
    """The token that a code point of the text belongs to."""
    return max(0, bisect_right(view.tokens, offset, key=lambda t: t.start) - 1)


def is_shown(view: View, statement: Statement, words: frozenset[int]) -> bool:
    """True if the word that reports a statement stands among the words already."""
    return any(statement.cue.start <= view.tokens[i].start < statement.cue.end for i in words)


def prefix(view: View, event: EventMention) -> str | None:
    """Return who says it with "say" or "says"; "" where nobody is named, `None` where somebody cannot be."""
    statement = event.chain[-1]
    if statement.source is None:
        return None
    head = _head(view, statement)
    if head is None:
        return None
    source = source_name(view, statement, head)
    if not source:
        return None
    return f"{source} {'say' if is_many(view, head) else 'says'}"


def source_name(view: View, statement: Statement, head: int) -> str | None:
    """Return the source as a title names it, or `None` where that is too long or a bare pronoun."""
    if view.tokens[head].pos == "PRON":
        name = statement.source_name
        return name if name and name.casefold() != view.word(head) else None
    parts = Parts(view)
    add_noun(parts, head, 0)
    first = opening(view, view.tokens[head].sentence)
    words = [i for i in filled(view, parts.chosen(_MOST)) if view.tokens[i].start >= first]
    items = named_items(view, words, "", opens=True)
    if not items:
        return None
    line = write(view, without_article(items, view))
    if len(line.split()) <= _MOST:
        return line
    name = statement.source_name
    return name if name and len(name.split()) <= _MOST and name[:1].isupper() else None


def _head(view: View, statement: Statement) -> int | None:
    """The word of the source on which its others hang."""
    assert statement.source is not None
    first, last = token_at(view, statement.source.start), token_at(view, statement.source.end - 1)
    inside = range(first, last + 1)
    tops = [i for i in inside if view.tokens[i].head not in inside or view.tokens[i].head == i]
    nouns = [i for i in tops if view.tokens[i].pos in ("NOUN", "PROPN", "PRON", "NUM", "ADJ", "DET", "X")]
    return nouns[0] if nouns else None


def speaks(line: str) -> bool:
    """True if a line has "I", "we" or "you" in it: it can only be quoted."""
    return any(w.casefold() in title_words().speakers for w in _WORD.findall(line) if w == "I" or not w.isupper())
