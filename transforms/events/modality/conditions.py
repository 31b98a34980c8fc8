"""Conditions: the word that makes a clause conditional, and the clauses that only look like one."""

from __future__ import annotations

from transforms.events.attribution.cues import reporting_cues
from transforms.events.modality.cues import modal_cues, words
from transforms.language.clauses import Clauses

FIRST_PERSON = words("first_person")
_INVERTED = words("inverted")


class Conditions:
    """Finds the conditions of one text."""

    def __init__(self, clauses: Clauses) -> None:
        """Prepare for a text."""
        self._clauses = clauses
        self._tokens = clauses.tokens
        self._by_word = modal_cues().by_word
        self._reporting = reporting_cues().by_lemma

    def over(self, i: int) -> int | None:
        """Return the "if" of a condition under which a verb that is not past stands."""
        tokens, clauses = self._tokens, self._clauses
        if tokens[i].tag in ("VBD", "VBN", "VBG") or any(
            tokens[c].tag == "VBD" for c in clauses.childs(i, "aux", "auxpass")
        ):
            return None
        cues = self._reporting.get(("verb", tokens[i].lemma), ())
        subject = clauses.child(i, "nsubj")
        first_person = subject is not None and tokens[subject].text.lower() in FIRST_PERSON
        if any("question" in cue.frames for cue in cues) or (cues and first_person):
            # "asks if …" asks whether; "I apologize if …" apologizes all the same.
            return None
        for c in clauses.childs(i, "advcl", "prep"):
            if subject is not None and self._is_courtesy(c):
                continue
            if self._opens(c) and clauses.child(c, "ccomp", "pcomp") is not None:
                return c
            for d in clauses.childs(c, "mark"):
                before = tokens[d - 1].text.lower() if d > 0 else ""
                if self._opens(d) and before != "as" and not (before == "even" and subject is not None):
                    return d
            if (inverted := self.inverted(c)) is not None:
                return inverted
        return None

    def inverted(self, i: int) -> int | None:
        """Return the auxiliary that opens a condition: "should it rain", "had they known"; none of a question."""
        tokens = self._tokens
        first = next(iter(self._clauses.children[i]), i)
        subject = self._clauses.child(i, "nsubj", "nsubjpass")
        auxiliary = tokens[first].text.lower() in _INVERTED and tokens[first].dep in ("aux", "auxpass")
        if subject is None or subject < first or not auxiliary:
            return None
        sentence = self._clauses.parse.sentences[tokens[i].sentence]
        return first if tokens[sentence.last - 1].text != "?" else None

    def _opens(self, i: int) -> bool:
        return ("condition", self._tokens[i].text.lower()) in self._by_word

    def _is_courtesy(self, i: int) -> bool:
        """True if a condition only says whom a statement is for: "there is a bus, if you need one"."""
        subject = self._clauses.child(i, "nsubj")
        you = subject is not None and self._tokens[subject].text.lower() == "you"
        return you and ("courtesy", self._tokens[i].lemma.lower()) in self._by_word
