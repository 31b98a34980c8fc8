"""Rule files: read, checked and made into one grammar a language.

A language is a folder under `rules/`; the files of `rules/common/` belong to every language.  What a file may hold is
told in docs/how-dates-are-read.md.  Every fault is a `RuleError` that names file and line.
"""

from __future__ import annotations

import inspect
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from transforms.rule_files import RuleError, RuleFile, files_version, read_rule_file, shown
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

    def error(self, reason: str) -> RuleError:
        """The error to raise for this rule."""
        return RuleError(RULES.parents[2] / self.file, self.line, f"rule {self.id!r}: {reason}")


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
    return files_version(_files(language))


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
        file = read_rule_file(path)
        for key, content in file.tables.items():
            if key == "rule":
                rules += [_rule(file, entry) for entry in content]
            else:
                _words(lexicon, options, file, key, content)
    if not rules:
        raise RuleError(RULES / language, 1, "no rule was found")
    return _assemble(language, lexicon, rules, options)


def _words(lexicon: Lexicon, options: dict[str, Any], file: RuleFile, key: str, content: Any) -> None:
    line = file.line_of(f"[{key}]")
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
                raise file.error(file.line_of(f"[context.{name}]"), f"context {name!r} has no list of words")
            lexicon.contexts[name] = lexicon.contexts.get(name, frozenset()) | {word.lower() for word in words}
    elif isinstance(content, dict):
        for value, words in content.items():
            if not isinstance(words, list) or not all(isinstance(word, str) for word in words):
                raise file.error(line, f"{key}.{value} is not a list of words")
            for word in words:
                try:
                    lexicon.add(key, number_or_text(value), word)
                except ValueError as error:
                    raise file.error(line, str(error)) from None
    else:
        raise file.error(line, f"{key!r} is neither a table of words nor a rule")


def _rule(file: RuleFile, entry: dict[str, Any]) -> Rule:
    name = entry.get("id")
    line = file.line_of(f'id = "{name}"')
    if not name:
        raise file.error(file.line_of("[[rule]]"), "a rule has no id")
    unknown = set(entry) - _KEYS - _GUARDS
    if unknown:
        raise file.error(line, f"rule {name!r} has unknown keys: {', '.join(sorted(unknown))}")
    gives, shape = entry.get("gives"), entry.get("shape")
    if not isinstance(gives, str) or not shape:
        raise file.error(line, f"rule {name!r} needs `gives` and `shape`")
    meaning = entry.get("meaning")
    if gives != "nothing" and meaning not in MEANINGS:
        raise file.error(line, f"rule {name!r}: there is no meaning {meaning!r}")
    if gives in KINDS and not entry.get("rejects") and not entry.get("examples"):
        raise file.error(line, f"rule {name!r} needs examples and rejects")
    if gives in KINDS and gives != "nothing" and not (entry.get("examples") and "rejects" in entry):
        raise file.error(line, f"rule {name!r} needs examples and rejects")
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
        file=shown(file.path),
        line=line,
    )


def _assemble(language: str, lexicon: Lexicon, rules: list[Rule], options: dict[str, Any]) -> Grammar:
    phrases = frozenset(rule.gives for rule in rules)
    expanded: list[tuple[int, list[shapes.Sequence]]] = []
    seen: dict[str, Rule] = {}
    for number, rule in enumerate(rules):
        if rule.id in seen:
            raise rule.error(f"it stands already at {seen[rule.id].place}")
        seen[rule.id] = rule
        try:
            sequences = [sequence for shape in rule.shapes for sequence in shapes.expand(shape)]
        except ValueError as error:
            raise rule.error(str(error)) from None
        expanded.append((number, sequences))
        for word in shapes.literals(iter(sequences)):
            try:
                lexicon.add(shapes.literal(word), word, word)
            except ValueError as error:
                raise rule.error(str(error)) from None
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
    known = lexicon.categories | phrases | NUMERIC
    for sequence in sequences:
        for part in sequence:
            if part.category not in known:
                raise rule.error(f"nothing is called {part.category!r}")
    for names in rule.guards.values():
        for name in names:
            if name.startswith("@") and name[1:] not in lexicon.contexts:
                raise rule.error(f"there is no context {name!r}")
    if rule.meaning is None:
        return
    signature = inspect.signature(rule.meaning).parameters
    accepted = set(list(signature)[1:])
    needed = {name for name in accepted if signature[name].default is inspect.Parameter.empty}
    for sequence in sequences:
        given = {part.slot for part in sequence if part.slot} | set(rule.constants)
        if given - accepted or needed - given:
            wrong = ", ".join(sorted(given - accepted | needed - given))
            raise rule.error(f"meaning {rule.meaning.__name__!r} and slots differ: {wrong}")
