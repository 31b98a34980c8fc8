"""What kind of clause a complement is: an indirect question, what is asked after, a demand, a verb tagged as noun."""

from __future__ import annotations

from transforms.events.modality.cues import words
from transforms.language.clauses import QUESTION_WORDS, Clauses

_SINGULAR = words("singular")


def whether(clauses: Clauses, i: int, dep: str) -> int | None:
    """Return the word that makes a clause an indirect question: "does not know whether …", "asks if …"."""
    for c in clauses.childs(i, "mark"):
        word = clauses.tokens[c].text.lower()
        if word == "whether" or (word == "if" and dep in ("ccomp", "csubj", "pcomp")):
            return c
    return None


def is_subjunctive(clauses: Clauses, i: int) -> bool:
    """True if a clause has a bare verb and a subject ("that he go"), which a tagger may call present."""
    tokens = clauses.tokens
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


def is_question_clause(clauses: Clauses, i: int) -> bool:
    """True if a clause opens with what, who, how, why or where: "did not say what caused the fire"."""
    opening = clauses.tokens[clauses.left[i]]
    return opening.i < i and opening.tag in QUESTION_WORDS and clauses.tokens[i].dep in ("ccomp", "pcomp")


def is_clause(clauses: Clauses, i: int) -> bool:
    """True if a word that is tagged a noun has what only a verb has: its own "to", or "that" and a subject."""
    return clauses.is_infinitive(i) or (
        clauses.child(i, "mark") is not None and clauses.child(i, "nsubj", "nsubjpass") is not None
    )
