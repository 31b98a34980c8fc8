"""The modality of every word of a text by the cues whose scope it stands in.

A word's reading is its own clause's (negation, auxiliaries, adverbs), then that of what governs it, upwards to the
root: a plan makes what is planned planned, a denial makes its content negated, and neither touches itself.
"""

from __future__ import annotations

from transforms.events.clauses import Clauses
from transforms.events.modality_cues import Effect, ModalCue, modal_cues
from transforms.events.own_clause import ACTUAL, FIRST_PERSON, VERBAL, OwnClause, Reading
from transforms.events.reporting_cues import reporting_cues

_PREDICATES = frozenset({"acomp", "attr", "oprd"})
_COPULAS = frozenset({"be", "become", "remain", "stay", "seem", "appear", "get"})
_CLAUSES = frozenset({"xcomp", "ccomp", "csubj", "csubjpass", "pcomp", "acl", "advcl", "dep", "relcl", "parataxis"})
_NOUNS = frozenset({"dobj", "nsubj", "nsubjpass", "pobj", "attr", "dative", "compound"})
_PRESENT = frozenset({"VBP", "VBZ"})
_TEMPORAL = frozenset({"before", "after", "while", "since", "when", "upon", "in", "by"})
_QUESTION_WORDS = frozenset({"WDT", "WP", "WP$", "WRB"})
_NEAR = 6
_TIMES = frozenset({"when", "whenever", "once", "until", "till", "after", "before", "wherever", "so"})
_INDEFINITE = frozenset({"a", "an", "any", "some", "another", "no"})
_ORDINALS = frozenset({"first", "last", "only", "second", "third", "next", "latest"})
_SINGULAR = frozenset({"he", "she", "it"})


