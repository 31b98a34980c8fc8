"""What is said of an event noun by the verb or the predicate beside it, and whether it is new to the reader."""

from __future__ import annotations

from collections.abc import Mapping

from transforms.events.modality.clause_cues import Factuality
from transforms.events.modality.cues import ModalCue, modal_cues, words
from transforms.events.modality.embedding_predicates import EmbeddingPredicates
from transforms.language.clauses import Clauses

_INDEFINITE = words("indefinite")


class EventNouns:
    """Reads the event nouns of one text; `known` holds the readings of the words above them."""

    def __init__(self, clauses: Clauses, embedding: EmbeddingPredicates, known: Mapping[int, Factuality]) -> None:
        """Prepare for a text."""
        self._clauses = clauses
        self._tokens = clauses.tokens
        self._embedding = embedding
        self._known = known
        self._by_word = modal_cues().by_word

    def raised(self, head: int, dep: str) -> int | None:
        """Return the verb that says of a subject that it happens: "the vote is expected to begin"."""
        if dep not in ("nsubj", "nsubjpass"):
            return None
        for c in self._clauses.childs(head, "xcomp"):
            if ("occurrence", self._tokens[c].lemma.lower()) in self._by_word and self._clauses.is_infinitive(c):
                return c
        return None

    def said_of(self, head: int, dep: str) -> Factuality | None:
        """Return what is said of a subject that is yet to come: "a vote is due", "the vote is set for Friday"."""
        if dep == "nsubj" and (said := self._embedding.predicate(head)) != head:
            cue = self._by_word.get(("modifier", self._tokens[said].text.lower()))
            caused = self._clauses.has_word(said, frozenset({"to"}), "prep") is not None  # "due to fog"
            if cue is not None and not caused and self._known[head].modality != "negated":
                return Factuality(cue.effect, cue.id, said)  # type: ignore[arg-type]
        slated = self._by_word.get(("slated", self._tokens[head].lemma.lower())) if dep == "nsubjpass" else None
        if slated is None or self._known[head].modality != "actual" or self._clauses.child(head, "agent") is not None:
            return None
        led = self._clauses.has_word(head, frozenset({"for"}), "prep") is not None
        return Factuality("planned", slated.id, head) if led else None

    def disputed(self, noun: int) -> Factuality | None:
        """Judge the content of a claim that somebody calls untrue: "dismissed reports of a sale"."""
        token = self._tokens[noun]
        claim = self._by_word.get(("claim", token.lemma.lower()))
        if claim is None or token.dep not in ("dobj", "nsubjpass") or self._known[token.head].modality != "actual":
            return None
        disputed = self._by_word.get(("dispute", self._tokens[token.head].lemma.lower()))
        return None if disputed is None else Factuality(disputed.effect, claim.id, token.head)  # type: ignore[arg-type]

    def is_in_case(self, noun: int) -> bool:
        """True if a noun makes a condition: "in case of …", "in the event of …"; "in the case of" is not."""
        tokens = self._tokens
        article = tokens[noun - 1].text.lower() if noun > 0 else ""
        if tokens[noun].text.lower() == "case":
            return article == "in"
        return tokens[noun].text.lower() == "event" and article == "the" and tokens[noun - 2].text.lower() == "in"

    def is_indefinite(self, i: int) -> bool:
        """True if a noun has no article but "a", no genitive and no demonstrative."""
        tokens = self._tokens
        return not any(
            tokens[c].dep == "poss" or (tokens[c].dep == "det" and tokens[c].text.lower() not in _INDEFINITE)
            for c in self._clauses.children[i]
        )

    def is_indefinite_or_averted(self, i: int, cue: ModalCue) -> bool:
        """True if an entry reaches its object: a known one ("wanted the vote") may have happened all the same."""
        return cue.definite or self.is_indefinite(i)
