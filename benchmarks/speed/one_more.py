"""What one more article costs a store, against what filling it cost.

    python -m benchmarks.speed.one_more FILE [--articles 200 --articles 1000] [--workers 1]

FILE is JSON lines of articles (id, text, title, published).  For each number: a store is filled with so many of them by
`dateline run --direct`, then the same is run with one article more, then with nothing new.  Seconds are processor
seconds of the process and its children, by stage as the receipt tells them too (wall time).  Prints one JSON object.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import sys
import tempfile
from collections.abc import Sequence
from itertools import islice
from pathlib import Path

import duckdb

from benchmarks.speed.run import measured


def stages(store: Path) -> dict[str, float]:
    """Wall seconds of the last run's stages."""
    with duckdb.connect(str(store / "quality.duckdb"), read_only=True) as con:
        row = con.execute("SELECT detail FROM run ORDER BY started_at DESC LIMIT 1").fetchone()
    seconds: dict[str, float] = json.loads(row[0])["seconds"] if row else {}
    return seconds


def measure(source: Path, count: int, workers: int, folder: Path) -> dict[str, object]:
    """Processor seconds of filling, of one article more, and of nothing new."""
    given, store = folder / f"{count}.jsonl", folder / f"store-{count}"
    with source.open(encoding="utf-8") as lines:
        articles = list(islice(lines, count + 1))
    run = ("run", "--direct", given, "--store", store, "--quiet", "--workers", workers)
    found: dict[str, object] = {}
    for name, number in (("filling", count), ("one more", count + 1), ("nothing new", count + 1)):
        given.write_text("".join(articles[:number]), encoding="utf-8")
        found[name] = measured(*run) | {"stages": stages(store)}
    return found


def main(given: Sequence[str] | None = None) -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("source", type=Path)
    parser.add_argument("--articles", type=int, action="append")
    parser.add_argument("--workers", type=int, default=1)
    asked = parser.parse_args(given)
    with tempfile.TemporaryDirectory() as name:
        counts = asked.articles or [200, 1_000]
        found = {str(count): measure(asked.source, count, asked.workers, Path(name)) for count in counts}
    figures = {
        "articles": found,
        "machine": f"{platform.machine()}, {os.cpu_count()} cores, Python {platform.python_version()}",
        "load": os.getloadavg()[0],
    }
    json.dump(figures, sys.stdout, indent=1)
    print()


if __name__ == "__main__":
    main()
