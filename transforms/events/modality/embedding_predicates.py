"""The entry for a word that governs a clause or a noun, and the modality it gives to what it governs."""

from __future__ import annotations

from transforms.events.modality.clause_cues import ACTUAL, Factuality
from transforms.events.modality.cues import Effect, ModalCue, modal_cues, words
from transforms.language.clauses import Clauses

COPULAS = words("copulas")
_PARTS = {"V": "verb", "N": "noun", "J": "adjective", "I": "adjective", "R": "adjective"}


class EmbeddingPredicates:
    """Looks entries up for the words of one text, each once."""

    def __init__(self, clauses: Clauses) -> None:
        """Prepare for a text."""
        self._clauses = clauses
        self._tokens = clauses.tokens
        self._table = modal_cues().embedding
        self._found: dict[tuple[int, str], ModalCue | None] = {}

    def entry(self, head: int, frame: str) -> ModalCue | None:
        """Return the entry for a governing word, with its particle first ("call off"), then alone."""
        if (head, frame) not in self._found:
            self._found[head, frame] = self._look_up(head, frame)
        return self._found[head, frame]

    def with_particle(self, head: int, frame: str) -> ModalCue | None:
        """Return the entry for a verb together with its particle alone ("went on to")."""
        lemma = self._tokens[head].lemma.lower()
        for c in self._clauses.children[head]:
            if self._tokens[c].dep in ("prt", "advmod") and c > head:
                cue = self._table.get(("verb", frame, f"{lemma} {self._tokens[c].text.lower()}"))
                if cue is not None:
                    return cue
        return None

    def predicate(self, verb: int) -> int:
        """Return the adjective or noun that a copula leads ("it is possible that …"), else the verb itself."""
        if self._tokens[verb].lemma in COPULAS:
            said = self._clauses.child(verb, "acomp", "attr", "oprd")
            return verb if said is None else said
        return verb

    def _look_up(self, head: int, frame: str) -> ModalCue | None:
        token = self._tokens[head]
        part = _PARTS.get(token.tag[:1])
        if part is None:
            return None
        if part == "verb" and (cue := self.with_particle(head, frame)) is not None:
            return cue
        cue = self._table.get((part, frame, token.lemma.lower()))
        if cue is None and part == "verb":
            cue = self._table.get(("adjective", frame, token.text.lower()))
        return cue


def effect(cue: ModalCue, head: int, governor: Factuality) -> Factuality:
    """Return the entry's effect, or the one that it has under negation."""
    modality: Effect = cue.negated if governor.modality == "negated" else cue.effect
    if modality == "same":
        return ACTUAL if governor.modality == "negated" and cue.effect == "negated" else governor
    if modality == "actual":
        return ACTUAL
    return Factuality(modality, cue.id, head)
