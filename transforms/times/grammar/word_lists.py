"""The lists of words of one language, from all its files: each may include others by name."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from transforms.rules.files import RuleFile
from transforms.times.grammar.lexicon import Lexicon, Value, number_or_text

_INCLUDE = "include"


@dataclass(frozen=True, slots=True)
class _Table:
    """One table of words as a file has it."""

    file: RuleFile
    line: int
    words: dict[Value, list[str]]
    beside: frozenset[str]
    """The same words as they are looked for beside an expression."""
    include: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class WordLists:
    """The tables of words by category, and the contexts, in the order in which they were read."""

    categories: dict[str, list[_Table]] = field(default_factory=dict)
    contexts: dict[str, list[_Table]] = field(default_factory=dict)

    def add_category(self, file: RuleFile, name: str, content: dict[str, Any]) -> None:
        """Take in `[NAME]` of a file: `value = ["word", …]`, and the names of tables to include.

        Raises:
            RuleError: where a value has no list of words.
        """
        line = file.line_of(f"[{name}]")
        words: dict[Value, list[str]] = {}
        for value, listed in content.items():
            if not _is_words(listed):
                raise file.error(line, f"{name}.{value} is not a list of words")
            if value != _INCLUDE:
                words[number_or_text(value)] = listed
        beside = frozenset(word.lower().removesuffix(".") for listed in words.values() for word in listed)
        table = _Table(file, line, words, beside, tuple(content.get(_INCLUDE, ())))
        self.categories.setdefault(name, []).append(table)

    def add_context(self, file: RuleFile, name: str, content: object) -> None:
        """Take in `[context.NAME]` of a file: its `words`, and the names of tables or contexts to `include`.

        Raises:
            RuleError: where it has neither, or anything else.
        """
        line = file.line_of(f"[context.{name}]")
        table = content if isinstance(content, dict) else {}
        words, include = table.get("words", []), table.get(_INCLUDE, [])
        if not {"words", _INCLUDE} >= table.keys() or not table or not (_is_words(words) and _is_words(include)):
            raise file.error(line, f"context {name!r} has no list of words")
        beside = frozenset(map(str.lower, words))
        self.contexts.setdefault(name, []).append(_Table(file, line, {}, beside, tuple(include)))

    def fill(self, lexicon: Lexicon) -> None:
        """Write all words into the lexicon, those of included lists where they are included.

        Raises:
            RuleError: where a list to be included is unknown or includes itself, or an entry of it is no word.
        """
        for name in self.categories:
            for table in self._tables(name, self.categories, ()):
                for value, words in table.words.items():
                    for word in words:
                        try:
                            lexicon.add(name, value, word)
                        except ValueError as error:
                            raise table.file.error(table.line, str(error)) from None
        known = self.categories | {f"context.{name}": tables for name, tables in self.contexts.items()}
        for name in self.contexts:
            beside = (table.beside for table in self._tables(f"context.{name}", known, ()))
            lexicon.contexts[name] = frozenset().union(*beside)

    def _tables(self, name: str, known: dict[str, list[_Table]], within: tuple[str, ...]) -> Iterator[_Table]:
        """Yield the tables of a name, each after those that it includes."""
        for table in known[name]:
            for other in table.include:
                line = table.file.line_of(f'"{other}"', table.line)
                if other not in known:
                    raise table.file.error(line, f"there is no list of words {other!r} to include")
                if other in (name, *within):
                    raise table.file.error(line, f"{other!r} would include itself")
                yield from self._tables(other, known, (name, *within))
            yield table


def _is_words(listed: object) -> bool:
    return isinstance(listed, list) and all(isinstance(word, str) for word in listed)
