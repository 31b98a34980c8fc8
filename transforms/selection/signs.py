"""The signs of how much an article makes of a mention: the clause, the headline, who is named, the word.

    events = with_signs(article, parse, events)          each with the names of its signs

What a sign is worth stands in `rules/common/selection.toml`.  A sign says what is there and nothing of its weight, so
that other weights ask for no other annotation.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace

from transforms.events.dating.tense import TenseReader
from transforms.language.clauses import Clauses
from transforms.language.closed_class import closed_class
from transforms.language.concepts import concept
from transforms.language.parse import Parse
from transforms.language.salience import content_word, rarity
from transforms.model import Article, EventMention, When
from transforms.selection.news_value import captions, news_sayings, owed_an_answer, word_value
from transforms.selection.voice import is_essay

_WORD = re.compile(r"[^\W\d_]{2,}")
_QUOTATION = re.compile(r'[“"]([^“”"\n]{12,})(?:[”"]|$)', re.M)
_IN_THE_PRESENT = frozenset({"chronology", "live", "transcript"})
"""Kinds of text that tell what happened on a day in the present tense."""
_UP = 12
_CLAUSES = {"relcl": "relative", "acl": "relative", "advcl": "circumstance"}
_PHRASES = {
    "nsubj": "subject",
    "nsubjpass": "subject",
    "dobj": "object",
    "obj": "object",
    "attr": "object",
    "oprd": "object",
    "compound": "modifier",
    "amod": "modifier",
    "nmod": "modifier",
    "poss": "modifier",
    "appos": "modifier",
}
_CIRCUMSTANCE = closed_class("in_front_of_a_circumstance")
_YEARS = closed_class("unit_of_years")
_HEARERS = frozenset({"dobj", "dative"})
_TO = frozenset({"dative", "prep"})
_THROUGH = frozenset({"conj", "dep", "aux", "auxpass", "acomp"})
"""Labels of words that have the part of the word they hang on."""
COMMON, RARE = 2.0, 3.2
"""Up to where a word is common, and from where on rare, on the scale of `salience.rarity`."""
LEAD, LATE = 3, 20
"""Sentences that lead an article, and from which on what matters has been said."""
LONGEST = 370
"""Days in which something may have begun beyond which that is no date of it."""
SAME = 3
"""Salient words that a sentence shares with a headline whose news it tells again."""


class SignFinder:
    """One article with what all its mentions' signs need, made once."""

    def __init__(self, article: Article, parse: Parse, events: Sequence[EventMention]) -> None:
        """Prepare an article."""
        self._parse = parse
        self._tenses, self._clauses = TenseReader(parse), Clauses(parse)
        self._headline = frozenset(concept(word.casefold()) for word in _WORD.findall(article.title or ""))
        self._nth = {e.mention.head: n for n, e in enumerate(events)}
        self._quoted = quoted(article.text)
        self._kind = article.kind
        self._essay = is_essay(parse, self._quoted)

    def of(self, event: EventMention) -> tuple[str, ...]:
        """Return the signs of one mention, sorted."""
        head = event.mention.head
        found = {*self._where(event), *self._clause(head), *_word(event, self._particle(head))}
        if event.mention.event_class == "reporting":
            is_news = event.mention.lemma.casefold() in news_sayings() or self._before_a_court(head)
            found.add("saying-news" if is_news else "saying-plain")
        found |= set(_taking_part(event, "saying-news" in found))
        if any(first <= event.mention.trigger.start < last for first, last in self._quoted):
            found.add("quoted")
        if self._essay:
            found.add("essay")
        if self._is_caption(event, found):
            found.add("caption")
        if event.mention.event_type == "publication" and {"relative", "not-finite"} <= found:
            found.add("of-source")
        return tuple(sorted(found))

    def _is_caption(self, event: EventMention, found: Collection[str]) -> bool:
        """True if a mention stands in the line under a picture, or says of a past day what "is" to be seen there."""
        sentence = self._parse.sentences[event.mention.sentence_index]
        seen = "present" in found and "own-date" in found and self._kind not in _IN_THE_PRESENT
        return seen or captions().search(self._parse.text[sentence.start : sentence.end].strip()) is not None

    def _where(self, event: EventMention) -> Iterator[str]:
        nth = event.mention.sentence_index
        if nth < LEAD:
            yield "lead" if nth else "first-sentence"
        elif nth >= LATE:
            yield "late"
        if concept(event.mention.lemma) in self._headline:
            yield "headline-word"
        if self._headline and self._shared(nth) >= SAME:
            yield "headline-sentence"

    def _shared(self, sentence: int) -> int:
        """Return how many salient words of a sentence the headline has too."""
        s = self._parse.sentences[sentence]
        words = (content_word(t) for t in self._parse.tokens[s.first : s.last])
        return len({concept(word) for word in words if word} & self._headline)

    def _clause(self, head: int) -> Iterator[str]:
        tokens = self._parse.tokens
        if tokens[head].dep == "conj":
            yield "second"
        if tokens[head].pos not in ("VERB", "AUX", "ADJ", "ADV"):
            role = self._role(head, _PHRASES)
            if role:
                yield f"noun-{role}"
            elif self._is_circumstance(head):
                yield "noun-circumstance"
            if self._clauses.is_definite(head):
                yield "definite"
            return
        tense = self._tenses.of(head)
        if tense.name == "past":
            yield "past"
        for_years = self._lasts_for_years(head)
        if for_years:
            yield "years-long"
        elif tense.perfect:
            yield "perfect"
        if tense.progressive:
            yield "progressive"
        elif tense.name == "present" and not tense.perfect and tense.form == "finite":
            yield "present"
        if clause := self._role(head, _CLAUSES):
            yield clause
        if not self._clauses.is_finite(head):
            yield "not-finite"

    def _is_circumstance(self, head: int) -> bool:
        """True if a noun only says when or why something else took place ("after a rally", "despite the ban")."""
        tokens = self._parse.tokens
        above = tokens[tokens[head].head]
        return tokens[head].dep == "pobj" and above.text.casefold() in _CIRCUMSTANCE

    def _lasts_for_years(self, head: int) -> bool:
        """True if a verb says what has gone on for years ("have warned for decades")."""
        tokens, children = self._parse.tokens, self._parse.children
        lengths = (i for p in children[head] if tokens[p].text.casefold() == "for" for i in children[p])
        return any(tokens[i].dep == "pobj" and tokens[i].lemma.casefold() in _YEARS for i in lengths)

    def _particle(self, head: int) -> str:
        """Return the particle of a phrasal verb ("set up"); "" if it has none."""
        particle = self._clauses.child(head, "prt")
        return "" if particle is None else self._parse.tokens[particle].text.casefold()

    def _before_a_court(self, head: int) -> bool:
        """True if somebody says something to those whom one owes an answer."""
        tokens, children = self._parse.tokens, self._parse.children
        heard = [i for i in children[head] if tokens[i].dep in _HEARERS]
        heard += [i for p in children[head] if tokens[p].dep in _TO for i in children[p] if tokens[i].dep == "pobj"]
        return any(tokens[i].lemma.casefold() in owed_an_answer() for i in heard)

    def governor(self, head: int) -> int | None:
        """Return the index of the nearest mention that governs a word."""
        return next((self._nth[up] for up in self._clauses.ancestors(head) if up in self._nth), None)

    def _role(self, i: int, roles: Mapping[str, str]) -> str | None:
        tokens = self._parse.tokens
        for _ in range(_UP):
            dep = tokens[i].dep
            if dep not in _THROUGH or tokens[i].head == i:
                return roles.get(dep)
            i = tokens[i].head
        return None