class Readings:
    """The readings of the tokens of one text, each worked out once."""

    def __init__(self, clauses: Clauses, commitments: dict[int, Reading]) -> None:
        """Prepare; `commitments` are readings that statements put upon the tops of their contents."""
        self._clauses = clauses
        self._tokens = clauses.tokens
        self._children = clauses.children
        self._table = modal_cues()
        self._reporting = reporting_cues().by_lemma
        self._own_clause = OwnClause(clauses)
        self._commitments = commitments
        self._known: dict[int, Reading] = {}
        self._embeddings: dict[tuple[int, str], ModalCue | None] = {}

    def of(self, i: int) -> Reading:
        """What becomes of a word, all that governs it considered."""
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

    def _work_out(self, i: int) -> Reading:
        own = self._own_clause.of(i)
        if own.modality in ("negated", "hypothetical"):
            return own
        outer = self._commitments.get(i) or self._outer(i)
        if own.modality == "actual" or outer.modality == "hypothetical":
            return outer
        return own

    def _outer(self, i: int) -> Reading:
        tokens = self._tokens
        token = tokens[i]
        head = token.head
        if head == i:
            return self._root(i)
        dep = token.dep
        if dep == "conj":
            return self._joined(i, head)
        if dep in _PREDICATES or (dep == "prep" and tokens[head].lemma in _COPULAS):
            return self._known[head]
        if token.tag in VERBAL and dep in _CLAUSES:
            return self._clause(i, head, dep)
        if dep in _NOUNS:
            return self._noun(i, head, dep)
        return ACTUAL

    def _root(self, i: int) -> Reading:
        """A yes-or-no question asks whether; a bare verb without a subject commands."""
        tokens = self._tokens
        if tokens[i].tag not in VERBAL:
            return ACTUAL
        sentence = self._clauses.parse.sentences[tokens[i].sentence]
        if tokens[sentence.last - 1].text == "?" and (question := self._asks_whether(i)) is not None:
            return Reading("possible", "question", question)
        return self._command(i)

    def _asks_whether(self, i: int) -> int | None:
        """The auxiliary that stands before the subject where no question word leads."""
        tokens = self._tokens
        subject = self._clauses.child(i, "nsubj", "nsubjpass", "expl")
        if subject is None:
            return None
        for k in range(self._clauses.left[i], subject):
            if tokens[k].tag in _QUESTION_WORDS:
                return None
        candidates = [c for c in self._clauses.childs(i, "aux", "auxpass") if c < subject]
        return candidates[0] if candidates else (i if i < subject else None)

    def _command(self, i: int) -> Reading:
        token = self._tokens[i]
        alone = self._clauses.child(i, "nsubj", "nsubjpass", "aux", "expl") is None
        if token.tag == "VB" and alone and ("elided", token.lemma.lower()) not in self._table.by_word:
            return Reading("planned", "command", i)
        return ACTUAL

    def _joined(self, i: int, head: int) -> Reading:
        """A word joined to another without auxiliary or subject of its own shares the other's fate."""
        tokens = self._tokens
        tag = tokens[i].tag
        alone = self._clauses.child(i, "nsubj", "nsubjpass", "aux", "expl") is None
        if alone and tag == "VB" and tokens[head].tag in ("VBD", "VBZ", "VBP"):
            # Taggers take "they come and go" for "go!"; with a comma between it may well be a command.
            comma = tokens[self._clauses.left[i] - 1].text == ","
            return self._command(i) if comma and self._known[head].modality == "actual" else self._known[head]
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

    def _clause(self, i: int, head: int, dep: str) -> Reading:
        """A clause under a verb, noun or adjective."""
        tokens, clauses = self._tokens, self._clauses
        infinitive = clauses.is_infinitive(i)
        finite = not infinitive and clauses.is_finite(i)
        if dep == "pcomp":
            return self._under_preposition(i, head)
        if dep == "advcl":
            return self._adverbial(i, head, infinitive, finite)
        governor = self._known[head]
        nominal = tokens[head].tag[:1] == "N" or dep in ("acl", "relcl")
        if infinitive:
            return self._infinitive(i, head, governor, nominal)
        if nominal:
            complement = dep != "relcl" and finite and clauses.child(i, "mark") is not None
            cue = self._embedding(head, "clause") if complement else None
            return self._effect(cue, head, governor) if cue is not None else ACTUAL
        caused = tokens[head].lemma in self._table.causative and clauses.child(i, "aux", "auxpass", "mark") is None
        if caused and tokens[i].tag in ("VBD", "VBN"):
            return governor
        demanding = self._predicate(head)
        if ("mandate", tokens[demanding].lemma) in self._table.by_word and self._is_subjunctive(i):
            return Reading("planned", "demand that", demanding)
        bare = tokens[i].tag == "VB" and clauses.child(i, "nsubj") is not None
        if not finite and (not bare or tokens[head].lemma in self._table.causative):
            cue = self._embedding(head, "gerund") if tokens[i].tag == "VBG" else None
            return governor if cue is None else self._effect(cue, head, governor)
        if clauses.child(head, "nsubj", "nsubjpass") is None and tokens[head].tag in ("VBN", "VBG"):
            condition = self._table.by_word.get(("condition", tokens[head].text.lower()))
            if condition is not None:
                return Reading("hypothetical", condition.id, head)
        cue = self._embedding(self._predicate(head), "clause")
        if cue is not None and not (cue.id == "think" and self._is_own_opinion(head)):
            return self._effect(cue, head, governor)
        if dep == "parataxis" or governor.modality == "actual":
            return ACTUAL
        reported = self._reporting.get(("verb", tokens[head].lemma.lower()))
        if reported is not None:
            if governor.modality in ("negated", "hypothetical") and reported[0].negated != "asserted":
                return Reading("possible", "reported under " + governor.modality, governor.cue)
            return ACTUAL
        return governor if governor.modality == "hypothetical" else ACTUAL

    def _is_subjunctive(self, i: int) -> bool:
        """Whether a clause has a bare verb and a subject ("that he go"), which a tagger may call present."""
        tokens, clauses = self._tokens, self._clauses
        subject = clauses.child(i, "nsubj", "nsubjpass")
        if subject is None or clauses.is_infinitive(i):
            return False
        helpers = [tokens[c] for c in clauses.childs(i, "aux", "auxpass")]
        if helpers or tokens[i].tag not in ("VB", "VBP"):
            return helpers[:1] != [] and helpers[0].text == "be"
        return (
            tokens[i].tag == "VB"
            or tokens[i].text == "be"
            or tokens[subject].tag in ("NN", "NNP")
            or tokens[subject].text in _SINGULAR
        )

    def _predicate(self, verb: int) -> int:
        """The adjective or noun that a copula leads ("it is possible that …"), else the verb itself."""
        if self._tokens[verb].lemma in _COPULAS:
            said = self._clauses.child(verb, "acomp", "attr", "oprd")
            return verb if said is None else said
        return verb

    def _is_own_opinion(self, verb: int) -> bool:
        """Whether the writer's "I think" only softens what is told."""
        subject = self._clauses.child(verb, "nsubj")
        return (
            subject is not None
            and self._tokens[subject].text.lower() in FIRST_PERSON
            and ("softener", self._tokens[verb].lemma.lower()) in self._table.by_word
            and self._known[verb].modality == "actual"
        )

    def _infinitive(self, i: int, head: int, governor: Reading, nominal: bool) -> Reading:
        """An infinitive under a verb, an adjective or a noun."""
        tokens, clauses = self._tokens, self._clauses
        to = clauses.child(i, "aux")
        yet = clauses.has_word(head, frozenset({"yet"})) if tokens[head].lemma in ("have", "be", "remain") else None
        if yet is None:
            yet = clauses.has_word(i, frozenset({"yet"}), "advmod")
        if yet is not None:
            return Reading("negated", "yet to", yet)
        for k in range(max(clauses.left[i], i - _NEAR), i):
            if tokens[k].tag in _QUESTION_WORDS or tokens[k].text.lower() == "whether":
                return Reading("possible", "question word", k)
        said = self._predicate(head)
        if nominal and tokens[head].dep == "dobj" and tokens[tokens[head].head].lemma == "take":
            # "took the time to listen", "took steps to close it"
            return self._known[tokens[head].head]
        cue = self._embedding(said, "infinitive")
        if cue is not None:
            return self._effect(cue, said, governor)
        if nominal:
            if any(tokens[c].text.lower() in _ORDINALS for c in (head, *self._children[head])):
                return governor
            return Reading("planned", "infinitive after a noun", to)
        if tokens[head].tag[:1] == "J":
            return (
                Reading("possible", "infinitive after an adjective", to) if governor.modality == "actual" else governor
            )
        if tokens[head].lemma == "be":
            return Reading("planned", "be to", to)
        if tokens[head].lemma == "have":
            return governor if tokens[head].tag in ("VBD", "VBN", "VBG") else Reading("possible", "have to", head)
        return Reading("planned", "purpose", to) if governor.modality == "actual" else governor

    def _adverbial(self, i: int, head: int, infinitive: bool, finite: bool) -> Reading:
        """Purpose; a clause of time told with its main clause; what a participle adds."""
        governor = self._known[head]
        if infinitive:
            if self._clauses.has_word(i, frozenset({"only"}), "advmod") is not None:
                return governor
            return Reading("planned", "purpose", self._clauses.child(i, "aux"))
        if not finite:
            if self._tokens[i].tag == "VB":
                return self._command(i)
            return ACTUAL if governor.modality == "negated" or governor.rule == "command" else governor
        ahead = self._tokens[i].tag in _PRESENT and governor.modality in ("planned", "possible", "hypothetical")
        if ahead and self._clauses.has_word(i, _TIMES, "mark", "advmod") is not None:
            return governor
        return ACTUAL

    def _under_preposition(self, i: int, preposition: int) -> Reading:
        tokens = self._tokens
        word = tokens[preposition].text.lower()
        marker = self._table.by_word.get(("marker", word))
        if marker is None and tokens[i].dep == "pcomp":
            marker = self._table.by_word.get(("condition", word))
        if marker is not None:
            return Reading(marker.effect, marker.id, preposition)  # type: ignore[arg-type]
        head = tokens[preposition].head
        if head == preposition:
            return ACTUAL
        governor = self._known[head]
        cue = self._embedding(head, f"after {word}") or self._embedding(head, "preposition")
        if cue is not None:
            return self._effect(cue, head, governor)
        if tokens[i].tag != "VBG":
            return ACTUAL
        return ACTUAL if word in _TEMPORAL and governor.modality == "negated" else governor

    def _noun(self, i: int, head: int, dep: str) -> Reading:
        """An event noun under a verb or a preposition."""
        tokens = self._tokens
        if dep == "pobj":
            return self._under_preposition(i, head)
        governor = self._known[head]
        if tokens[head].tag not in VERBAL:
            return ACTUAL
        if dep in ("dobj", "nsubjpass"):
            cue = self._embedding(head, "object")
            if cue is not None and self._is_indefinite_or_averted(i, cue):
                return self._effect(cue, head, governor)
        if governor.modality == "actual":
            return ACTUAL
        occurs = ("occurrence", tokens[head].lemma.lower()) in self._table.by_word
        return governor if occurs or (dep in ("dobj", "attr") and self._is_indefinite(i)) else ACTUAL

    def _is_indefinite_or_averted(self, i: int, cue: ModalCue) -> bool:
        """Whether an entry reaches its object: a known one ("wanted the vote") may have happened all the same."""
        return cue.definite or self._is_indefinite(i)

    def _is_indefinite(self, i: int) -> bool:
        """Whether a noun has no article but "a", no genitive and no demonstrative."""
        tokens = self._tokens
        return not any(
            tokens[c].dep == "poss" or (tokens[c].dep == "det" and tokens[c].text.lower() not in _INDEFINITE)
            for c in self._children[i]
        )

    def _embedding(self, head: int, frame: str) -> ModalCue | None:
        """The entry for a governing word, with its particle first ("call off"), then alone."""
        if (head, frame) not in self._embeddings:
            self._embeddings[head, frame] = self._look_up(head, frame)
        return self._embeddings[head, frame]

    def _look_up(self, head: int, frame: str) -> ModalCue | None:
        token = self._tokens[head]
        part = {"V": "verb", "N": "noun", "J": "adjective", "I": "adjective", "R": "adjective"}.get(token.tag[:1])
        if part is None:
            return None
        table = self._table.embedding
        lemma = token.lemma.lower()
        if part == "verb":
            for c in self._children[head]:
                if self._tokens[c].dep in ("prt", "advmod") and c > head:
                    cue = table.get((part, frame, f"{lemma} {self._tokens[c].text.lower()}"))
                    if cue is not None:
                        return cue
        cue = table.get((part, frame, lemma))
        if cue is None and part == "verb":
            cue = table.get(("adjective", frame, token.text.lower()))
        return cue

    def _effect(self, cue: ModalCue, head: int, governor: Reading) -> Reading:
        """The entry's effect, or the one that it has under negation."""
        effect: Effect = cue.negated if governor.modality == "negated" else cue.effect
        if effect == "same":
            return ACTUAL if governor.modality == "negated" and cue.effect == "negated" else governor
        if effect == "actual":
            return ACTUAL
        return Reading(effect, cue.id, head)
