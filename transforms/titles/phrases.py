"""What belongs to a noun, a preposition or a verb in a title, each part with how much it is needed."""

from __future__ import annotations

from typing import NamedTuple

from transforms.language.closed_class import closed_class
from transforms.language.phrases import subtree
from transforms.titles.adjuncts import (
    has_place,
    has_whose,
    is_behind_and,
    is_day,
    is_full,
    is_in_front,
    is_repeated,
    is_second,
    is_temporal,
    is_while,
)
from transforms.titles.noun_words import core_of
from transforms.titles.parts import Parts
from transforms.titles.subject import is_result, joined_verb
from transforms.titles.verbs import is_joined
from transforms.titles.view import View
from transforms.titles.words import title_words

SUBJECTS = ("nsubj", "nsubjpass", "csubj", "csubjpass", "expl")
_GROUP = frozenset(
    {"aux", "auxpass", "neg", *SUBJECTS, "punct", "cc", "mark", "intj", "dep", "parataxis", "meta", "preconj"}
)
_OBJECTS = frozenset({"dobj", "obj", "iobj", "attr", "acomp", "oprd"})
_CONTENT = frozenset({"dobj", "attr", "acomp", "oprd", "ccomp", "xcomp"})
_GOVERNED = frozenset({"pobj", "pcomp", "prep", "amod", "advmod"})
_DEEP, _NEAR = 10, 5
_SINCE = closed_class("since_when")


class Slot(NamedTuple):
    """Where a part comes in: its rank, the part that it hangs on, and how deep below the title's verb or noun."""

    rank: int = 0
    parent: int | None = None
    depth: int = 0

    def under(self, number: int, more: int = 0) -> Slot:
        """Return the place of what hangs on a part that was added here."""
        return Slot(self.rank + more, number, self.depth + 1)

    def later(self, more: int) -> Slot:
        """Return the place of what is needed less, and hangs on the same part."""
        return Slot(self.rank + more, self.parent, self.depth + 1)


TOP = Slot()


def add_noun(parts: Parts, head: int, slot: Slot = TOP) -> int:
    """Add a noun phrase: its core, "of …" with it, and what else stands behind it as there is room."""
    view, tokens = parts.view, parts.view.tokens
    number = parts.add(core_of(view, head), slot.rank, slot.parent)
    if slot.depth > _DEEP:
        return number
    for c in view.children(head):
        token = tokens[c]
        if token.dep == "prep" and c > head:
            _behind_noun(parts, head, c, Slot(slot.rank, number, slot.depth))
        elif token.dep == "conj" and token.pos not in ("VERB", "AUX") and is_joined(view, head):
            joined = {
                i
                for i in view.children(head, "cc", "punct")
                if head < i < c and view.word(i) in closed_class("joining_nouns")
            }
            parts.add(joined, slot.rank, add_noun(parts, c, slot.under(number)))
        elif token.dep in ("acl", "relcl") and c > head:
            _clause_behind(parts, head, c, Slot(slot.rank, number, slot.depth))
    return number


def _behind_noun(parts: Parts, head: int, prep: int, slot: Slot) -> None:
    view = parts.view
    if prep not in parts.path and (view.is_dated(prep) and view.word(head) not in closed_class("of_all_times")):
        return
    if any(view.word(c) == "such" for c in view.children(prep)):
        return
    named = view.tokens[prep].entity != "" and not view.tokens[prep].entity_start
    of = view.word(prep) == "of" and not (slot.rank > 0 and slot.depth > 0 and _stands_without_of(view, head))
    needed = of or prep in parts.path or named
    near = view.word(prep) == "of" or view.word(head) in title_words().general
    more = 0 if needed else 1 if near else 1 + slot.depth
    add_prep(parts, prep, slot.later(more))


def _stands_without_of(view: View, head: int) -> bool:
    """True if a noun is described in front, so that it means something without the "of" after it."""
    if view.tokens[head].lemma.casefold() in title_words().partitives:
        return False
    return view.child(head, "amod", "compound", "nummod", "poss", "nmod") is not None


