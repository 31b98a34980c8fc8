"""How the events of one article lie in time to one another, by its words and its syntax."""

from __future__ import annotations

import re
from collections.abc import Sequence

from transforms.events.dating.lengths import distance
from transforms.events.dating.links.linking_words import LinkingWords
from transforms.events.dating.values import ArticleView, Attachment, Candidate, TemporalLink
from transforms.language.closed_class import closed_class
from transforms.model import MentionRelation, RelationName

_LATER = re.compile(r"(?:\s|^)(?:later|afterwards?)\b", re.IGNORECASE)
_NEAR = 30
_BY_DOING = closed_class("by_or_in_doing")
_MEANWHILE = closed_class("meanwhile")


def find_links(
    view: ArticleView, candidates: Sequence[Candidate], attachments: Sequence[Attachment]
) -> list[TemporalLink]:
    """Return the relations of one article, each pair and cue once."""
    return RelationReader(view, candidates, attachments).all()


class RelationReader(LinkingWords):
    """Reads the relations of one article."""

    def all(self) -> list[TemporalLink]:
        """Every relation, each pair and cue once."""
        found: dict[tuple[int, RelationName, int], TemporalLink] = {}
        for link in (*self.words(), *self._served(), *self._statements(), *self._clauses(), *self._later()):
            relation = link.relation
            if relation.first != relation.second:
                found.setdefault((relation.first, relation.relation, relation.second), link)
        return list(found.values())

    def _served(self) -> list[TemporalLink]:
        """Find what begins, stops or carries out another event: it lies at its begin, its end or with it."""
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
        """Return the event noun that a verb says to begin, end or take place, also where "which" stands for it."""
        tokens = self._parse.tokens
        things = [f"{lemma} {tokens[c].lemma}" for c in self._parse.children[verb]]
        if verb + 1 < len(tokens):
            things.append(f"{lemma} {tokens[verb + 1].lemma}")
        occurs = lemma in self._rules.occurring or any(words in self._rules.occurring for words in things)
        if occurs or lemma in self._rules.begins or lemma in self._rules.ends:
            return self._cause(verb, within=False)
        return None

    def _later(self) -> list[TemporalLink]:
        """Find what comes some time "later": after the last thing said to have happened."""
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
        """True if a mention is presented as having happened by a past verb of its own."""
        tense = self._candidates[i].tense
        return (
            tense.own
            and tense.name == "past"
            and self._candidates[i].modality == "actual"
            and self._candidates[i].mention.event_class in ("event", "aspect")
        )

    def _statements(self) -> list[TemporalLink]:
        """Find what is said: what happened lies before its being said, what is to come after it."""
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
            found += self._effect(i)
            if token.lemma in self._rules.causing:
                found += self._brought_about(i)
            if token.dep == "pcomp" and tokens[token.head].text.lower() in _BY_DOING and tense.form == "gerund":
                above = self._above(token.head)
                if above is not None:
                    found.append(TemporalLink(MentionRelation(i, "during", above, "by-doing"), True, dates=True))
                continue
            if above is None:
                continue
            if mention.event_class == "reporting" and self._shares_subject(mention.head):
                found.append(TemporalLink(MentionRelation(i, "simultaneous", above, "said-besides"), True, dates=True))
            if self._is_set_off_below(mention.head):
                continue
            if token.dep in ("advcl", "xcomp") and token.tag == "VBG" and not self._marked(mention.head, tense.own):
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

    def _is_set_off_below(self, verb: int) -> bool:
        """True if a comma sets off a participle from a question below a noun: it is of the clause above.

        "told us how much water flowed, coming up with a figure": who tells comes up with it.
        """
        tokens, above = self._parse.tokens, self._parse.tokens[verb].head
        set_off = tokens[verb].tag == "VBG" and verb > 0 and tokens[verb - 1].text == ","
        asked = tokens[above].dep in ("pcomp", "ccomp") and any(
            tokens[c].tag in ("WRB", "WP", "WDT") or (c < above and self._asks(c)) for c in self._parse.children[above]
        )
        return set_off and asked

    def _asks(self, phrase: int) -> bool:
        return any(
            self._parse.tokens[c].tag in ("WRB", "WP", "WDT")
            or any(self._parse.tokens[d].tag == "WRB" for d in self._parse.children[c])
            for c in self._parse.children[phrase]
        )

    def _effect(self, i: int) -> list[TemporalLink]:
        """Find what an event does to people and things there and then, and that it was felt or heard."""
        verb, tense = self._candidates[i].mention.head, self._candidates[i].tense
        perceived = self._parse.tokens[verb].lemma in self._rules.perceived and self._is_passive(verb)
        if not tense.own or tense.name != "past" or not (self._candidates[i].lemma in self._rules.effects or perceived):
            return []
        cause = self._cause(verb)
        if cause is None:
            return []
        relation = MentionRelation(i, "simultaneous", cause, "effect-of-event")
        return [TemporalLink(relation, True, dates=True, at_once=perceived)]

    def _is_passive(self, verb: int) -> bool:
        """True if a verb has a passive auxiliary of its own."""
        return any(self._parse.tokens[c].dep == "auxpass" for c in self._parse.children[verb])

    def _brought_about(self, i: int) -> list[TemporalLink]:
        """Find what a verb of causing brings about there and then, and what "which" in front of it stands for."""
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
        """True if something is presented as done, not said."""
        return self._candidates[i].modality == "actual" and self._candidates[i].mention.event_class != "reporting"

    def _shares_subject(self, verb: int) -> bool:
        """True if a past verb is joined to another with no subject of its own."""
        token, head = self._parse.tokens[verb], self._parse.tokens[self._parse.tokens[verb].head]
        if token.dep != "conj" or not token.tag == head.tag == "VBD":
            return False
        return not any(self._parse.tokens[c].dep in ("nsubj", "nsubjpass") for c in self._parse.children[verb])

    def _marked(self, i: int, finite: bool) -> bool:
        """True if a clause has a subordinating word of its own, which then gives the relation.

        "While" and "when" before a participle set both on one day ("died while rehearsing").
        """
        return any(
            self._parse.tokens[c].dep in ("mark", "prep")
            and c < i
            and self._parse.tokens[c].text.lower() in self._rules.clauses
            and (finite or self._parse.tokens[c].text.lower() not in _MEANWHILE)
            for c in self._parse.children[i]
        )
