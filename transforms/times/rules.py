"""Rule files: read, checked and made into one grammar a language.

A language is a folder under `rules/`; the files of `rules/common/` belong to every language.  What a file may hold is
told in docs/how-dates-are-read.md.  Every fault is a `RuleError` that names file and line.
"""

from __future__ import annotations

import hashlib
import inspect
import re
import tomllib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from transforms.times import shapes
from transforms.times.lexicon import Lexicon, Word, number_or_text
from transforms.times.meanings import MEANINGS

RULES = Path(__file__).parent / "rules"
COMMON = "common"
KINDS = ("date", "time", "duration", "set", "several", "nothing")
"""The kinds of phrase that are results; any other kind is only a part of others."""
NUMERIC = frozenset(
    {"int", "two_digits", "day_number", "hour", "year", "near_year", "range_year", "military", "short_year", "decimal"}
    | {
        "iso_month",
        "dotted",
        "slashed",
        "dotted_clock",
        "clock",
        "clock_range",
        "iso_date",
        "figures_date",
        "nine_eleven",
    }
)
_KEYS = {"id", "gives", "shape", "meaning", "with", "emit", "priority", "examples", "rejects", "why"}
_GUARDS = {"before", "not_before", "after", "not_after"}
_LINE = re.compile(r"at line (\d+)")


class RuleError(ValueError):
    """A rule file that cannot be used: which file, which line, and why."""

    def __init__(self, file: Path, line: int, reason: str) -> None:
        place = file.relative_to(RULES.parents[2]) if file.is_relative_to(RULES.parents[2]) else file
        super().__init__(f"{place}:{line}: {reason}")
        self.file, self.line, self.reason = place, line, reason


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule: which shapes, which meaning, and the examples that prove it."""

    id: str
    gives: str
    shapes: tuple[str, ...]
    meaning: Callable[..., Any] | None
    constants: Mapping[str, Any]
    emit: tuple[str, ...]
    priority: int
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


@cache
def languages() -> tuple[str, ...]:
    """The languages that have a folder of rules."""
    return tuple(sorted(path.name for path in RULES.iterdir() if path.is_dir() and path.name != COMMON))


def _files(language: str) -> list[Path]:
    return [path for folder in (COMMON, language) for path in sorted((RULES / folder).glob("*.toml"))]


@cache
def version(language: str) -> str:
    """A hash of all files that the language's grammar is made of."""
    digest = hashlib.sha256()
    for path in _files(language):
        digest.update(path.name.encode() + b"\0" + path.read_bytes())
    return digest.hexdigest()[:16]


@cache
def grammar(language: str) -> Grammar:
    """The grammar of a language that has a folder.

    Raises:
        RuleError: where a file is not sound.
    """
    return build(language, _files(language))


def build(language: str, files: list[Path]) -> Grammar:
    """A grammar from rule files.

    Raises:
        RuleError: where a file is not sound.
    """
    lexicon = Lexicon()
    rules: list[Rule] = []
    options: dict[str, Any] = {}
    for path in files:
        text = path.read_text(encoding="utf-8")
        try:
            data = tomllib.loads(text)
        except tomllib.TOMLDecodeError as error:
            found = _LINE.search(str(error))
            raise RuleError(path, int(found[1]) if found else 1, str(error)) from None
        for key, content in data.items():
            if key == "rule":
                rules += [_rule(path, text, entry) for entry in content]
            else:
                _words(lexicon, options, path, text, key, content)
    if not rules:
        raise RuleError(RULES / language, 1, "no rule was found")
    return _assemble(language, lexicon, rules, options)


def _line_of(text: str, mark: str) -> int:
    at = text.find(mark)
    return text.count("\n", 0, at) + 1 if at >= 0 else 1


def _words(lexicon: Lexicon, options: dict[str, Any], path: Path, text: str, key: str, content: Any) -> None:
    line = _line_of(text, f"[{key}]")
    if key == "triggers":
        lexicon.triggers |= set(content)
    elif key == "options":
        options |= content
    elif key == "approximators":
        lexicon.approximators |= {word.lower(): mod for mod, words in content.items() for word in words}
    elif key == "context":
        for name, table in content.items():
            words = table.get("words") if isinstance(table, dict) else None
            if not isinstance(words, list):
                raise RuleError(path, _line_of(text, f"[context.{name}]"), f"context {name!r} has no list of words")
            lexicon.contexts[name] = lexicon.contexts.get(name, frozenset()) | {word.lower() for word in words}
    elif isinstance(content, dict):
        for value, words in content.items():
            if not isinstance(words, list) or not all(isinstance(word, str) for word in words):
                raise RuleError(path, line, f"{key}.{value} is not a list of words")
            for word in words:
                try:
                    lexicon.add(key, number_or_text(value), word)
                except ValueError as error:
                    raise RuleError(path, line, str(error)) from None
    else:
        raise RuleError(path, line, f"{key!r} is neither a table of words nor a rule")


