"""From an article to its time expressions: scan, match, then resolve in text order."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any, NamedTuple

from transforms.model import Article, Bounds, Span, TimeExpression
from transforms.text_kind import TextKind, text_kind
from transforms.times.algebra import OutOfRangeError
from transforms.times.discourse import Discourse
from transforms.times.grammar.chart import Chart
from transforms.times.grammar.guards import WORD, allowed, innermost
from transforms.times.grammar.scan import Piece, runs
from transforms.times.grammar.shapes import GLUED
from transforms.times.grammar.values import KINDS, Grammar, Match, Rule
from transforms.times.resolved import Interpretation
from transforms.times.stamps import stamp_of

_PLAIN_GAP = re.compile(r"[\s\"“‘'(\[]*")
_WORDS_OF_CONNECTIVE = 4
_LOOK_BACK = 60
_AHEAD = 2
# “They talked about today”, “a way around Wednesday's ruling”: no day is nearly one that is pointed to.


class Found(NamedTuple):
    """One expression with the match that made it and the state it was read in."""

    expression: TimeExpression
    match: Match
    interpretation: Interpretation


class Rejected(NamedTuple):
    """Words that a rule names as no time expression."""

    start: int
    end: int
    rule: Rule


def matches(text: str, grammar: Grammar) -> Iterator[list[Match]]:
    """For each place where an expression begins: what it can be, best first."""
    kinds = [(kind, grammar.firsts[kind]) for kind in KINDS if kind in grammar.roots]
    begun: dict[frozenset[str], tuple[str, ...]] = {}
    # Two words at whose first nothing begins, whatever follows them: a text that repeats them is not tried again.
    barren: set[tuple[int, int, str]] = set()
    for run in runs(text, grammar.table):
        chart = Chart(grammar, run)
        last_hope = next((i for i in range(len(run) - 1, -1, -1) if run[i].word.trigger), -1)
        at = 0
        while at <= last_hope:
            piece = run[at]
            pair = (piece.word.number, run[at + 1].word.number, run[at + 1].gap) if at < last_hope else None
            if pair in barren:
                at += 1
                continue
            categories = piece.word.categories
            beginning = begun.get(categories)
            if beginning is None:
                beginning = tuple(kind for kind, firsts in kinds if not categories.isdisjoint(firsts))
                begun[categories] = beginning
            found: list[Match] = []
            if beginning and piece.gap is not GLUED:
                for kind in beginning:
                    found += chart.at(kind, at)
                if not found and pair is not None and chart.seen <= at + 1 and min(pair[:2]) >= 0:
                    barren.add(pair)
                found = [match for match in found if _triggered(run, match) and allowed(text, match, grammar)]
            if not found:
                at += 1
                continue
            found.sort(key=lambda match: (-match.end, -match.rule.priority))
            yield found
            at = found[0].last


def _triggered(run: list[Piece], match: Match) -> bool:
    return any(piece.word.trigger for piece in run[match.first : match.last])


class Reader:
    """Reads the matches of one article in order."""

    def __init__(self, article: Article, grammar: Grammar, *, narrative: bool) -> None:
        self._text = article.text
        self._grammar = grammar
        self.rejected: list[Rejected] = []
        self._discourse = Discourse(article, grammar, narrative=narrative, read=self.read)

    def read(self, match: Match) -> Any:
        """Return what a match means at this point of the text, or `None` if it can mean nothing."""
        rule = match.rule
        if rule.meaning is None:
            return None
        held: dict[str, Any] = match.slots
        if not rule.meaning.lazy:
            held = {}
            for slot, value in match.slots.items():
                if isinstance(value, Match):
                    value = self.read(value)
                    if value is None:
                        return None
                held[slot] = value
        try:
            return rule.meaning.function(self._discourse, **held, **rule.constants)
        except OutOfRangeError:
            return None

    def expressions(self, candidates: list[Match], ahead: Sequence[Match] = ()) -> Iterator[Found]:
        """Return the expressions of the best readable candidate; `ahead` are the next matches of the text."""
        self._discourse.ahead = ahead
        for match in candidates:
            rule = match.rule
            if rule.gives == "nothing":
                self.rejected.append(Rejected(match.start, match.end, rule))
                return
            self._discourse.move(match.start, match.end)
            if rule.emit:
                parts = self.read(match)
                if parts is not None:
                    for slot, interpretation in parts:
                        inner = match.slots[slot]
                        assert isinstance(inner, Match)
                        self._discourse.move(inner.start, inner.end)
                        yield self._made(inner, interpretation)
                    return
            else:
                interpretation = self.read(match)
                if isinstance(interpretation, Interpretation):
                    yield self._made(match, interpretation)
                    return

    def _made(self, match: Match, interpretation: Interpretation) -> Found:
        text = self._text[match.start : match.end]
        stamp = stamp_of(self._text, match.start, match.end, interpretation.timex_type)
        if stamp == "posted":
            self._discourse.speak_from(interpretation)
        self._discourse.remember(text, interpretation)
        connective, mod = self._before(match, interpretation)
        bounds = Bounds(interpretation.first, interpretation.last)
        expression = TimeExpression(
            Span(match.start, match.end),
            text,
            interpretation.timex_type,
            interpretation.value,
            f"{self._grammar.language}/{innermost(match).rule.id}",
            mod=interpretation.mod or mod,
            quant=interpretation.quant,
            freq=interpretation.freq,
            edtf=interpretation.edtf,
            interval=bounds,
            precision=interpretation.precision,
            anchor_date=interpretation.anchor,
            anchor_reason=interpretation.reason.text if interpretation.reason else None,
            anchor_kind=interpretation.reason.kind if interpretation.reason else None,
            anchor_direction=interpretation.reason.direction if interpretation.reason else None,
            stamp=stamp,
            connective=connective,
            local_time=interpretation.local_time,
            zone=interpretation.zone,
        )
        return Found(expression, match, interpretation)

    @staticmethod
    def _is_amount(match: Match, interpretation: Interpretation) -> bool:
        if interpretation.timex_type == "DURATION":
            # “Over several years” is during them: nothing is more than an unknown number.
            return interpretation.anchor is None and "X" not in interpretation.value
        slots = innermost(match).slots
        return "count" in slots and "unit" in slots

    def _before(self, match: Match, interpretation: Interpretation) -> tuple[str | None, str | None]:
        """Return the connective and the approximator in front of an expression.

        “Over a year” is more than a year, “over the past year” and “over the weekend” lie within it: words that compare
        are approximators before an amount alone.
        """
        start = match.start
        meaning = innermost(match).rule.meaning
        amount = self._is_amount(match, interpretation)
        piece = self._text[max(0, start - _LOOK_BACK) : start]
        words: list[str] = []
        end = len(piece)
        for word in reversed(list(WORD.finditer(piece))):
            if _PLAIN_GAP.fullmatch(piece, word.end(), end) is None:
                break
            words.insert(0, word.group().lower())
            end = word.start()
            if len(words) == _WORDS_OF_CONNECTIVE + 2:
                break
        mod = None
        for count in (4, 3, 2, 1):
            if len(words) < count:
                continue
            mod = self._grammar.approximators.get(" ".join(words[-count:]))
            if mod is not None and (amount or (mod == "APPROX" and not (meaning and meaning.exact))):
                words = words[:-count]
                break
            mod = None
        connectives = self._grammar.contexts.get("connective", frozenset())
        skipped = self._grammar.contexts.get("between_connective_and_time", frozenset())
        while words and words[-1] in skipped:
            words.pop()
        for count in range(min(_WORDS_OF_CONNECTIVE, len(words)), 0, -1):
            phrase = " ".join(words[-count:])
            if phrase in connectives:
                return phrase, mod
        return None, mod


def _never_speaks_from_today(article: Article, grammar: Grammar, found: list[list[Match]]) -> bool:
    """True if no expression of a text is reckoned from the day on which it speaks."""
    speaking = grammar.contexts.get("speaks_from_today", frozenset())
    return not any(
        innermost(candidates[0]).rule.from_today
        or article.text[candidates[0].start : candidates[0].end].lower() in speaking
        for candidates in found
    )


class Findings(NamedTuple):
    """What a reading of an article gives."""

    found: list[Found]
    rejected: list[Rejected]
    kind: TextKind


def find(article: Article, grammar: Grammar) -> Findings:
    """Find all expressions of an article, what named rules kept from being one, and the kind of its text.

    A text is read as news first.  If it is a narrative or a chronology, its own running date leads and it is
    read again so.
    """
    candidates = list(matches(article.text, grammar))
    found, rejected = _read(article, grammar, candidates, narrative=False)
    kind = text_kind(article, [one.expression for one in found])
    undecided = article.kind is None and article.published is None and kind.kind == "news"
    if undecided and _never_speaks_from_today(article, grammar, candidates):
        kind = TextKind("narrative", "no publication day, and nothing is reckoned from a today")
    if kind.days_are_lost:
        found, rejected = _read(replace(article, published=None), grammar, candidates, narrative=True)
    elif kind.kind in ("narrative", "chronology"):
        found, rejected = _read(article, grammar, candidates, narrative=True)
    return Findings(found, rejected, kind)


def _read(
    article: Article, grammar: Grammar, candidates: list[list[Match]], *, narrative: bool
) -> tuple[list[Found], list[Rejected]]:
    reader = Reader(article, grammar, narrative=narrative)
    best = [places[0] for places in candidates]
    found = [
        one
        for at, places in enumerate(candidates)
        for one in reader.expressions(places, best[at + 1 : at + 1 + _AHEAD])
    ]
    return found, reader.rejected
