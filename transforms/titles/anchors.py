"""What a mention's title is built around: the verb whose clause or the noun whose phrase expresses it."""

from __future__ import annotations

from transforms.titles.subject import is_result, is_unclear
from transforms.titles.view import View
from transforms.titles.words import title_words

_STEPS = 4
_COMPLEMENTS = ("xcomp", "ccomp")


def path_to(view: View, head: int, top: int) -> frozenset[int]:
    """Return the words that lead from a title's verb or noun to the trigger."""
    found = {head}
    i = head
    while i != top and view.tokens[i].head != i:
        i = view.tokens[i].head
        found.add(i)
    return frozenset(found - {top}) if i == top else frozenset()


def verb_of(view: View, head: int) -> int | None:
    """Return the verb whose clause expresses a mention: itself, what carries it, or what says that it took place."""
    token = view.tokens[head]
    if token.pos in ("VERB", "AUX") and token.dep not in ("amod", "compound"):
        return head
    up = view.tokens[token.head]
    if up.i not in view.run(head):
        return None
    if token.dep in ("acomp", "oprd") and up.pos in ("VERB", "AUX"):
        return up.i
    if token.pos not in ("NOUN", "PROPN"):
        return None
    carrier = view.supports.get(head)
    if carrier is not None and view.is_verb(carrier):
        return carrier
    words = title_words()
    if token.dep == "pobj" and up.dep == "prep" and view.tokens[up.head].lemma in words.idioms:
        return up.head if not any(view.children(head, "det", "poss", "amod")) else None
    if not view.is_verb(up.i):
        return None
    if token.dep in ("dobj", "nsubjpass") and up.lemma in words.support:
        return up.i
    if token.dep in ("nsubj", "nsubjpass") and up.lemma in words.happening | words.effects and view.is_actual(up.i):
        return up.i
    return None


def noun_of(view: View, head: int) -> int | None:
    """Return the noun whose phrase expresses a mention."""
    token = view.tokens[head]
    if token.pos in ("NOUN", "PROPN") and token.dep == "compound" and view.tokens[token.head].pos in ("NOUN", "PROPN"):
        return token.head
    if token.pos in ("NOUN", "PROPN"):
        return head
    if token.dep == "acl" and is_unclear(view, head):
        return None
    if token.dep in ("amod", "acl", "compound") and view.tokens[token.head].pos in ("NOUN", "PROPN"):
        return token.head
    return None


def shown_verb(view: View, verb: int) -> int:
    """Return the verb that a title begins with: the one above an infinitive, a gerund or what is said."""
    i = verb
    for _ in range(_STEPS):
        up = _above(view, i)
        if up is None:
            break
        i = up
    return i


def _above(view: View, i: int) -> int | None:
    tokens = view.tokens
    token, up = tokens[i], tokens[tokens[i].head]
    if up.i == i or up.i not in view.run(i) or (up.lemma == "be" and token.dep == "ccomp"):
        return None
    if token.dep in _COMPLEMENTS and view.is_verb(up.i) and view.takes(up.i, i):
        return up.i
    if (
        token.dep == "conj"
        and view.is_verb(up.i)
        and view.child(i, "nsubj", "nsubjpass") is None
        and up.dep in _COMPLEMENTS
    ):
        return up.i
    if is_result(view, i):
        return up.i
    if token.dep == "pcomp" and up.pos in ("ADP", "SCONJ") and up.text.casefold() not in title_words().circumstance:
        return up.head if view.is_verb(up.head) else None
    if token.dep in ("acl", "relcl") and any(tokens[c].tag == "TO" for c in view.children(i, "aux")):
        noun = tokens[i].head
        if tokens[noun].dep in ("dobj", "attr", "nsubj", "nsubjpass") and view.is_verb(tokens[noun].head):
            return tokens[noun].head
    return None


def stands_alone(view: View, verb: int, shown: int) -> bool:
    """True if a verb's own clause says no more than the one above it: what that caused or went on with."""
    if view.tokens[verb].dep == "advcl":
        return True
    return view.tokens[shown].lemma in title_words().implicative and view.tokens[verb].dep == "xcomp"
