"""The modality of every word of a text by the cues whose scope it stands in.

A word's reading is its own clause's (negation, auxiliaries, adverbs), then that of what governs it, upwards to the
root: a plan makes what is planned planned, a denial makes its content negated, and neither touches itself.
"""

from __future__ import annotations

from transforms.events.attribution.cues import reporting_cues
from transforms.events.modality import complements
from transforms.events.modality.clause_cues import ACTUAL, VERBAL, Factuality, OwnClause
from transforms.events.modality.conditions import FIRST_PERSON
from transforms.events.modality.cues import modal_cues, words
from transforms.events.modality.embedding_predicates import COPULAS, EmbeddingPredicates, effect
from transforms.events.modality.infinitives import Infinitives
from transforms.events.modality.main_clauses import MainClauses
from transforms.events.modality.nominals import EventNouns
from transforms.language.clauses import Clauses
from transforms.language.closed_class import closed_class

_PREDICATES = frozenset({"acomp", "attr", "oprd"})
_CLAUSES = frozenset({"xcomp", "ccomp", "csubj", "csubjpass", "pcomp", "acl", "advcl", "dep", "relcl", "parataxis"})
_NOUNS = frozenset({"dobj", "nsubj", "nsubjpass", "pobj", "attr", "dative", "compound"})
_PRESENT = frozenset({"VBP", "VBZ"})
_TEMPORAL = words("temporal")
_NOT_ACTUAL = frozenset({"negated", "hypothetical", "possible"})
"""What is only said so is not said: "she may argue that he fled"."""
_TIMES = words("times")
_UNTIL = words("until")


