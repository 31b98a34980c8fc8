"""The languages whose time expressions are read: words, shapes and meanings joined into one grammar each.

A language is a folder `rules/<language>/times/`; the files of `rules/common/times/` belong to every language.  A user's
folder of rules and installed packages (entry point group `dateline.languages`) add files to a language, or a language.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Final

from transforms.plugins import plugins
from transforms.rules.files import FOLDER as RULES
from transforms.rules.files import files_version, own_rules
from transforms.times import meanings  # noqa: F401 -- importing the package registers every meaning
from transforms.times.grammar.loader import build
from transforms.times.grammar.values import Grammar

COMMON = "common"
GROUP: Final = "dateline.languages"


@dataclass(frozen=True, slots=True)
class Language:
    """A folder of rule files for the times of a language, which an installed package brings."""

    code: str
    """Of ISO 639-1: `fr`."""
    folder: Path
    """Holds `*.toml`, in the form of `transforms/rules/<language>/times/`."""


def codes() -> tuple[str, ...]:
    """Return the languages that have rules."""
    return _codes(own_rules())


def grammar(language: str) -> Grammar:
    """Return the grammar of a language that has rules.

    Raises:
        RuleError: where a file is not sound.
        PluginError: where an installed package does not bring what it says.
    """
    return _grammar(language, own_rules())


def version(language: str) -> str:
    """Return a hash of all files that the language's grammar is made of."""
    return _version(language, own_rules())


@cache
def _codes(own: Path | None) -> tuple[str, ...]:
    roots = (RULES, own) if own else (RULES,)
    found = {path.name for root in roots for path in root.iterdir() if (path / "times").is_dir()}
    return tuple(sorted((found | {plugin.value.code for plugin in plugins(GROUP, Language)}) - {COMMON}))


@cache
def _grammar(language: str, own: Path | None) -> Grammar:
    return build(language, _files(language, own))


@cache
def _version(language: str, own: Path | None) -> str:
    return files_version(_files(language, own))


def _files(language: str, own: Path | None) -> list[Path]:
    folders = [RULES / COMMON / "times", RULES / language / "times"]
    folders += [plugin.value.folder for plugin in plugins(GROUP, Language) if plugin.value.code == language]
    folders += [own / COMMON / "times", own / language / "times"] if own else []
    return [path for folder in folders for path in sorted(folder.glob("*.toml"))]