def _clause_behind(parts: Parts, head: int, verb: int, slot: Slot) -> None:
    """Add a clause after a noun: an infinitive, what a vague word needs, or the one with the trigger."""
    view = parts.view
    if head in view.dates and verb not in parts.path:
        return
    infinitive = any(view.tokens[c].tag == "TO" for c in view.children(verb, "aux"))
    vague = view.word(head) in title_words().vague
    comma = any(view.tokens[i].tag == "," for i in (*range(head + 1, min(verb, head + 3)), max(head, verb - 1)))
    that = next((m for m in view.children(verb, "mark") if view.word(m) == "that"), None)
    if that is not None and view.tokens[verb].dep == "acl":
        say_little = verb in parts.path or view.tokens[head].lemma in title_words().general | title_words().partitives
        inner = slot.later(0 if say_little else 1 + slot.depth)
        add_inner(parts, verb, inner.under(parts.add({that}, inner.rank, inner.parent)), mark=True)
    elif verb in parts.path or (infinitive and not comma) or vague:
        add_inner(parts, verb, slot.later(0), mark=True)
    elif not comma and view.tokens[verb].dep == "acl" and is_full(view, verb):
        add_inner(parts, verb, slot.later(2 + slot.depth), mark=True)
    elif not comma and view.tokens[verb].dep == "relcl" and not has_whose(view, verb):
        general = view.word(head) in title_words().general
        add_inner(parts, verb, slot.later(1 if general else 3 + slot.depth), mark=True)


def add_prep(parts: Parts, prep: int, slot: Slot) -> int | None:
    """Add a preposition with what it governs; nothing where it governs nothing."""
    view, tokens = parts.view, parts.view.tokens
    governed = [c for c in view.children(prep) if tokens[c].dep in _GOVERNED and c > prep]
    if slot.depth > _DEEP:
        return None
    if not governed:
        last = next((j for j in range(prep + 1, min(prep + _NEAR, len(tokens))) if _ends_phrase(view, j)), None)
        return None if last is None else parts.add(range(prep, last + 1), slot.rank, slot.parent)
    before = (c for c in view.children(prep, "advmod", "npadvmod", "quantmod") if c < prep and c not in view.dates)
    number = parts.add({prep, *(c for c in before if tokens[c].pos != "PUNCT")}, slot.rank, slot.parent)
    for c in governed:
        if tokens[c].dep == "pcomp" and view.is_verb(c):
            add_inner(parts, c, slot.under(number), mark=True)
        elif tokens[c].dep == "prep":
            add_prep(parts, c, slot.under(number))
        else:
            add_noun(parts, c, Slot(slot.rank, number, slot.depth))
    return number


def _ends_phrase(view: View, i: int) -> bool:
    """True if no other noun follows a noun: a phrase ends there if its words hang on nothing."""
    behind = view.tokens[i + 1].pos if i + 1 < len(view.tokens) else ""
    return view.tokens[i].pos in ("NOUN", "PROPN") and behind not in ("NOUN", "PROPN")


def add_complements(parts: Parts, verb: int, slot: Slot = TOP, skip: frozenset[int] = frozenset()) -> None:
    """Add what hangs on a verb beside its subject and its auxiliaries."""
    view, tokens = parts.view, parts.view.tokens
    if slot.depth > _DEEP:
        return
    has_object = any(tokens[c].dep in _CONTENT for c in view.children(verb))
    listens = slot.depth == 0 and tokens[verb].lemma == "tell" and view.child(verb, "ccomp") is not None
    near, objects = True, 0
    for c in view.children(verb):
        dep, needed = tokens[c].dep, c in parts.path
        if c in skip or dep in _GROUP:
            continue
        if dep == "prt":
            parts.add({c}, slot.rank, slot.parent)
        elif dep in _OBJECTS or (dep == "dative" and tokens[c].pos != "ADP"):
            if needed or not (is_in_front(view, verb, c) or (objects and is_behind_and(view, c)) or is_day(view, c)):
                objects += 1
                _add_object(parts, c, slot.later(4) if listens and dep in ("dobj", "dative") and not needed else slot)
        elif dep in ("agent", "dative"):
            add_prep(parts, c, slot.later(0))
        elif dep in ("xcomp", "ccomp"):
            if needed or (view.takes(verb, c) and not is_second(view, verb, c)):
                add_inner(parts, c, slot.later(0))
        elif dep == "prep" and not is_repeated(view, verb, c):
            what_as = view.word(c) == "as" and has_object and c > verb and view.child(c, "pobj") is not None
            close = (near and not has_object and c > verb) or what_as
            if _add_adjunct(parts, verb, c, slot if close else Slot(slot.rank + 1 + slot.depth, *slot[1:])):
                near = False
        else:
            _add_beside(parts, verb, c, slot)


def _add_beside(parts: Parts, verb: int, c: int, slot: Slot) -> None:
    """Add an adverb, a measure, or a clause beside the verb."""
    view = parts.view
    dep = view.tokens[c].dep
    if dep == "advmod":
        _add_adverb(parts, verb, c, slot)
    elif dep == "npadvmod" and c > verb and not view.is_dated(c) and not is_behind_and(view, c):
        add_noun(parts, c, slot.later(0))
    elif dep == "advcl":
        _add_adverbial(parts, verb, c, slot)