def _word(event: EventMention, particle: str) -> Iterator[str]:
    lemma = event.mention.lemma.casefold()
    rare = rarity(lemma)
    if rare < COMMON or rare > RARE:
        yield "common-word" if rare < COMMON else "rare-word"
    value = word_value(lemma, event.mention.event_type, particle)
    if value:
        yield value


def _taking_part(event: EventMention, says: bool) -> Iterator[str]:
    """Return the signs of those who take part, or whose statement is news."""
    roles = {"agent": ("agent", "speaker") if says else ("agent",), "patient": ("patient",)}
    for role, of in roles.items():
        if any(a.role in of and a.name_kind for a in event.actors):
            yield f"named-{role}"
    if event.quantities:
        yield "figure"
    if event.when and event.when.times and not _is_vague(event.when):
        yield "spans-years" if _spans_years(event.when) else "own-date"
    if event.when and event.when.ongoing:
        yield "ongoing"


def _is_vague(when: When) -> bool:
    """True if a date says no more than in which years something lies ("over the past decade")."""
    first, last = when.start.earliest, when.start.latest
    return first is not None and last is not None and (last - first).days > LONGEST


def _spans_years(when: When) -> bool:
    """True if something began long before it ended, or was last reported ("has spent millions since 2000")."""
    first, last = when.start.latest, when.end.earliest or when.end.latest
    return first is not None and last is not None and (last - first).days > LONGEST


def quoted(text: str) -> tuple[tuple[int, int], ...]:
    """Return what stands in quotation marks; a mark that nothing closes ends with its line."""
    return tuple(match.span(1) for match in _QUOTATION.finditer(text))


def with_signs(article: Article, parse: Parse, events: Sequence[EventMention]) -> tuple[EventMention, ...]:
    """Return the mentions with their signs, and with the mention that governs each in its sentence."""
    finder = SignFinder(article, parse, events)
    return tuple(replace(event, signs=finder.of(event), under=finder.governor(event.mention.head)) for event in events)
