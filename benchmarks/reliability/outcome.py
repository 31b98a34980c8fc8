"""What came of a part of the campaign, and the commands that it gives."""

from __future__ import annotations

import io
import os
import subprocess
import sys
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import dataclass, field
from pathlib import Path

ROOT = Path(__file__).parents[2]
PATIENCE = 900
"""Seconds that one command may take, on a busy machine."""
HEAD = (
    "| what was done | how often | lost | ended | tracebacks | “a fault in dateline” | left running | s |\n"
    "|---|---|---|---|---|---|---|---|"
)
_EXAMPLES = 10
_OURS = ("DATELINE_", "PREFECT_")


@dataclass(slots=True)
class Outcome:
    """One row of the table; everything but `what`, `count` and `seconds` should stay 0."""

    what: str
    count: int = 0
    lost: int = 0
    """Articles, versions or digests that were there before."""
    ended: int = 0
    """Runs that ended without need, or commands that did not end at all."""
    tracebacks: int = 0
    faults: int = 0
    running: int = 0
    seconds: float = 0.0
    examples: list[str] = field(default_factory=list)

    @property
    def wrong(self) -> bool:
        """Whether anything went wrong."""
        return bool(self.lost or self.ended or self.tracebacks or self.faults or self.running)

    def row(self) -> str:
        """Return the row of the table."""
        cells = (self.lost, self.ended, self.tracebacks, self.faults, self.running, f"{self.seconds:.0f}")
        return f"| {self.what} | {self.count:,} | {' | '.join(map(str, cells))} |"

    def note(self, kind: str, example: str) -> None:
        """Count something that went wrong, and keep the first examples."""
        setattr(self, kind, getattr(self, kind) + 1)
        if len(self.examples) < _EXAMPLES:
            self.examples.append(f"{self.what}: {kind}: {example[-600:]}")

    def listen(self, said: str, where: str) -> None:
        """Count what nobody should be told."""
        if "Traceback" in said:
            self.note("tracebacks", f"{where}: {said}")
        if "fault in dateline" in said:
            self.note("faults", f"{where}: {said}")


def environment(**more: str) -> dict[str, str]:
    """Return the environment of a command: this checkout's code, and no settings of this person's."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(_OURS)}
    return {**kept, "PYTHONPATH": str(ROOT), **more}


def command(*arguments: object) -> list[str]:
    """Return the command line of `dateline`."""
    return [sys.executable, "-P", "-m", "flows.cli", *map(str, arguments)]


def run(*arguments: object, cwd: Path | None = None) -> subprocess.CompletedProcess[str]:
    """Carry out `dateline` as a person does; one that does not end in time has the exit code -1."""
    line = command(*arguments)
    try:
        return subprocess.run(
            line, cwd=cwd, env=environment(), capture_output=True, text=True, timeout=PATIENCE, check=False
        )
    except subprocess.TimeoutExpired:
        return subprocess.CompletedProcess(line, -1, "", f"did not end within {PATIENCE} s")


def run_here(*arguments: object) -> subprocess.CompletedProcess[str]:
    """Carry out `dateline` in this process, which saves the seconds of its start where no limit or kill is meant."""
    from flows.cli import carry_out

    said, talk = io.StringIO(), io.StringIO()
    line = [str(argument) for argument in arguments]
    with redirect_stdout(said), redirect_stderr(talk):
        code = carry_out(line)
    return subprocess.CompletedProcess(line, code, said.getvalue(), talk.getvalue())


def digest(store: Path) -> str:
    """Return the digest of what is published; "" where nothing is."""
    from warehouse.storage.connect import open_reader
    from warehouse.storage.errors import WarehouseError
    from warehouse.storage.store import Store

    try:
        with open_reader(Store(store)) as con:
            row = con.execute("SELECT digest FROM publication ORDER BY version DESC LIMIT 1").fetchone()
    except WarehouseError:
        return ""
    return str(row[0]) if row else ""
