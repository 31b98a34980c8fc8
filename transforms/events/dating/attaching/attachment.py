"""Which time expression belongs to which event, by syntax.

An expression climbs the dependency tree from its own head, over prepositions, to the first event word above it.  It
never climbs out of a noun that it describes ("Monday's paper was sold": the paper is of Monday), nor out of its
clause.  Three habits of news English that parsers get wrong are put right by the order of the words.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Container, Sequence
from dataclasses import dataclass

from transforms.events.dating.attaching.barriers import (
    is_aside,
    is_barred,
    is_in_a_name,
    is_of_what_is_said,
    is_quoted_apart,
    runs_on,
)
from transforms.events.dating.attaching.captions import attach_caption, closes_caption, root
from transforms.events.dating.attaching.chronology import attach_entries, entries
from transforms.events.dating.attaching.date_lists import joining
from transforms.events.dating.attaching.sharing import Sharing
from transforms.events.dating.attaching.surface_cues import (
    head_of,
    is_clock_as_year,
    is_dateline,
    is_far,
    is_named,
    is_record,
    preposition,
    second_connective,
    shared_preposition,
    stranded_preposition,
)
from transforms.events.dating.attaching.word_order import WordOrder
from transforms.events.dating.values import ArticleView, Attachment, Candidate, by_head

_DESCRIBES = frozenset({"poss", "compound", "nmod", "amod", "nummod"})
_LOOSE = frozenset({"xcomp", "acl", "advcl"})
_CLAUSE_ENDS = frozenset({"ccomp", "relcl", "advcl", "acl", "csubj", "parataxis", "pcomp"})
_ARGUMENTS = ("xcomp", "nsubj", "nsubjpass", "attr", "dobj", "acomp", "oprd")
_CALLED = frozenset({"ccomp", "oprd"})
_SUBJECTS = ("nsubj", "nsubjpass")
_OF_FIGURE = "date-of-the-figure-told"
_WHEN = re.compile(r",?\s+(?:[-_–—]+\s*)?(?P<word>when)\b")
_STEPS = 10


@dataclass(slots=True)
class Climb:
    """Where an expression's climb has got to."""

    head: int
    connective: str
    describes: bool
    """Whether the expression describes the noun above it ("Monday's attack")."""
    at: int = -1
    whole: int = -1
    """The noun whose part is named ("the end of the year")."""
    of_figure: bool = False
    """Whether an amount above belongs to the period ("December sales")."""
    outside: bool = False
    """Whether the climb has left the phrase of the expression for a noun that is no part of it."""

    def __post_init__(self) -> None:
        self.at = self.whole = self.head


def attach_dates(view: ArticleView, candidates: Sequence[Candidate]) -> list[Attachment]:
    """Return every attachment, in the order of the expressions; an expression may date several events."""
    headed = entries(view)
    attacher = Attacher(view, candidates)
    return attacher.all(without=headed) + attach_entries(view, candidates, headed)


