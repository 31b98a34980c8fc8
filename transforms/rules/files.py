"""Rule files: TOML that is read once, its version, and faults that name file and line."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from transforms.ids import rules_digest

FOLDER = Path(__file__).parent
"""Where the rule files of all languages lie."""
_ROOT = FOLDER.parents[1]
_LINE = re.compile(r"at line (\d+)")


class RuleError(ValueError):
    """A rule file that cannot be used: which file, which line, and why."""

    def __init__(self, path: Path, line: int, reason: str) -> None:
        self.file, self.line, self.reason = shown(path), line, reason
        super().__init__(f"{self.file}:{line}: {reason}")


def shown(path: Path) -> str:
    """Return a rule file's path as users see it: relative to the packages' folder where it lies below it."""
    return str(path.relative_to(_ROOT) if path.is_relative_to(_ROOT) else path)


@dataclass(frozen=True, slots=True)
class RuleFile:
    """One rule file as read: its text and its TOML tables."""

    path: Path
    source: str
    tables: Mapping[str, Any]

    def line_of(self, mark: str, since: int = 1) -> int:
        """Return the first line, counted from one, that holds a mark, of those since one; that one if none does."""
        lines = enumerate(self.source.splitlines(), 1)
        return next((n for n, line in lines if n >= since and mark in line), since)

    def last_line_of(self, word: str) -> int:
        """Return the last line that holds a word by itself; 1 if none does."""
        alone = re.compile(rf"(?<![\w-]){re.escape(word)}(?![\w-])")
        return max((n for n, line in enumerate(self.source.splitlines(), 1) if alone.search(line)), default=1)

    def lines_of(self, header: str) -> list[int]:
        """Return the lines that consist of this table header and nothing else."""
        return [n for n, line in enumerate(self.source.splitlines(), 1) if line.strip() == header]

    def error(self, line: int, reason: str) -> RuleError:
        """Return the error to raise for one line of this file."""
        return RuleError(self.path, line, reason)


def read_rule_file(path: Path) -> RuleFile:
    """Read one rule file.

    Raises:
        RuleError: where it is not TOML in UTF-8, naming the line.
    """
    content = path.read_bytes()
    try:
        source = content.decode("utf-8")
        return RuleFile(path, source, tomllib.loads(source))
    except UnicodeDecodeError as error:
        raise RuleError(path, content.count(b"\n", 0, error.start) + 1, "not in UTF-8") from None
    except tomllib.TOMLDecodeError as error:
        found = _LINE.search(str(error))
        line = int(found[1]) if found else content.count(b"\n") + 1
        raise RuleError(path, line, f"not TOML: {error}") from None


def files_version(paths: Iterable[Path]) -> str:
    """Return the version of rule files: one hash over their names and bytes, whatever their order."""
    return rules_digest((f"{path.parent.name}/{path.name}", path.read_bytes()) for path in paths)


_OWN_CUES = (("en", "events", "attribution.toml"), ("en", "events", "modality.toml"))


class _Own:
    """The user's folder of rules, for this process: rules are read in many places, and are the same in each."""

    folder: Path | None = None


def use_own_rules(folder: Path | None) -> None:
    """Read the rules of a user's folder beside our own from now on; `None` reads our own alone.

    Raises:
        RuleError: where it is no folder, or holds what is not read.
    """
    if folder is not None and folder != _Own.folder:
        _require_known(folder)
    _Own.folder = folder


def own_rules() -> Path | None:
    """Return the user's folder of rules, where there is one."""
    return _Own.folder


def own_rule_file(*parts: str) -> Path | None:
    """Return a file of the user's folder, where it is there."""
    path = _Own.folder.joinpath(*parts) if _Own.folder else None
    return path if path is not None and path.is_file() else None


def _require_known(folder: Path) -> None:
    if not folder.is_dir():
        raise RuleError(folder, 1, "rules.folder is no folder")
    for path in sorted(folder.rglob("*")):
        parts = path.relative_to(folder).parts
        is_known = parts in _OWN_CUES or (len(parts) == 3 and parts[1] == "times")
        if path.is_file() and path.suffix == ".toml" and not is_known:
            cues = " and ".join("/".join(names) for names in _OWN_CUES)
            raise RuleError(path, 1, f"rule files of your own are <language>/times/*.toml, and {cues}")