def _add_object(parts: Parts, c: int, slot: Slot) -> None:
    view = parts.view
    if view.tokens[c].dep == "acomp" or (view.tokens[c].pos == "ADJ" and view.tokens[c].dep == "oprd"):
        beside = (d for d in view.children(c, "advmod", "npadvmod", "neg", "cc", "conj") if d not in view.dates)
        number = parts.add({c, *(i for d in beside for i in subtree(view.parse, d))}, slot.rank, slot.parent)
        for d in view.children(c):
            if view.tokens[d].dep == "prep" and not view.is_dated(d):
                add_prep(parts, d, slot.under(number))
            elif view.tokens[d].dep in ("xcomp", "ccomp"):
                add_inner(parts, d, slot.under(number))
    elif view.is_verb(c) and view.tokens[c].dep != "dobj":
        add_inner(parts, c, slot.later(0))
    else:
        add_noun(parts, c, slot)


def _add_adjunct(parts: Parts, verb: int, prep: int, slot: Slot) -> bool:
    view = parts.view
    if prep in parts.path:
        return add_prep(parts, prep, Slot(0, slot.parent, slot.depth + 1)) is not None
    if view.word(prep) == "with" and prep > verb and view.tokens[prep - 1].tag == ",":
        return False  # what goes on beside, not what it is done with
    gerund = view.child(prep, "pcomp") is not None
    beside = view.is_dated(prep) or view.word(prep) in _SINCE if parts.rich else is_temporal(view, prep)
    beside = beside or is_while(view, prep)
    if beside or (prep < verb and (gerund or not has_place(view, prep))):
        return False
    more = 4 * gerund + 2 * (prep < verb)
    return add_prep(parts, prep, Slot(slot.rank + more, slot.parent, slot.depth)) is not None


def _add_adverb(parts: Parts, verb: int, c: int, slot: Slot) -> None:
    view = parts.view
    word = view.word(c)
    only_when = any(view.is_dated(d) for d in view.children(c, "prep"))
    if c in view.dates or only_when or view.tokens[c].tag == "WRB":
        return
    if word in title_words().hedges or (c > verb and word in title_words().adverbs):
        degree = (
            i
            for i in subtree(view.parse, c)
            if view.tokens[i].dep in ("advmod", "npadvmod", "quantmod", "nummod") and i not in view.dates
        )
        parts.add({c, *degree}, slot.rank, slot.parent)
        for d in view.children(c, "prep"):
            if not view.is_dated(d):
                add_prep(parts, d, Slot(slot.rank + 1, slot.parent))


def _add_adverbial(parts: Parts, verb: int, c: int, slot: Slot) -> None:
    """Add a clause beside the verb: its condition, its purpose, or its outcome."""
    view = parts.view
    mark = next((view.word(m) for m in view.children(c, "mark", "advmod") if m < c), "")
    infinitive = any(view.tokens[a].tag == "TO" for a in view.children(c, "aux"))
    if c in parts.path or (mark == "as" and infinitive) or mark in title_words().conditions:
        add_inner(parts, c, slot.later(0), mark=True)
    elif infinitive and c > verb:
        bare = view.child(verb, "dobj", "prep", "attr", "acomp", "agent", "prt", "ccomp", "xcomp") is None
        add_inner(parts, c, slot.later(0 if bare else 3), mark=True)
    elif parts.rich and is_result(view, c):
        add_inner(parts, c, slot.later(3), mark=True)


def add_inner(parts: Parts, verb: int, slot: Slot = TOP, mark: bool = False) -> int:
    """Add a clause within another, in its own words: an infinitive, or what is said, shown or asked."""
    view, tokens = parts.view, parts.view.tokens
    kept = title_words().complement_marks
    group = {verb}
    for c in view.children(verb):
        dep = tokens[c].dep
        if (
            dep in ("aux", "auxpass", "neg", "prt", "expl")
            or (dep == "mark" and (view.word(c) in kept or (mark and view.word(c) != "that")))
            or (dep == "advmod" and tokens[c].tag == "WRB")
        ):
            group.add(c)
    joined = joined_verb(view, verb)
    if joined is not None:
        group |= {verb + 1, joined}
    number = parts.add(group, slot.rank, slot.parent)
    if joined is not None:
        add_complements(parts, joined, slot.under(number))
    own = view.child(verb, "nsubj", "nsubjpass")
    if own is not None:
        add_noun(parts, own, slot.under(number))
    csubj = view.child(verb, "csubj", "csubjpass")
    if csubj is not None:
        add_inner(parts, csubj, slot.under(number))
    add_complements(parts, verb, slot.under(number))
    return number
