"""Who says so, in front of a title that rests on somebody's word: "Union says five died"."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence

from transforms.model import EventMention, Statement
from transforms.titles.opening import opening
from transforms.titles.parts import Parts
from transforms.titles.people import named_items
from transforms.titles.phrases import add_inner, add_noun
from transforms.titles.verbs import is_many
from transforms.titles.view import View
from transforms.titles.wording import filled, is_whole, with_capital, without_article, write
from transforms.titles.words import title_words

_WORD = re.compile(r"[^\W\d_]+")
_MOST = 6
"""Words that a source may take in front of what it says."""
_ROOM = 11
"""Words that may be quoted."""


def token_at(view: View, offset: int) -> int:
    """Return the token that a code point of the text belongs to."""
    return max(0, bisect_right(view.tokens, offset, key=lambda t: t.start) - 1)


def is_shown(view: View, statement: Statement, words: frozenset[int]) -> bool:
    """True if the word that reports a statement stands among the words already."""
    return any(statement.cue.start <= view.tokens[i].start < statement.cue.end for i in words)


def _is_of_another_line(view: View, event: EventMention, statement: Statement) -> bool:
    """True if what reports a statement stands in the mention's sentence, but on another line of the page."""
    cue, head = token_at(view, statement.cue.start), event.mention.head
    return view.tokens[cue].sentence == view.tokens[head].sentence and cue not in view.run(head)


def sayer(view: View, chain: Sequence[Statement]) -> tuple[Statement, str] | None:
    """Return the nearest of the statements that a mention stands in whose source can be named, with "X says"."""
    for statement in reversed(chain):
        head = None if statement.source is None else _head(view, statement)
        source = "" if head is None else source_name(view, statement, head)
        if head is not None and source:
            return statement, f"{source} {'say' if is_many(view, head) else 'says'}"
    return None


def prefix(view: View, event: EventMention, shown: frozenset[int]) -> str | None:
    """Return who says it, in front of words; "" where they show it themselves; `None` where nobody can be named."""
    chain = [s for s in event.chain if not _is_of_another_line(view, event, s)]
    if not chain:
        return ""
    found = sayer(view, chain)
    if found is None:
        return "" if is_shown(view, chain[-1], shown) else None
    return "" if is_shown(view, found[0], shown) else found[1]


def source_name(view: View, statement: Statement, head: int) -> str | None:
    """Return the source as a title names it, or `None` where that is too long or a bare pronoun."""
    if view.tokens[head].pos == "PRON":
        name = statement.source_name
        return name if name and name.casefold() != view.word(head) else None
    parts = Parts(view, view.run(head))
    add_noun(parts, head)
    first = opening(view, head)
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
    """Return the word of the source that its others hang on."""
    assert statement.source is not None
    first, last = token_at(view, statement.source.start), token_at(view, statement.source.end - 1)
    inside = range(first, last + 1)
    tops = [i for i in inside if view.tokens[i].head not in inside or view.tokens[i].head == i]
    nouns = [i for i in tops if view.tokens[i].pos in ("NOUN", "PROPN", "PRON", "NUM", "ADJ", "DET", "X")]
    return nouns[0] if nouns else None


def speaks(line: str) -> bool:
    """True if a line has "I", "we" or "you" in it: it can only be quoted."""
    return any(w.casefold() in title_words().speakers for w in _WORD.findall(line) if w == "I" or not w.isupper())


_ASIDE = ("advcl", "relcl", "acl", "pcomp")


def quoted(view: View, verb: int, speaker: str) -> str | None:
    """Return "Ada Vale: “We have found two bodies”" for a verb in its own words; `None` for one in a clause beside."""
    if view.tokens[verb].dep in _ASIDE or not speaker:
        return None
    bare = view.tokens[verb].lemma in title_words().thin | title_words().needs_object
    if bare and view.child(verb, "dobj", "attr", "acomp", "ccomp", "xcomp", "oprd", "auxpass") is None:
        return None
    parts = Parts(view, view.run(verb))
    add_inner(parts, verb)
    said = write(view, list(filled(view, parts.chosen(_ROOM))))
    return with_capital(f"{speaker}: “{with_capital(said)}”") if is_whole(said) else None
