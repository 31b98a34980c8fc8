"""What a word's own clause says of it: negation, condition, auxiliaries, adverbs; a noun's determiner."""

from __future__ import annotations

from typing import NamedTuple

from transforms.events.attribution.cues import reporting_cues
from transforms.events.modality.conditions import FIRST_PERSON, Conditions
from transforms.events.modality.cues import ModalCue, modal_cues, words
from transforms.language.clauses import Clauses
from transforms.language.closed_class import closed_class
from transforms.model import Modality

VERBAL = frozenset({"VB", "VBD", "VBG", "VBN", "VBP", "VBZ", "MD"})
_COULD = words("could")
_OWNING = words("owning")
_EACH = words("each")
_HARDLY = words("hardly")
_UNTIL = words("until")


class Factuality(NamedTuple):
    """A modality with the entry and the token that decide it."""

    modality: Modality
    rule: str
    cue: int | None
    commands: bool = False
    """True if the word itself is a command."""
    foresees: bool = False
    """Whether a cue of the future decides."""


ACTUAL = Factuality("actual", "told as fact", None)


class OwnClause:
    """Reads single words of one text by their own clause alone."""

    def __init__(self, clauses: Clauses) -> None:
        """Prepare for a text."""
        self._clauses = clauses
        self._tokens = clauses.tokens
        self._children = clauses.children
        self._table = modal_cues()
        self._reporting = reporting_cues().by_lemma
        self._conditions = Conditions(clauses)

    def of(self, i: int) -> Factuality:
        """Negation first, then condition, auxiliaries and adverbs; for a noun its determiner and adjectives."""
        tokens, by_word = self._tokens, self._table.by_word
        verbal = tokens[i].tag in VERBAL
        weak: Factuality | None = None
        for c in self._children[i]:
            token = tokens[c]
            dep = token.dep
            cue: ModalCue | None = None
            if dep == "neg":
                if self._came_at_last(i):
                    continue
                return Factuality("negated", "not", c)
            if verbal:
                if dep == "cc" and c < i and token.text.lower() == "nor":
                    return Factuality("negated", "not", c)
                if dep in ("aux", "auxpass"):
                    cue = by_word.get(("auxiliary", token.text.lower()))
                    if cue is not None and token.text.lower() in _COULD and self._is_forestalled(i):
                        return Factuality("negated", "before one could", c)
                    if cue is not None and (self._is_idiom(i, cue) or self._is_had(i, c) or self._is_habit(i, cue)):
                        cue = None
                    elif cue is not None and cue.conditional and self._is_reported_future(i):
                        cue = by_word[("auxiliary", "will")]
                elif dep == "advmod" or dep == "npadvmod":
                    word = token.text.lower()
                    if word == "longer" and tokens[c - 1].text.lower() == "no":
                        return Factuality("negated", "not", c - 1)
                    cue = by_word.get(("negator", word)) or by_word.get(("adverb", word))
                    if cue is None and tokens[i].tag not in ("VBD", "VBN"):
                        cue = by_word.get(("outlook", word))
                elif dep in ("nsubj", "nsubjpass", "dobj", "attr"):
                    negator = self._negative(c)
                    if negator is not None:
                        return Factuality("negated", "not", negator)
                elif dep == "intj" and token.text.lower() == "please":
                    return Factuality("planned", "command", c, commands=True)
                opens = dep == "mark" or (dep in ("prep", "advmod") and tokens[i].dep == "advcl")
                if dep == "mark" and token.text.lower() == "as" and tokens[tokens[i].head].text.lower() == "long":
                    return Factuality("hypothetical", "if", tokens[i].head)
                if cue is None and opens and tokens[i].dep != "ccomp":
                    cue = by_word.get(("condition", token.text.lower()))
            elif dep in ("amod", "det", "compound", "nmod"):
                cue = by_word.get(("modifier", token.text.lower()))
            if cue is not None:
                if cue.effect == "negated":
                    return Factuality("negated", cue.id, c)
                if weak is None or cue.effect == "hypothetical":
                    weak = Factuality(cue.effect, cue.id, c, foresees=cue.foresees)  # type: ignore[arg-type]
        if verbal and (condition := self._conditions.over(i)) is not None:
            return Factuality("hypothetical", "if", condition)
        if verbal and tokens[i].dep == "conj" and tokens[self._clauses.left[i] - 1].text.lower() == "nor":
            return Factuality("negated", "not", self._clauses.left[i] - 1)
        if verbal and (inverted := self._conditions.inverted(i)) is not None:
            return Factuality("hypothetical", "if", inverted)
        return weak or ACTUAL

    def _is_idiom(self, i: int, cue: ModalCue) -> bool:
        """True if a modal verb asserts after all: "you can see", "I would recommend"."""
        lemma = self._tokens[i].lemma.lower()
        subject = self._clauses.child(i, "nsubj")
        first_person = subject is None or self._tokens[subject].text.lower() in FIRST_PERSON
        owned = self._clauses.has_word(i, _OWNING, "aux") is not None
        if owned and subject is not None and first_person and ("hedge", lemma) in self._table.by_word:
            return True
        return self._is_phrase(lemma, cue) and (first_person or not cue.conditional)

    def _is_phrase(self, lemma: str, cue: ModalCue) -> bool:
        idioms = self._table.by_word.get(("idiom", lemma))
        return idioms is not None and idioms.idiom_of == cue.id

    def _is_habit(self, i: int, cue: ModalCue) -> bool:
        """True if a "would" expresses a past habit: "he would always laugh", "every morning she would wake them"."""
        if not cue.conditional or self._clauses.has_word(i, frozenset({"have"}), "aux") is not None:
            return False
        for c in self._clauses.childs(i, "advmod", "npadvmod"):
            if ("frequency", self._tokens[c].text.lower()) in self._table.by_word:
                return True
            if self._tokens[c].dep == "npadvmod" and self._clauses.has_word(c, _EACH, "det") is not None:
                return True
        return False

    def _is_forestalled(self, i: int) -> bool:
        """True if something came first: "died before he could sign"."""
        return (
            self._tokens[i].dep == "advcl"
            and self._clauses.has_word(i, frozenset({"before"}), "mark", "advmod") is not None
        )

    def _came_at_last(self, i: int) -> bool:
        """True if a negation only says how late: "did not sink until Monday"."""
        past = self._tokens[i].tag == "VBD" or any(
            self._tokens[c].tag == "VBD" for c in self._clauses.childs(i, "aux", "auxpass")
        )
        until = self._clauses.has_word(i, _UNTIL, "prep", "mark")
        return past and until is not None and until > i and self._clauses.child(until, "pobj") is not None

    def _is_had(self, i: int, aux: int) -> bool:
        """True if "'d" stands for "had"."""
        return self._tokens[aux].text in ("'d", "’d") and self._tokens[i].tag in ("VBN", "VBD")

    def _is_reported_future(self, i: int) -> bool:
        """True if a "would" is the "will" of what somebody said or promised: "the firm said it would appeal"."""
        tokens = self._tokens
        while tokens[i].dep == "conj":
            i = tokens[i].head
        head = tokens[tokens[i].head]
        if tokens[i].dep == "acl":
            return ("noun", head.lemma) in self._reporting
        return tokens[i].dep == "ccomp" and head.tag in ("VBD", "VBN") and ("verb", head.lemma) in self._reporting

    def _negative(self, noun: int) -> int | None:
        """Return the "no" of a noun phrase, or the noun itself where it is "nobody" or "nothing"."""
        tokens = self._tokens
        if ("negator", tokens[noun].text.lower()) in self._table.by_word:
            return None if self._clauses.has_word(noun, frozenset({"but"})) is not None else noun
        for c in self._children[noun]:
            if tokens[c].dep in ("det", "neg") and tokens[c].text.lower() in closed_class("no_one_of"):
                return c
            if tokens[c].dep == "advmod" and tokens[c].text.lower() in _HARDLY:
                return c
        return None
