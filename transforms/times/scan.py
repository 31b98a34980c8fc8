"""One pass over the text: where could a time expression be?

The pass looks every word up in one table.  What the grammar sees are *runs*: unbroken chains of known words with at
least one trigger among them.  Its cost does not depend on what the text says, only on its length.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from transforms.times.lexicon import Word
from transforms.times.numerals import classify
from transforms.times.shapes import APOSTROPHE, BREAK, COMMA, GLUED, HYPHEN, SLASH, SOFT, STOP

TOKEN = re.compile(r"[^\W\d_](?:\.[^\W\d_](?![^\W\d_]))+\.?|[^\W\d_]+|\d+(?:[.,:/–-]\d+)*")
_GAPS = {" ": SOFT, "": GLUED, ", ": COMMA, ",": COMMA, "-": HYPHEN, "–": HYPHEN, "/": SLASH, ". ": STOP, "\n": SOFT}
_GAPS |= {
    "'": APOSTROPHE,
    "’": APOSTROPHE,
    " '": APOSTROPHE,
    " ’": APOSTROPHE,
    " ‘": APOSTROPHE,
    "  ": SOFT,
    " – ": HYPHEN,
}
# What stands before a number that is no count and no date: money, part numbers, addresses of pages.
_NO_NUMBER_AFTER = frozenset("$£€¥#@&=_/.,:+%")
_NO_NUMBER_BEFORE = frozenset("%$£€_@=")


class Piece(NamedTuple):
    """A known word in its place; `gap` is what stands between it and the one before."""

    start: int
    end: int
    word: Word
    gap: str
    lower: str


def _gap(text: str) -> str:
    """The kind of what stands between two words."""
    known = _GAPS.get(text)
    if known is not None:
        return known
    if text.isspace():
        return BREAK if text.count("\n") > 1 else SOFT
    bare = text.strip()
    if bare in (",", "-", "–", ".") and text.count("\n") < 2:
        return _GAPS[bare] if bare != "." else STOP
    return BREAK


def _stands_free(text: str, start: int, stop: int, table: dict[str, Word]) -> bool:
    """Whether digits are a number of their own, not part of a price, a name or an address."""
    before = text[start - 1] if start else " "
    if before.isalpha():
        # Q3, and the T of a moment written as 2001-09-11T20:15.
        return before in table and not text[start - 2 : start - 1].isalpha()
    if before in _NO_NUMBER_AFTER:
        return before == "." and text[start - 2 : start - 1].isalpha()
    after = text[stop : stop + 1]
    if after.isalpha():
        suffix = TOKEN.match(text, stop)
        return suffix is not None and suffix.group() in table
    return after not in _NO_NUMBER_BEFORE


def runs(text: str, table: dict[str, Word]) -> Iterator[list[Piece]]:
    """The runs of a text in order."""
    run: list[Piece] = []
    hopeful = False
    end = 0
    look_up = table.get
    for match in TOKEN.finditer(text):
        form = match.group()
        word = look_up(form)
        if word is None:
            if form[0].isdigit() and form[0] <= "9":
                start, stop = match.span()
                if _stands_free(text, start, stop, table):
                    word = classify(form)
            if word is None:
                if run:
                    if hopeful:
                        yield run
                    run = []
                    hopeful = False
                continue
        start, stop = match.span()
        pair = word.halves
        if pair is not None:
            # A range in figures is two words with a dash between them.
            cut = start + pair[0]
            if run and hopeful and _gap(text[end:start]) is BREAK:
                yield run
            if run and _gap(text[end:start]) is BREAK:
                run = []
                hopeful = False
            run.append(Piece(start, cut, pair[1], _gap(text[end:start]) if run else BREAK, form))
            run.append(Piece(cut + 1, stop, pair[2], HYPHEN, form))
            hopeful = hopeful or word.trigger
            end = stop
            continue
        gap = BREAK
        if run:
            gap = _gap(text[end:start])
            if gap is BREAK:
                if hopeful:
                    yield run
                run = []
                hopeful = False
        end = stop
        if word.dotted and text[end : end + 1] == ".":
            end += 1
        run.append(Piece(start, end, word, gap, form.lower()))
        if gap is GLUED and "decade_mark" in word.categories:
            # The s of 1990s or '90s: alone it is no sign of a time.
            run[-1] = run[-1]._replace(word=word._replace(trigger=True))
        hopeful = hopeful or run[-1].word.trigger
    if run and hopeful:
        yield run
