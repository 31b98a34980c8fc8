"""How long it takes from the key press to the first task of a flow, and to the end of a small run.

    python -m benchmarks.speed.start [--times 3]

Three ways: a server that `dateline run` starts itself, one that it finds, and plain calls (no task, the whole run
alone).  The first task's start is what Prefect's server recorded.  Prints one JSON object; seconds, the median.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import sqlite3
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Callable, Sequence
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from statistics import median

from benchmarks.speed.invented import write_invented
from flows.orchestration.server import StartedServer

ROOT = Path(__file__).parents[2]
GOALS = {"own server": 9.0, "server found": 3.0}


def run(source: Path, store: Path, *flags: str, **environment: str) -> tuple[datetime, float]:
    """Run once; gives when the key was pressed and how many seconds the whole took."""
    inherited = {k: v for k, v in os.environ.items() if not k.startswith(("DATELINE_", "PREFECT_", "PYTHONDONTWRITE"))}
    pressed, begun = datetime.now(UTC), time.monotonic()
    subprocess.run(
        [sys.executable, "-m", "flows.cli", "run", source, "--store", store, "--quiet", *flags],
        cwd=ROOT, env={**inherited, **environment}, check=True,
    )  # fmt: skip
    return pressed, time.monotonic() - begun


def first_task_kept(store: Path) -> datetime:
    """When the first task started, from the history that a server of our own left in the store."""
    (database,) = (store / "prefect").glob("prefect-*.db")
    with closing(sqlite3.connect(database)) as con:
        (start,) = con.execute("SELECT min(start_time) FROM task_run").fetchone()
    return datetime.fromisoformat(start).replace(tzinfo=UTC)


def first_task_after(api: str, pressed: datetime) -> datetime:
    """When the first task after a moment started, as a running server says."""
    asked = {
        "task_runs": {"start_time": {"after_": pressed.isoformat()}},
        "sort": "EXPECTED_START_TIME_ASC",
        "limit": 1,
    }
    request = urllib.request.Request(
        f"{api}/task_runs/filter", json.dumps(asked).encode(), {"Content-Type": "application/json"}
    )
    with urllib.request.urlopen(request) as response:
        return datetime.fromisoformat(json.load(response)[0]["start_time"].replace("Z", "+00:00"))


def measure(times: int, folder: Path) -> dict[str, dict[str, float]]:
    """Each way so many times; every run into a store of its own."""
    source = write_invented(folder / "few.jsonl", 5)
    run(source, folder / "warming up")  # makes the empty database that later servers begin with
    server = StartedServer(folder / "server", schedules=True)
    try:
        api = server.wait(90).api_url

        def own(store: Path) -> tuple[float, float]:
            pressed, whole = run(source, store)
            return (first_task_kept(store) - pressed).total_seconds(), whole

        def found(store: Path) -> tuple[float, float]:
            pressed, whole = run(source, store, PREFECT_API_URL=api)
            return (first_task_after(api, pressed) - pressed).total_seconds(), whole

        def direct(store: Path) -> tuple[float, float]:
            return 0.0, run(source, store, "--direct")[1]

        ways: dict[str, Callable[[Path], tuple[float, float]]] = {
            "own server": own,
            "server found": found,
            "direct": direct,
        }
        figures = {}
        for name, way in ways.items():
            rounds = [way(folder / f"{name} {nth}") for nth in range(times)]
            figures[name] = {
                "first task": round(median(r[0] for r in rounds), 1),
                "whole run": round(median(r[1] for r in rounds), 1),
            }
        return figures
    finally:
        server.close()


def main(given: Sequence[str] | None = None) -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--times", type=int, default=3)
    asked = parser.parse_args(given)
    with tempfile.TemporaryDirectory() as name:
        found = measure(asked.times, Path(name))
    figures = {
        "seconds": found,
        "goals for the first task": GOALS,
        "machine": f"{platform.machine()}, {os.cpu_count()} cores, Python {platform.python_version()}",
        "load": os.getloadavg()[0],
    }
    json.dump(figures, sys.stdout, indent=1)
    print()


if __name__ == "__main__":
    main()
