"""Which time expression belongs to which event, by syntax.

An expression climbs the dependency tree from its own head, over prepositions, to the first event word above it.  It
never climbs out of a noun that it describes ("Monday's paper was sold": the paper is of Monday), nor out of its
clause.  Three habits of news English that parsers get wrong are put right by the order of the words.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from transforms.events.dating.rules import DatingRules
from transforms.events.dating.surface_cues import (
    head_of,
    is_dateline,
    is_far,
    is_named,
    is_record,
    preposition,
    second_connective,
    word_before,
)
from transforms.language.parse import Parse
from transforms.model import Mention, TimeExpression

_DESCRIBES = frozenset({"poss", "compound", "nmod", "amod", "nummod"})
_LOOSE = frozenset({"xcomp", "acl", "advcl"})
_CLAUSE_ENDS = frozenset({"ccomp", "relcl", "advcl", "acl", "csubj", "parataxis", "pcomp"})
_ARGUMENTS = ("xcomp", "nsubj", "nsubjpass", "attr", "dobj", "acomp", "oprd")
_SUBJECTS = ("nsubj", "nsubjpass")
_COMPARES = frozenset({"from", "than", "versus", "with", "against"})
"""Before an amount that has a date of its own ("up from 3 million a year earlier")."""
_OF_FIGURE = "date-of-the-figure-told"
_WHEN = re.compile(r",?\s+(?:[-_–—]+\s*)?(?P<word>when)\b")
_STEPS = 10


class Attachment(NamedTuple):
    """One expression at one event: with which connective in front, and by which rule."""

    time: int
    mention: int
    connective: str
    rule: str


class Attacher:
    """Attaches the expressions of one article; reads its parse once."""

    __slots__ = ("_at", "_ends", "_mentions", "_parse", "_published", "_rules", "_starts", "_times", "_triggers")

    def __init__(
        self,
        parse: Parse,
        times: Sequence[TimeExpression],
        mentions: Sequence[Mention],
        rules: DatingRules,
        published: date | None,
    ) -> None:
        """Prepare for one article."""
        self._parse, self._times, self._mentions, self._rules = parse, times, mentions, rules
        self._published = published
        self._at = {mention.head: i for i, mention in enumerate(mentions)}
        self._ends = [token.end for token in parse.tokens]
        self._triggers = [mention.trigger.start for mention in mentions]
        self._starts = {token.start: token.i for token in parse.tokens}

    def all(self) -> list[Attachment]:
        """Every attachment, in the order of the expressions; an expression may date several events."""
        found: list[Attachment] = []
        latest: list[Attachment] = []
        for index, time in enumerate(self._times):
            if time.timex_type == "SET":
                continue
            found += self._then_when(index)
            head = head_of(self._parse, self._ends, time)
            if head is None or is_dateline(self._parse, time):
                continue
            connective = second_connective(self._parse.text, self._times[index - 1], time) if index else ""
            if connective and latest and latest[0].time == index - 1:
                latest = [Attachment(index, a.mention, connective, a.rule) for a in latest]
            else:
                latest = self._attach(index, head)
            found += latest
        return found

    def _attach(self, index: int, head: int) -> list[Attachment]:
        """The events that one expression dates."""
        tokens = self._parse.tokens
        if tokens[head].dep == "dobj" and is_named(self._parse.text, self._times[index]):
            return []
        at, connective, rule = head, self._times[index].connective or "", "date-on-its-event"
        if index + 1 < len(self._times):
            second = second_connective(self._parse.text, self._times[index], self._times[index + 1])
            connective = "from" if second == "to" else connective
        describes = tokens[head].dep in _DESCRIBES
        if describes:
            connective = ""
        whole = head
        for _ in range(_STEPS):
            token = tokens[at]
            above = token.head
            if above == at:
                break
            governor = tokens[above]
            if above in self._at:
                mention = self._at[above] if describes else self._corrected(index, at, self._at[above])
                if rule == _OF_FIGURE and self._mentions[mention].event_class == "reporting":
                    return []  # "reported third-quarter earnings": the report is not of the quarter
                return self._shared(index, at, mention, connective, rule)
            if governor.pos in ("ADP", "SCONJ", "PART") or token.dep in ("pobj", "pcomp"):
                if token.pos == "ADP" and connective:
                    pass
                elif at not in (head, whole) or is_far(self._parse, above, self._times[index], self._rules.parts):
                    if governor.text.lower() in _COMPARES:
                        return []
                elif not connective or connective == "since":
                    connective = preposition(self._parse, above, self._rules.connectives)
                    if connective == "since" and is_record(self._parse, tokens[above].head):
                        connective = "first since"
            elif governor.pos in ("NOUN", "PROPN", "PRON"):
                of = token.dep == "prep" and token.text.lower() == "of"
                if (describes or of) and governor.lemma not in self._rules.parts:
                    attended = self._attended(above)
                    if attended is not None:
                        return self._shared(index, above, attended, "", "date-of-what-is-attended")
                    if governor.lemma not in self._rules.figures:
                        return []
                    rule, connective = _OF_FIGURE, ""
                describes = False
                if token.dep == "conj":
                    connective = connective or self._conjunct(above)
                if governor.lemma in self._rules.parts:
                    whole = above
            elif governor.pos in ("VERB", "AUX"):
                carried = self._carried(above)
                if carried is not None:
                    return self._shared(index, at, carried, connective, "date-on-the-verb-of-its-noun")
            if token.dep in _CLAUSE_ENDS and token.pos in ("VERB", "AUX"):
                break
            at = above
        return []

    def _then_when(self, index: int) -> list[Attachment]:
        """The verb of a clause that tells what happened at a date ("since 1990, when he was jailed")."""
        behind = _WHEN.match(self._parse.text, self._times[index].span.end)
        word = self._starts.get(behind.start("word")) if behind else None
        if word is None or self._times[index].timex_type == "DURATION":
            return []
        mention = self._at.get(self._parse.tokens[word].head)
        return [] if mention is None else [Attachment(index, mention, "", "date-then-when")]

    def _attended(self, noun: int) -> int | None:
        """The verb of attending whose object a noun is."""
        token = self._parse.tokens[noun]
        if token.dep != "dobj" or self._parse.tokens[token.head].lemma not in self._rules.attending:
            return None
        return self._at.get(token.head)

    def _conjunct(self, at: int) -> str:
        """The preposition of the first date, which the second shares ("in 1990 and 1994")."""
        above = self._parse.tokens[at].head
        return (
            preposition(self._parse, above, self._rules.connectives) if self._parse.tokens[above].pos == "ADP" else ""
        )

    def _carried(self, verb: int) -> int | None:
        """The event of a verb that is none itself ("the vote is on Monday", "it was on Monday that he left")."""
        tokens = self._parse.tokens
        if tokens[verb].lemma == "be" and any(tokens[c].text.lower() == "it" for c in self._parse.children[verb]):
            for child in self._parse.children[verb]:
                if tokens[child].dep in ("ccomp", "advcl", "relcl", "acl") and child in self._at:
                    return self._at[child]
        for label in _ARGUMENTS:
            for child in self._parse.children[verb]:
                if tokens[child].dep == label and child in self._at:
                    return self._at[child]
        return None

    def _corrected(self, index: int, at: int, mention: int) -> int:
        """Right after a verb of saying, a date is that verb's; deep in what was said, it is not."""
        tokens, mentions = self._parse.tokens, self._mentions
        time = self._times[index]
        before = word_before(self._parse, self._starts, time.span.start)
        if before is not None and before in self._at and before != mentions[mention].head:
            near = self._at[before]
            if mentions[near].event_class == "reporting":
                return near
        first = self._before_to(index, mention)
        if first is not None:
            return first
        if mentions[mention].event_class != "reporting" or time.span.start < mentions[mention].trigger.end:
            return mention
        head = mentions[mention].head
        said = [c for c in self._parse.children[head] if tokens[c].dep in ("ccomp", "xcomp") and c > head]
        if not said or tokens[at].i < said[0]:
            return mention
        for j in self._behind(tokens[at].start):
            if mentions[j].head < said[0]:
                break
            if mentions[j].event_class != "reporting":
                return j
        return mention

    def _before_to(self, index: int, mention: int) -> int | None:
        """A date in front of "to mark" belongs to what stands before it, not to the marking."""
        tokens, time = self._parse.tokens, self._times[index]
        head = self._mentions[mention].head
        to = next((c for c in self._parse.children[head] if tokens[c].tag == "TO"), None)
        if to is None or time.span.end > tokens[to].start or tokens[to].sentence != tokens[head].sentence:
            return None
        for i in self._behind(time.span.start):
            if self._mentions[i].sentence_index != self._mentions[mention].sentence_index:
                break
            if i != mention:
                return i
        return None

    def _behind(self, start: int) -> range:
        """The few mentions in front of a place, nearest first."""
        last = bisect_left(self._triggers, start) - 1
        return range(last, max(last - _STEPS, -1), -1)

    def _shared(self, index: int, at: int, mention: int, connective: str, rule: str) -> list[Attachment]:
        """An attachment with those that follow: the event served, and verbs joined by "and" after a date in front."""
        found = [Attachment(index, mention, connective, rule)]
        served = self._mentions[mention].serves
        if served is not None and self._mentions[mention].event_class == "light":
            found.append(Attachment(index, served, connective, "date-on-the-verb-of-its-noun"))
        head = self._mentions[mention].head
        tokens = self._parse.tokens
        above = tokens[head].head
        if tokens[head].dep == "xcomp" and above in self._at and self._is_one(above, head):
            found.append(Attachment(index, self._at[above], connective, "date-after-the-infinitive"))
        elif tokens[head].tag == "VB":
            past = self._past_above(index, head)
            if past is not None:
                return [Attachment(index, past, connective, "past-date-after-the-infinitive")]
        if (
            tokens[head].dep == "dobj"
            and above in self._at
            and tokens[at].dep == "npadvmod"
            and tokens[above].tag == "VBD"
        ):
            found.append(Attachment(index, self._at[above], connective, "date-behind-the-object"))
        if self._appoints(index, head, connective):
            appointed = self._appointed(head)
            if appointed is not None:
                return [Attachment(index, appointed, "" if connective == "for" else connective, "date-appointed")]
        before = self._times[index].span.end <= tokens[head].start
        if tokens[head].pos == "VERB" and (before or self._is_last(index, tokens[head].sentence)):
            found += [
                Attachment(index, self._at[c], connective, "date-before-joined-verbs")
                for c in self._joined(head, self._fronts(index, head))
                if c in self._at and self._at[c] != mention and self._times[index].span.end <= tokens[c].start
            ]
        return found

    def _is_one(self, above: int, head: int) -> bool:
        """Whether a verb and the one that completes it happen together ("began to sink", "was found floating")."""
        tokens = self._parse.tokens
        return tokens[above].lemma in self._rules.one_time or (
            tokens[head].tag == "VBG" and tokens[above].tag in ("VBD", "VBN")
        )

    def _past_above(self, index: int, head: int) -> int | None:
        """The past verb above an infinitive with a past date, which is that verb's ("voted to stay on Friday")."""
        tokens, last = self._parse.tokens, self._times[index].interval.latest
        if last is None or self._published is None or last > self._published or tokens[head].dep not in _LOOSE:
            return None
        if not any(tokens[c].tag == "TO" for c in self._parse.children[head]):
            return None
        at = tokens[head].head
        for _ in range(3):
            if tokens[at].tag == "VBD":
                return self._at.get(at) if tokens[at].lemma not in self._rules.appointing else None
            if tokens[at].pos not in ("NOUN", "PROPN") or tokens[at].head == at:
                return None
            at = tokens[at].head
        return None

    def _appoints(self, index: int, head: int, connective: str) -> bool:
        """Whether a verb with a date sets something for that date ("announced for Friday", "is due in May")."""
        if connective == "for" and self._times[index].timex_type != "DURATION" and self._times[index].interval.is_day:
            return True
        return self._parse.tokens[head].lemma in self._rules.appointing and self._is_ahead(index, connective)

    def _is_ahead(self, index: int, connective: str) -> bool:
        """Whether a date at a verb of appointing is that of what is appointed."""
        first = self._times[index].interval.earliest
        return connective == "for" or first is None or self._published is None or first > self._published

    def _appointed(self, verb: int) -> int | None:
        """What is scheduled: the infinitive, the object, or the subject of a passive."""
        tokens = self._parse.tokens
        for label in ("dobj", "xcomp", "nsubjpass", "nsubj"):
            for c in self._parse.children[verb]:
                if tokens[c].dep == label and c in self._at:
                    return self._at[c]
        if tokens[verb].dep in ("relcl", "acl") and tokens[verb].head in self._at:
            return self._at[tokens[verb].head]
        return None

    def _fronts(self, index: int, verb: int) -> bool:
        """Whether an expression opens its sentence, in front of the verb's subject, and no other follows it there."""
        tokens, time = self._parse.tokens, self._times[index]
        subject = next((c for c in self._parse.children[verb] if tokens[c].dep in _SUBJECTS), None)
        if subject is None or time.span.end > tokens[subject].start:
            return False
        return self._is_last(index, tokens[verb].sentence)

    def _is_last(self, index: int, sentence: int) -> bool:
        """Whether no other expression follows one in a sentence."""
        end = self._parse.sentences[sentence].end
        return index + 1 == len(self._times) or self._times[index + 1].span.start >= end

    def _joined(self, verb: int, fronted: bool) -> list[int]:
        """The verbs joined to one by "and" with the same subject, or with any where a date in front is that of all."""
        tokens, found, at = self._parse.tokens, [], verb
        for _ in range(_STEPS):
            following = [c for c in self._parse.children[at] if tokens[c].dep == "conj" and tokens[c].pos == "VERB"]
            if not following:
                break
            before, at = at, following[0]
            own = any(tokens[c].dep in (*_SUBJECTS, "npadvmod") for c in self._parse.children[at])
            joined = fronted and self._is_past(verb) and self._is_past(at) and self._is_joined_by_and(before)
            if not joined and (own or tokens[at].tag != tokens[verb].tag):
                break
            found.append(at)
        return found

    def _is_past(self, verb: int) -> bool:
        """Whether a verb is told in the simple past, active or passive."""
        tokens = self._parse.tokens
        helpers = [tokens[c].tag for c in self._parse.children[verb] if tokens[c].dep in ("aux", "auxpass")]
        return helpers == ["VBD"] if helpers else tokens[verb].tag == "VBD"

    def _is_joined_by_and(self, verb: int) -> bool:
        """Whether "and" joins another verb to this one."""
        return any(self._parse.tokens[c].text.lower() == "and" for c in self._parse.children[verb])
