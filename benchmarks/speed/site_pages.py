"""How long the pages of a store take, and how large they are.

    python benchmarks/speed/site_pages.py STORE

Writes all pages into a folder that is thrown away, then again with nothing changed.  Seconds are processor seconds.
Prints one JSON object.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
import tempfile
from pathlib import Path
from time import process_time

sys.path.insert(0, str(Path(__file__).parents[2]))

from flows.outputs.site_folder import write_site
from warehouse.storage.connect import open_reader
from warehouse.storage.store import Store


def main() -> None:
    """Write the pages twice."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("store", type=Path)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch) / "site"
        found = {name: written(asked.store, folder) for name in ("all", "nothing changed")}
        sizes = {
            file.relative_to(folder).as_posix(): file.stat().st_size for file in folder.rglob("*") if file.is_file()
        }
    largest = max(sizes, key=lambda name: sizes[name])
    print(
        json.dumps(
            found | {"largest": {largest: sizes[largest]}, "index": sizes["index.html"], "load": os.getloadavg()[0]},
            indent=2,
        )
    )


def written(store: Path, folder: Path) -> dict[str, float]:
    """Bring the folder to what the store has published; seconds, files and megabytes."""
    started = process_time()
    with open_reader(Store(store)) as con:
        outcome = write_site(con, folder, "")
    return {
        "seconds": round(process_time() - started, 1),
        "files": len(outcome.written),
        "megabytes": round(outcome.size / 1e6, 1),
    }


if __name__ == "__main__":
    main()
