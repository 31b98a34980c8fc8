"""What a day that lies ahead makes of an event: "Tomorrow's march", "the treaty is signed on Monday"."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from transforms.events.modality.clause_cues import VERBAL
from transforms.events.modality.cues import words
from transforms.language.clauses import Clauses
from transforms.model import TimeExpression

_OF_A_NOUN = ("poss", "nmod", "compound", "npadvmod", "amod", "appos", "nummod")
_OF_A_VERB = ("npadvmod", "advmod", "tmod")
_FROM_ONE_SIDE = words("one_sided")
_PRESENT = frozenset({"VBZ", "VBP"})


class DaysAhead:
    """The words of one text that name a day after the article's publication day."""

    def __init__(self, clauses: Clauses, times: Sequence[TimeExpression], published: date | None) -> None:
        """Find the words; without a publication day there are none."""
        self._clauses = clauses
        self._tokens = clauses.tokens
        self._ahead: set[int] = set()
        if published is None:
            return
        starts = {token.start: token.i for token in clauses.tokens}
        for time in times:
            earliest = time.interval.earliest
            if time.timex_type not in ("DATE", "TIME") or earliest is None or earliest <= published:
                continue
            i = starts.get(time.span.start)
            while i is not None and i < len(clauses.tokens) and clauses.tokens[i].end <= time.span.end:
                self._ahead.add(i)
                i += 1

    def of(self, i: int) -> int | None:
        """Return the date by which what a word names is to come: one beside a noun, or beside a present verb."""
        if not self._ahead:
            return None
        if self._tokens[i].tag[:1] == "N":
            return self._beside(i, _OF_A_NOUN)
        if self._tokens[i].tag in VERBAL and self._is_present(i):
            return self._beside(i, _OF_A_VERB)
        return None

    def _beside(self, i: int, labels: tuple[str, ...]) -> int | None:
        clauses = self._clauses
        for c in clauses.childs(i, *labels):
            if c in self._ahead:
                return c
        for preposition in clauses.childs(i, "prep"):
            if self._tokens[preposition].text.lower() in _FROM_ONE_SIDE:
                continue
            behind = clauses.child(preposition, "pobj")
            if behind is not None and behind in self._ahead:
                return behind
        return None

    def _is_present(self, i: int) -> bool:
        """True if a verb is in the present, plain or progressive; a perfect expresses what is over."""
        helpers = [self._tokens[c] for c in self._clauses.childs(i, "aux", "auxpass")]
        if any(h.lemma.lower() == "have" or h.tag == "VBD" for h in helpers):
            return False
        return self._tokens[i].tag in _PRESENT or any(h.tag in _PRESENT for h in helpers)
