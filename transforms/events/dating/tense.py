"""Tense and aspect of an event word, from its own form and its auxiliaries, else from the clause it stands in.

Labels are those of spaCy's English pipelines (ClearNLP), tags those of the Penn Treebank.
"""

from __future__ import annotations

from typing import Literal, NamedTuple

from transforms.language.closed_class import closed_class
from transforms.language.parse import Parse

TenseName = Literal["past", "present", "future", "unknown"]
Form = Literal["finite", "infinitive", "participle", "gerund", "noun", "adjective"]

_WILL = closed_class("will")
_HAVE = closed_class("have")
_HAD = frozenset({"'d", "’d"})
"""Short for "had" before a past participle ("they'd left"); before an infinitive, for "would"."""
_BE = closed_class("be")
_WAITING = closed_class("waiting_for")
_COPULA = closed_class("copula")
_NOUN_TAGS = frozenset({"NN", "NNS", "NNP", "NNPS", "CD", "PRP", "DT"})
_DEPTH = 12


class Tense(NamedTuple):
    """Tense and aspect of an event trigger.

    `name` is the tense of its clause; `perfect` and `progressive` are aspects of that clause's verb;
    `modal` is its modal verb in lower case or ""; `clause` is the token of the verb that decides.  `own` is whether
    the word itself is that verb (or its predicate): an infinitive, a participle or a noun only borrows the tense.
    """

    name: TenseName
    form: Form
    perfect: bool
    progressive: bool
    modal: str
    clause: int
    own: bool

    @property
    def past_perfect(self) -> bool:
        """True if it was over before the past that the text is at ("had left")."""
        return self.name == "past" and self.perfect

    @property
    def present_perfect(self) -> bool:
        """True if it is presented as past with an effect now ("has left")."""
        return self.name == "present" and self.perfect


