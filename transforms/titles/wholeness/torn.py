"""Whether words taken from a sentence still say what they say there: no pair is torn, no figure is halved."""

from __future__ import annotations

from collections.abc import Set as AbstractSet

from transforms.language.closed_class import closed_class
from transforms.language.phrases import subtree
from transforms.titles.view import View

_SILENT = ("PUNCT", "SPACE", "DET", "PART")
_PARTICIPLES = ("VBN", "VBD", "VBG")


def is_torn(view: View, words: AbstractSet[int]) -> bool:
    """True if what is left of a sentence may be read as something that it does not say."""
    faults = (_owns_nothing, _tears_a_pair, _jumps, _halves_a_figure, _drops_a_limit, _lacks_its_subject)
    return any(fault(view, words, i) for i in words for fault in faults) or hangs(view, words)


def _owns_nothing(view: View, words: AbstractSet[int], i: int) -> bool:
    """True if what belongs to somebody is left out behind "'s": "oil from the firm's [broken well]"."""
    left = i + 1 < len(view.tokens) and i + 1 not in words and i + 1 not in view.dates | view.asides
    return view.tokens[i].tag == "POS" and left and view.tokens[i + 1].pos not in ("PUNCT", "ADP", "AUX")


def _tears_a_pair(view: View, words: AbstractSet[int], i: int) -> bool:
    """True if a noun is joined to another over words left out, to which it may belong: "quarrels [with A] and B"."""
    token = view.tokens[i]
    if token.dep != "conj" or token.head not in words or view.is_verb(i) or token.head > i:
        return False
    left = [
        j
        for j in range(token.head + 1, i)
        if j not in words and j not in view.dates and j not in view.asides and view.tokens[j].pos not in _SILENT
    ]
    return any(view.tokens[j].pos in ("NOUN", "PROPN", "VERB", "PRON") for j in left)


def _jumps(view: View, words: AbstractSet[int], i: int) -> bool:
    """True if a preposition stands behind names left out, of which it may be: "schools [– Tarn High] in Kalm"."""
    token = view.tokens[i]
    if token.dep != "prep" or token.head not in words or token.head > i or view.is_verb(token.head):
        return False
    left = [j for j in range(token.head + 1, i) if j not in words and j not in view.dates and j not in view.asides]
    return any(view.tokens[j].pos in ("NOUN", "PROPN") for j in left)


def _halves_a_figure(view: View, words: AbstractSet[int], i: int) -> bool:
    """True if a number stands without what follows it: "one [in Kalm]", "up [to 40]", "hundreds [of millions]"."""
    token = view.tokens[i]
    behind = i + 1
    if behind >= len(view.tokens) or behind in words:
        return False
    if token.dep == "conj" and token.tag == "CD":
        return view.child(i, "prep") is not None
    if view.word(i) == "up":
        return view.word(behind) == "to" and behind + 1 < len(view.tokens) and view.tokens[behind + 1].tag == "CD"
    return False


def _drops_a_limit(view: View, words: AbstractSet[int], i: int) -> bool:
    """True if what makes a statement true is left out: "the only man [who knew]", "it works [only because …]"."""
    if view.is_verb(i):
        clauses = (subtree(view.parse, c)[0] for c in view.children(i, "advcl") if c > i and c not in words)
        return any(view.word(first) in closed_class("limiting_clause") for first in clauses)
    if view.tokens[i].pos != "NOUN" or not any(
        view.word(c) in closed_class("limiting_noun") for c in view.children(i, "amod", "det")
    ):
        return False
    behind = (c for c in view.children(i, "relcl") if view.tokens[subtree(view.parse, c)[0] - 1].tag != ",")
    near = (c for p in view.children(i, "prep") for n in view.children(p, "pobj") for c in view.children(n, "relcl"))
    return any(c not in words for c in (*behind, *near))


def _lacks_its_subject(view: View, words: AbstractSet[int], i: int) -> bool:
    """True if a finite verb within another's clause has lost its subject: two verbs would share the first's."""
    token = view.tokens[i]
    if token.dep != "ccomp" or token.head not in words or not view.is_verb(i):
        return False
    finite = token.tag in ("VBZ", "VBP", "VBD") or any(
        view.tokens[a].tag in ("VBZ", "VBP", "VBD", "MD") for a in view.children(i, "aux", "auxpass")
    )
    return finite and not any(c in words for c in view.children(i, "nsubj", "nsubjpass", "csubj", "csubjpass", "expl"))


def hangs(view: View, words: AbstractSet[int]) -> bool:
    """True if the last word is a participle without its own words: "a record set [in May]", ", falling [as …]"."""
    last = max(words, default=0)
    token = view.tokens[last]
    if token.dep not in ("acl", "advcl") or token.tag not in _PARTICIPLES or token.head not in words:
        return False
    return any(
        c not in words
        for c in view.children(last, "prep", "dobj", "agent", "xcomp", "oprd", "advmod", "ccomp", "advcl")
    )
