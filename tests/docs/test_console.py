"""Every console block of the docs is run, in a fresh folder, and prints what the page says it prints.

A block begins with ```console.  Lines after `$ ` are typed into bash (a line that ends in a backslash goes on); the others
are what is printed, on stdout and stderr together.  A line of `…` alone stands for any lines, `…` within a line for any
words.  A page's blocks run one after the other in one folder.
"""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import REPOSITORY

BLOCK = re.compile(r"^```console\n(.*?)^```$", re.MULTILINE | re.DOTALL)
PAGES = sorted(
    p
    for p in [REPOSITORY / "README.md", *(REPOSITORY / "docs").rglob("*.md")]
    if BLOCK.search(p.read_text(encoding="utf-8"))
)


def commands(block: str) -> list[tuple[str, list[str]]]:
    """Each command of a block with the lines that it prints."""
    commands: list[tuple[str, list[str]]] = []
    lines = iter(block.splitlines())
    for line in lines:
        if line.startswith("$ "):
            command = line[2:]
            while command.endswith("\\"):
                command = command[:-1] + next(lines).removeprefix("> ")
            commands.append((command, []))
        else:
            commands[-1][1].append(line.rstrip())
    return commands


def pattern(expected: list[str]) -> str:
    """A regular expression for the lines, with `…` for anything."""
    parts = []
    for line in expected:
        if line.strip() == "…":
            parts.append(r"(?:.*\n)*?")
        else:
            parts.append(r"\s+".join(".*".join(map(re.escape, word.split("…"))) for word in line.split()) + r"[ ]*\n")
    return r"\s*".join(parts) if parts else r"(?:.*\n)*"


@pytest.mark.parametrize("page", PAGES, ids=[str(p.relative_to(REPOSITORY)) for p in PAGES])
def test_console_blocks_print_what_the_page_says(page: Path, tmp_path: Path) -> None:
    command_folder = tmp_path / "bin"
    command_folder.mkdir()
    (command_folder / "dateline").write_text(
        f'#!/bin/sh\nexec "{sys.executable}" -m flows.cli "$@"\n', encoding="utf-8"
    )
    (command_folder / "dateline").chmod(0o755)
    folder = tmp_path / "here"
    folder.mkdir()
    environment = {k: v for k, v in os.environ.items() if not k.startswith(("DATELINE_", "PREFECT_"))}
    environment |= {
        "PATH": f"{command_folder}:{Path(sys.executable).parent}:{os.environ['PATH']}",
        "PYTHONPATH": str(REPOSITORY),
        "COLUMNS": "100",
    }
    for block in BLOCK.findall(page.read_text(encoding="utf-8")):
        for command, expected in commands(block):
            done = subprocess.run(["bash", "-c", command], cwd=folder, env=environment, text=True, check=False, timeout=300,
                                  stdout=subprocess.PIPE, stderr=subprocess.STDOUT)  # fmt: skip
            printed = "".join(line.rstrip() + "\n" for line in done.stdout.splitlines())
            assert done.returncode == 0, f"$ {command}\n{printed}"
            while expected and not expected[-1]:
                expected.pop()
            assert re.fullmatch(pattern(expected), printed), f"$ {command}\n{printed}\ninstead of\n" + "\n".join(
                expected
            )
