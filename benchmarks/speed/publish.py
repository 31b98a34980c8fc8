"""How long publishing takes: the candidate built sorted from the warehouse, signed, synced and put in place.

    python benchmarks/speed/publish.py [--events 1000000] [--store DIR]

Two mentions an event.  Prints one JSON object; the store stays where `--store` says, for range_query.py.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import tempfile
from datetime import UTC, datetime
from pathlib import Path
from time import perf_counter, process_time

import duckdb

from warehouse.publication.build import build
from warehouse.publication.publish import publish
from warehouse.storage.run_log import begin_run
from warehouse.storage.store import Store
from warehouse.writer import open_writer

GOAL_SECONDS = 10


def main() -> None:
    """Fill a store, publish it, print the times."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--events", type=int, default=1_000_000)
    parser.add_argument("--store", type=Path)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        store = Store(asked.store or Path(scratch))
        print(json.dumps(measure(store, asked.events), indent=2))


def measure(store: Store, events: int) -> dict[str, object]:
    """Seconds of each part, and what was published."""
    with open_writer(store, "benchmark") as con:
        con.execute("SET VARIABLE events = ?", [events])
        con.execute((Path(__file__).parent / "synthetic.sql").read_text(encoding="utf-8"))
        con.execute("CHECKPOINT")
        begin_run(con, "benchmark", datetime.now(UTC))
        started, worked = perf_counter(), process_time()
        candidate = build(con, store)
        built = perf_counter()
        published = publish(con, store, "benchmark", datetime.now(UTC))
        done = perf_counter()
    return {
        "events": candidate.events,
        "mentions": candidate.mentions,
        "seconds": round(done - started, 2),
        "seconds_build": round(built - started, 2),
        "seconds_publish": round(done - built, 2),
        "processor_seconds": round(process_time() - worked, 2),
        "goal_seconds": GOAL_SECONDS,
        "megabytes": round(published.path.stat().st_size / 1e6),
        "machine": f"{platform.machine()}, {os.cpu_count()} cores, load {os.getloadavg()[0]:.1f}",
        "versions": {"python": platform.python_version(), "duckdb": duckdb.__version__},
    }


if __name__ == "__main__":
    main()
