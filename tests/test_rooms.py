"""A room answers one question, says so, and stays small enough to be read."""

import ast
import json
import re
import subprocess
import sys
from functools import cache
from pathlib import Path

import pytest

from tests.conftest import REPOSITORY

PACKAGES = ("dateline", "expectations", "flows", "transforms", "warehouse")
ROOMS = sorted({path.parent for package in PACKAGES for path in (REPOSITORY / package).rglob("*.py")})
NAMES = [str(room.relative_to(REPOSITORY)) for room in ROOMS]
every_room = pytest.mark.parametrize("room", ROOMS, ids=NAMES)

MODULES, LINES, FUNCTION_LINES, PARAMETERS, ROOM_LINES = 20, 300, 60, 6, 5

BANNED = re.compile(r"(?:\w+_)?(?:told|telling)(?:_\w+)?|manner|ground|crew")
"""Names of our own where the field has one."""
STRANGE = re.compile(r"\b(?:told|telling|what becomes of|for good|(?<!there )is none|befalls|sufferers?|sayers?)\b")
"""Words that docstrings said instead of the field's or of plain English."""
QUOTED = re.compile(r"“[^”]*”|\"[^\"]*\"|`[^`]*`")
OLD_KEYS = {"told_by_feed"}
"""Keys of files that an earlier release wrote."""


@cache
def tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


def functions(path: Path) -> list[ast.FunctionDef | ast.AsyncFunctionDef]:
    return [node for node in ast.walk(tree(path)) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)]


def parameters(function: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    given = function.args
    return sum(a.arg not in ("self", "cls") for a in (*given.posonlyargs, *given.args, *given.kwonlyargs))


@cache
def large() -> set[str]:
    found = {name for name, room in zip(NAMES, ROOMS, strict=True) if len(list(room.glob("*.py"))) > MODULES}
    for path in (path for room in ROOMS for path in room.glob("*.py")):
        name = str(path.relative_to(REPOSITORY))
        if path.read_text(encoding="utf-8").count("\n") > LINES and name != "transforms/model.py":
            found.add(name)
        for function in functions(path):
            length = (function.end_lineno or 0) - function.lineno + 1
            if length > FUNCTION_LINES or parameters(function) > PARAMETERS:
                found.add(f"{name}:{function.name}")
    return found


def test_rooms_modules_and_functions_are_small():
    assert large() == set()


@every_room
def test_a_room_says_what_it_answers(room):
    words = ast.get_docstring(tree(room / "__init__.py"))

    assert words, "its question, what goes in, what comes out, which module to open first"
    if room != REPOSITORY / "dateline":  # where users read how to begin
        assert len(words.splitlines()) <= ROOM_LINES
        assert "?" in words
        assert "In: " in words
        assert "Out:" in words
        assert re.search(r"\bOpen\b", words, re.IGNORECASE), "which module to open first"
    opened = re.findall(r"`([\w/]+\.py)`", words)
    assert [name for name in opened if not (room / name).exists() and not (REPOSITORY / name).exists()] == []


def other_first_lines() -> set[str]:
    """First lines that neither are imperative nor say when a predicate is true."""
    command = [sys.executable, "-m", "ruff", "check", "--select", "D401", "--output-format", "json", *PACKAGES]
    found = json.loads(subprocess.run(command, cwd=REPOSITORY, capture_output=True, text=True, check=False).stdout)
    lines = set()
    for fault in found:
        path = Path(fault["filename"])
        line = path.read_text(encoding="utf-8").splitlines()[fault["location"]["row"] - 1]
        if not line.lstrip().startswith(('"""True if ', '"""True unless ')):
            lines.add(f"{path.relative_to(REPOSITORY)}: {line.strip()}")
    return lines


def test_first_lines_are_imperative():
    assert other_first_lines() == set()


def names(path: Path) -> set[str]:
    """Names of classes, functions, parameters and variables that a module defines."""
    found = set()
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.ClassDef | ast.FunctionDef):
            found.add(node.name)
        elif isinstance(node, ast.arg):
            found.add(node.arg)
        elif isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store):
            found.add(node.id)
    return found


def test_names_are_the_fields():
    found = {
        f"{path.relative_to(REPOSITORY)}: {name}"
        for room in ROOMS
        for path in room.glob("*.py")
        for name in (*names(path), path.stem)
        if BANNED.fullmatch(name.lower().strip("_")) and name not in OLD_KEYS
    }
    assert found == set()


def docstrings(path: Path) -> list[str]:
    """What stands in a module as a string by itself: of the module, its classes, functions and fields."""
    return [
        part.value.value
        for node in ast.walk(tree(path))
        for part in (node.body if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef) else ())
        if isinstance(part, ast.Expr) and isinstance(part.value, ast.Constant) and isinstance(part.value.value, str)
    ]


def test_docstrings_are_plain_english():
    found = {
        f"{path.relative_to(REPOSITORY)}: {match[0]}"
        for room in ROOMS
        for path in room.glob("*.py")
        for words in docstrings(path)
        for match in STRANGE.finditer(QUOTED.sub("", words))
    }
    assert found == set()