class FactualityReader:
    """The readings of the tokens of one text, each worked out once."""

    def __init__(self, clauses: Clauses, commitments: dict[int, Factuality]) -> None:
        """Prepare; `commitments` are readings that statements put upon the tops of their contents."""
        self._clauses = clauses
        self._tokens = clauses.tokens
        self._children = clauses.children
        self._table = modal_cues()
        self._reporting = reporting_cues().by_lemma
        self._own_clause = OwnClause(clauses)
        self._main = MainClauses(clauses)
        self._commitments = commitments
        self._known: dict[int, Factuality] = {}
        self._embedding = EmbeddingPredicates(clauses)
        self._infinitives = Infinitives(clauses, self._embedding, self._known)
        self._nouns = EventNouns(clauses, self._embedding, self._known)

    def of(self, i: int) -> Factuality:
        """Return the modality of a word, given every word that governs it."""
        path = [i]
        while path[-1] not in self._known:
            head = self._tokens[path[-1]].head
            if head == path[-1]:
                break
            path.append(head)
        for j in reversed(path):
            if j not in self._known:
                self._known[j] = self._work_out(j)
        return self._known[i]

    def _work_out(self, i: int) -> Factuality:
        own = self._own_clause.of(i)
        if own.modality in ("negated", "hypothetical"):
            return own
        outer = self._commitments.get(i) or self._outer(i)
        if own.modality == "actual" or outer.modality == "hypothetical":
            return outer
        if outer.modality == "negated" and self._tokens[i].tag[:1] == "N":
            # A planned attack that was called off.
            return outer
        if own.foresees and outer.modality == "possible":
            # What somebody thinks or fears will be is not what somebody means to do.
            return outer
        return own

    def _outer(self, i: int) -> Factuality:
        tokens = self._tokens
        token = tokens[i]
        head = token.head
        if head == i:
            return self._main.clause(i)
        dep = token.dep
        if dep == "conj":
            return self._joined(i, head)
        if dep in _PREDICATES or (dep == "prep" and tokens[head].lemma in COPULAS):
            return self._known[head]
        if dep in _CLAUSES and (token.tag in VERBAL or complements.is_clause(self._clauses, i)):
            return self._clause(i, head, dep)
        if dep in _NOUNS:
            return self._noun(i, head, dep)
        return ACTUAL

    def _joined(self, i: int, head: int) -> Factuality:
        """Return the reading of a joined word: without auxiliary or subject of its own it shares the other's."""
        tokens = self._tokens
        tag = tokens[i].tag
        alone = self._clauses.child(i, "nsubj", "nsubjpass", "aux", "expl") is None
        if alone and (instead := self._instead(self._clauses.left[i])) is not None:
            return instead
        if alone and tag == "VB" and tokens[head].tag in ("VBD", "VBZ", "VBP"):
            # Taggers take "they come and go" for "go!"; with a comma between it may well be a command.
            before = tokens[self._clauses.left[i] - 1].text.lower()
            comma = before == "," or (before == "so" and tokens[head].lemma == "be")
            return self._main.command(i) if comma and self._known[head].modality == "actual" else self._known[head]
        if alone and (tag in ("VB", "VBN", "VBG") or tag[:1] in "NJ"):
            first = self._known[head]
            contrasted = first.modality == "negated" and tokens[self._clauses.left[i] - 1].text.lower() == "but"
            return ACTUAL if contrasted else first
        while tokens[head].dep == "conj" and tokens[head].head != head:
            head = tokens[head].head
        alike = self._clauses.is_finite(head) or not self._clauses.is_finite(i)
        if alike and tokens[head].dep in ("ccomp", "xcomp", "advcl") and tokens[head].head != head:
            return self._outer(head)
        return ACTUAL

    def _clause(self, i: int, head: int, dep: str) -> Factuality:
        """Return the reading of a clause under a verb, noun or adjective."""
        tokens, clauses = self._tokens, self._clauses
        infinitive = clauses.is_infinitive(i)
        finite = not infinitive and (clauses.is_finite(i) or tokens[i].tag not in VERBAL)
        if dep == "pcomp":
            return self._under_preposition(i, head)
        if dep == "advcl":
            return self._adverbial(i, head, infinitive, finite)
        governor = self._known[head]
        nominal = tokens[head].tag[:1] == "N" or dep in ("acl", "relcl")
        if infinitive:
            return self._infinitives.complement(i, head, nominal)
        if dep == "ccomp" and i < head and tokens[i].tag == "VB" and (command := self._main.command(i)) is not ACTUAL:
            # "Leave the city, the mayor said."
            return command
        if (whether := complements.whether(clauses, i, dep)) is not None:
            return Factuality("possible", "whether", whether)
        if nominal and dep == "acl" and not finite and tokens[head].dep == "attr":
            there = tokens[head].head
            if clauses.child(there, "expl") is not None:
                # "There could be oil coming up."
                return self._known[there]
        if nominal:
            complement = dep != "relcl" and finite and clauses.child(i, "mark") is not None
            cue = self._embedding.entry(head, "clause") if complement else None
            untrue = (self._untrue(head) or self._nouns.disputed(head)) if complement else None
            if untrue is not None:
                return untrue
            return effect(cue, head, governor) if cue is not None else ACTUAL
        caused = tokens[head].lemma in self._table.causative and clauses.child(i, "aux", "auxpass", "mark") is None
        if caused and tokens[i].tag in ("VBD", "VBN"):
            return governor
        demanding = self._embedding.predicate(head)
        if ("mandate", tokens[demanding].lemma) in self._table.by_word and complements.is_subjunctive(clauses, i):
            return Factuality("planned", "demand that", demanding)
        bare = tokens[i].tag == "VB" and clauses.child(i, "nsubj") is not None
        if not finite and (not bare or tokens[head].lemma in self._table.causative):
            gerund = tokens[i].tag == "VBG" or clauses.has_word(i, frozenset({"being"}), "auxpass") is not None
            cue = self._embedding.entry(head, "gerund") if gerund else None
            return governor if cue is None else effect(cue, head, governor)
        if clauses.child(head, "nsubj", "nsubjpass") is None and tokens[head].tag in ("VBN", "VBG"):
            condition = self._table.by_word.get(("condition", tokens[head].text.lower()))
            if condition is not None:
                return Factuality("hypothetical", condition.id, head)
        if complements.is_question_clause(clauses, i) or (governor.modality == "negated" and i < head):
            # What is asked after is taken for granted; a verb that is negated has no clause before it.
            return ACTUAL
        cue = self._embedding.entry(self._embedding.predicate(head), "clause")
        if cue is not None and not (cue.softens and self._is_own_opinion(head)):
            return effect(cue, head, governor)
        if dep == "parataxis" or governor.modality == "actual":
            return ACTUAL
        reported = self._reporting.get(("verb", tokens[head].lemma.lower()))
        if reported is not None:
            if governor.modality in _NOT_ACTUAL and reported[0].negated != "asserted":
                return Factuality("possible", "reported under " + governor.modality, governor.cue)
            return ACTUAL
        return governor if governor.modality == "hypothetical" else ACTUAL

    def _untrue(self, noun: int) -> Factuality | None:
        """Return what is said of a claim: "the claim that he fled is false"."""
        copula = self._tokens[noun].head
        said = self._embedding.predicate(copula) if self._tokens[noun].dep == "nsubj" else copula
        cue = self._embedding.entry(said, "clause") if said != copula else None
        if cue is None or cue.effect not in ("negated", "same"):
            return None
        untrue = effect(cue, said, self._known[copula])
        return untrue if untrue.modality == "negated" else None

    def _is_own_opinion(self, verb: int) -> bool:
        """True if the writer's "I think" only softens a statement."""
        subject = self._clauses.child(verb, "nsubj")
        return (
            subject is not None
            and self._tokens[subject].text.lower() in FIRST_PERSON
            and ("softener", self._tokens[verb].lemma.lower()) in self._table.by_word
            and self._known[verb].modality == "actual"
        )

    def _adverbial(self, i: int, head: int, infinitive: bool, finite: bool) -> Factuality:
        """Purpose; a clause of time that goes with its main clause; what a participle adds."""
        governor = self._known[head]
        if infinitive:
            return self._infinitives.purpose(i, head)
        if not finite:
            if self._tokens[i].tag == "VB":
                return self._main.command(i)
            if self._clauses.has_word(i, frozenset({"having"}), "aux") is not None:
                return ACTUAL
            return ACTUAL if governor.modality == "negated" or governor.commands else governor
        ahead = self._is_present(i) and governor.modality in ("planned", "possible", "hypothetical")
        if ahead and self._clauses.has_word(i, _TIMES, "mark", "advmod") is not None:
            return governor
        until = self._clauses.has_word(i, _UNTIL, "mark") if self._is_present(i) else None
        # "They are staying until the mayor resigns": what the present waits for has not come.
        return ACTUAL if until is None else Factuality("planned", "until", until)

    def _is_present(self, i: int) -> bool:
        """True if a verb or its auxiliary is present: "once it is signed"."""
        helpers = (self._tokens[c].tag for c in self._clauses.childs(i, "aux", "auxpass"))
        return self._tokens[i].tag in _PRESENT or any(tag in _PRESENT for tag in helpers)

    def _under_preposition(self, i: int, preposition: int) -> Factuality:
        tokens = self._tokens
        word = tokens[preposition].text.lower()
        if (instead := self._instead(preposition + 1)) is not None:
            return instead
        if word == "of" and self._nouns.is_in_case(tokens[preposition].head):
            return Factuality("hypothetical", "if", tokens[preposition].head)
        marker = self._table.by_word.get(("marker", word))
        if marker is None and tokens[i].dep == "pcomp":
            marker = self._table.by_word.get(("condition", word))
        if marker is not None:
            return Factuality(marker.effect, marker.id, preposition)  # type: ignore[arg-type]
        head = tokens[preposition].head
        if head == preposition:
            return ACTUAL
        governor = self._known[head]
        if word in closed_class("spoken_of") and (disputed := self._nouns.disputed(head)) is not None:
            return disputed
        cue = self._embedding.entry(head, f"after {word}") or self._embedding.entry(head, "preposition")
        if cue is None and tokens[head].dep == "dobj" and tokens[i].tag == "VBG":
            # "cleared the firm of polluting": the parser may hang the charge on the one who is charged.
            verb = tokens[head].head
            cue = self._embedding.entry(verb, f"after {word}")
            if cue is not None:
                return effect(cue, verb, self._known[verb])
        if cue is not None and (tokens[i].tag in VERBAL or self._nouns.is_indefinite_or_averted(i, cue)):
            return effect(cue, head, governor)
        if tokens[i].tag != "VBG":
            return ACTUAL
        return ACTUAL if word in _TEMPORAL and governor.modality == "negated" else governor

    def _instead(self, i: int) -> Factuality | None:
        """Return what was left for something else, from its first word on: "instead of signing", "rather than sign"."""
        tokens = self._tokens
        if i < 2 or tokens[i - 1].text.lower() not in closed_class("instead_or_rather"):
            return None
        marker = self._table.by_word.get(("marker", tokens[i - 2].text.lower()))
        return None if marker is None else Factuality(marker.effect, marker.id, i - 2)  # type: ignore[arg-type]

    def _noun(self, i: int, head: int, dep: str) -> Factuality:
        """Return the reading of an event noun under a verb or a preposition."""
        tokens = self._tokens
        if dep == "pobj":
            return self._under_preposition(i, head)
        governor = self._known[head]
        if tokens[head].tag not in VERBAL:
            return ACTUAL
        if (raised := self._nouns.raised(head, dep)) is not None:
            return self.of(raised)
        if (said := self._nouns.said_of(head, dep)) is not None:
            return said
        if dep in ("dobj", "nsubjpass"):
            gerund = self._embedding.entry(head, "gerund") if tokens[i].tag == "VBG" else None
            if gerund is not None:
                return effect(gerund, head, governor)
            cue = self._embedding.entry(head, "object")
            present = cue is not None and cue.effect == "planned" and tokens[head].tag in ("VBZ", "VBP", "VBG")
            if cue is not None and (present or self._nouns.is_indefinite_or_averted(i, cue)):
                return effect(cue, head, governor)
            if governor.commands:
                return governor
        if governor.modality == "actual":
            return ACTUAL
        occurs = ("occurrence", tokens[head].lemma.lower()) in self._table.by_word
        return governor if occurs or (dep in ("dobj", "attr") and self._nouns.is_indefinite(i)) else ACTUAL
