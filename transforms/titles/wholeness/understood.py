"""Whether the words of a clause can be trusted: its object, what it says and its end are there."""

from __future__ import annotations

from itertools import islice

from transforms.language.phrases import ancestors, subtree
from transforms.titles.noun_words import goes_on, lacks_of_what
from transforms.titles.subject import is_finite, joined_verb
from transforms.titles.view import View
from transforms.titles.wholeness.torn import hangs, is_torn
from transforms.titles.words import title_words

_STEPS = 6
_LOOSE = ("cc", "punct", "conj")


def is_understood(view: View, verb: int, chosen: set[int]) -> bool:
    """True unless the words of a clause show that its parse was not to be trusted, or that its point is cut off."""
    if _lacks_object(view, verb) or _has_half_a_clause(view, verb):
        return False
    if _lost_its_object(view, verb, chosen):
        return False
    if is_torn(view, chosen) or _skips_a_noun(view, verb, chosen):
        return False
    skipped = any(view.word(p) == "as" and p not in chosen for p in view.children(verb, "prep"))
    if skipped and view.child(verb, "ccomp") is not None:
        return False
    whole = chosen | {verb, joined_verb(view, verb)}
    torn = any(view.tokens[i].head not in whole for i in chosen if view.tokens[i].dep not in _LOOSE)
    if hangs(view, chosen | {verb}) or _is_anothers(view, verb, chosen) or _lacks_of_what(view, chosen):
        return False
    return not (torn or _ends_bare(view, verb, chosen) or _ends_in_number(view, chosen))


def _is_anothers(view: View, verb: int, chosen: set[int]) -> bool:
    """True if the last noun is another verb's, which stands right behind it and does not govern the title's."""
    last = max(chosen, default=-1)
    if last < verb or not goes_on(view, last):
        return False
    behind = last + 1 if view.is_verb(view.tokens[last + 1].head) is False else view.tokens[last + 1].head
    above = set(islice(ancestors(view.parse, verb), _STEPS))
    return not {last + 1, behind} & above


def _lacks_of_what(view: View, chosen: set[int]) -> bool:
    """True if the last word is a bare noun, and right behind it stands what it is of: "the need [for a new bridge]"."""
    last = max(chosen, default=-1)
    return last >= 0 and lacks_of_what(view, last)


def _skips_a_noun(view: View, verb: int, chosen: set[int]) -> bool:
    """True if what is said begins right behind a noun left out: it may be about that noun."""
    for c in view.children(verb, "ccomp"):
        mark = next((m for m in view.children(c, "mark") if view.word(m) == "that"), None)
        first = subtree(view.parse, c)[0] if mark is None else mark
        if c in chosen and first - 1 > verb:
            before = first - 1
            if before not in chosen and before not in view.dates and view.tokens[before].pos in ("NOUN", "PROPN"):
                return True
    return False


def _lacks_object(view: View, verb: int) -> bool:
    """True if a verb has a day where its object should be: what it did to whom was not understood."""
    objects = list(view.children(verb, "dobj"))
    if not objects:
        return any(c in view.dates and view.child(c, "appos") for c in view.children(verb, "npadvmod"))
    return all(c in view.dates for c in objects)


def _has_half_a_clause(view: View, verb: int) -> bool:
    """True if what is said, shown or asked has a finite verb whose subject was not understood."""
    for c in view.children(verb, "ccomp"):
        finite = is_finite(view, c)
        subjects = view.children(c, "nsubj", "nsubjpass", "csubj", "expl")
        if finite and view.takes(verb, c) and not any(s in view.run(verb) for s in subjects):
            return True
    return False


def _ends_bare(view: View, verb: int, chosen: set[int]) -> bool:
    """True if the last word is another verb that says nothing without an object: "it had to make"."""
    last = max(chosen, default=verb)
    if last == verb or not view.is_verb(last) or view.tokens[last].tag == "VBN":
        return False
    return view.tokens[last].lemma in title_words().thin | title_words().needs_object


def _ends_in_number(view: View, chosen: set[int]) -> bool:
    """True if the last word is a number whose noun is left out."""
    last = max(chosen, default=-1)
    if last < 0 or view.tokens[last].tag != "CD" or last + 1 >= len(view.tokens):
        return False
    behind = next((i for i in range(last + 1, len(view.tokens)) if i not in view.asides), last)
    return view.tokens[behind].pos in ("NOUN", "PROPN", "ADJ") and view.tokens[behind].entity != "DATE"


def _lost_its_object(view: View, verb: int, chosen: set[int]) -> bool:
    """True if it is said within a clause about a noun that may be its object: "oil (that) he said they pumped off"."""
    up = verb
    for _ in range(_STEPS):
        if view.tokens[up].dep == "relcl":
            break
        if view.tokens[up].dep not in ("ccomp", "xcomp") or view.tokens[up].head == up:
            return False
        up = view.tokens[up].head
    first = subtree(view.parse, up)[0]
    bare = view.tokens[first].tag not in ("WP$", "WRB", "IN") and view.tokens[first].dep not in ("nsubj", "nsubjpass")
    last = max((i for i in {*chosen, verb} if view.is_verb(i)), default=verb)
    return up != last and bare and view.child(last, "dobj", "ccomp", "xcomp", "attr", "acomp", "auxpass") is None
