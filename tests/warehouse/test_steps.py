"""Every step lies in the room whose Python runs it, and says which temporary tables it reads and leaves behind."""

import re
from functools import cache
from pathlib import Path

import pytest

from tests.conftest import REPOSITORY

WAREHOUSE = REPOSITORY / "warehouse"
STEPS = sorted((WAREHOUSE / "steps").rglob("*.sql"))
HEADER = re.compile(r"^-- Temp tables in: (?P<read>[\w, ]+)\.  Out: (?P<left>[\w, ]+)\.$", re.MULTILINE)
MADE = re.compile(r"CREATE OR REPLACE TEMP TABLE (\w+)")
STAGED = re.compile(r"stage\(\w+(?:\._con)?, \"(\w+)\"|CREATE OR REPLACE TEMP TABLE (\w+)")
READ = re.compile(r"\b(?:FROM|JOIN|INTO|UPDATE|USING)\s+(\w+)\b(?![.(])")
NAMED = re.compile(r"\b(\w+) AS (?:MATERIALIZED )?\(")
RUNS = "storage"
"""The room that runs the steps of `runs`."""


@cache
def code(step: Path) -> str:
    return "\n".join(line for line in step.read_text(encoding="utf-8").splitlines() if not line.startswith("--"))


@cache
def temp_tables() -> set[str]:
    """Names of all temporary tables: those that steps make, and those that Python hands over."""
    handed = {
        one or other
        for module in WAREHOUSE.rglob("*.py")
        for one, other in STAGED.findall(module.read_text(encoding="utf-8"))
    }
    return handed.union(*(MADE.findall(code(step)) for step in STEPS))


def names(text: str) -> list[str]:
    return [] if text == "none" else text.split(", ")


@pytest.mark.parametrize("step", STEPS, ids=lambda step: step.stem)
def test_a_step_names_its_temporary_tables(step):
    found = HEADER.search(step.read_text(encoding="utf-8"))
    made = list(dict.fromkeys(MADE.findall(code(step))))
    own = {*made, *NAMED.findall(code(step))}

    assert found, "-- Temp tables in: a, b.  Out: none."
    assert names(found["read"]) == sorted(temp_tables() & set(READ.findall(code(step))) - own)
    assert names(found["left"]) == made


@pytest.mark.parametrize("step", STEPS, ids=lambda step: step.stem)
def test_a_step_lies_beside_the_python_that_runs_it(step):
    name = step.relative_to(WAREHOUSE).with_suffix("").as_posix()
    users = {
        path.relative_to(WAREHOUSE).parts[0].removesuffix(".py")
        for path in WAREHOUSE.rglob("*.py")
        if re.search(rf"[\"']{name}[\"']", path.read_text(encoding="utf-8"))
    }

    assert step.parent.name.replace("runs", RUNS) in users
