"""Finding the event word above, behind or beside a token."""

from __future__ import annotations

from collections.abc import Sequence

from transforms.events.dating.values import ArticleView, Attachment, Candidate, by_head

_STEPS = 8


class EventWords:
    """The event words of one article in its parse."""

    __slots__ = ("_at", "_attachments", "_candidates", "_lengths", "_parse", "_rules", "_view")

    def __init__(self, view: ArticleView, candidates: Sequence[Candidate], attachments: Sequence[Attachment]) -> None:
        """Prepare for one article."""
        self._view, self._candidates, self._attachments = view, candidates, attachments
        self._parse, self._rules = view.parse, view.rules
        self._lengths = {t.span.end: i for i, t in enumerate(view.times) if t.timex_type == "DURATION"}
        self._at = by_head(candidates)

    def _above(self, i: int) -> int | None:
        """Return the nearest event word above a token, in its sentence."""
        tokens = self._parse.tokens
        for _ in range(_STEPS):
            head = tokens[i].head
            if head == i:
                return None
            if head in self._at:
                return self._at[head]
            i = head
        return None

    def _cause(self, verb: int, within: bool = True) -> int | None:
        """Return the event noun that does what a verb says: its subject, or what "that" or "which" stands for.

        `within`: also the event whose "of" the noun hangs on ("the bombing of a mill that killed two").
        """
        tokens = self._parse.tokens
        for _ in range(_STEPS):
            subject = next((c for c in self._parse.children[verb] if tokens[c].dep in ("nsubj", "nsubjpass")), None)
            if subject is not None:
                if tokens[subject].tag not in ("WDT", "WP"):
                    return self._noun(subject)
                if tokens[verb].dep != "relcl":
                    return None
                return self._noun_before(tokens[verb].head) if within else self._noun(tokens[verb].head)
            if tokens[verb].dep != "conj":
                return None
            verb = tokens[verb].head
        return None

    def _noun(self, i: int) -> int | None:
        """Return the event noun at a token."""
        found = self._at.get(i)
        return found if found is not None and self._candidates[found].tense.form == "noun" else None

    def _noun_before(self, i: int) -> int | None:
        """Return the event noun at a token or above its preposition."""
        tokens = self._parse.tokens
        for _ in range(3):
            found = self._noun(i)
            if found is not None or tokens[i].dep != "pobj":
                return found
            i = tokens[tokens[i].head].head
        return self._noun(i)
