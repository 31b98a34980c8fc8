"""What stands beside a noun or a verb, by itself: whether it says when, is of another clause, or says something."""

from __future__ import annotations

from transforms.language.closed_class import closed_class
from transforms.language.phrases import subtree
from transforms.titles.view import View
from transforms.titles.words import title_words

_PLACES = ("GPE", "LOC", "FAC")
_QUESTIONS = ("WDT", "WP", "WP$", "WRB")
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
    """Return the "then" or "now" that a preposition governs."""
    return [c for c in view.children(prep) if view.word(c) in closed_class("then_or_now")]


def has_place(view: View, prep: int) -> bool:
    """True if a preposition governs a place's name."""
    behind = view.child(prep, "pobj")
    return behind is not None and view.tokens[behind].entity in _PLACES


def is_repeated(view: View, verb: int, c: int) -> bool:
    """True if it is a second phrase with the same preposition behind "and"."""
    before = (p for p in view.children(verb, "prep") if p < c)
    return view.tokens[c - 1].pos == "CCONJ" and any(view.word(p) == view.word(c) for p in before)


def is_behind_and(view: View, c: int) -> bool:
    """True if a phrase stands behind "and" or a comma: what is left of another clause, or another name."""
    first = subtree(view.parse, c)[0]
    return first > 0 and (view.tokens[first - 1].pos == "CCONJ" or view.tokens[first - 1].tag == ",")


def is_second(view: View, verb: int, c: int) -> bool:
    """True if it is a clause in front of a verb that has what it says behind it."""
    return c < verb and any(o > verb for o in view.children(verb, "ccomp"))


def is_day(view: View, c: int) -> bool:
    """True if it is a day that was taken for an object."""
    return c in view.dates and view.tokens[c].dep != "attr"


def is_in_front(view: View, verb: int, c: int) -> bool:
    """True if it is what stands before its verb and asks or relates nothing: no object, whatever it was taken for."""
    noun = view.tokens[c].pos in ("NOUN", "PROPN") and view.tokens[c].dep in ("dobj", "dative", "attr")
    return c < verb and noun and not _asks(view, c)


def _asks(view: View, c: int) -> bool:
    """True if it is "which book" and "what": a question's object stands in front."""
    return view.tokens[c].tag in _QUESTIONS or any(view.tokens[d].tag in _QUESTIONS for d in view.children(c))


def is_while(view: View, prep: int) -> bool:
    """True if it is an "as" that begins a clause and was taken for a preposition: "as anger spread"."""
    noun = view.child(prep, "pobj")
    return view.word(prep) == "as" and noun is not None and view.child(noun, "relcl", "acl") is not None


def has_whose(view: View, verb: int) -> bool:
    """True if it is a clause about something that belongs to its noun: "a bank whose failure set off a panic"."""
    return any(view.tokens[i].tag == "WP$" for c in view.children(verb) for i in view.children(c, "poss"))


def is_full(view: View, verb: int) -> bool:
    """True if it is a participle with more than a date: "a ship built in Kalm", not "a record set in May"."""
    if view.tokens[verb].tag not in ("VBN", "VBG"):
        return False
    behind = (c for c in view.children(verb) if c > verb and view.tokens[c].tag not in (",", "."))
    return any(not view.is_dated(c) for c in behind)
