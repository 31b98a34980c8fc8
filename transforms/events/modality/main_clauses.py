"""The form of a main clause: a question, a command, a headline's "to", or a statement of fact."""

from __future__ import annotations

from transforms.events.modality.clause_cues import ACTUAL, VERBAL, Factuality
from transforms.events.modality.cues import modal_cues, words
from transforms.language.clauses import QUESTION_WORDS, Clauses

_GRANTING = words("granting")
"""Question words that take for granted that it happened."""


class MainClauses:
    """Reads the main clauses of one text."""

    def __init__(self, clauses: Clauses) -> None:
        """Prepare for a text."""
        self._clauses = clauses
        self._tokens = clauses.tokens
        self._children = clauses.children
        self._by_word = modal_cues().by_word

    def clause(self, i: int) -> Factuality:
        """Return the reading of a main clause: a question may ask whether, a bare verb without a subject commands."""
        tokens = self._tokens
        if tokens[i].tag not in VERBAL:
            return ACTUAL
        if tokens[i].tag == "VB" and self._clauses.is_infinitive(i):
            # "Minister to resign over leak": a headline leaves out "is".
            return Factuality("planned", "be to", self._clauses.child(i, "aux"))
        sentence = self._clauses.parse.sentences[tokens[i].sentence]
        if tokens[sentence.last - 1].text == "?" and (question := self._asked(i)) is not None:
            return Factuality("possible", "question", question)
        return self.command(i)

    def _asked(self, i: int) -> int | None:
        """Return the word that makes a main clause a question: its auxiliary, what, who, which; not why or when."""
        if (auxiliary := self._asks_whether(i)) is not None:
            return auxiliary
        tokens = self._tokens
        for c in self._children[i]:
            for word in (c, *self._children[c]):
                if word < i and tokens[word].tag in QUESTION_WORDS and tokens[word].text.lower() not in _GRANTING:
                    return word
        return None

    def _asks_whether(self, i: int) -> int | None:
        """Return the auxiliary that stands before the subject where no question word leads."""
        tokens = self._tokens
        subject = self._clauses.child(i, "nsubj", "nsubjpass", "expl")
        if subject is None:
            first = self._clauses.left[i]
            asks = tokens[first].dep in ("aux", "auxpass") and tokens[first].tag != "TO" and tokens[first].head == i
            return first if asks else None
        for k in range(self._clauses.left[i], subject):
            if tokens[k].tag in QUESTION_WORDS:
                return None
        candidates = [c for c in self._clauses.childs(i, "aux", "auxpass") if c < subject]
        return candidates[0] if candidates else (i if i < subject else None)

    def command(self, i: int) -> Factuality:
        """Return planned for a bare verb without a subject, which commands, else actual."""
        token = self._tokens[i]
        alone = self._clauses.child(i, "nsubj", "nsubjpass", "aux", "expl") is None
        if token.tag == "VB" and alone and ("elided", token.lemma.lower()) not in self._by_word:
            return Factuality("planned", "command", i, commands=True)
        return ACTUAL
