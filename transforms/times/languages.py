"""The languages whose time expressions are read: words, shapes and meanings joined into one grammar each.

A language is a folder `rules/<language>/times/`; the files of `rules/common/times/` belong to every language.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

from transforms.rules.files import FOLDER as RULES
from transforms.rules.files import files_version
from transforms.times import meanings  # noqa: F401 -- importing the package registers every meaning
from transforms.times.grammar.loader import build
from transforms.times.grammar.values import Grammar

COMMON = "common"


@cache
def codes() -> tuple[str, ...]:
    """The languages that have a folder of rules."""
    return tuple(sorted(path.name for path in RULES.iterdir() if (path / "times").is_dir() and path.name != COMMON))


def _files(language: str) -> list[Path]:
    return [path for folder in (COMMON, language) for path in sorted((RULES / folder / "times").glob("*.toml"))]


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
