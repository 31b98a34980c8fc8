"""Row checks: one SQL file each, which says in its header what must hold and what to do where it does not.

    -- an attack on the timeline is reported by more than one outlet
    -- table: event
    -- severity: warning
    -- remedy: look for a second source before you rely on it
    SELECT event_id AS row_key, NULL AS article_id, title AS detail FROM event WHERE …;

The query returns the rows that must not be there, as `row_key`, `article_id`, `detail`.  Our own lie in
`queries/<table>/`, which names their table; those of a user's folder are read and judged in the same way.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Final, TypeVar, get_args

from expectations.outcome import Fault, Severity
from transforms.ids import digest
from transforms.plugins import PluginError, plugins

QUERIES: Final = Path(__file__).parent / "queries"
GROUP: Final = "dateline.checks"
"""The entry points by which an installed package brings checks: a `Check`, or several."""
KEYS: Final = ("table", "severity", "fault", "remedy")
ROW_FAULT_TABLES: Final = ("article", "time_expression", "event_mention", "event")
"""Tables of which a single row can be withheld, with all that hangs on it."""
_HEADER = re.compile(r"-- (\w+): (\S.*)")
Word = TypeVar("Word", bound=str)
_NAME = re.compile(r"[a-z][a-z0-9_]*")


class CheckFileError(ValueError):
    """A check that cannot be used: which file, which line, and why."""

    def __init__(self, path: Path, line: int, reason: str) -> None:
        self.path, self.line, self.reason = path, line, reason
        super().__init__(f"{path}:{line}: {reason}")


@dataclass(frozen=True, slots=True)
class Check:
    """A query that must return nothing, and what it means where it does."""

    name: str
    table: str
    must_hold: str
    """What must hold, in a sentence."""
    severity: Severity
    remedy: str
    """What to do where it does not hold."""
    sql: str
    """Returns what fails: `row_key`, `article_id`, `detail`."""
    fault: Fault = "table"
    """`row`: the failing rows of a critical check are withheld; `table`: a critical check closes the gate."""
    path: Path = Path()
    """The file it was read from."""
    line: int = 1
    """The line of the file on which the query begins."""


def read_check(path: Path, root: Path) -> Check:
    """Return the check of one file below the folder `root`.

    Raises:
        CheckFileError: where the header is not as it must be.
    """
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise CheckFileError(path, 1, f"cannot be read: {error}") from None
    if not _NAME.fullmatch(path.stem):
        raise CheckFileError(path, 1, "the name of a check is small letters, digits and underscores")
    if not lines or not lines[0].startswith("-- ") or _keyed(lines[0]):
        raise CheckFileError(path, 1, "the first line must be a comment that says what must hold")
    header: dict[str, str] = {}
    begin = 1
    while begin < len(lines) and (field := _HEADER.fullmatch(lines[begin].rstrip())):
        key, value = field.groups()
        if key not in KEYS:
            raise CheckFileError(path, begin + 1, f"unknown key {key!r}: a check's header has {', '.join(KEYS)}")
        header[key] = value
        begin += 1
    if path.parent != root:
        header.setdefault("table", path.parent.name)
    for key in ("table", "severity", "remedy"):
        if key not in header:
            raise CheckFileError(path, begin, f"the header does not say its {key}: -- {key}: …")
    severity = _word(path, lines, "severity", header["severity"], get_args(Severity))
    fault = _word(path, lines, "fault", header.get("fault", "table"), get_args(Fault))
    if fault == "row" and header["table"] not in ROW_FAULT_TABLES:
        allowed = ", ".join(ROW_FAULT_TABLES)
        raise CheckFileError(path, _line_of(lines, "fault"), f"single rows can be withheld of {allowed} alone")
    query = "\n".join(lines[begin:]).strip().rstrip(";")
    if not query:
        raise CheckFileError(path, begin + 1, "there is no query")
    return Check(
        path.stem,
        header["table"],
        lines[0][3:],
        severity,
        header["remedy"],
        query,
        fault,
        path,
        begin + 1,
    )


def checks_in(folder: Path) -> tuple[Check, ...]:
    """Return the checks of a folder and its subfolders, by name.

    Raises:
        CheckFileError: where one is not as it must be, or two have one name.
    """
    found: dict[str, Check] = {}
    for path in sorted(folder.rglob("*.sql"), key=lambda path: (path.stem, path)):
        check = read_check(path, folder)
        if check.name in found:
            raise CheckFileError(path, 1, f"{found[check.name].path} has this name too")
        found[check.name] = check
    return tuple(found.values())


@cache
def built_in() -> tuple[Check, ...]:
    """Return our own checks."""
    return checks_in(QUERIES)


def added(folder: Path | None) -> tuple[Check, ...]:
    """Return the checks beside our own: of installed packages, then of a user's folder.

    Raises:
        CheckFileError: where a file is not as it must be, or has the name of another check.
        PluginError: where a package does not bring what it says.
    """
    known = {check.name: str(check.path) for check in built_in()}
    found: list[Check] = []
    for plugin in plugins(GROUP, Check):
        if plugin.value.name in known:
            raise PluginError(f"{plugin.origin}: there is a check {plugin.value.name!r} already")
        known[plugin.value.name] = plugin.origin
        found.append(plugin.value)
    if folder is not None:
        if not folder.is_dir():
            raise CheckFileError(folder, 1, "check.folder is no folder")
        for check in checks_in(folder):
            if check.name in known:
                raise CheckFileError(check.path, 1, f"there is a check of this name already: {known[check.name]}")
            found.append(check)
    return tuple(found)


def checks_version(checks: Iterable[Check]) -> str:
    """Return a short hash of our own checks and of those beside them: with another one, what stands is judged anew."""
    parts = (f"{c.name}|{c.table}|{c.severity}|{c.fault}|{c.sql}" for c in (*built_in(), *checks))
    return digest(*parts)


def by_table(checks: Iterable[Check]) -> Mapping[str, tuple[Check, ...]]:
    """Return the checks of each table, in their order."""
    found: dict[str, list[Check]] = {}
    for check in checks:
        found.setdefault(check.table, []).append(check)
    return {table: tuple(several) for table, several in found.items()}


def _keyed(line: str) -> bool:
    found = _HEADER.fullmatch(line)
    return found is not None and found[1] in KEYS


def _word(path: Path, lines: list[str], key: str, value: str, words: tuple[Word, ...]) -> Word:
    for word in words:
        if word == value:
            return word
    raise CheckFileError(path, _line_of(lines, key), f"{key} is {value!r}, not one of {', '.join(words)}")


def _line_of(lines: list[str], key: str) -> int:
    return next((number for number, line in enumerate(lines, 1) if line.startswith(f"-- {key}:")), 1)
