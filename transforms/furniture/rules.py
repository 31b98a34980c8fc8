"""The rules that recognise furniture, read once and checked."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, Literal, get_args

from transforms.model import FurnitureReason
from transforms.rules.files import FOLDER, RuleFile, read_rule_file

FILE = FOLDER / "en" / "furniture.toml"
Where = Literal["anywhere", "begin", "whole"]
Extent = Literal["match", "sentence", "list", "rest", "thread"]
_REQUIRED = {"id", "reason", "pattern", "where", "extent", "examples", "rejects"}
_NUMBERS = {"least": 1, "after": 0}
_PART = re.compile(r"<<(\w+)>>")


@dataclass(frozen=True, slots=True)
class FurnitureRule:
    """Words that mark a stretch of a page as furniture, and how far it reaches from them."""

    id: str
    reason: FurnitureReason
    pattern: re.Pattern[str]
    where: Where
    """Where in a sentence the words stand: anywhere, at its beginning, or as the whole of it."""
    extent: Extent
    """What is furniture: the words matched, their sentence, also the list of links below, or the rest of the page."""
    least: int
    """How often the words must occur on the page."""
    after: int
    """How many characters of other text must stand before them."""


@dataclass(frozen=True, slots=True)
class FurnitureRules:
    """All rules, with their own examples and rejects as written."""

    rules: tuple[FurnitureRule, ...]
    tables: tuple[dict[str, Any], ...]


@cache
def furniture_rules() -> FurnitureRules:
    """Return the packaged rules.

    Raises:
        RuleError: where the file is not as it must be, naming file and line.
    """
    return read_furniture_rules(read_rule_file(FILE))


def read_furniture_rules(file: RuleFile) -> FurnitureRules:
    """Return the rules of one file.

    Raises:
        RuleError: where a key is unknown or missing, a value is not one of those there are, a pattern is no pattern, an
            id occurs twice, or examples are missing.
    """
    tables, lines = file.tables.get("rule", []), file.lines_of("[[rule]]")
    if not tables or len(tables) != len(lines):
        raise file.error(1, "a file of furniture holds rules, and each begins with [[rule]] on a line of its own")
    parts: Mapping[str, str] = file.tables.get("parts", {})
    found: dict[str, FurnitureRule] = {}
    for line, table in zip(lines, tables, strict=True):
        rule = _rule(file, line, table, parts)
        if rule.id in found:
            raise file.error(line, f"{rule.id!r}: this id occurs twice")
        found[rule.id] = rule
    return FurnitureRules(tuple(found.values()), tuple(tables))


def _rule(file: RuleFile, line: int, table: dict[str, Any], parts: Mapping[str, str]) -> FurnitureRule:
    name = table.get("id", "rule without an id")
    if wrong := sorted((set(table) - _NUMBERS.keys()) ^ _REQUIRED):
        raise file.error(line, f"{name!r}: unknown or missing: {', '.join(wrong)}")
    for key, known in (("reason", FurnitureReason), ("where", Where), ("extent", Extent)):
        if table[key] not in get_args(known):
            raise file.error(line, f"{name!r}: {key} must be one of {', '.join(get_args(known))}")
    if not table["examples"] or not table["rejects"]:
        raise file.error(line, f"{name!r}: examples and rejects may not be empty")
    try:
        pattern = re.compile(_filled(table["pattern"], parts))
    except KeyError as error:
        raise file.error(line, f"{name!r}: no part is called {error}") from None
    except re.error as error:
        raise file.error(line, f"{name!r}: no pattern: {error}") from None
    numbers = {key: int(table.get(key, usual)) for key, usual in _NUMBERS.items()}
    return FurnitureRule(name, table["reason"], pattern, table["where"], table["extent"], **numbers)


def _filled(pattern: str, parts: Mapping[str, str]) -> str:
    """Return a pattern with its parts, and theirs, put in.

    Raises:
        KeyError: where there is no part of a name.
    """
    while _PART.search(pattern):
        pattern = _PART.sub(lambda part: parts[part[1]], pattern)
    return pattern
