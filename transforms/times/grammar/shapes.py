"""Shapes: patterns over words, with named slots, and the tree that matches many of them at once.

A shape is written as it would be read: `{month} {day}, {year}`.

- `{slot:kind}` takes a word of that category, or a phrase of that kind; `{kind}` is short for
  `{kind:kind}`, and `{:kind}` keeps nothing.
- `[ … ]` may be left out; `( … | … )` is a choice; any other word stands for itself, in any case.
- A space between two parts stands for white space or a hyphen.  A part written right after a mark asks for that mark
  before it: `, ` a comma, `-` a hyphen or dash, `. ` a full stop, `/`, `'` an apostrophe, `~` nothing at all,
  `_` white space without a hyphen.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import product
from typing import NamedTuple

from transforms.times.grammar.lexicon import Value, Word

SOFT, COMMA, HYPHEN, STOP, SLASH, APOSTROPHE, GLUED, SPACE, BREAK = " ", ",", "-", ".", "/", "'", "~", "_", "#"

_PIECE = re.compile(
    r"\s*(?:(?P<mark>[,\-./'’~_])|\{(?P<slot>[a-z_]*)(?::(?P<kind>[a-z_]+))?\}|(?P<sign>[\[\]()|])|(?P<word>[^\W_]+))"
)


class Part(NamedTuple):
    """One step of a shape: the mark before it, the category it takes and the slot that keeps it ("" for none)."""

    gap: str
    category: str
    slot: str


Sequence = tuple[Part, ...]


def literal(word: str) -> str:
    """Return the category of a word that stands for itself."""
    return "=" + word.lower()


def expand(shape: str) -> list[Sequence]:
    """All sequences of parts that a shape stands for.

    Raises:
        ValueError: where it is not well formed.
    """
    pieces: list[tuple[str, str, str]] = []
    at = 0
    shape = shape.strip()
    while at < len(shape):
        match = _PIECE.match(shape, at)
        if match is None:
            raise ValueError(f"cannot read {shape[at:]!r} in shape {shape!r}")
        at = match.end()
        if match["mark"]:
            pieces.append(("mark", match["mark"].replace("’", "'"), ""))
        elif match["kind"] or match["slot"]:
            pieces.append(("slot", match["kind"] or match["slot"], match["slot"]))
        elif match["sign"]:
            pieces.append(("sign", match["sign"], ""))
        else:
            pieces.append(("word", literal(match["word"]), ""))
    choices, rest = _choice(pieces, 0)
    if rest != len(pieces):
        raise ValueError(f"a bracket is closed that was not opened in shape {shape!r}")
    return [_sequence(choice, shape) for choice in choices]


def _choice(pieces: list[tuple[str, str, str]], at: int) -> tuple[list[list[tuple[str, str, str]]], int]:
    options: list[list[tuple[str, str, str]]] = []
    current: list[list[tuple[str, str, str]]] = [[]]
    while at < len(pieces):
        kind, text, _ = pieces[at]
        if kind != "sign":
            current = [[*sequence, pieces[at]] for sequence in current]
            at += 1
        elif text in "[(":
            inner, at = _choice(pieces, at + 1)
            if at >= len(pieces) or pieces[at][1] != {"[": "]", "(": ")"}[text]:
                raise ValueError(f"{text} is not closed")
            if text == "[":
                inner = [*inner, []]
            current = [[*before, *after] for before, after in product(current, inner)]
            at += 1
        elif text == "|":
            options += current
            current = [[]]
            at += 1
        else:
            break
    return options + current, at


def _sequence(pieces: list[tuple[str, str, str]], shape: str) -> Sequence:
    parts: list[Part] = []
    gap = SOFT
    for kind, text, slot in pieces:
        if kind == "mark":
            gap = text
        else:
            parts.append(Part(gap, text, slot))
            gap = SOFT
    if not parts:
        raise ValueError(f"shape {shape!r} can be empty")
    if gap != SOFT:
        raise ValueError(f"shape {shape!r} ends in a mark")
    names = [part.slot for part in parts if part.slot]
    if len(names) != len(set(names)):
        raise ValueError(f"shape {shape!r} uses a slot twice")
    return tuple(parts)


class Moves(NamedTuple):
    """Where one word leads from a node: alone, with words that must follow (by the first of them), or as a phrase.

    Each way holds the value (of figures the category instead), the mark that must stand before it, and the node.
    """

    words: tuple[tuple[Value, str, Node], ...]
    longer: dict[str, list[tuple[tuple[str, ...], Value, str, Node]]]
    phrases: tuple[tuple[str, str, Node], ...]


class Node:
    """A point in the tree of shapes: where each category leads, and which shapes end here."""

    __slots__ = ("dead", "ends", "moves", "phrases", "words")

    def __init__(self) -> None:
        self.dead: set[int] = set()
        """Words, by number, that were met here and lead nowhere."""
        self.moves: dict[int | frozenset[str], Moves] = {}
        """What each word that was met here allows, by the word's number; figures by their categories."""
        self.words: dict[str, list[tuple[str, Node]]] = {}
        self.phrases: dict[str, list[tuple[str, Node]]] = {}
        self.ends: list[tuple[int, tuple[str, ...]]] = []

    def follow(self, part: Part, *, is_phrase: bool) -> Node:
        """Return the node that a part leads to, creating it if needed."""
        edges = (self.phrases if is_phrase else self.words).setdefault(part.category, [])
        for gap, node in edges:
            if gap == part.gap:
                return node
        node = Node()
        edges.append((part.gap, node))
        return node

    def moves_of(self, word: Word, firsts: dict[str, frozenset[str]]) -> Moves:
        """Where a word leads.  Figures of the same categories share their moves; their values come from the word."""
        key = word.number if word.number >= 0 else word.categories
        known = self.moves.get(key)
        if known is not None:
            return known
        words: list[tuple[Value, str, Node]] = []
        longer: dict[str, list[tuple[tuple[str, ...], Value, str, Node]]] = {}
        for entry in word.entries:
            for need, following in self.words.get(entry.category, ()):
                value = entry.value if word.number >= 0 else entry.category
                if entry.rest:
                    longer.setdefault(entry.rest[0], []).append((entry.rest, value, need, following))
                else:
                    words.append((value, need, following))
        phrases = tuple(
            (kind, need, following)
            for kind, edges in self.phrases.items()
            if not word.categories.isdisjoint(firsts[kind])
            for need, following in edges
        )
        moves = self.moves[key] = Moves(tuple(words), longer, phrases)
        if word.number >= 0 and not (words or longer or phrases):
            self.dead.add(word.number)
        return moves

    def add(self, sequence: Sequence, rule: int, phrases: frozenset[str]) -> None:
        """Let a sequence of parts lead to a rule."""
        node = self
        for part in sequence:
            node = node.follow(part, is_phrase=part.category in phrases)
        node.ends.append((rule, tuple(part.slot for part in sequence)))


def firsts(roots: dict[str, Node]) -> dict[str, frozenset[str]]:
    """Return the word categories that each kind of phrase can begin with.

    Raises:
        ValueError: where a kind can begin with itself, which would never end.
    """
    done: dict[str, frozenset[str]] = {}

    def visit(kind: str, path: tuple[str, ...]) -> frozenset[str]:
        if kind in path:
            raise ValueError(f"a phrase of kind {kind!r} begins with itself: {' → '.join((*path, kind))}")
        if kind not in done:
            node = roots[kind]
            found = set(node.words)
            for inner in node.phrases:
                found |= visit(inner, (*path, kind))
            done[kind] = frozenset(found)
        return done[kind]

    for kind in roots:
        visit(kind, ())
    return done


def literals(sequences: Iterator[Sequence]) -> set[str]:
    """Return the words that stand for themselves in these sequences."""
    return {part.category[1:] for sequence in sequences for part in sequence if part.category.startswith("=")}