class TenseReader:
    """The tenses of one parse; every clause is looked at once."""

    __slots__ = ("_known", "_parse")

    def __init__(self, parse: Parse) -> None:
        """Prepare for a parse."""
        self._parse = parse
        self._known: dict[int, Tense] = {}

    def of(self, i: int) -> Tense:
        """Return the tense of the word at a token index."""
        return self._tense(i, 0)

    def _tense(self, i: int, depth: int) -> Tense:
        found = self._known.get(i)
        if found is None:
            found = self._known[i] = self._read(i, depth)
        return found

    def _read(self, i: int, depth: int) -> Tense:
        token = self._parse.tokens[i]
        if token.pos in ("VERB", "AUX") and token.tag[0] in "VM":
            return self._verb(i, depth)
        if token.dep in ("acomp", "attr", "oprd", "advmod", "prep", "prt") and token.head != i:
            head = self._parse.tokens[token.head]
            if head.lemma in _COPULA and head.pos in ("AUX", "VERB"):
                above = self._tense(token.head, depth + 1)
                return above._replace(form="noun" if token.tag in _NOUN_TAGS else "adjective")
        return self._borrowed(i, "noun" if token.tag in _NOUN_TAGS else "adjective", depth)

    def _verb(self, i: int, depth: int) -> Tense:
        """Return a verb's tense: by its auxiliaries, then its own form, then the verb it is joined to."""
        tokens, tag = self._parse.tokens, self._parse.tokens[i].tag
        name: TenseName | None = None
        modal, perfect, progressive, infinitive, helped = "", False, False, False, False
        for c in self._parse.children[i]:
            aux = tokens[c]
            if aux.dep not in ("aux", "auxpass"):
                continue
            helped = True
            word = aux.text.lower()
            if aux.tag == "TO":
                infinitive = True
            elif word in _HAD and tag in ("VBN", "VBD"):
                perfect, name = True, name or "past"
            elif aux.tag == "MD":
                modal = word
                name = "future" if word in _WILL else "unknown"
            elif aux.lemma == "have" or word in _HAVE:
                perfect = True
                name = name or _tagged(aux.tag)
            elif word in _BE:
                progressive = progressive or (tag == "VBG" and aux.dep == "aux") or word == "being"
                name = name or _tagged(aux.tag)
            else:
                name = name or _tagged(aux.tag)
        if name is None and not infinitive:
            name = _tagged(tag)
        if name == "present" and not perfect and self._parse.tokens[i].dep == "advcl" and self._waits(i):
            name = "future" if depth < _DEPTH and self._tense(tokens[i].head, depth + 1).name == "future" else "unknown"
        if name is not None and not infinitive:
            if name == "present" and progressive and self._is_going_to(i):
                return Tense("future", "finite", False, False, "going", i, True)
            return Tense(name, "finite", perfect, progressive, modal, i, True)
        if name is not None:
            return Tense(name, "infinitive", perfect, progressive, modal, i, True)
        if infinitive:
            return self._infinitive(i, perfect, depth)
        return self._unfinished(i, tag, helped, depth)

    def _waits(self, i: int) -> bool:
        """True if a clause is one whose present tense means the time to come ("until it ends", "if it ends")."""
        tokens = self._parse.tokens
        return any(
            c < i and tokens[c].dep in ("mark", "advmod") and tokens[c].text.lower() in _WAITING
            for c in self._parse.children[i]
        )

    def _is_going_to(self, i: int) -> bool:
        tokens = self._parse.tokens
        return tokens[i].lemma == "go" and any(
            tokens[c].dep == "xcomp" and tokens[c].tag == "VB" for c in self._parse.children[i]
        )

    def _infinitive(self, i: int, perfect: bool, depth: int) -> Tense:
        """Return the tense of an infinitive: ahead after "is", borrowed after another verb."""
        token = self._parse.tokens[i]
        if token.dep == "xcomp" and token.head != i:
            head = self._parse.tokens[token.head]
            above = self._tense(token.head, depth + 1)
            if head.lemma == "go" and above.modal == "going":
                return Tense("future", "infinitive", False, False, "going", token.head, False)
            if head.lemma == "be" and above.name == "present":
                return Tense("future", "infinitive", False, False, "be", token.head, False)
        return self._borrowed(i, "infinitive", depth)._replace(perfect=perfect)

    def _unfinished(self, i: int, tag: str, helped: bool, depth: int) -> Tense:
        """Return the tense of a bare form, which shares the auxiliaries of the verb that it is joined to."""
        token = self._parse.tokens[i]
        if token.dep == "conj" and token.head != i and depth < _DEPTH:
            first = self._parse.tokens[token.head]
            if first.pos in ("VERB", "AUX") and (first.tag == tag or tag == "VB"):
                return self._tense(token.head, depth + 1)._replace(clause=i)
        if tag == "VBG":
            return self._borrowed(
                i, "gerund" if token.dep in ("pcomp", "dobj", "nsubj", "pobj", "csubj") else "participle", depth
            )
        if tag == "VBN":
            if token.head == i or (token.dep in ("ccomp", "parataxis") and not helped):
                return Tense("past", "finite", False, False, "", i, True)
            return self._borrowed(i, "participle", depth)
        return self._borrowed(i, "infinitive", depth)

    def _borrowed(self, i: int, form: Form, depth: int) -> Tense:
        """Return the tense of the nearest verb above."""
        tokens = self._parse.tokens
        at = i
        for _ in range(_DEPTH):
            head = tokens[at].head
            if head == at or depth >= _DEPTH:
                break
            if tokens[head].pos in ("VERB", "AUX") and tokens[head].tag[0] in "VM":
                above = self._tense(head, depth + 1)
                return Tense(above.name, form, False, False, above.modal, above.clause, False)
            at = head
        return Tense("unknown", form, False, False, "", at, False)


def _tagged(tag: str) -> TenseName | None:
    if tag == "VBD":
        return "past"
    return "present" if tag in ("VBZ", "VBP") else None
