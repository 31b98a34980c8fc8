"""One pass over the text: where could a time expression be?

The pass looks every word up in one table.  What the grammar sees are *runs*: unbroken chains of known words with at
least one trigger among them.  Its cost does not depend on what the text says, only on its length.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from transforms.times.grammar.lexicon import Word
from transforms.times.grammar.numerals import classify
from transforms.times.grammar.shapes import APOSTROPHE, BREAK, COMMA, GLUED, HYPHEN, SLASH, SOFT, STOP

TOKEN = re.compile(r"[^\W\d_](?:\.[^\W\d_](?![^\W\d_]))+\.?|[^\W\d_]+|\d+(?:[.,:/–-]\d+)*")
_GAPS = {" ": SOFT, "": GLUED, ", ": COMMA, ",": COMMA, "-": HYPHEN, "–": HYPHEN, "/": SLASH, ". ": STOP, "\n": SOFT}
_GAPS |= dict.fromkeys(("'", "’", " '", " ’", " ‘", "' ", "’ ", ", '", ", ’", ", ‘"), APOSTROPHE)
_GAPS |= {"  ": SOFT, " – ": HYPHEN, ".-": HYPHEN, ".–": HYPHEN}
_UNSEEN = str.maketrans(dict.fromkeys((0xAD, 0x200B, 0x200C, 0x200D, 0x200E, 0x200F, 0x2060, 0xFEFF), " "))
"""Marks of width zero, which pages set between words: soft hyphen, joiners, marks of direction."""
# What stands before a number that is no count and no date: money, part numbers, addresses of pages.
_NO_NUMBER_AFTER = frozenset("$£€¥#@&=_/.,:+%")
_LONGEST_PREFIX = 3
_MANY, _LONGEST = 64, 24
_NO_NUMBER_BEFORE = frozenset("%$£€_@=")


class Piece(NamedTuple):
    """A known word in its place; `gap` is what stands between it and the one before."""

    start: int
    end: int
    word: Word
    gap: str
    lower: str


def _gap(text: str) -> str:
    """Return the kind of what stands between two words."""
    known = _GAPS.get(text)
    if known is not None:
        return known
    text = text.translate(_UNSEEN)
    if text.isspace():
        return BREAK if text.count("\n") > 1 else SOFT
    bare = text.strip()
    if bare in (",", "-", "–", ".") and text.count("\n") < 2:
        return _GAPS[bare] if bare != "." else STOP
    return BREAK


def _stands_free(text: str, start: int, stop: int, table: dict[str, Word]) -> bool:
    """True if digits are a number of their own, not part of a price, a name or an address."""
    before = text[start - 1] if start else " "
    if before.isalpha():
        # Q3, FY2023, and the T of a moment written as 2001-09-11T20:15.
        at = start - 1
        while at > 0 and start - at < _LONGEST_PREFIX and text[at - 1].isalpha():
            at -= 1
        return text[at:start] in table and not text[at - 1 : at].isalpha()
    if before in _NO_NUMBER_AFTER:
        return before == "." and text[start - 2 : start - 1].isalpha()
    after = text[stop : stop + 1]
    if after.isalpha():
        suffix = TOKEN.match(text, stop)
        return suffix is not None and suffix.group() in table
    return after not in _NO_NUMBER_BEFORE


def runs(text: str, table: dict[str, Word]) -> Iterator[list[Piece]]:
    """Return the runs of a text in order."""
    known: list[tuple[int, int, Word, str]] = []
    hopeful = False
    look_up = table.get
    for match in TOKEN.finditer(text):
        form = match.group()
        word = look_up(form)
        if word is None and "0" <= form[0] <= "9":
            start, stop = match.span()
            word = classify(form) if _stands_free(text, start, stop, table) else None
        if word is None:
            if known:
                if hopeful:
                    yield from _split(text, known)
                    hopeful = False
                known = []
            continue
        known.append((*match.span(), word, form))
        if word.trigger or (word.trigger_after and _follows(known, word)):
            hopeful = True
        elif not hopeful and len(known) >= _MANY:
            # An expression ends at most so many words after it began, so what lies farther back cannot matter.
            del known[:-_LONGEST]
        elif "figure_suffix" in word.categories:
            hopeful = hopeful or text[match.start() - 1 : match.start()].isdigit()
    if hopeful:
        yield from _split(text, known)


def _follows(known: list[tuple[int, int, Word, str]], word: Word) -> bool:
    """True if the last of these words stands after one that makes it a trigger."""
    return len(known) > 1 and known[-2][3].lower() in word.trigger_after


def _split(text: str, known: list[tuple[int, int, Word, str]]) -> Iterator[list[Piece]]:
    """Return the runs within a chain of known words: some gaps between words break it."""
    run: list[Piece] = []
    end = 0
    for start, stop, word, form in known:
        gap = _gap(text[end:start]) if run else BREAK
        if gap is BREAK and run:
            yield run
            run = []
        end = stop
        if word.halves is not None:
            # A range in figures is two words with a dash between them.
            length, first, second = word.halves
            run.append(Piece(start, start + length, first, gap, form))
            run.append(Piece(start + length + 1, stop, second, HYPHEN, form))
            continue
        if word.dotted and text[stop : stop + 1] == ".":
            end = stop + 1
        if gap is GLUED and "figure_suffix" in word.categories:
            # The s of 1990s, the th of 15th: alone they are no sign of a time.
            word = word._replace(trigger=True)
        elif word.trigger_after and run and run[-1].lower in word.trigger_after:
            word = word._replace(trigger=True)
        run.append(Piece(start, end, word, gap, form.lower()))
    yield run
