"""What making a store anew costs after a change of rules, against filling it from nothing.

    python -m benchmarks.speed.rebuild FILE [--articles 200] [--workers 1] [--rounds 1]

FILE is JSON lines of articles (id, text, title, published).  The packages are copied to a folder of their own, where
one word is taken out of an event rule, and then one weight of merging is changed by a little; after each `dateline
rebuild` makes a copy of the filled store anew.  Processor seconds of each command with its children, the fastest of so
many rounds, and how many times faster than filling.  Prints one JSON object; exit 1 where a goal is missed.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from itertools import islice
from pathlib import Path

import duckdb

from benchmarks.speed.run import ROOT, processor_seconds

PACKAGES = ("transforms", "warehouse", "expectations", "flows", "dateline")
CHANGES = {
    "event rule": (
        "transforms/rules/en/events/modality.toml",
        'words = ["without", "instead", "rather"]',
        'words = ["without", "instead"]',
    ),
    "merging": ("transforms/coreference/scoring.py", "NAMES_ALIKE = 4.0", "NAMES_ALIKE = 3.9"),
}
"""What is changed: the file, what it says, and what it is to say."""
GOALS = {"event rule": 3.0, "merging": 8.0}


def used(packages: Path, *arguments: object) -> float:
    """Processor seconds of one command, carried out by the code in a folder."""
    environment = {k: v for k, v in os.environ.items() if not k.startswith(("DATELINE_", "PYTHON"))}
    begun = processor_seconds()
    command = [sys.executable, "-m", "flows.cli", *map(str, arguments)]
    subprocess.run(command, cwd=packages, env=environment, stdout=subprocess.DEVNULL, check=True)
    return round(processor_seconds() - begun, 1)


def stages(store: Path) -> dict[str, float]:
    """Wall seconds of the last run's stages."""
    with duckdb.connect(str(store / "quality.duckdb"), read_only=True) as con:
        row = con.execute("SELECT detail FROM run ORDER BY started_at DESC LIMIT 1").fetchone()
    seconds: dict[str, float] = json.loads(row[0])["seconds"] if row else {}
    return seconds


def measure(source: Path, count: int, workers: int, folder: Path) -> dict[str, dict[str, object]]:
    """What filling took, and each change."""
    packages, given, filled = folder / "packages", folder / "articles.jsonl", folder / "filled"
    for name in PACKAGES:
        shutil.copytree(ROOT / name, packages / name)
    with source.open(encoding="utf-8") as lines:
        given.write_text("".join(islice(lines, count)), encoding="utf-8")
    run = ("--quiet", "--workers", workers)
    found: dict[str, dict[str, object]] = {
        "filling": {
            "processor_seconds": used(packages, "run", "--direct", given, "--store", filled, *run),
            "stages": stages(filled),
            "bytes_of_text": sum(len(json.loads(line)["text"].encode()) for line in given.open(encoding="utf-8")),
            "bytes_of_parses": (filled / "parses.sqlite").stat().st_size,
        }
    }
    for name, (path, before, after) in CHANGES.items():
        file, store = packages / path, folder / f"after {name}"
        kept = file.read_text(encoding="utf-8")
        if before not in kept:
            raise SystemExit(f"{path} does not say {before!r} any more: change CHANGES in {__file__}")
        shutil.copytree(filled, store)
        file.write_text(kept.replace(before, after), encoding="utf-8")
        found[name] = {
            "processor_seconds": used(packages, "rebuild", "--store", store, *run),
            "stages": stages(store),
        }
        file.write_text(kept, encoding="utf-8")
        shutil.rmtree(store)
    return found


def main(given: Sequence[str] | None = None) -> int:
    """Measure and print; 1 where a goal is missed."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("source", type=Path)
    parser.add_argument("--articles", type=int, default=200)
    parser.add_argument("--workers", type=int, default=1)
    parser.add_argument("--rounds", type=int, default=1)
    asked = parser.parse_args(given)
    best: dict[str, dict[str, object]] = {}
    for _ in range(asked.rounds):
        with tempfile.TemporaryDirectory() as name:
            for what, made in measure(asked.source, asked.articles, asked.workers, Path(name)).items():
                best[what] = min(made, best.get(what, made), key=lambda one: float(str(one["processor_seconds"])))
    taken = {what: float(str(made["processor_seconds"])) for what, made in best.items()}
    faster = {what: round(taken["filling"] / taken[what], 1) for what in GOALS}
    figures = {
        "articles": asked.articles,
        **best,
        "times_faster": faster,
        "goals": GOALS,
        "machine": f"{platform.machine()}, {os.cpu_count()} cores, Python {platform.python_version()}",
        "load": os.getloadavg()[0],
    }
    json.dump(figures, sys.stdout, indent=1)
    print()
    return int(any(faster[what] < goal for what, goal in GOALS.items()))


if __name__ == "__main__":
    sys.exit(main())
