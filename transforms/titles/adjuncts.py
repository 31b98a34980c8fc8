"""What a prepositional phrase beside a verb says: when, or something that a title has room for."""

from __future__ import annotations

from transforms.titles.view import View
from transforms.titles.words import title_words

_PLACES = ("GPE", "LOC", "FAC")
_STRETCH = ("DATE", "TIME")


def is_temporal(view: View, prep: int) -> bool:
    """True if a phrase only says when, how long in passing, amid what, or according to whom."""
    word, words = view.word(prep), title_words()
    if view.is_dated(prep) or word in words.beside or view.child(prep, "pcomp", "advmod") in _then(view, prep):
        return True
    behind = view.child(prep, "pobj")
    if word not in words.within or behind is None:
        return False
    return view.tokens[behind].entity in _STRETCH and view.tokens[behind].pos != "PROPN"


def _then(view: View, prep: int) -> list[int]:
    """The "then" or "now" that a preposition governs."""
    return [c for c in view.children(prep) if view.word(c) in ("then", "now", "lately")]


def has_place(view: View, prep: int) -> bool:
    """True if a preposition governs a place's name."""
    behind = view.child(prep, "pobj")
    return behind is not None and view.tokens[behind].entity in _PLACES
