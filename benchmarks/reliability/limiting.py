"""Runs under limits of the system: a file that may not grow, few open files.  One line says so, and nothing is lost."""

from __future__ import annotations

import json
import resource
import subprocess
from pathlib import Path

from benchmarks.reliability.outcome import PATIENCE, Outcome, command, digest, environment, run_here
from benchmarks.reliability.seeds import article, write_sound

LIMITS = [("RLIMIT_FSIZE", size) for size in (20_000, 300_000, 1_000_000, 2_000_000, 3_000_000)]
LIMITS += [("RLIMIT_NOFILE", count) for count in (12, 20, 32, 48)]


def campaign(folder: Path) -> Outcome:
    """Run under each limit beside a store that is published, and then without it."""
    outcome = Outcome("limits set")
    sound, store = write_sound(folder / "in", 8), folder / "store"
    run_here("run", sound, "--direct", "--workers", 1, "--store", store)
    for nth, (name, value) in enumerate(LIMITS):
        before = digest(store)
        (sound / f"later-{nth}.jsonl").write_text(json.dumps(article(100 + nth)) + "\n", encoding="utf-8")
        _limited(outcome, [*command("run", sound, "--direct", "--workers", 1, "--store", store)], name, value)
        outcome.count += 1
        if digest(store) == "":
            outcome.note("lost", f"{name} {value}: {before} is not readable any more")
        after = run_here("run", sound, "--direct", "--store", store)
        outcome.listen(after.stderr, f"after {name} {value}")
        if after.returncode:
            outcome.note("ended", f"after {name} {value}: {after.stderr}")
        if digest(store) == before:
            outcome.note("lost", f"after {name} {value}: the new article is missing")
    return outcome


def _limited(outcome: Outcome, line: list[str], name: str, value: int) -> None:
    kind = getattr(resource, name)

    def set_limit() -> None:
        resource.setrlimit(kind, (value, resource.getrlimit(kind)[1]))

    try:
        done = subprocess.run(
            line, env=environment(), capture_output=True, text=True, timeout=PATIENCE, check=False, preexec_fn=set_limit
        )
    except subprocess.TimeoutExpired:
        outcome.note("ended", f"{name} {value}: did not end")
        return
    # An interpreter that cannot even be started is not dateline's to tell.
    if "flows" in done.stderr or "dateline" in done.stderr:
        outcome.listen(done.stderr, f"{name} {value}")