def _rule(path: Path, text: str, entry: dict[str, Any]) -> Rule:
    name = entry.get("id")
    line = _line_of(text, f'id = "{name}"')
    if not name:
        raise RuleError(path, _line_of(text, "[[rule]]"), "a rule has no id")
    unknown = set(entry) - _KEYS - _GUARDS
    if unknown:
        raise RuleError(path, line, f"rule {name!r} has unknown keys: {', '.join(sorted(unknown))}")
    gives, shape = entry.get("gives"), entry.get("shape")
    if not isinstance(gives, str) or not shape:
        raise RuleError(path, line, f"rule {name!r} needs `gives` and `shape`")
    meaning = entry.get("meaning")
    if gives != "nothing" and meaning not in MEANINGS:
        raise RuleError(path, line, f"rule {name!r}: there is no meaning {meaning!r}")
    if gives in KINDS and not entry.get("rejects") and not entry.get("examples"):
        raise RuleError(path, line, f"rule {name!r} needs examples and rejects")
    if gives in KINDS and gives != "nothing" and not (entry.get("examples") and "rejects" in entry):
        raise RuleError(path, line, f"rule {name!r} needs examples and rejects")
    return Rule(
        id=name,
        gives=gives,
        shapes=(shape,) if isinstance(shape, str) else tuple(shape),
        meaning=MEANINGS[meaning] if meaning else None,
        constants=entry.get("with", {}),
        emit=tuple(entry.get("emit", ())),
        priority=entry.get("priority", 0),
        guards={key: tuple(entry[key]) for key in _GUARDS if key in entry},
        examples=entry.get("examples", {}),
        rejects=tuple(entry.get("rejects", ())),
        why=entry.get("why", ""),
        file=str(path.relative_to(RULES.parents[2])) if path.is_relative_to(RULES.parents[2]) else str(path),
        line=line,
    )


def _assemble(language: str, lexicon: Lexicon, rules: list[Rule], options: dict[str, Any]) -> Grammar:
    phrases = frozenset(rule.gives for rule in rules)
    expanded: list[tuple[int, list[shapes.Sequence]]] = []
    seen: dict[str, Rule] = {}
    for number, rule in enumerate(rules):
        path = RULES.parents[2] / rule.file
        if rule.id in seen:
            raise RuleError(path, rule.line, f"rule {rule.id!r} is already at {seen[rule.id].place}")
        seen[rule.id] = rule
        try:
            sequences = [sequence for shape in rule.shapes for sequence in shapes.expand(shape)]
        except ValueError as error:
            raise RuleError(path, rule.line, f"rule {rule.id!r}: {error}") from None
        expanded.append((number, sequences))
        for word in shapes.literals(iter(sequences)):
            try:
                lexicon.add(shapes.literal(word), word, word)
            except ValueError as error:
                raise RuleError(path, rule.line, f"rule {rule.id!r}: {error}") from None
    for number, sequences in expanded:
        _check(rules[number], sequences, lexicon, phrases)
    roots = {kind: shapes.Node() for kind in phrases}
    for number, sequences in expanded:
        for sequence in sequences:
            roots[rules[number].gives].add(sequence, number, phrases)
    try:
        firsts = shapes.firsts(roots)
    except ValueError as error:
        raise RuleError(RULES / language, 1, str(error)) from None
    return Grammar(
        language,
        lexicon.table(),
        tuple(rules),
        roots,
        firsts,
        lexicon.contexts,
        lexicon.approximators,
        options,
        version(language),
    )


def _check(rule: Rule, sequences: list[shapes.Sequence], lexicon: Lexicon, phrases: frozenset[str]) -> None:
    """Every slot must be fillable, and the meaning must take what the shapes give it."""
    path = RULES.parents[2] / rule.file
    known = lexicon.categories | phrases | NUMERIC
    for sequence in sequences:
        for part in sequence:
            if part.category not in known:
                raise RuleError(path, rule.line, f"rule {rule.id!r}: nothing is called {part.category!r}")
    for names in rule.guards.values():
        for name in names:
            if name.startswith("@") and name[1:] not in lexicon.contexts:
                raise RuleError(path, rule.line, f"rule {rule.id!r}: there is no context {name!r}")
    if rule.meaning is None:
        return
    signature = inspect.signature(rule.meaning).parameters
    accepted = set(list(signature)[1:])
    needed = {name for name in accepted if signature[name].default is inspect.Parameter.empty}
    for sequence in sequences:
        given = {part.slot for part in sequence if part.slot} | set(rule.constants)
        if given - accepted or needed - given:
            wrong = ", ".join(sorted(given - accepted | needed - given))
            raise RuleError(
                path, rule.line, f"rule {rule.id!r}: meaning {rule.meaning.__name__!r} and slots differ: {wrong}"
            )
