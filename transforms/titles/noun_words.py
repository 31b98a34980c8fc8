"""The words that a noun cannot do without in a title: articles, numbers, names and adjectives, without days."""

from __future__ import annotations

from transforms.language.closed_class import closed_class
from transforms.language.phrases import CLAUSAL, subtree
from transforms.titles.view import View
from transforms.titles.words import title_words

_BEFORE = frozenset(
    {"det", "predet", "amod", "compound", "nmod", "nummod", "quantmod", "poss", "neg", "preconj", "advmod", "npadvmod"}
)
_LEAVE = CLAUSAL | {"appos", "cc", "conj", "prep", "punct"}
_NUMBERS = closed_class("tens_of")
_COMPLETING = closed_class("completing_a_noun")
_QUESTIONS = frozenset({"WDT", "WP", "WP$", "WRB"})


def core_of(view: View, head: int) -> set[int]:
    """Return a noun with the words in front of it that belong to it, and what belongs to it right behind."""
    tokens = view.tokens
    core = {head}
    for c in view.children(head):
        if tokens[c].dep in ("case", "prt") or _belongs_behind(view, c, head):
            core.update(subtree(view.parse, c, leave=CLAUSAL))
        elif tokens[c].dep in _BEFORE and c < head:
            core |= _in_front(view, c, head)
    if view.word(head) in _NUMBERS and view.words[head + 1 : head + 2] == ("of",):
        core |= {head + 1, *(i for i in range(head + 2, min(head + 3, len(tokens))) if view.word(i) in _NUMBERS)}
    return core


def lacks_of_what(view: View, noun: int) -> bool:
    """True if a noun without adjectives has right behind it what it is of: "the need [for a new bridge]"."""
    if noun + 1 >= len(view.tokens) or view.tokens[noun].pos != "NOUN" or view.word(noun + 1) not in _COMPLETING:
        return False
    behind = view.tokens[noun + 1]
    of_it = behind.head == noun or (behind.tag == "TO" and view.tokens[behind.head].head == noun)
    if not of_it or view.is_dated(noun + 1):
        return False
    return view.child(noun, "amod", "compound", "nummod", "nmod") is None


def is_asked(view: View, head: int) -> bool:
    """True if a question's word stands in front of a noun: "how much oil", "which ship"."""
    return any(view.tokens[i].tag in ("WRB", "WDT", "WP") for i in subtree(view.parse, head, leave=CLAUSAL) if i < head)


def is_cut_off(view: View, i: int) -> bool:
    """True if dots follow a word without a space: the text breaks off there, as often as not within the word."""
    behind = view.tokens[i + 1] if i + 1 < len(view.tokens) else None
    return behind is not None and behind.text in ("...", "…") and behind.start == view.tokens[i].end


def goes_on(view: View, i: int) -> bool:
    """True if another noun stands right behind a noun, or a finite verb: it is theirs, whatever it was taken for."""
    if is_cut_off(view, i):
        return True
    if i + 1 >= len(view.tokens) or view.tokens[i].pos not in ("NOUN", "PROPN"):
        return False
    behind = view.tokens[i + 1]
    if behind.pos in ("NOUN", "PROPN"):
        return i + 1 not in view.dates and i + 1 in view.run(i)
    return behind.tag in ("VBZ", "VBP", "VBD", "MD")


def _belongs_behind(view: View, c: int, head: int) -> bool:
    """True if what stands behind a noun is part of it: "Falcon 9", "left 300 homeless", "200 barrels a day"."""
    token = view.tokens[c]
    if c < head:
        return False
    if token.dep == "npadvmod" and c not in view.dates and view.child(c, "det") == c - 1:
        return True
    near = all(view.tokens[i].tag in ("``", "''") for i in range(head + 1, c))
    return (near and token.dep in ("nummod", "amod")) or (token.dep == "advmod" and token.tag == "RBR")


def _in_front(view: View, c: int, head: int) -> set[int]:
    """Return the words in front of a noun that belong to it, without days."""
    token = view.tokens[c]
    alone = c - 1 not in view.dates and c + 1 not in view.dates
    if c in view.dates and (token.dep == "poss" or not (token.tag == "CD" and alone)):
        return set()
    limits = view.word(c) in title_words().hedges
    if token.dep in ("advmod", "npadvmod") and not limits and any(c < d for d in view.children(head, "det")):
        return set()
    below = subtree(view.parse, c, leave=_LEAVE if view.tokens[c].dep == "poss" else CLAUSAL)
    if view.tokens[c].dep == "poss":
        below = [
            *below,
            *(
                i
                for p in view.children(c, "prep")
                if view.word(p) == "of"
                for i in subtree(view.parse, p, leave=CLAUSAL)
            ),
        ]
    return {i for i in below if i < head and view.tokens[i].tag not in _QUESTIONS}
