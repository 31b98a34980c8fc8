"""Relations that a conjunction or a preposition states: "after it burned", "during the riots", "on the day he died"."""

from __future__ import annotations

import re

from transforms.events.dating.attaching.surface_cues import is_record
from transforms.events.dating.lengths import distance
from transforms.events.dating.links.event_words import EventWords
from transforms.events.dating.rules import Link
from transforms.events.dating.values import TemporalLink
from transforms.language.closed_class import closed_class
from transforms.model import MentionRelation, Span

_ORDINAL = re.compile(r"first|second|third|only|last|\d*\w+th|\d+(?:st|nd|rd)")
_ONE = {"day": "P1D", "week": "P1W", "month": "P1M", "year": "P1Y", "hour": "PT1H", "minute": "PT1M"}
_PRONOUNS = closed_class("subject_or_relative")
_SUBJECTS = ("nsubj", "nsubjpass")


class LinkingWords(EventWords):
    """Finds the relations that single words between two events state."""

    def words(self) -> list[TemporalLink]:
        """Return the relations that a conjunction or a preposition states."""
        tokens, found = self._parse.tokens, []
        for lower, one in enumerate(self._candidates):
            i = one.mention.head
            for c in self._parse.children[i]:
                word = tokens[c]
                if word.dep in ("mark", "advmod") and c < i and tokens[i].dep in ("advcl", "ccomp", "acl"):
                    link = self._rules.clauses.get(word.text.lower())
                    upper = self._content_behind(self._above(i), i)
                    if link and upper is not None:
                        found.append(self._link(link, upper, lower, c))
            if tokens[i].dep in ("relcl", "acl"):
                found += self._on_the_day(lower)
            head = tokens[i].head
            if tokens[i].dep in ("pobj", "pcomp") and head != i:
                words = tokens[head].text.lower()
                pair = f"{tokens[head - 1].text.lower()} {words}" if head else words
                link = self._rules.prepositions.get(pair) or self._rules.prepositions.get(words)
                upper = self._above(head)
                if link is None or upper is None or (link.of_day and self._is_singled_out(tokens[head].head)):
                    continue
                upper = self._content(upper, lower)
                if upper is None:
                    continue
                if link.relation == "part_of" and not (
                    upper == self._at.get(tokens[head].head) and self._can_hold(upper, lower)
                ):
                    continue
                if link.relation == "since" and is_record(self._parse, tokens[head].head):
                    found.append(TemporalLink(MentionRelation(lower, "before", upper, link.id), True))
                else:
                    found.append(self._link(link, upper, lower, head))
        return found

    def _content(self, upper: int, lower: int) -> int | None:
        """Return what was said, where a colon goes on with it ("Fires were rare, he said: one in the war")."""
        verb, tokens = self._candidates[upper].mention, self._parse.tokens
        behind = self._parse.text[verb.trigger.end : tokens[self._candidates[lower].mention.head].start]
        if verb.event_class != "reporting" or ":" not in behind:
            return upper
        said = [c for c in self._parse.children[verb.head] if tokens[c].dep == "ccomp" and c < verb.head]
        return self._at.get(said[0]) if said else upper

    def _content_behind(self, upper: int | None, clause: int) -> int | None:
        """Return what was said, where a clause opens it ("When it rained, he left, she said")."""
        tokens = self._parse.tokens
        verb = self._candidates[upper].mention if upper is not None else None
        if verb is None or verb.event_class != "reporting":
            return upper
        said = [c for c in self._parse.children[verb.head] if tokens[c].dep == "ccomp" and clause < c < verb.head]
        return self._at.get(said[0]) if said else upper

    def _can_hold(self, upper: int, lower: int) -> bool:
        """True if "in" before an event noun says when: something that takes place, in something else that does."""
        return (
            self._candidates[lower].tense.form == "noun"
            and self._candidates[lower].mention.event_class == "event"
            and self._candidates[upper].mention.event_class in ("event", "reporting")
            and (
                self._candidates[upper].mention.event_class == "event"
                or self._candidates[lower].mention.lemma in self._rules.occasions
            )
            and (self._candidates[upper].tense.form != "noun" or self._candidates[upper].lemma in self._rules.harm)
            and (
                self._candidates[upper].mention.lemma not in self._rules.apart
                or self._candidates[lower].mention.lemma in self._rules.occasions
            )
        )

    def _link(self, link: Link, upper: int, lower: int, cue: int) -> TemporalLink:
        first, second = (lower, upper) if link.reverse else (upper, lower)
        token = self._parse.tokens[cue]
        shift, length = self._apart(cue)
        if length is not None:
            first, second = self._counted(link, upper, lower, cue)
        relation = MentionRelation(first, link.relation, second, link.id, Span(token.start, token.end))
        counted = length is not None and distance(length) is not None
        if link.relation == "since" and self._is_counted_since(cue):
            return TemporalLink(MentionRelation(second, "before", first, link.id, relation.cue), True)
        at_once = link.at_once and self._is_at_once(upper, lower)
        narrows = link.narrows and (not link.at_once or at_once)
        return TemporalLink(relation, narrows, shift, length, dates=link.dates or counted)

    def _is_at_once(self, upper: int, lower: int) -> bool:
        """True if a past clause says what somebody did the moment something happened ("was hit as she crossed")."""
        below, above = self._candidates[lower], self._candidates[upper]
        for one in (below, above):
            if not one.tense.own or one.tense.name != "past" or one.tense.perfect or one.tense.modal:
                return False
        if below.mention.event_class != "event" or below.lemma in self._rules.moves | self._rules.lasting_verbs:
            return False
        tokens, children = self._parse.tokens, self._parse.children[below.mention.head]
        return any(tokens[c].dep in _SUBJECTS and tokens[c].text.lower() in _PRONOUNS for c in children)

    def _on_the_day(self, lower: int) -> list[TemporalLink]:
        """Find what happened on the day that something else did ("sold his car on the day he died")."""
        tokens = self._parse.tokens
        day = tokens[self._candidates[lower].mention.head].head
        link = self._rules.prepositions.get(f"{tokens[day].text.lower()} of")
        before = tokens[tokens[day].head].text.lower()
        if link is None or not link.of_day or self._is_singled_out(day):
            return []
        if tokens[day].dep == "npadvmod" or (tokens[day].dep == "pobj" and before in closed_class("on_the_day")):
            upper = self._above(day)
            if upper is not None and self._candidates[lower].tense.own:
                return [self._link(link, upper, lower, day)]
        return []

    def _is_singled_out(self, day: int) -> bool:
        """True if a day is one of several ("the third day of the trial"), or days are more than one."""
        tokens = self._parse.tokens
        if tokens[day].tag != "NN":
            return True
        return any(
            tokens[c].dep in ("amod", "nummod") or tokens[c].text.lower() in closed_class("one_of_several_days")
            for c in self._parse.children[day]
            if c < day
        )

    def _counted(self, link: Link, upper: int, lower: int, cue: int) -> tuple[int, int]:
        """Return the two events a counted time apart: what stands before it, rather than the saying of it."""
        if self._candidates[upper].mention.event_class == "reporting":
            start = self._parse.tokens[cue].start
            near = next(
                (i for i in range(lower - 1, upper, -1) if self._candidates[i].mention.trigger.end <= start), None
            )
            upper = upper if near is None else near
        return (lower, upper) if link.reverse else (upper, lower)

    def _is_counted_since(self, cue: int) -> bool:
        """True if "since" counts happenings ("the third since the war began", "the first time since …")."""
        if cue == 0:
            return False
        word = self._parse.tokens[cue - 1].text.lower()
        return _ORDINAL.fullmatch(word) is not None or is_record(self._parse, cue - 1)

    def _apart(self, cue: int) -> tuple[int | None, str | None]:
        """Return the duration in front of "after" or "before", by index, and its length; "a day" is no expression."""
        tokens = self._parse.tokens
        start = tokens[cue].start
        shift = self._lengths.get(start - 1, self._lengths.get(start))
        if shift is not None:
            return shift, self._view.times[shift].value
        if cue > 1 and tokens[cue - 2].text.lower() in closed_class("indefinite_article"):
            return None, _ONE.get(tokens[cue - 1].text.lower())
        return None, None
