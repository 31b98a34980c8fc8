"""A sheet of rows drawn at random from published timelines, for a person to read; and what filled sheets come to.

    python benchmarks/quality/read_rows.py STORE… --dated|--default --output FOLDER
        [--rows 80] [--seed N] [--without VERDICTS…]
    python benchmarks/quality/read_rows.py --score VERDICTS…

A store is one story; a figure worth quoting rests on three or more.  `--dated` draws from the dated rows of everything
on the timeline, `--default` from the rows that `dateline timeline` shows; every row is as likely as the next.  FOLDER
gets `rows.html` and `rows.md` with the rows, their sentences between their neighbours and the publication days, and
`verdicts.csv`, ids alone, to fill in: by somebody who did not write the rules and reads the sentences alone.  Read
some, mend the largest kind of error, and draw others: `--without` leaves out the rows of sheets already read.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

from benchmarks.quality.sheet_files import write_sheet
from benchmarks.quality.sheet_rows import POPULATIONS, draw
from benchmarks.quality.verdicts import read_verdicts, summary_lines

STORIES = 3
"""How many stories a figure rests on before it is worth quoting."""


def named(stores: list[Path]) -> dict[str, Path]:
    """Return the stores by the names of their folders.

    Raises:
        SystemExit: where two have one name, so that a verdict would not say which it means.
    """
    by_name = {store.resolve().name: store for store in stores}
    if len(by_name) < len(stores):
        raise SystemExit("two stores have the same folder name")
    return by_name


def main() -> None:
    """Write a sheet, or print the shares of filled ones."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("stores", nargs="*", type=Path, metavar="STORE")
    chosen = parser.add_mutually_exclusive_group(required=True)
    for population in POPULATIONS:
        chosen.add_argument(f"--{population}", dest="population", action="store_const", const=population)
    chosen.add_argument("--score", nargs="+", type=Path, metavar="VERDICTS")
    parser.add_argument("--rows", type=int, default=80)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--without", nargs="+", type=Path, default=[], metavar="VERDICTS")
    parser.add_argument("--output", type=Path, metavar="FOLDER")
    asked = parser.parse_args()
    if asked.score:
        print(*summary_lines(read_verdicts(asked.score)), sep="\n")
        return
    if not asked.stores or not asked.output:
        parser.error("drawing needs a STORE and --output FOLDER")
    read = {verdict["event_id"] for verdict in read_verdicts(asked.without)}
    rows = draw(named(asked.stores), asked.population, asked.rows, asked.seed, read)
    write_sheet(rows, asked.output)
    stories = len({row.story for row in rows})
    print(f"{len(rows)} rows of {stories} stories in {asked.output}", file=sys.stderr)
    if stories < STORIES:
        print(f"fewer than {STORIES} stories: too few for a figure", file=sys.stderr)


if __name__ == "__main__":
    main()
