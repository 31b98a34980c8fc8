"""Words of one language, as its `words*.toml` files list them.

A file holds tables `[category]` of `value = ["word", "several words", "abbr."]`.  A word written with a capital is only
known with one (or all in capitals); any other is known in every case.  A word that ends in a full stop takes the stop
along where the text has it.  Values that look like whole numbers are numbers.  A table `[context.NAME]` has `words`
alone: words and marks that rules ask for beside an expression; they are no part of it.
"""

from __future__ import annotations

import re
from typing import NamedTuple

Value = int | float | str | tuple[int, ...]
_PIECE = re.compile(r"[^\W\d_](?:\.[^\W\d_](?![^\W\d_]))+\.?|[^\W\d_]+|\d+")
_WHOLE_NUMBER = re.compile(r"-?\d+")


class Entry(NamedTuple):
    """What a word can be: its category, value and, for several words, the words that must follow."""

    category: str
    value: Value
    rest: tuple[str, ...] = ()


class Word(NamedTuple):
    """All that one written form can be."""

    entries: tuple[Entry, ...]
    trigger: bool
    """Whether an expression may hang on it: without one of these nothing is looked for."""
    dotted: bool
    """Whether a full stop after it belongs to it."""
    categories: frozenset[str] = frozenset()
    trigger_after: frozenset[str] = frozenset()
    """Words before it, in lower case, that make it a trigger: it is the last of several ("the future")."""
    number: int = -1
    """Which word of the lexicon it is; -1 for figures, which are not listed."""
    halves: tuple[int, Word, Word] | None = None
    """A range in figures: the length of its first figure, and what the two figures are."""


def number_or_text(key: str) -> Value:
    """Return a key of a TOML table as a value."""
    return int(key) if _WHOLE_NUMBER.fullmatch(key) else key


def spellings(word: str) -> tuple[str, ...]:
    """Return the written forms under which a word is known."""
    if word != word.lower():
        return (word, word.upper())
    return (word, word[:1].upper() + word[1:], word.upper())


class Lexicon:
    """The words of one language by written form."""

    def __init__(self) -> None:
        self._entries: dict[str, dict[Entry, None]] = {}
        self._dotted: set[str] = set()
        self._last_words: dict[str, set[tuple[str, str]]] = {}
        self.triggers: set[str] = set()
        self.contexts: dict[str, frozenset[str]] = {}
        self.approximators: dict[str, str] = {}
        self.categories: set[str] = set()

    def add(self, category: str, value: Value, word: str) -> None:
        """Make a word, or several, known under a category.

        Raises:
            ValueError: where the word holds no letter or digit.
        """
        pieces = _PIECE.findall(word)
        if not pieces or not pieces[0][0].isalpha():
            raise ValueError(f"{word!r} does not begin with a word: figures have categories of their own")
        self.categories.add(category)
        dotted = word.endswith(".") and not pieces[-1].endswith(".")
        rest = tuple(piece.lower() for piece in pieces[1:])
        for piece in rest:
            # The words that follow must be known too, or no run would hold them.
            for form in spellings(piece):
                self._entries.setdefault(form, {})
        if rest:
            # Of several words the last two are the sign: the first is often "the".
            before = pieces[-2].lower()
            for form in spellings(rest[-1]):
                self._last_words.setdefault(form, set()).add((category, before))
        for form in spellings(pieces[0]):
            self._entries.setdefault(form, {})[Entry(category, value, rest)] = None
            if dotted and not rest:
                self._dotted.add(form)

    def table(self) -> dict[str, Word]:
        """Return the finished table."""
        return {
            form: Word(
                tuple(entries),
                any(entry.category in self.triggers for entry in entries if not entry.rest),
                form in self._dotted,
                frozenset(entry.category for entry in entries),
                frozenset(before for category, before in self._last_words.get(form, ()) if category in self.triggers),
                number,
            )
            for number, (form, entries) in enumerate(self._entries.items())
        }
