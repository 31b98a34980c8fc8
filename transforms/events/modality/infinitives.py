"""The modality of an infinitive under a verb, an adjective or a noun, and of one that expresses a purpose.

Verbs that imply their complement (manage, force, remember) and those that imply it did not come about (fail, forget)
are entries of the rules, after Karttunen, "Implicative verbs" (1971); here are the constructions around them.
"""

from __future__ import annotations

from collections.abc import Mapping

from transforms.events.attribution.cues import reporting_cues
from transforms.events.modality.clause_cues import Factuality
from transforms.events.modality.conditions import FIRST_PERSON
from transforms.events.modality.cues import modal_cues, words
from transforms.events.modality.embedding_predicates import EmbeddingPredicates, effect
from transforms.language.clauses import QUESTION_WORDS, Clauses
from transforms.language.closed_class import closed_class

_ORDINALS = words("ordinals")
_WOULD = words("would")
_SUPERLATIVES = frozenset({"JJS", "RBS"})
_NEAR = 6


class Infinitives:
    """Reads the infinitives of one text; `known` holds the readings of the words above them."""

    def __init__(self, clauses: Clauses, embedding: EmbeddingPredicates, known: Mapping[int, Factuality]) -> None:
        """Prepare for a text."""
        self._clauses = clauses
        self._tokens = clauses.tokens
        self._embedding = embedding
        self._known = known
        self._by_word = modal_cues().by_word
        self._reporting = reporting_cues().by_lemma

    def complement(self, i: int, head: int, nominal: bool) -> Factuality:
        """Return the reading of an infinitive under a verb, an adjective or a noun."""
        tokens, clauses, governor = self._tokens, self._clauses, self._known[head]
        to = clauses.child(i, "aux")
        yet = clauses.has_word(head, frozenset({"yet"})) if tokens[head].lemma in closed_class("still_ahead") else None
        if yet is None:
            yet = clauses.has_word(i, frozenset({"yet"}), "advmod")
        if yet is not None:
            return Factuality("negated", "yet to", yet)
        for k in range(max(clauses.left[i], i - _NEAR), i):
            if tokens[k].tag in QUESTION_WORDS or tokens[k].text.lower() == "whether":
                return Factuality("possible", "question word", k)
        if self._is_wish(head):
            return governor if self._is_hedge(i, head) else Factuality("planned", "would like to", head)
        if self._is_message(i, head):
            return governor
        said = self._embedding.predicate(head)
        if nominal and tokens[head].dep == "dobj" and tokens[tokens[head].head].lemma == "take":
            # "took the time to listen", "took steps to close it"
            return self._known[tokens[head].head]
        if (too := self._too(said)) is not None:
            return Factuality("negated", "too", too) if governor.modality == "actual" else governor
        cue = self._embedding.entry(said, "infinitive")
        # "used a crane to lift it" says what a crane was for; it is no habit.
        habit = cue is None or cue.effect != "generic" or clauses.child(said, "dobj", "nsubjpass", "auxpass") is None
        if cue is not None and habit:
            turned_down = self._turned_down(said) if nominal and cue.effect in ("planned", "possible") else None
            return turned_down or effect(cue, said, governor)
        noun = head if nominal else said
        aim = self._by_word.get(("aim", tokens[noun].lemma.lower()))
        if aim is None and self._is_singled_out(noun, i):
            return governor
        if nominal and aim is not None:
            return Factuality("planned", aim.id, to)
        if nominal:
            return Factuality("planned", "infinitive after a noun", to)
        if tokens[said].tag[:1] == "J":
            return (
                Factuality("possible", "infinitive after an adjective", to)
                if governor.modality == "actual"
                else governor
            )
        if tokens[head].lemma == "be":
            return Factuality("planned", "be to", to)
        if tokens[head].lemma == "have":
            past = tokens[head].tag in ("VBD", "VBN", "VBG")
            return governor if past or self._is_hedge(i, head) else Factuality("possible", "have to", head)
        return Factuality("planned", "purpose", to) if governor.modality == "actual" else governor

    def purpose(self, i: int, head: int) -> Factuality:
        """Return the reading of an infinitive beside a verb: a purpose, or what came of it ("went on to win")."""
        tokens, clauses, governor = self._tokens, self._clauses, self._known[head]
        if clauses.has_word(i, frozenset({"only"}), "advmod") is not None or self._is_message(i, head):
            return governor
        if i > head and (cue := self._embedding.with_particle(head, "infinitive")) is not None:
            return effect(cue, head, governor)
        taken = clauses.child(head, "dobj") if tokens[head].lemma == "take" and i > head else None
        if taken is not None and ("occasion", tokens[taken].lemma.lower()) in self._by_word:
            return governor
        return Factuality("planned", "purpose", clauses.child(i, "aux"))

    def _is_wish(self, head: int) -> bool:
        """True if a verb with "would" expresses a wish: "would like to"."""
        if ("wish", self._tokens[head].lemma.lower()) not in self._by_word:
            return False
        return self._clauses.has_word(head, _WOULD, "aux") is not None

    def _is_message(self, i: int, head: int) -> bool:
        """True if a verb of contact introduces a message: "called to say that …"."""
        if ("message", self._tokens[head].lemma.lower()) not in self._by_word:
            return False
        return any(
            cue.commitment == "asserted" for cue in self._reporting.get(("verb", self._tokens[i].lemma.lower()), ())
        )

    def _is_hedge(self, i: int, head: int) -> bool:
        """True if a writer only owns to what is said: "I have to admit"."""
        subject = self._clauses.child(head, "nsubj")
        first = subject is not None and self._tokens[subject].text.lower() in FIRST_PERSON
        return first and ("hedge", self._tokens[i].lemma.lower()) in self._by_word

    def _turned_down(self, noun: int) -> Factuality | None:
        """Return what is not to be since a plan for it is rejected: "rejected a proposal to close the pool"."""
        verb = self._tokens[noun].head
        if self._tokens[noun].dep not in ("dobj", "nsubjpass") or self._known[verb].modality != "actual":
            return None
        rejected = ("rejection", self._tokens[verb].lemma.lower()) in self._by_word
        return Factuality("negated", "rejected plan", verb) if rejected else None

    def _too(self, said: int) -> int | None:
        """Return the "too" of "too weak to walk"."""
        if self._tokens[said].tag[:1] != "J":
            return None
        return self._clauses.has_word(said, frozenset({"too"}), "advmod")

    def _is_singled_out(self, noun: int, i: int) -> bool:
        """True if it is the first, the last, the worst that did it: "the worst storm to hit the coast"."""
        tokens, clauses = self._tokens, self._clauses
        of = clauses.has_word(noun, frozenset({"of"}), "prep")
        among = None if of is None else clauses.child(of, "pobj")
        return any(
            k < i and (tokens[k].text.lower() in _ORDINALS or tokens[k].tag in _SUPERLATIVES)
            for head in (noun, among)
            if head is not None and tokens[head].tag[:1] != "V"
            for k in (head, *clauses.children[head])
        )
