"""Verbs in the present, as headlines have them: "was arrested" is "is arrested", "resigned" "resigns"."""

from __future__ import annotations

from functools import cache

from transforms.titles.view import View
from transforms.titles.words import title_words

_VOWELS = "aeiou"
_IRREGULAR = {"be": "is", "have": "has", "do": "does", "go": "goes"}
_PLURAL_TAGS = frozenset({"NNS", "NNPS"})
_ONE_THING = frozenset({"GPE", "ORG", "FAC", "WORK_OF_ART", "PRODUCT", "LAW", "EVENT"})
_MANY_AUX = frozenset({"were", "are", "have", "do"})
_ONE_AUX = frozenset({"was", "is", "has", "does"})


@cache
def singular_form(lemma: str) -> str:
    """Return the third person singular of a verb."""
    if lemma in _IRREGULAR:
        return _IRREGULAR[lemma]
    if lemma.endswith(("s", "x", "z", "ch", "sh")) or (lemma.endswith("go") and len(lemma) > 3):
        return lemma + "es"
    if lemma.endswith("y") and lemma[-2:-1] not in _VOWELS:
        return lemma[:-1] + "ies"
    if lemma.endswith("o") and lemma[-2:-1] not in _VOWELS:
        return lemma + "es"
    return lemma + "s"


def present(view: View, verb: int, many: bool) -> str | None:
    """Return a verb's present form, or `None` where its lemma is not to be trusted."""
    token = view.tokens[verb]
    lemma, text = token.lemma.casefold(), token.text.casefold()
    if not lemma.isalpha() or (lemma == text and token.tag in ("VBD", "VBN") and text.endswith("ed")):
        return None
    if lemma == "be":
        return "are" if many else "is"
    return lemma if many else singular_form(lemma)


def is_many(view: View, head: int, verb: int | None = None) -> bool:
    """True if a subject takes the plural: by the form of its own verb where that shows it, else by its head."""
    if verb is not None:
        for i in (*view.children(verb, "aux", "auxpass"), verb):
            if view.word(i) in _MANY_AUX or view.tokens[i].tag == "VBP":
                return True
            if view.word(i) in _ONE_AUX or view.tokens[i].tag == "VBZ":
                return False
    token = view.tokens[head]
    if view.child(head, "conj") is not None and not any(view.word(c) == "or" for c in view.children(head, "cc")):
        return True
    if token.pos == "PROPN" or token.entity in _ONE_THING:
        return _is_team(view, head)
    word = view.word(head)
    if token.tag in _PLURAL_TAGS or word in title_words().plural:
        return True
    if token.tag == "CD":
        return word not in ("one", "1")
    return token.pos in ("DET", "PRON", "ADJ") and word in title_words().many


def _is_team(view: View, head: int) -> bool:
    """True for a name that takes the plural: "the Ravens", a people's, and a common noun written with a capital."""
    token, word = view.tokens[head], view.word(head)
    if any(view.tokens[c].pos == "NOUN" for c in view.children(head, "compound", "nmod")):
        return False
    if token.entity in ("GPE", "LOC", "FAC") or word in title_words().one_body or word.endswith("ss"):
        return False
    if token.entity == "NORP" or (not token.entity and word.endswith(("ers", "ors", "ists"))):
        return token.tag == "NNPS" or word.endswith("s")
    return word.endswith("s") and any(view.word(c) == "the" for c in view.children(head, "det"))
