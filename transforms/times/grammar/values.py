"""What a grammar is made of: rules as data, the grammar of a language, and a rule's match in a text."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple

from transforms.rules.files import FOLDER, RuleError
from transforms.times.grammar import shapes
from transforms.times.grammar.lexicon import Value, Word
from transforms.times.grammar.registry import Meaning

KINDS = ("date", "time", "duration", "set", "several", "nothing")
"""The kinds of phrase that are results; any other kind is only a part of others."""


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule: which shapes, which meaning, and the examples that prove it."""

    id: str
    gives: str
    shapes: tuple[str, ...]
    meaning: Meaning | None
    constants: Mapping[str, Any]
    emit: tuple[str, ...]
    priority: int
    from_today: bool
    """True if what it reads is reckoned from the day on which its text speaks."""
    guards: Mapping[str, tuple[str, ...]]
    examples: Mapping[str, Any]
    rejects: tuple[str, ...]
    why: str
    file: str
    line: int

    @property
    def place(self) -> str:
        """File and line."""
        return f"{self.file}:{self.line}"

    def error(self, reason: str) -> RuleError:
        """Return the error to raise for this rule."""
        return RuleError(FOLDER.parents[1] / self.file, self.line, f"rule {self.id!r}: {reason}")


@dataclass(frozen=True, slots=True)
class Grammar:
    """All that is known of one language's time expressions."""

    language: str
    table: dict[str, Word]
    rules: tuple[Rule, ...]
    roots: dict[str, shapes.Node]
    firsts: dict[str, frozenset[str]]
    contexts: dict[str, frozenset[str]]
    approximators: Mapping[str, str]
    """Words before an expression that go to its `mod` ("about" → APPROX)."""
    options: Mapping[str, Any]
    version: str


class Match(NamedTuple):
    """A phrase in its place: code points (half-open), pieces of the run (half-open), what its slots hold."""

    rule: Rule
    start: int
    end: int
    first: int
    last: int
    slots: dict[str, Value | Match]
