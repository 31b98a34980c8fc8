"""What a whole run costs, what a second one costs, and how much memory they take.

    python -m benchmarks.speed.run [--articles 1000 --articles 10000] [--workers N]

For each number of invented articles: `dateline annotate`, `dateline run --direct` into a new store, and the same again.
Seconds are wall time of the whole process, processor seconds those of it and its children; memory is the greatest sum
of resident memory over the process and its children, looked at every quarter of a second.  Prints one JSON object.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

from benchmarks.speed.invented import write_invented

ROOT = Path(__file__).parents[2]
GOALS = {"run_to_annotate": 1.3, "run_plus_seconds": 10.0, "memory_growth": 1.2}


def measured(*arguments: object) -> dict[str, float]:
    """Seconds, processor seconds and peak memory (MB) of one command with its children."""
    environment = {k: v for k, v in os.environ.items() if not k.startswith(("DATELINE_", "PYTHONDONTWRITE"))}
    begun, used = time.monotonic(), processor_seconds()
    process = subprocess.Popen(
        [sys.executable, "-m", "flows.cli", *map(str, arguments)], cwd=ROOT, env=environment, stdout=subprocess.DEVNULL
    )
    peak = 0
    while process.poll() is None:
        peak = max(peak, sum(map(resident, family(process.pid))))
        time.sleep(0.25)
    if process.returncode:
        raise SystemExit(f"{arguments[0]} ended with {process.returncode}")
    return {
        "seconds": round(time.monotonic() - begun, 1),
        "processor_seconds": round(processor_seconds() - used, 1),
        "peak_mb": round(peak / 1e6),
    }


def processor_seconds() -> float:
    """What the children that have ended used: other work on the machine disturbs it little."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def family(pid: int) -> list[int]:
    """A process and all below it."""
    try:
        below = Path(f"/proc/{pid}/task/{pid}/children").read_text(encoding="ascii").split()
    except OSError:
        return [pid]
    return [pid, *(one for child in below for one in family(int(child)))]


def resident(pid: int) -> int:
    """Bytes of memory that a process has to itself, and its share of what it shares."""
    try:
        lines = Path(f"/proc/{pid}/smaps_rollup").read_text(encoding="ascii").splitlines()
    except OSError:
        return 0
    return sum(int(line.split()[1]) * 1024 for line in lines if line.startswith("Pss:"))


def measure(count: int, workers: int, folder: Path) -> dict[str, dict[str, float]]:
    """The three commands on so many articles."""
    source, store = write_invented(folder / f"{count}.jsonl", count), folder / f"store-{count}"
    run = ("run", "--direct", source, "--store", store, "--quiet", "--workers", workers)
    return {
        "annotate": measured("annotate", source, "--quiet", "--workers", workers),
        "run": measured(*run),
        "again": measured(*run),
    }


def main(given: Sequence[str] | None = None) -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", type=int, action="append")
    parser.add_argument("--workers", type=int, default=0)
    asked = parser.parse_args(given)
    counts = asked.articles or [1_000, 10_000]
    with tempfile.TemporaryDirectory() as name:
        found = {str(count): measure(count, asked.workers, Path(name)) for count in counts}
    least, most = found[str(min(counts))], found[str(max(counts))]
    figures = {
        "articles": found,
        "run_to_annotate": round(least["run"]["seconds"] / least["annotate"]["seconds"], 2),
        "run_to_annotate_processor": round(
            least["run"]["processor_seconds"] / least["annotate"]["processor_seconds"], 2
        ),
        "run_seconds_beyond_goal": round(
            least["run"]["seconds"]
            - least["annotate"]["seconds"] * GOALS["run_to_annotate"]
            - GOALS["run_plus_seconds"],
            1,
        ),
        "memory_growth": round(most["run"]["peak_mb"] / least["run"]["peak_mb"], 2),
        "again_growth": round(most["again"]["seconds"] / least["again"]["seconds"], 2),
        "goals": GOALS,
        "machine": f"{platform.machine()}, {os.cpu_count()} cores, Python {platform.python_version()}",
        "load": os.getloadavg()[0],
    }
    json.dump(figures, sys.stdout, indent=1)
    print()


if __name__ == "__main__":
    main()
