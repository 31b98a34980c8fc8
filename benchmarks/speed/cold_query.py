"""How much slower a query in a process of its own is than importing duckdb alone.

    python benchmarks/speed/cold_query.py [--store STORE] [--times 11]

Runs three commands by turns: Python with `import duckdb`; the same and one query on the published file through
`warehouse`; and `dateline query`.  Without a store it publishes a small one first.  Prints one JSON object (ms).
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import subprocess
import sys
import tempfile
from pathlib import Path
from statistics import median
from time import perf_counter

import duckdb

from benchmarks.speed.publish import measure as fill
from warehouse.storage.store import Store

GOAL_RATIO = 2
SQL = "SELECT count(*) FROM timeline"
BARE = "import duckdb"
READER = """
import sys
from pathlib import Path
from warehouse.storage.connect import open_reader
from warehouse.access.query import ask
from warehouse.storage.store import Store
with open_reader(Store(Path(sys.argv[1]))) as con:
    print(list(ask(con, sys.argv[2]).rows))
"""


def main() -> None:
    """Time the three commands."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--store", type=Path)
    parser.add_argument("--times", type=int, default=11)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        path = asked.store
        if path is None:
            path = Path(scratch)
            fill(Store(path), 1_000)
        print(json.dumps(measure(path, asked.times), indent=2))


def measure(store: Path, times: int) -> dict[str, object]:
    """Median milliseconds of each command, and their ratio to the bare import."""
    commands = {
        "import_duckdb": [sys.executable, "-c", BARE],
        "warehouse_query": [sys.executable, "-c", READER, str(store), SQL],
        "dateline_query": [sys.executable, "-m", "flows.cli", "query", SQL, "--store", str(store)],
    }
    found: dict[str, list[float]] = {name: [] for name in commands}
    for turn in range(times + 1):
        for name, command in commands.items():
            started = perf_counter()
            subprocess.run(command, check=True, capture_output=True, env=environment())
            if turn:
                found[name].append((perf_counter() - started) * 1000)
    medians = {name: round(median(taken)) for name, taken in found.items()}
    return {
        "milliseconds": medians,
        "ratio": {name: round(taken / medians["import_duckdb"], 2) for name, taken in medians.items()},
        "goal_ratio": GOAL_RATIO,
        "machine": f"{platform.machine()}, {os.cpu_count()} cores, load {os.getloadavg()[0]:.1f}",
        "versions": {"python": platform.python_version(), "duckdb": duckdb.__version__},
    }


def environment() -> dict[str, str]:
    """This environment, but compiled modules are kept: without them every import is compiled anew."""
    return {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"} | {"PYTHONPATH": str(Path.cwd())}


if __name__ == "__main__":
    main()
