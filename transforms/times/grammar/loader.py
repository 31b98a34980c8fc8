"""Rule files of time expressions: read, checked and made into a grammar.

What a file may hold is
described in docs/how-dates-are-read.md.  Every fault is a `RuleError` that names file and line.
"""

from __future__ import annotations

import inspect
from pathlib import Path
from typing import Any

from transforms.rules.files import FOLDER, RuleError, RuleFile, files_version, read_rule_file, shown
from transforms.times.grammar import shapes
from transforms.times.grammar.lexicon import Lexicon
from transforms.times.grammar.registry import MEANINGS
from transforms.times.grammar.values import KINDS, Grammar, Rule
from transforms.times.grammar.word_lists import WordLists

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
_KEYS = {"id", "gives", "shape", "meaning", "with", "emit", "priority", "from_today", "examples", "rejects", "why"}
_GUARDS = {"before", "not_before", "after", "not_after", "itself"}


def build(language: str, files: list[Path]) -> Grammar:
    """Return the grammar that some rule files define.

    Raises:
        RuleError: where a file is not sound.
    """
    lexicon = Lexicon()
    rules: list[Rule] = []
    options: dict[str, Any] = {}
    lists = WordLists()
    for path in files:
        file = read_rule_file(path)
        for key, content in file.tables.items():
            if key == "rule":
                rules += [_rule(file, entry) for entry in content]
            else:
                _words(lexicon, lists, options, file, key, content)
    if not rules:
        raise RuleError(FOLDER / language, 1, "no rule was found")
    lists.fill(lexicon)
    return _assemble(language, lexicon, rules, options, files_version(files))


def _words(lexicon: Lexicon, lists: WordLists, options: dict[str, Any], file: RuleFile, key: str, content: Any) -> None:
    line = file.line_of(f"[{key}]")
    if key == "triggers":
        lexicon.triggers |= set(content)
    elif key == "options":
        options |= content
    elif key == "approximators":
        lexicon.approximators |= {word.lower(): mod for mod, words in content.items() for word in words}
    elif key == "context":
        for name, table in content.items():
            lists.add_context(file, name, table)
    elif isinstance(content, dict):
        lists.add_category(file, key, content)
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
    from_today = entry.get("from_today", False)
    if not isinstance(from_today, bool):
        raise file.error(line, f"rule {name!r}: from_today is true or false")
    return Rule(
        id=name,
        gives=gives,
        shapes=(shape,) if isinstance(shape, str) else tuple(shape),
        meaning=MEANINGS[meaning] if meaning else None,
        constants=entry.get("with", {}),
        emit=tuple(entry.get("emit", ())),
        priority=entry.get("priority", 0),
        from_today=from_today,
        guards={key: tuple(entry[key]) for key in _GUARDS if key in entry},
        examples=entry.get("examples", {}),
        rejects=tuple(entry.get("rejects", ())),
        why=entry.get("why", ""),
        file=shown(file.path),
        line=line,
    )


def _assemble(language: str, lexicon: Lexicon, rules: list[Rule], options: dict[str, Any], version: str) -> Grammar:
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
        raise RuleError(FOLDER / language, 1, str(error)) from None
    return Grammar(
        language,
        lexicon.table(),
        tuple(rules),
        roots,
        firsts,
        lexicon.contexts,
        lexicon.approximators,
        options,
        version,
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
            if name[:1] in ("@", "^") and name[1:] and name[1:] not in lexicon.contexts:
                raise rule.error(f"there is no context {name!r}")
    if rule.meaning is None:
        return
    signature = inspect.signature(rule.meaning.function).parameters
    accepted = set(list(signature)[1:])
    needed = {name for name in accepted if signature[name].default is inspect.Parameter.empty}
    for sequence in sequences:
        given = {part.slot for part in sequence if part.slot} | set(rule.constants)
        if given - accepted or needed - given:
            wrong = ", ".join(sorted(given - accepted | needed - given))
            raise rule.error(f"meaning {rule.meaning.name!r} and slots differ: {wrong}")
