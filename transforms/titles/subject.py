"""Whose clause a verb belongs to: its own subject, or that of the clause it hangs on."""

from __future__ import annotations

from dataclasses import dataclass

from transforms.events.participants.actors import role_words
from transforms.language.closed_class import closed_class
from transforms.language.datelines import subject_behind
from transforms.language.phrases import MOST, subtree
from transforms.titles.view import View
from transforms.titles.words import title_words

_STEPS = 6
RELATIVES = closed_class("any_relative")


@dataclass(frozen=True, slots=True)
class Subject:
    """Who acts or suffers: its head; whether the verb stands in the passive by it; whether it is the verb's own."""

    head: int
    suffers: bool
    own: bool


def subject_of(view: View, verb: int) -> Subject | None:
    """Find whose clause a verb belongs to: its own subject, else that of the clause it is joined to or hangs on."""
    tokens = view.tokens
    first = verb
    if tokens[verb].dep in ("csubj", "csubjpass") and any(tokens[c].tag == "WP" for c in view.children(verb)):
        return None
    for _ in range(_STEPS):
        own = _own_subject(view, verb)
        if own is not None and _is_reduced(view, verb, own):
            return None
        if own is not None and tokens[verb].tag == "VB" and view.child(verb, "aux") is None and view.is_verb(verb):
            return None
        if own is not None:
            if view.word(own) in RELATIVES and tokens[own].tag in ("WDT", "WP") and not view.is_name(own):
                noun = tokens[verb].head
                if (
                    tokens[verb].dep != "relcl"
                    or view.is_verb(noun)
                    or noun in view.dates
                    or _means_all(view, own, verb)
                ):
                    return None
                return Subject(noun, _suffers(view, first, verb), own=False)
            return Subject(own, _suffers(view, first, verb), own=verb == first)
        token, up = tokens[verb], tokens[verb].head
        if up == verb:
            return None
        if token.dep == "relcl" and any(tokens[c].tag == "TO" for c in view.children(verb, "aux")):
            return None
        if token.dep == "acl" and not view.is_verb(up):
            above = _in_a_state(view, up)
            if above is not None:
                verb = above
                continue
            if is_unclear(view, verb) or token.tag not in ("VBN", "VBG", "VBD"):
                return None
            return Subject(up, _is_done_to(view, verb), own=False)
        if token.dep == "xcomp":
            controller = view.child(up, "dobj")
            if controller is not None and controller < verb:
                return Subject(controller, token.tag == "VBN", own=False)
        elif token.dep in ("pcomp", "prep") and tokens[up].pos in ("ADP", "SCONJ"):
            up = tokens[up].head
        elif token.dep not in ("conj", "advcl", "ccomp", "dep", "pcomp"):
            return None
        if token.dep in ("advcl", "ccomp") and verb == first and is_finite(view, verb):
            return None
        if not view.is_verb(up) or up not in view.run(first) or _follows_a_noun(view, verb):
            return None
        verb = up
    return None


def is_finite(view: View, verb: int) -> bool:
    """True if a verb stands in a tense of its own: "sank", "have sunk"."""
    helpers = (view.tokens[c].tag for c in view.children(verb, "aux", "auxpass"))
    return bool({view.tokens[verb].tag, *helpers} & {"VBD", "VBZ", "VBP", "MD"})


def is_unclear(view: View, verb: int) -> bool:
    """True if a participle follows more than one noun that it may be of, or a word that names nothing."""
    noun = view.tokens[verb].head
    if noun in view.dates or view.tokens[noun].pos not in ("NOUN", "PROPN") or view.word(noun) in title_words().many:
        return True
    if any(
        view.word(p) == "of" and any(i in view.dates for i in range(verb + 1, p)) for p in view.children(verb, "prep")
    ):
        return True
    between = range(noun + 1, verb)
    if view.word(noun) in title_words().counting:
        return False
    if any(view.tokens[i].pos in ("NOUN", "PROPN") and i not in view.dates | view.asides for i in between):
        return True
    above = view.tokens[noun].head
    of = view.tokens[noun].dep == "pobj" and view.word(above) == "of" and not view.is_verb(view.tokens[above].head)
    return of and (view.child(noun, "det") is not None or view.word(view.tokens[above].head) in title_words().many)


def _in_a_state(view: View, noun: int) -> int | None:
    """Return the verb that says in what state its subject is, by a bare noun: "is on trial", "was in court"."""
    prep = view.tokens[noun].head
    if view.tokens[noun].dep != "pobj" or view.child(noun, "det", "poss", "amod", "nummod", "compound") is not None:
        return None
    if view.word(prep) not in closed_class("in_a_state") or view.tokens[noun].tag != "NN":
        return None
    verb = view.tokens[prep].head
    return verb if view.is_verb(verb) and view.tokens[verb].lemma in closed_class("being_in_a_state") else None


def _follows_a_noun(view: View, verb: int) -> bool:
    """True if a participle right behind a noun or a number was taken for a clause beside: "out of 424 infected"."""
    token, before = view.tokens[verb], view.tokens[verb - 1]
    return (
        token.dep == "advcl"
        and token.tag == "VBN"
        and token.head < verb
        and before.pos in ("NOUN", "NUM", "PROPN")
        and view.child(verb, "mark", "aux", "auxpass", "nsubj") is None
    )


