"""Whether a mention is told as having happened, decided by the cues whose scope it stands in.

A word's reading is its own clause's (negation, auxiliaries, adverbs), then that of what governs it, upwards to the
root: a plan makes what is planned planned, a denial makes its content negated, and neither touches itself.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from transforms.events.clauses import Clauses
from transforms.events.modality_cues import Effect, ModalCue, modal_cues
from transforms.events.reporting_cues import reporting_cues
from transforms.language import Parse
from transforms.model import Judgement, Mention, Modality, Span, Statement


def rules_version() -> str:
    """A short hash of the rule file."""
    return modal_cues().version


def judge(parse: Parse, mentions: Sequence[Mention], chains: Sequence[tuple[Statement, ...]]) -> tuple[Judgement, ...]:
    """One judgement a mention, in their order; `chains` holds the statements that each mention stands in.

    What a source asserts is judged as if the article said it; what a source thinks, hopes or fears is possible.
    """
    if not mentions:
        return ()
    readings = Readings(Clauses(parse), _commitments(parse, chains))
    return tuple(readings.judgement(mention.head) for mention in mentions)


class Reading(NamedTuple):
    """A modality with the entry and the token that decide it."""

    modality: Modality
    rule: str
    cue: int | None


_ACTUAL = Reading("actual", "told as fact", None)
_COPULAS = frozenset({"be", "become", "remain", "stay", "seem", "appear", "get"})
_PREDICATES = frozenset({"acomp", "attr", "oprd"})
_SENTENCE_TAGS = frozenset({"VB", "VBD", "VBG", "VBN", "VBP", "VBZ", "MD"})


def _commitments(parse: Parse, chains: Sequence[tuple[Statement, ...]]) -> dict[int, Reading]:
    """For statements that do not assert: the reading of every token at the top of their content."""
    found: dict[int, Reading] = {}
    by_id = reporting_cues().by_id
    seen: set[Statement] = set()
    for chain in chains:
        for statement in chain:
            cue = by_id[statement.rule_id]
            if cue.commitment in ("asserted", "discussed") or statement in seen:
                continue
            seen.add(statement)
    if not seen:
        return found
    tokens = parse.tokens
    starts = {token.start: token.i for token in tokens}
    for statement in seen:
        cue_token = starts.get(statement.cue.start)
        reading = Reading(by_id[statement.rule_id].commitment, statement.rule_id, cue_token)  # type: ignore[arg-type]
        for span in statement.content:
            i = starts.get(span.start)
            while i is not None and i < len(tokens) and tokens[i].end <= span.end:
                head = tokens[tokens[i].head]
                if head.i == i or not (span.start <= head.start and head.end <= span.end):
                    if head.i != cue_token:
                        found[i] = reading
                i += 1
    return found


class Readings:
    """The readings of the tokens of one text, each worked out once."""

    def __init__(self, clauses: Clauses, commitments: dict[int, Reading]) -> None:
        """Prepare; `commitments` are readings that statements put upon the tops of their contents."""
        self._clauses = clauses
        self._tokens = clauses.tokens
        self._children = clauses.children
        self._table = modal_cues()
        self._commitments = commitments
        self._known: dict[int, Reading] = {}

    def judgement(self, i: int) -> Judgement:
        """The judgement of a token."""
        reading = self.reading(i)
        cue = None if reading.cue is None else self._tokens[reading.cue]
        return Judgement(reading.modality, reading.rule, None if cue is None else Span(cue.start, cue.end))

    def reading(self, i: int) -> Reading:
        """What becomes of the word, all that governs it considered."""
        path = []
        while i not in self._known:
            path.append(i)
            head = self._tokens[i].head
            if head == i:
                break
            i = head
        for j in reversed(path):
            self._known[j] = self._work_out(j)
        return self._known[path[0] if path else i]

    def _work_out(self, i: int) -> Reading:
        own = self._own(i)
        if own.modality not in ("actual", "planned", "possible", "generic"):
            return own
        outer = self._outer(i)
        committed = self._commitments.get(i)
        if outer.modality == "actual" and committed is not None:
            outer = committed
        if own.modality == "actual":
            return outer
        return outer if outer.modality == "hypothetical" else own

    def _own(self, i: int) -> Reading:
        """What the word's own clause says: negation first, then condition, auxiliaries and adverbs."""
        tokens, by_word = self._tokens, self._table.by_word
        verbal = tokens[i].tag in _SENTENCE_TAGS
        weak: Reading | None = None
        for c in self._children[i]:
            token = tokens[c]
            word = token.text.lower()
            dep = token.dep
            cue: ModalCue | None = None
            if dep == "neg":
                return Reading("negated", "not", c)
            if verbal:
                if dep in ("aux", "auxpass"):
                    cue = by_word.get(("auxiliary", word))
                elif dep == "advmod":
                    cue = by_word.get(("negator", word)) or by_word.get(("adverb", word))
                elif dep in ("nsubj", "nsubjpass", "dobj", "attr"):
                    negator = self._negative(c)
                    if negator is not None:
                        return Reading("negated", "not", negator)
                elif dep in ("mark", "prep", "advmod"):
                    cue = by_word.get(("condition", word)) if tokens[i].dep == "advcl" else None
            elif dep in ("amod", "det", "compound"):
                cue = by_word.get(("modifier", word))
            if cue is not None:
                if cue.effect == "negated":
                    return Reading("negated", cue.id, c)
                if weak is None or cue.effect == "hypothetical":
                    weak = Reading(cue.effect, cue.id, c)  # type: ignore[arg-type]
        if tokens[i].dep == "advcl" and verbal:
            inverted = self._children[i]
            if inverted and tokens[inverted[0]].text in ("Should", "Had", "Were") and tokens[inverted[0]].dep == "aux":
                return Reading("hypothetical", "if", inverted[0])
        return weak or _ACTUAL

    def _negative(self, noun: int) -> int | None:
        """The "no" of a noun phrase, or the noun itself where it is "nobody" or "nothing"."""
        tokens = self._tokens
        by_word = self._table.by_word
        word = tokens[noun].text.lower()
        if ("negator", word) in by_word:
            return noun
        for c in self._children[noun]:
            if tokens[c].dep in ("det", "neg") and tokens[c].text.lower() in ("no", "neither"):
                return c
        return None

    def _outer(self, i: int) -> Reading:
        """What the governing word makes of it."""
        token = self._tokens[i]
        head = token.head
        if head == i:
            return self._root(i)
        dep = token.dep
        if dep == "conj":
            return self._joined(i, head)
        if dep in _PREDICATES or (dep == "prep" and self._tokens[head].lemma in _COPULAS):
            return self._known[head]
        if dep in ("xcomp", "ccomp", "csubj", "pcomp", "acl", "advcl", "dep", "relcl"):
            return self._clause(i, head, dep)
        if dep in ("dobj", "nsubj", "nsubjpass", "pobj", "attr"):
            return self._noun(i, head, dep)
        return _ACTUAL

    def _root(self, i: int) -> Reading:
        """A question asks whether; a bare verb without a subject commands."""
        tokens = self._tokens
        sentence = self._clauses.parse.sentences[tokens[i].sentence]
        if tokens[sentence.last - 1].text == "?" and tokens[i].tag in _SENTENCE_TAGS:
            return Reading("possible", "question", sentence.last - 1)
        if tokens[i].tag == "VB" and self._clauses.child(i, "nsubj", "nsubjpass", "aux") is None:
            return Reading("planned", "command", None)
        return _ACTUAL

    def _joined(self, i: int, head: int) -> Reading:
        """A verb joined to another without auxiliary or subject of its own shares the other's fate."""
        tokens = self._tokens
        if tokens[i].tag in ("VB", "VBN", "VBG") or tokens[i].tag[:1] in "NJ":
            if self._clauses.child(i, "nsubj", "nsubjpass", "aux") is None:
                return self._known[head]
        return self._outer_of_conjunct(head)

    def _outer_of_conjunct(self, head: int) -> Reading:
        """What governs the first of joined clauses governs the others too."""
        while self._tokens[head].dep == "conj" and self._tokens[head].head != head:
            head = self._tokens[head].head
        dep = self._tokens[head].dep
        if dep in ("ccomp", "xcomp", "advcl"):
            return self._outer(head)
        return _ACTUAL

    def _clause(self, i: int, head: int, dep: str) -> Reading:
        """A clause under a verb, noun or adjective."""
        tokens = self._tokens
        infinitive = self._clauses.is_infinitive(i)
        frame = (
            "infinitive"
            if infinitive
            else "gerund"
            if tokens[i].tag == "VBG" and not self._clauses.is_finite(i)
            else "clause"
        )
        if dep == "pcomp":
            return self._under_preposition(i, head)
        if dep == "advcl":
            if infinitive:
                return Reading("planned", "purpose", self._clauses.child(i, "aux"))
            governor = self._known[head]
            if (
                frame == "clause"
                and tokens[i].tag in ("VBP", "VBZ")
                and governor.modality in ("planned", "possible", "hypothetical")
            ):
                return governor
            return _ACTUAL if frame == "clause" else governor
        if dep == "relcl" and not infinitive:
            return _ACTUAL
        governor = self._known[head]
        cue = self._embedding(head, frame)
        if cue is not None:
            return self._effect(cue, head, governor)
        if dep == "acl":
            return (
                Reading("planned", "infinitive after a noun", self._clauses.child(i, "aux")) if infinitive else _ACTUAL
            )
        if frame == "clause":
            reported = reporting_cues().by_lemma.get(("verb", tokens[head].lemma.lower()))
            if reported and governor.modality != "actual" and reported[0].negated != "asserted":
                return Reading("possible", "reported under " + governor.modality, governor.cue)
            if reported is None and governor.modality == "hypothetical":
                return governor
            return _ACTUAL
        return governor

    def _under_preposition(self, i: int, preposition: int) -> Reading:
        tokens = self._tokens
        marker = self._table.by_word.get(("marker", tokens[preposition].text.lower()))
        if marker is not None:
            return Reading(marker.effect, marker.id, preposition)  # type: ignore[arg-type]
        head = tokens[preposition].head
        if head == preposition:
            return _ACTUAL
        if tokens[preposition].text.lower() in ("before", "after", "while", "since"):
            return self._known[head] if self._known[head].modality != "negated" else _ACTUAL
        cue = self._embedding(head, "preposition")
        if cue is not None:
            return self._effect(cue, head, self._known[head])
        return self._known[head] if tokens[i].tag == "VBG" else _ACTUAL

    def _noun(self, i: int, head: int, dep: str) -> Reading:
        """An event noun under a verb or a preposition."""
        tokens = self._tokens
        if dep == "pobj":
            return self._under_preposition(i, head)
        governor = self._known[head]
        verb = tokens[head]
        if dep in ("dobj", "nsubjpass"):
            cue = self._embedding(head, "object")
            if cue is not None:
                return self._effect(cue, head, governor)
        if governor.modality == "actual":
            return _ACTUAL
        occurs = ("occurrence", verb.lemma.lower()) in self._table.by_word
        if occurs or (dep in ("dobj", "attr") and self._indefinite(i)):
            return governor
        return _ACTUAL

    def _indefinite(self, i: int) -> bool:
        """Whether a noun has no article but "a", no genitive and no demonstrative."""
        tokens = self._tokens
        return not any(
            tokens[c].dep == "poss"
            or (tokens[c].dep == "det" and tokens[c].text.lower() not in ("a", "an", "any", "some"))
            for c in self._children[i]
        )

    def _embedding(self, head: int, frame: str) -> ModalCue | None:
        token = self._tokens[head]
        part = {"V": "verb", "N": "noun", "J": "adjective", "I": "adjective", "R": "adjective"}.get(token.tag[:1])
        if part is None:
            return None
        table = self._table.embedding
        lemma = token.lemma.lower()
        cue = table.get((part, frame, lemma))
        if cue is None and part == "verb":
            cue = table.get(("adjective", frame, token.text.lower()))
        return cue

    def _effect(self, cue: ModalCue, head: int, governor: Reading) -> Reading:
        """The entry's effect, or the one that it has under negation."""
        effect: Effect = cue.negated if governor.modality == "negated" else cue.effect
        if effect == "same":
            if governor.modality == "negated" and cue.effect == "negated":
                return _ACTUAL
            return governor
        if effect == "actual":
            return _ACTUAL
        return Reading(effect, cue.id, head)
