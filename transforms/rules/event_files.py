"""The rule files of the event layer, by name."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Any

from transforms.rules.files import FOLDER, RuleError, RuleFile, files_version, read_rule_file

RULES = FOLDER / "en" / "events"
TABLES = FOLDER / "tables"


@cache
def rule_file(name: str) -> RuleFile:
    """Return one rule file.

    Raises:
        RuleError: where it is not TOML, naming file and line.
    """
    return read_rule_file(RULES / name)


def read_rules(name: str) -> Mapping[str, Any]:
    """Return one rule file's tables.

    Raises:
        RuleError: where it is not TOML, naming file and line.
    """
    return rule_file(name).tables


def fault(name: str, word: str, reason: str) -> RuleError:
    """Return the error for a word of a rule file; it is searched from the end, as the later of two is the fault."""
    file = rule_file(name)
    return file.error(file.last_line_of(word), reason)


def version_of(*names: str) -> str:
    """Return the version of rule files and tables; when it changes, whatever they made must be made again."""
    return files_version((TABLES if name.endswith(".gz") else RULES) / name for name in names)
