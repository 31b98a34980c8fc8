"""Whose date it is, where the order of the words says more than the parse."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence

from transforms.events.dating.attaching.surface_cues import first_token, word_before
from transforms.events.dating.values import ArticleView
from transforms.language.closed_class import closed_class
from transforms.model import Mention

_STEPS = 10
_PAST = frozenset({"VBD", "VBN"})


class WordOrder:
    """Corrects attachments by the order of the words."""

    __slots__ = ("_at", "_mentions", "_starts", "_triggers", "_view")

    def __init__(self, view: ArticleView, mentions: Sequence[Mention], at: Mapping[int, int]) -> None:
        """Prepare for one article; `at` is where mentions are, by token."""
        self._view, self._mentions, self._at = view, mentions, at
        self._triggers = [mention.trigger.start for mention in mentions]
        self._starts = {token.start: token.i for token in view.parse.tokens}

    def corrected(self, index: int, at: int, mention: int) -> int:
        """Right after a verb of saying, a date is that verb's; deep in what was said, it is not."""
        tokens, mentions = self._view.parse.tokens, self._mentions
        time = self._view.times[index]
        before = word_before(self._view.parse, self._starts, time.span.start)
        if before is not None and before in self._at and before != mentions[mention].head:
            near = self._at[before]
            if mentions[near].event_class == "reporting":
                return near
        describing = self._describing_subject(index, mention)
        if describing is not None:
            return describing
        joined = self._joined_behind(index, mention)
        if joined is not None:
            return joined
        first = self._before_to(index, mention)
        if first is None:
            first = self._before_colon(index, mention)
        if first is not None:
            return first
        if mentions[mention].event_class != "reporting" or time.span.start < mentions[mention].trigger.end:
            return mention
        head = mentions[mention].head
        said = [c for c in self._view.parse.children[head] if tokens[c].dep in ("ccomp", "xcomp") and c > head]
        if not said or tokens[at].i < said[0]:
            return mention
        for j in self._behind(tokens[at].start):
            if mentions[j].head < said[0]:
                break
            if mentions[j].event_class != "reporting":
                return j
        return mention

    def beyond_what_it_was_with(self, index: int, at: int, mention: int) -> int:
        """Return the past verb whose "with" goes with an event noun before a date ("left with a fever last Monday").

        The date is then the verb's; but not where the noun is what somebody is charged with.
        """
        tokens, rules = self._view.parse.tokens, self._view.rules
        noun = tokens[self._mentions[mention].head]
        preposition = tokens[noun.head]
        verb = tokens[preposition.head]
        if noun.dep != "pobj" or preposition.text.lower() != "with" or verb.i not in self._at or verb.tag not in _PAST:
            return mention
        behind = noun.i < verb.i or tokens[at].i < noun.i
        if behind or verb.lemma in rules.judging | rules.apart | rules.of_another_time | rules.attending:
            return mention
        return self._at[verb.i] if self._view.times[index].connective in (None, "", "on") else mention

    def _describing_subject(self, index: int, mention: int) -> int | None:
        """Return the verb that says which subject is meant, where a date follows it ("a lid put on last week held")."""
        tokens, time = self._view.parse.tokens, self._view.times[index]
        verb = self._mentions[mention].head
        if time.span.end > tokens[verb].start:
            return None
        subjects = (c for c in self._view.parse.children[verb] if tokens[c].dep in ("nsubj", "nsubjpass"))
        for subject in subjects:
            for c in self._view.parse.children[subject]:
                within = c in self._at and tokens[c].dep in ("relcl", "acl") and tokens[c].end <= time.span.start
                if within and "," not in self._view.parse.text[tokens[c].end : time.span.start]:
                    return self._at[c]
        return None

    def _joined_behind(self, index: int, mention: int) -> int | None:
        """Return the second of two verbs, where a date stands behind their "and" ("has paid and, in May, left")."""
        tokens, time = self._view.parse.tokens, self._view.times[index]
        head = self._mentions[mention].head
        start = first_token(self._view.parse, time.span)
        if start is None or start <= head:
            return None
        at = start - 1
        while at > head and tokens[at].pos in ("ADP", "DET", "PUNCT"):
            at -= 1
        if tokens[at].text.lower() not in closed_class("joining_clauses") or tokens[at].dep != "cc":
            return None
        verbs = (c for c in self._view.parse.children[head] if tokens[c].dep in ("conj", "dep") and c > start)
        return next((self._at[c] for c in verbs if c in self._at), None)

    def _before_colon(self, index: int, mention: int) -> int | None:
        """Return what was said, where a date goes on with it ("Fires were rare, he said: one in 1990")."""
        tokens, time = self._view.parse.tokens, self._view.times[index]
        one = self._mentions[mention]
        if one.event_class != "reporting" or time.span.start < one.trigger.end:
            return None
        if ":" not in self._view.parse.text[one.trigger.end : time.span.start]:
            return None
        said = (c for c in self._view.parse.children[one.head] if tokens[c].dep == "ccomp" and c < one.head)
        return next((self._at[c] for c in said if c in self._at), None)

    def _before_to(self, index: int, mention: int) -> int | None:
        """Return what a date in front of "to mark" belongs to: what stands before it, not the marking."""
        tokens, time = self._view.parse.tokens, self._view.times[index]
        head = self._mentions[mention].head
        to = next((c for c in self._view.parse.children[head] if tokens[c].tag == "TO"), None)
        if to is None or time.span.end > tokens[to].start or tokens[to].sentence != tokens[head].sentence:
            return None
        for i in self._behind(time.span.start):
            if self._mentions[i].sentence_index != self._mentions[mention].sentence_index:
                break
            if i != mention:
                return i
        return None

    def _behind(self, start: int) -> range:
        """Return the few mentions in front of a place, nearest first."""
        last = bisect_left(self._triggers, start) - 1
        return range(last, max(last - _STEPS, -1), -1)
