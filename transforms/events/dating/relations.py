"""How the events of one article lie in time to one another, as its words and its syntax tell."""

from __future__ import annotations

import re
from collections.abc import Sequence

from transforms.events.dating.event_words import EventWords
from transforms.events.dating.lengths import distance
from transforms.events.dating.rules import Link
from transforms.events.dating.surface_cues import is_record
from transforms.events.dating.values import ArticleView, Attachment, Candidate, TemporalLink
from transforms.model import MentionRelation, RelationName, Span

_LATER = re.compile(r"(?:\s|^)(?:later|afterwards?)\b", re.IGNORECASE)
_NEAR = 30
_ORDINAL = re.compile(r"first|second|third|only|last|\d*\w+th|\d+(?:st|nd|rd)")
_ONE = {"day": "P1D", "week": "P1W", "month": "P1M", "year": "P1Y", "hour": "PT1H", "minute": "PT1M"}


def find_links(
    view: ArticleView, candidates: Sequence[Candidate], attachments: Sequence[Attachment]
) -> list[TemporalLink]:
    """Return the relations of one article, each pair and cue once."""
    return RelationReader(view, candidates, attachments).all()


class RelationReader(EventWords):
    """Reads the relations of one article."""

    def all(self) -> list[TemporalLink]:
        """Every relation, each pair and cue once."""
        found: dict[tuple[int, RelationName, int], TemporalLink] = {}
        for link in (*self._words(), *self._served(), *self._statements(), *self._clauses(), *self._later()):
            relation = link.relation
            if relation.first != relation.second:
                found.setdefault((relation.first, relation.relation, relation.second), link)
        return list(found.values())

    def _words(self) -> list[TemporalLink]:
        """Relations that a conjunction or a preposition tells."""
        tokens, found = self._parse.tokens, []
        for lower, one in enumerate(self._candidates):
            i = one.mention.head
            for c in self._parse.children[i]:
                word = tokens[c]
                if word.dep in ("mark", "advmod") and c < i and tokens[i].dep in ("advcl", "ccomp", "acl"):
                    link = self._rules.clauses.get(word.text.lower())
                    upper = self._above(i)
                    if link and upper is not None:
                        found.append(self._link(link, upper, lower, c))
            head = tokens[i].head
            if tokens[i].dep in ("pobj", "pcomp") and head != i:
                words = tokens[head].text.lower()
                pair = f"{tokens[head - 1].text.lower()} {words}" if head else words
                link = self._rules.prepositions.get(pair) or self._rules.prepositions.get(words)
                upper = self._above(head)
                if link is None or upper is None:
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
        """What was said, where a phrase behind a colon goes on with it ("Fires were rare, he said: one in the war")."""
        verb, tokens = self._candidates[upper].mention, self._parse.tokens
        behind = self._parse.text[verb.trigger.end : tokens[self._candidates[lower].mention.head].start]
        if verb.event_class != "reporting" or ":" not in behind:
            return upper
        said = [c for c in self._parse.children[verb.head] if tokens[c].dep == "ccomp" and c < verb.head]
        return self._at.get(said[0]) if said else upper

    def _can_hold(self, upper: int, lower: int) -> bool:
        """Whether "in" before an event noun tells when: something that takes place, in something else that does."""
        return (
            self._candidates[lower].tense.form == "noun"
            and self._candidates[lower].mention.event_class == "event"
            and self._candidates[upper].mention.event_class in ("event", "reporting")
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
        return TemporalLink(relation, link.narrows, shift, length, dates=link.dates or counted)

    def _counted(self, link: Link, upper: int, lower: int, cue: int) -> tuple[int, int]:
        """The two events a counted time apart: what stands before it, rather than the saying of it."""
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
        """The duration right in front of "after" or "before", by index, and its length; "a day" is no expression."""
        tokens = self._parse.tokens
        start = tokens[cue].start
        shift = self._lengths.get(start - 1, self._lengths.get(start))
        if shift is not None:
            return shift, self._view.times[shift].value
        if cue > 1 and tokens[cue - 2].text.lower() in ("a", "an"):
            return None, _ONE.get(tokens[cue - 1].text.lower())
        return None, None

    def _served(self) -> list[TemporalLink]:
        """What begins, stops or carries out another event lies at its begin, its end or with it."""
        found = []
        for i, mention in enumerate(one.mention for one in self._candidates):
            lemma = mention.lemma.lower()
            served = mention.serves if mention.serves is not None else self._begun(mention.head, lemma)
            if served is None or served == i:
                continue
            if mention.event_class == "light":
                relation: tuple[int, RelationName, int] = (i, "simultaneous", served)
            elif lemma in self._rules.begins:
                relation = (served, "since", i)
            elif lemma in self._rules.ends:
                relation = (served, "until", i)
            elif mention.event_class == "aspect":
                relation = (i, "during", served)
            else:
                relation = (i, "simultaneous", served)
            rule = "light-verb" if mention.event_class == "light" else "aspect-verb"
            found.append(
                TemporalLink(MentionRelation(*relation, rule, mention.trigger), True, same_event=True, dates=True)
            )
        return found

    def _begun(self, verb: int, lemma: str) -> int | None:
        """The event noun that a verb says to begin, end or take place: its subject, or what "which" stands for."""
        tokens = self._parse.tokens
        things = [f"{lemma} {tokens[c].lemma}" for c in self._parse.children[verb]]
        if verb + 1 < len(tokens):
            things.append(f"{lemma} {tokens[verb + 1].lemma}")
        occurs = lemma in self._rules.occurring or any(words in self._rules.occurring for words in things)
        if occurs or lemma in self._rules.begins or lemma in self._rules.ends:
            return self._cause(verb, within=False)
        return None

    def _later(self) -> list[TemporalLink]:
        """What comes some time "later" comes after the last thing told to have happened."""
        found = []
        for attachment in self._attachments:
            time, i = self._view.times[attachment.time], attachment.mention
            if time.timex_type != "DURATION" or not (
                _LATER.search(time.text) or _LATER.match(self._parse.text, time.span.end)
            ):
                continue
            previous = next((j for j in range(i - 1, max(i - _NEAR, -1), -1) if self._is_past_event(j)), None)
            if previous is not None and self._candidates[previous].mention.trigger.end <= time.span.start:
                relation = MentionRelation(previous, "before", i, "time-later", time.span)
                counted = distance(time.value) is not None
                found.append(TemporalLink(relation, True, attachment.time, time.value, dates=counted))
        return found

    def _is_past_event(self, i: int) -> bool:
        """Whether a mention is told as having happened by a past verb of its own."""
        tense = self._candidates[i].tense
        return (
            tense.own
            and tense.name == "past"
            and self._candidates[i].modality == "actual"
            and self._candidates[i].mention.event_class in ("event", "aspect")
        )

    def _statements(self) -> list[TemporalLink]:
        """What is said to have happened lies before its being said; what is said to come, after."""
        cues = {one.mention.trigger.start: i for i, one in enumerate(self._candidates)}
        found = []
        for i, chain in enumerate(one.chain for one in self._candidates):
            if not chain:
                continue
            cue = cues.get(chain[-1].cue.start)
            if cue is None or cue == i:
                continue
            tense = self._candidates[i].tense
            modality = self._candidates[i].modality
            if modality == "actual" and tense.own and (tense.name == "past" or tense.perfect) and not tense.progressive:
                if self._candidates[i].mention.event_class != "state":
                    found.append(
                        TemporalLink(MentionRelation(i, "before", cue, "said-afterwards", chain[-1].cue), True)
                    )
            elif (
                modality != "generic"
                and tense.own
                and (tense.name == "future" or tense.modal == "would")
                and not tense.perfect
            ):
                found.append(TemporalLink(MentionRelation(cue, "before", i, "said-beforehand", chain[-1].cue), True))
        return found

    def _clauses(self) -> list[TemporalLink]:
        """Participles beside a verb, purposes, and what people take part in."""
        tokens, found = self._parse.tokens, []
        for i, mention in enumerate(one.mention for one in self._candidates):
            token, tense = tokens[mention.head], self._candidates[i].tense
            above = self._at.get(token.head) if token.head != mention.head else None
            if token.lemma in self._rules.effects and tense.own and tense.name == "past":
                cause = self._cause(mention.head)
                if cause is not None:
                    found.append(
                        TemporalLink(MentionRelation(i, "simultaneous", cause, "effect-of-event"), True, dates=True)
                    )
            if token.lemma in self._rules.causing:
                found += self._brought_about(i)
            if token.dep == "pcomp" and tokens[token.head].text.lower() in ("by", "in") and tense.form == "gerund":
                above = self._above(token.head)
                if above is not None:
                    found.append(TemporalLink(MentionRelation(i, "during", above, "by-doing"), True, dates=True))
                continue
            if above is None:
                continue
            if mention.event_class == "reporting" and self._shares_subject(mention.head):
                found.append(TemporalLink(MentionRelation(i, "simultaneous", above, "said-besides"), True, dates=True))
            if token.dep in ("advcl", "xcomp") and token.tag == "VBG" and not self._marked(mention.head):
                having = any(tokens[c].text.lower() == "having" for c in self._parse.children[mention.head])
                if having or tense.perfect:
                    found.append(TemporalLink(MentionRelation(i, "before", above, "having-done"), True))
                else:
                    found.append(
                        TemporalLink(MentionRelation(i, "during", above, "participle-beside"), True, dates=True)
                    )
            elif tense.form == "infinitive" and token.dep in ("advcl", "xcomp", "acl"):
                if self._candidates[i].modality != "actual":
                    found.append(TemporalLink(MentionRelation(above, "before", i, "purpose-after"), True))
                elif token.dep == "xcomp" and not tense.modal and self._is_done(above):
                    found.append(TemporalLink(MentionRelation(i, "during", above, "done-in-doing"), True, dates=True))
            elif token.dep in ("dobj", "nsubjpass") and tokens[token.head].lemma in self._rules.attending:
                found.append(TemporalLink(MentionRelation(above, "during", i, "taking-part"), True, dates=True))
        return found

    def _brought_about(self, i: int) -> list[TemporalLink]:
        """What a verb of causing brings about there and then, and what "which" in front of it stands for."""
        tokens, verb = self._parse.tokens, self._candidates[i].mention.head
        children = self._parse.children[verb]
        beside = [self._noun(c) for c in children if tokens[c].dep in ("dobj", "nsubjpass")]
        if tokens[verb].dep == "relcl" and any(tokens[c].tag == "WDT" and tokens[c].dep == "nsubj" for c in children):
            noun = self._noun_before(tokens[verb].head)
            beside.append(noun if noun is not None else self._above(verb))
        return [
            TemporalLink(MentionRelation(i, "simultaneous", other, "brought-about"), True, dates=True)
            for other in beside
            if other is not None
        ]

    def _is_done(self, i: int) -> bool:
        """Whether something is told as done, not said."""
        return self._candidates[i].modality == "actual" and self._candidates[i].mention.event_class != "reporting"

    def _shares_subject(self, verb: int) -> bool:
        """Whether a past verb is joined to another with no subject of its own."""
        token, head = self._parse.tokens[verb], self._parse.tokens[self._parse.tokens[verb].head]
        if token.dep != "conj" or not token.tag == head.tag == "VBD":
            return False
        return not any(self._parse.tokens[c].dep in ("nsubj", "nsubjpass") for c in self._parse.children[verb])

    def _marked(self, i: int) -> bool:
        """Whether a clause has a subordinating word of its own, which then tells the relation."""
        return any(
            self._parse.tokens[c].dep in ("mark", "prep")
            and c < i
            and self._parse.tokens[c].text.lower() in self._rules.clauses
            for c in self._parse.children[i]
        )
