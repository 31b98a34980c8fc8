"""Who says so, in front of a title that rests on somebody's word: "Union says five died"."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from itertools import islice

from transforms.events.attribution.cues import reporting_cues
from transforms.language.phrases import MOST, ancestors, subtree
from transforms.model import EventMention, Statement
from transforms.titles.opening import opening
from transforms.titles.parts import Parts
from transforms.titles.people import named_items
from transforms.titles.phrases import add_noun
from transforms.titles.verbatim.cut import clause_words
from transforms.titles.verbs import is_many
from transforms.titles.view import View
from transforms.titles.wording import filled, is_whole, with_capital, without_article, write
from transforms.titles.words import title_words

_WORD = re.compile(r"[^\W\d_]+")
_MOST = 6
"""Words that a source may take in front of what it says."""
_FAR = 24
"""Steps up a sentence's tree within which the word that reports is looked for."""
_ROOM = 14
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


def is_beside(view: View, event: EventMention, statement: Statement) -> bool:
    """True if a mention is not part of what is said: it is of who says it, or of what his words take for granted."""
    head, cue = event.mention.head, token_at(view, statement.cue.start)
    if statement.cue.of(view.parse.text) == ":" and _is_behind_a_quotation(view, cue, head):
        return True
    source = None if statement.source is None else _head(view, statement)
    asserted = reporting_cues().by_id[statement.rule_id].commitment == "asserted"
    for up in (head, *islice(ancestors(view.parse, head), _FAR)):
        if up == cue:
            return False
        if up == source:
            return up != head
        if _is_known(view, up, strict=not asserted):
            return not _is_in_quotes(view, head) and cue in islice(ancestors(view.parse, up), _FAR)
    return False


def _is_known(view: View, i: int, *, strict: bool) -> bool:
    """True if a clause tells in passing what whoever speaks takes for granted: "since it sank", ", which sank"."""
    token = view.tokens[i]
    if token.dep == "advcl":
        marks = {view.word(m) for m in view.children(i, "mark", "advmod") if m < i}
        return bool(marks & title_words().taken_for_granted)
    if token.dep == "acl":
        return token.tag == "VBN" or (strict and token.tag in ("VBD", "VBG"))
    if token.dep != "relcl":
        return False
    first = subtree(view.parse, i)[0]
    return strict or view.tokens[max(0, first - 1)].tag == ","


def _is_behind_a_quotation(view: View, colon: int, i: int) -> bool:
    """True if a quotation follows a colon and ends before a word: what stands behind it is nobody's."""
    marks = [j for j in range(colon + 1, min(i, colon + MOST)) if view.tokens[j].tag in ("``", "''")]
    return bool(marks) and marks[0] == colon + 1 and len(marks) % 2 == 0


def _is_in_quotes(view: View, i: int) -> bool:
    first = view.parse.sentences[view.tokens[i].sentence].first
    return sum(view.tokens[j].tag in ("``", "''") for j in range(max(first, i - MOST), i)) % 2 == 1


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
    chain = [s for s in event.chain if not _is_of_another_line(view, event, s) and not is_beside(view, event, s)]
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
    words = clause_words(view, verb, verb, _ROOM)
    if words is None:
        return None
    said = write(view, words)
    return with_capital(f"{speaker}: “{with_capital(said)}”") if is_whole(said) else None
