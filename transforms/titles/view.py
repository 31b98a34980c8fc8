"""What titles are made from: one parsed article, who is who in it, its dates and its mentions."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from itertools import pairwise

from transforms.events.participants.entities import Register
from transforms.language.closed_class import closed_class
from transforms.language.parse import Parse, Token
from transforms.language.phrases import MOST, subtree
from transforms.model import Annotation, EventMention
from transforms.titles.naming.described import Reference
from transforms.titles.naming.references import references
from transforms.titles.seams import asides, seams

_DATES = ("DATE", "TIME")
_EACH = closed_class("for_each")
VERBAL = ("VERB", "AUX")


@dataclass(frozen=True, slots=True)
class View:
    """One article as titles see it."""

    parse: Parse
    register: Register
    dates: frozenset[int]
    """Tokens of dates and times of day; durations and repetitions carry sense and stay."""
    mentions: dict[int, EventMention] = field(default_factory=dict)
    """Mentions by their head."""
    supports: dict[int, int] = field(default_factory=dict)
    """The head of the verb that carries a noun ("launched" of "an attack"), by the noun's."""
    lines: tuple[range, ...] = ()
    """For each token the tokens of its line: its sentence, or what lies between two seams."""
    asides: frozenset[int] = frozenset()
    """Tokens in brackets."""
    tokens: tuple[Token, ...] = ()
    """The article's tokens."""
    words: tuple[str, ...] = ()
    """The tokens in small letters."""
    references: Mapping[int, Reference] = field(default_factory=dict)
    """For each word of one, what stands for somebody or something that the article names more fully."""

    def run(self, i: int) -> range:
        """Return the tokens of the line that a token stands in."""
        return self.lines[i]

    def children(self, i: int, *labels: str) -> Iterator[int]:
        """Return the children of a token under one of the labels; all of them if none is given."""
        tokens, below = self.tokens, self.parse.children[i][:MOST]
        return iter([c for c in below if tokens[c].dep in labels] if labels else below)

    def child(self, i: int, *labels: str) -> int | None:
        """Return the first child under one of the labels."""
        tokens = self.tokens
        for c in self.parse.children[i][:MOST]:
            if tokens[c].dep in labels:
                return c
        return None

    def word(self, i: int) -> str:
        """Return a token in lower case."""
        return self.words[i]

    def is_name(self, i: int) -> bool:
        """True if a word is in capitals throughout: "WHO", "IT" and "US" are names, whatever their tags."""
        text = self.parse.tokens[i].text
        return len(text) > 1 and text.isupper() and text.isalpha()

    def is_verb(self, i: int) -> bool:
        """True if the token is tagged as a verb."""
        return self.parse.tokens[i].pos in VERBAL

    def is_dated(self, i: int) -> bool:
        """True if a token and most of what hangs on it only say when."""
        if i in self.dates:
            return True
        below = [j for j in subtree(self.parse, i) if j != i and self.tokens[j].pos not in ("DET", "PUNCT", "ADP")]
        return self.tokens[i].pos == "ADP" and bool(below) and below[0] in self.dates and below[-1] in self.dates

    def says(self, i: int) -> bool:
        """True if a verb reports what somebody says or finds."""
        mention = self.mentions.get(i)
        return mention is not None and mention.mention.event_class == "reporting"

    def takes(self, verb: int, content: int) -> bool:
        """True if a clause is what a verb says, shows or wants, rather than another that only stands beside it."""
        if self.tokens[content].dep != "ccomp":
            return True
        if self._is_apart(verb, content):
            return False
        subject = self.child(content, "nsubj", "nsubjpass")
        if subject is not None and self.tokens[subject].tag in ("WDT", "WP"):
            return False
        if content < verb and any(self.tokens[c].tag == "WRB" for c in self.children(content, "advmod")):
            return False
        return content > verb or self.says(verb) or self._is_turned(verb, content, subject)

    def follows(self, verb: int, content: int) -> bool:
        """True if a complement belongs to its verb: no clause that only stands beside it, behind a comma."""
        return self.tokens[content].dep != "ccomp" or not self._is_apart(verb, content)

    def _is_apart(self, verb: int, content: int) -> bool:
        """True if a clause stands behind a comma, or before a clause that begins with "after" or "as"."""
        first = subtree(self.parse, content)[0]
        if content < verb:
            return any(content < m < verb for m in self.children(verb, "mark"))
        before = self.tokens[first - 1]
        return first - 1 > verb and before.text == "," and self.child(content, "nsubj", "nsubjpass", "expl") is not None

    def _is_turned(self, verb: int, content: int, subject: int | None) -> bool:
        """True if what is said stands in front, a comma and who says it behind: "It will close, Vale pledged"."""
        speaker = self.child(verb, "nsubj")
        if subject is None or speaker is None or not content < speaker < verb:
            return False
        first = subtree(self.parse, speaker)[0]
        return first > content and self.tokens[first - 1].tag == ","

    def is_actual(self, i: int) -> bool:
        """True if the token is no mention, or one that is presented as having happened."""
        mention = self.mentions.get(i)
        return mention is None or mention.judgement.modality == "actual"


def _is_rate(parse: Parse, first: int, end: int) -> bool:
    """True if an expression says how much at a time, behind what is counted: "200 barrels a day"."""
    tokens = parse.tokens
    if first < 1 or tokens[first].text.casefold() not in _EACH or tokens[first - 1].pos not in ("NOUN", "SYM"):
        return False
    return first + 1 < len(tokens) and tokens[first + 1].end >= end


def view_of(annotation: Annotation, parse: Parse, register: Register | None = None) -> View:
    """Return the view of an annotated article."""
    starts = [t.start for t in parse.tokens]
    dates: set[int] = set()
    for time in annotation.times:
        if time.timex_type in _DATES:
            i = bisect_right(starts, time.span.start) - 1
            if _is_rate(parse, i, time.span.end):
                continue
            while 0 <= i < len(starts) and parse.tokens[i].start < time.span.end:
                if parse.tokens[i].end > time.span.start:
                    dates.add(i)
                i += 1
    events = annotation.events
    supports = {
        events[e.mention.serves].mention.head: e.mention.head
        for e in events
        if e.mention.serves is not None and e.mention.event_class in ("light", "aspect")
    }
    register = register or Register(parse)
    return View(
        parse,
        register,
        frozenset(dates),
        {e.mention.head: e for e in events},
        supports,
        _lines(parse),
        asides(parse),
        parse.tokens,
        tuple(t.text.casefold() for t in parse.tokens),
        references(parse, register),
    )


def _lines(parse: Parse) -> tuple[range, ...]:
    """Return for each token the tokens of its line."""
    breaks, found = seams(parse), []
    for sentence in parse.sentences:
        ends = [sentence.first, *(i for i in range(sentence.first + 1, sentence.last) if i in breaks), sentence.last]
        for line in (range(a, b) for a, b in pairwise(ends)):
            found += [line] * len(line)
    return tuple(found)
