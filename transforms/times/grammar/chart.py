"""Match the shapes of a grammar over a run of known words.

Phrases are matched where they are asked for and kept, so each kind is matched at most once a place; a phrase holds only
phrases that begin with another kind, or later.  The work for a run is therefore linear in its length.
"""

from __future__ import annotations

from transforms.times.grammar.lexicon import Value
from transforms.times.grammar.scan import Piece
from transforms.times.grammar.shapes import APOSTROPHE, HYPHEN, SOFT, SPACE, STOP, Node
from transforms.times.grammar.values import Grammar, Match

# No expression is longer; it keeps chains of number words from costing more than their length.
_LONGEST = 16
# A space in a shape is white space or a hyphen; `_` is white space alone.
_MEETS = {SOFT: (HYPHEN,), SPACE: (SOFT,)}
_INSIDE_WORDS = frozenset({SOFT, HYPHEN, APOSTROPHE, STOP})


class Chart:
    """The phrases of one run."""

    __slots__ = ("_firsts", "_found", "_grammar", "_limit", "_pieces", "seen")

    def __init__(self, grammar: Grammar, pieces: list[Piece]) -> None:
        self._grammar = grammar
        self._firsts = grammar.firsts
        self._pieces = pieces
        self._found: list[dict[str, list[Match]]] = [{} for _ in pieces]
        self._limit = len(pieces)
        self.seen = -1
        """The last piece that was looked at: what was found so far depends on none after it."""

    def at(self, kind: str, first: int) -> list[Match]:
        """Return the phrases of a kind that begin at a piece: the best for each end."""
        known = self._found[first]
        found = known.get(kind)
        if found is None:
            best: dict[int, Match] = {}
            self._walk(self._grammar.roots[kind], first, first, (), best)
            found = known[kind] = list(best.values())
        return found

    def _walk(self, node: Node, first: int, at: int, values: tuple[Value | Match, ...], best: dict[int, Match]) -> None:
        pieces = self._pieces
        for number, slots in node.ends:
            rule = self._grammar.rules[number]
            known = best.get(at)
            if known is None or rule.priority > known.rule.priority:
                held = {slot: value for slot, value in zip(slots, values, strict=True) if slot}
                best[at] = Match(rule, pieces[first].start, pieces[at - 1].end, first, at, held)
        if at >= self._limit or at - first >= _LONGEST:
            return
        if at > self.seen:
            self.seen = at
        piece = pieces[at]
        word = piece.word
        figures = word.number < 0
        moves = node.moves.get(word.categories if figures else word.number) or node.moves_of(word, self._firsts)
        begins = at == first
        gap = piece.gap
        after_next = -1
        if at + 1 < self._limit and (moves.words or moves.longer):
            after_next = pieces[at + 1].word.number
            if at >= self.seen:
                self.seen = at + 1
        for value, need, following in moves.words:
            if not following.ends and after_next in following.dead:
                continue
            if figures:
                value = next(entry.value for entry in piece.word.entries if entry.category == value)
            if begins or need == gap or gap in _MEETS.get(need, ()):
                self._walk(following, first, at + 1, (*values, value), best)
        if moves.longer and at + 1 < self._limit:
            for rest, value, need, following in moves.longer.get(pieces[at + 1].lower, ()):
                if begins or need == gap or gap in _MEETS.get(need, ()):
                    after = self._rest(rest, at + 1)
                    if after:
                        self._walk(following, first, after, (*values, value), best)
        for kind, need, following in moves.phrases:
            if begins or need == gap or gap in _MEETS.get(need, ()):
                for match in self.at(kind, at):
                    self._walk(following, first, match.last, (*values, match), best)

    def _rest(self, rest: tuple[str, ...], at: int) -> int:
        """Where the further words of an entry end, or 0 where they do not follow."""
        for word in rest:
            if at >= self._limit or self._pieces[at].lower != word or self._pieces[at].gap not in _INSIDE_WORDS:
                return 0
            at += 1
        return at