def _own_subject(view: View, verb: int) -> int | None:
    found = [c for c in view.children(verb, "nsubj", "nsubjpass") if c in view.run(verb)]
    if not found or _joined(view, found, verb):
        return None
    nearest = max(found, key=lambda c: (c < verb, view.tokens[c].tag != "CD", c))
    if _is_doing(view, nearest):
        return None
    return subject_behind(view.parse, verb, nearest)


def _is_doing(view: View, noun: int) -> bool:
    """True if a noun in -ing stands right behind a plural, which may be who does it: "leaders meeting in Kalm"."""
    before = view.tokens[noun - 1]
    behind = view.tokens[noun + 1].pos if noun + 1 < len(view.tokens) else ""
    return view.word(noun).endswith("ing") and before.tag == "NNS" and before.head == noun and behind == "ADP"


def _is_reduced(view: View, verb: int, own: int) -> bool:
    """True if a bare participle behind its noun was taken for a clause of its own: "put in place plans agreed"."""
    token = view.tokens[verb]
    if token.dep != "ccomp" or token.tag not in ("VBD", "VBN") or own != verb - 1 or token.head > verb:
        return False
    bare = view.child(verb, "aux", "auxpass", "mark", "dobj", "attr", "acomp", "xcomp", "ccomp") is None
    return bare and view.tokens[own].pos == "NOUN" and not view.says(token.head)


def _means_all(view: View, relative: int, verb: int) -> bool:
    """True if a "which" stands for the whole clause before it, not for the noun that it follows."""
    token = view.tokens[view.tokens[verb].head]
    behind_comma = view.tokens[relative - 1].tag == "," and view.word(relative) == "which"
    return (
        behind_comma and token.tag == "NN" and view.child(token.i, "det", "poss", "amod", "compound", "nummod") is None
    )


def _is_done_to(view: View, verb: int) -> bool:
    """True if a participle follows a noun that undergoes what it names: "the man seen in Kalm"."""
    token = view.tokens[verb]
    falls = token.lemma in role_words()["subject-suffers"]
    return token.tag in ("VBN", "VBD") and view.child(verb, "dobj") is None and not falls


def _joined(view: View, found: list[int], verb: int) -> bool:
    """True if two subjects joined by "and" were each taken for the subject: who acts is unclear."""
    ahead = [c for c in found if c < verb and view.tokens[c].pos in ("NOUN", "PROPN")]
    return len(ahead) > 1 and any(view.word(i) == "and" for i in range(ahead[0], ahead[-1]))


def _suffers(view: View, first: int, verb: int) -> bool:
    """True if the first verb stands in the passive: by its own auxiliary, or by that of the verb it is joined to."""
    if view.child(first, "auxpass") is not None:
        return True
    if any(view.tokens[c].lemma == "have" for c in view.children(first, "aux")):
        return False
    if view.child(first, "nsubjpass") is not None and view.tokens[first].tag != "VBD":
        return view.child(first, "dobj") is None
    if _reads_passive(view, first) or _is_joined_passive(view, first, verb):
        return True
    if first == verb or view.tokens[first].tag != "VBN":
        return False
    if view.tokens[first].dep == "conj":
        return view.child(verb, "auxpass") is not None and view.child(first, "aux") is None
    return view.child(first, "aux") is None


def _is_joined_passive(view: View, first: int, verb: int) -> bool:
    """True if it is a participle taken for a past form, joined to a passive: "was tried and sent to prison"."""
    token = view.tokens[first]
    if token.dep != "conj" or token.tag != "VBD" or view.child(verb, "auxpass") is None:
        return False
    needs = token.lemma in title_words().needs_object | title_words().undergone
    return needs and view.child(first, "dobj", "ccomp", "xcomp", "nsubj", "aux") is None


def _reads_passive(view: View, verb: int) -> bool:
    """True if a verb is a bare participle of a headline: "Virus detected in Kalm"."""
    token = view.tokens[verb]
    if token.tag not in ("VBD", "VBN") or token.lemma not in title_words().undergone:
        return False
    if view.child(verb, "aux", "auxpass", "dobj", "ccomp", "xcomp", "prt", "acomp", "attr", "oprd") is not None:
        return False
    if any(
        view.tokens[i].tag in ("VBZ", "VBP", "VBD", "MD")
        for i in range(view.run(verb)[0], min(verb, view.run(verb)[0] + MOST))
    ):
        return False
    return view.child(verb, "prep", "agent") is not None


def joined_verb(view: View, verb: int) -> int | None:
    """Return the verb joined right after one without an object, whose object both share: "seized and burned boats"."""
    own = [*view.children(verb, "dobj", "prep", "xcomp", "ccomp", "attr", "acomp", "prt", "agent", "advcl")]
    for c in view.children(verb, "conj"):
        if any(i < c for i in own):
            return None
        if c == verb + 2 and view.word(verb + 1) in closed_class("and_or") and view.child(c, "dobj") is not None:
            return c
    return None


def is_result(view: View, verb: int) -> bool:
    """True if a participle follows its clause and a comma: "the ship sank, killing five"."""
    token = view.tokens[verb]
    if token.dep != "advcl" or token.tag != "VBG" or token.head > verb or view.child(verb, "mark", "nsubj", "aux"):
        return False
    first = subtree(view.parse, verb)[0]
    return first > 0 and view.tokens[first - 1].tag == "," and view.is_verb(token.head)
