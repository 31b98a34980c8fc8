"""How long a month of a large published timeline takes to read, in process.

    python benchmarks/speed/range_query.py [--events 10000000] [--file FILE]

Builds a published file with that many events (or takes FILE), then asks for 50 different months and for a few other
things that the page and people ask.  Prints one JSON object, times in milliseconds: fastest, median, slowest of 50.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import tempfile
from collections.abc import Iterable
from pathlib import Path
from statistics import median
from time import perf_counter

import duckdb

from warehouse.publication.build import SHAPE, shape
from warehouse.storage.connect import open_file

GOAL_MS = 5
MONTHS = [f"{1990 + n % 34}-{n % 12 + 1:02}-01" for n in range(50)]
MONTH = "SELECT {what} FROM timeline_between(DATE '{day}', last_day(DATE '{day}'))"
WITHIN = "SELECT count(*) FROM timeline WHERE start_earliest BETWEEN DATE '{day}' AND last_day(DATE '{day}')"


def main() -> None:
    """Build or take the file, ask, print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--events", type=int, default=10_000_000)
    parser.add_argument("--file", type=Path)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        path = asked.file or fill(Path(scratch) / "timeline.duckdb", asked.events)
        print(json.dumps(measure(path), indent=2))


def fill(path: Path, events: int) -> Path:
    """A file of the published shape with events alone, in order of sort_date as publishing leaves them."""
    with duckdb.connect() as con:
        con.execute("ATTACH ':memory:' AS warehouse")
        con.execute(f"ATTACH '{path}' AS candidate")
        shape(con, "candidate", SHAPE)
        con.execute("SET VARIABLE events = ?", [events])
        con.execute((Path(__file__).parent / "synthetic_events.sql").read_text(encoding="utf-8"))
        con.execute("CHECKPOINT candidate")
    return path


def measure(path: Path) -> dict[str, object]:
    """Milliseconds of each question."""
    with open_file(path) as con:
        row = con.execute("SELECT count(*) FROM event").fetchall()[0]
        ids = [r[0] for r in con.execute("SELECT event_id FROM event USING SAMPLE 50 ROWS").fetchall()]
        shown = "edtf, title, place"
        found = {
            "month_counted": ask(con, (MONTH.format(what="count(*)", day=day) for day in MONTHS)),
            "month_shown": ask(con, (MONTH.format(what=shown, day=day) for day in MONTHS)),
            "month_within": ask(con, (WITHIN.format(day=day) for day in MONTHS)),
            "first_20": ask(con, ["SELECT event_id FROM timeline LIMIT 20"] * 10),
            "event_by_id": ask(con, (f"SELECT title FROM event WHERE event_id = '{i}'" for i in ids)),
        }
    return {
        "events": row[0],
        "milliseconds": found,
        "goal_month_ms": GOAL_MS,
        "machine": f"{platform.machine()}, {os.cpu_count()} cores, load {os.getloadavg()[0]:.1f}",
        "versions": {"python": platform.python_version(), "duckdb": duckdb.__version__},
    }


def ask(con: duckdb.DuckDBPyConnection, queries: Iterable[str]) -> dict[str, float]:
    """Fastest, median and slowest of some queries, after one to warm up."""
    asked = list(queries)
    con.execute(asked[0]).fetchall()
    times = []
    for sql in asked:
        started = perf_counter()
        con.execute(sql).fetchall()
        times.append((perf_counter() - started) * 1000)
    return {"fastest": round(min(times), 2), "median": round(median(times), 2), "slowest": round(max(times), 2)}


if __name__ == "__main__":
    main()