class Attacher:
    """Attaches the expressions of one article; reads its parse once."""

    __slots__ = ("_at", "_candidates", "_ends", "_mentions", "_order", "_sharing", "_starts", "_view")

    def __init__(self, view: ArticleView, candidates: Sequence[Candidate]) -> None:
        """Prepare for one article."""
        self._view = view
        self._candidates = candidates
        self._mentions = [one.mention for one in candidates]
        self._at = by_head(candidates)
        self._ends = [token.end for token in view.parse.tokens]
        self._order = WordOrder(view, self._mentions, self._at)
        self._starts = {token.start: token.i for token in view.parse.tokens}
        self._sharing = Sharing(view, self._mentions, self._at)

    def all(self, without: Container[int] = ()) -> list[Attachment]:
        """Every attachment but those of the expressions `without`, in the order of the expressions."""
        found: list[Attachment] = []
        latest: list[Attachment] = []
        for index, time in enumerate(self._view.times):
            if time.timex_type == "SET" or index in without:
                continue
            found += self._then_when(index)
            found += self._live(index)
            head = head_of(self._view.parse, self._ends, time)
            if head is None or time.stamp is not None or is_dateline(self._view.parse, time):
                continue
            if is_clock_as_year(self._view.parse.text, time) or is_in_a_name(self._view.parse, time):
                continue
            connective = second_connective(self._view.parse.text, self._view.times[index - 1], time) if index else ""
            if connective == "between and" and not (latest and latest[0].time == index - 1):
                latest = self._attach(index, head)  # "between 3 and 7 May": the parser leaves the 3 to itself
                found += [a._replace(time=index - 1, connective="between") for a in latest]
                latest = [a._replace(connective=connective) for a in latest]
            elif connective and latest and latest[0].time == index - 1:
                latest = [Attachment(index, a.mention, connective, a.rule) for a in latest]
            elif latest and latest[0].time == index - 1 and self._goes_on_list(index, head):
                latest = [a._replace(time=index) for a in latest]
            else:
                latest = self._attach(index, head)
            found += self._spelled_out(index, latest)
        return found

    def _spelled_out(self, index: int, attached: list[Attachment]) -> list[Attachment]:
        """Return the attachments of a weekday at the date in brackets behind it ("on Tuesday (March 10)")."""
        text, times = self._view.parse.text, self._view.times
        if index + 1 == len(times) or not times[index].interval.is_day or not times[index + 1].interval.is_day:
            return attached
        between = text[times[index].span.end : times[index + 1].span.start]
        bracketed = between.strip() == "(" and text.startswith(")", times[index + 1].span.end)
        return [a._replace(time=index + 1) for a in attached] if bracketed else attached

    def _goes_on_list(self, index: int, head: int) -> bool:
        """True if an expression is one of several joined by commas and "and"."""
        return self._view.parse.tokens[head].dep in ("conj", "appos") and joining(self._view, index) is not None

    def _attach(self, index: int, head: int) -> list[Attachment]:
        """Return the events that one expression dates, those beyond a barrier left out."""
        parse, time = self._view.parse, self._view.times[index]
        opening = stranded_preposition(parse, time)
        head = head if opening is None else opening
        if parse.tokens[head].dep == "dobj" and is_named(parse.text, time):
            return []
        if is_barred(parse, head, time, self._view.rules):
            return []
        if closes_caption(parse.text, time):
            return attach_caption(self._view, self._candidates, index, self._at.get(root(parse, head)))
        return [
            found
            for found in self._climb(index, head)
            if not is_quoted_apart(parse.text, time.span, self._mentions[found.mention].trigger)
            and not runs_on(parse.text, time.span, self._mentions[found.mention].trigger, self._view.rules.openers)
        ]

    def _climb(self, index: int, head: int) -> list[Attachment]:
        """Return the events that one expression dates, found by climbing the parse from its head."""
        tokens = self._view.parse.tokens
        climb = Climb(head, self._connective(index, head), tokens[head].dep in _DESCRIBES)
        for _ in range(_STEPS):
            token = tokens[climb.at]
            above = token.head
            if above == climb.at or (climb.at != head and is_aside(self._view.parse, climb.at)):
                break
            governor = tokens[above]
            clause = token.dep == "ccomp" and token.pos in ("VERB", "AUX")
            if clause and climb.at != head and self._view.times[index].precision != "day":
                break
            if above in self._at:
                return self._reached(index, climb, self._at[above])
            if governor.pos in ("ADP", "SCONJ", "PART") or token.dep in ("pobj", "pcomp"):
                if not self._over_preposition(index, climb, above):
                    return []
            elif governor.pos in ("NOUN", "PROPN", "PRON"):
                attended = self._over_noun(index, climb, above)
                if attended is not None:
                    return attended
            elif governor.pos in ("VERB", "AUX"):
                carried = self._carried(above)
                if carried is not None:
                    return self._sharing.of(index, climb.at, carried, climb.connective, "date-on-the-verb-of-its-noun")
            if token.dep in _CLAUSE_ENDS and token.pos in ("VERB", "AUX"):
                break
            climb.at = above
        return []

    def _connective(self, index: int, head: int) -> str:
        """Return the word in front of an expression; none for one that describes a noun."""
        time, times = self._view.times[index], self._view.times
        second = index + 1 < len(times) and second_connective(self._view.parse.text, time, times[index + 1])
        if second == "to":
            return "from"
        return "" if self._view.parse.tokens[head].dep in _DESCRIBES else time.connective or ""

    def _reached(self, index: int, climb: Climb, event: int) -> list[Attachment]:
        """Return the attachments at the first event above an expression."""
        calling = self._calling(event)
        if calling is not None:
            return self._sharing.of(index, climb.at, calling, climb.connective, "date-on-its-event")
        mention = event if climb.describes else self._order.corrected(index, climb.at, event)
        if not climb.describes and mention == event:
            mention = self._order.beyond_what_it_was_with(index, climb.at, event)
        if climb.of_figure and self._mentions[mention].event_class == "reporting":
            return []  # "reported third-quarter earnings": the report is not of the quarter
        rule = _OF_FIGURE if climb.of_figure else "date-on-its-event"
        return self._sharing.of(index, climb.at, mention, climb.connective, rule)

    def _calling(self, event: int) -> int | None:
        """Return the verb by which something is called what a noun says ("declared it a disaster on Friday")."""
        token = self._view.parse.tokens[self._mentions[event].head]
        called = token.pos in ("NOUN", "PROPN") and token.dep in _CALLED and token.head in self._at
        return self._at[token.head] if called else None

    def _over_preposition(self, index: int, climb: Climb, above: int) -> bool:
        """Climb over a preposition; false where it sets one amount against another, or a record before a day."""
        parse, rules = self._view.parse, self._view.rules
        token, governor = parse.tokens[climb.at], parse.tokens[above]
        if token.pos == "ADP" and climb.connective:
            return True
        if climb.at not in (climb.head, climb.whole) or is_far(parse, above, self._view.times[index], rules.parts):
            return governor.text.lower() not in rules.comparing
        if not climb.connective or climb.connective == "since":
            climb.connective = preposition(parse, above, rules.connectives)
            return not (climb.connective == "since" and is_record(parse, governor.head))
        return True

    def _over_noun(self, index: int, climb: Climb, above: int) -> list[Attachment] | None:
        """Climb over a noun that is no event; the attachments where the climb ends there."""
        rules = self._view.rules
        token, governor = self._view.parse.tokens[climb.at], self._view.parse.tokens[above]
        of = token.dep == "prep" and token.text.lower() == "of" and not climb.outside
        if (climb.describes or of) and governor.lemma not in rules.parts:
            attended = self._attended(above)
            if attended is not None:
                return self._sharing.of(index, above, attended, "", "date-of-what-is-attended")
            if governor.lemma not in rules.figures:
                return []
            climb.of_figure, climb.connective = True, ""
        if is_of_what_is_said(self._view.parse, above, rules):
            return []
        climb.describes = False
        climb.outside = climb.outside or governor.lemma not in rules.parts
        if token.dep == "conj":
            climb.connective = climb.connective or shared_preposition(self._view.parse, above, rules.connectives)
        if governor.lemma in rules.parts:
            climb.whole = above
        return None

    def _then_when(self, index: int) -> list[Attachment]:
        """Return the verb of a clause that says what happened at a date ("since 1990, when he was jailed")."""
        behind = _WHEN.match(self._view.parse.text, self._view.times[index].span.end)
        word = self._starts.get(behind.start("word")) if behind else None
        if word is None or self._view.times[index].timex_type == "DURATION":
            return []
        mention = self._at.get(self._view.parse.tokens[word].head)
        return [] if mention is None else [Attachment(index, mention, "", "date-then-when")]

    def _live(self, index: int) -> list[Attachment]:
        """Return the main verb of a live entry, which its clock time dates: a past verb without a date of its own."""
        time, tokens = self._view.times[index], self._view.parse.tokens
        if time.stamp != "live" or index + 1 >= len(self._view.times) + 1:
            return []
        last = bisect_left(self._ends, time.span.end + 2)
        if last >= len(tokens):
            return []
        sentence = tokens[min(last + 1, len(tokens) - 1)].sentence
        end = self._view.parse.sentences[sentence].end
        if index + 1 < len(self._view.times) and self._view.times[index + 1].span.start < end:
            return []
        verbs = [i for i, m in enumerate(self._mentions) if tokens[m.head].sentence == sentence]
        main = next((i for i in verbs if tokens[self._mentions[i].head].dep == "ROOT"), None)
        if main is None or not self._sharing.is_past(self._mentions[main].head):
            return []
        return [Attachment(index, main, "", "date-of-a-live-entry")]

    def _attended(self, noun: int) -> int | None:
        """Return the verb of attending whose object a noun is."""
        token = self._view.parse.tokens[noun]
        if token.dep != "dobj" or self._view.parse.tokens[token.head].lemma not in self._view.rules.attending:
            return None
        return self._at.get(token.head)

    def _carried(self, verb: int) -> int | None:
        """Return the event of a verb that is no event itself ("the vote is on Monday", "it was on Monday he left")."""
        tokens = self._view.parse.tokens
        if tokens[verb].lemma == "be" and any(tokens[c].text.lower() == "it" for c in self._view.parse.children[verb]):
            for child in self._view.parse.children[verb]:
                if tokens[child].dep in ("ccomp", "advcl", "relcl", "acl") and child in self._at:
                    return self._at[child]
        for label in _ARGUMENTS:
            for child in self._view.parse.children[verb]:
                if tokens[child].dep == label and child in self._at:
                    return self._at[child]
        return None
