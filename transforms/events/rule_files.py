"""Reading the rule files of the event layer, and saying where one is wrong."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Any

_FOLDER = Path(__file__).parent / "rules"


class RuleError(ValueError):
    """A rule file is wrong; the message begins with the file and, where it is known, the line."""

    def __init__(self, file: str, line: int | None, message: str) -> None:
        super().__init__(f"{file}:{line}: {message}" if line else f"{file}: {message}")


@cache
def read_rules(file: str) -> dict[str, Any]:
    """One rule file's tables.

    Raises:
        RuleError: where it is not TOML, naming file and line.
    """
    source = _source(file)
    try:
        return tomllib.loads(source)
    except tomllib.TOMLDecodeError as error:
        place = re.search(r"at line (\d+)", str(error))
        line = int(place[1]) if place else source.count("\n") + 1
        raise RuleError(file, line, str(error)) from error


def line_of(file: str, word: str) -> int | None:
    """The last line of a rule file that holds a word, counted from one."""
    alone = re.compile(rf"(?<![\w-]){re.escape(word)}(?![\w-])")
    lines = _source(file).splitlines()
    return max((number for number, line in enumerate(lines, 1) if alone.search(line)), default=None)


def digest(*files: str) -> str:
    """A short hash of rule files: another one means that what they made must be made again."""
    return sha256("\0".join(_source(file) for file in files).encode()).hexdigest()[:12]


@cache
def _source(file: str) -> str:
    return (_FOLDER / file).read_text(encoding="utf-8")
