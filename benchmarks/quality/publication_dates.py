"""How often the day on which a web page was published is read rightly, and how often wrongly.

usage: python benchmarks/quality/publication_dates.py [FOLDER] [--output OUT.jsonl] [--errors] [--json]

FOLDER holds `gold.jsonl`, one page a line: {"file", "url", "published"}, and the pages it names (default:
../shared/data/publication_dates).  Each page goes through the reader as in a run, with its address.

accuracy  right days / pages          wrong  wrong days / pages          unknown  pages without a day
"""

from __future__ import annotations

import argparse
import gzip
import json
import sys
from collections import Counter
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from transforms.model import Article
from transforms.readers.registry import read
from transforms.readers.snapshot import Hints, take

DEFAULT = Path(__file__).parents[2].parent / "shared" / "data" / "publication_dates"


def answers(folder: Path) -> Iterator[tuple[dict[str, Any], Article | None]]:
    """Each page's gold line, and the article read from it."""
    read_on = datetime.now(UTC)
    for line in (folder / "gold.jsonl").read_text("utf-8").splitlines():
        page = json.loads(line)
        payload = gzip.decompress((folder / page["file"]).read_bytes())
        hints = Hints(url=page["url"], fallback_id=page["file"])
        found = [item for item in read(take(page["file"], payload, read_on, hints=hints)) if isinstance(item, Article)]
        yield page, found[0] if found else None


def main() -> int:
    """Print the figures; 1 where the goals are missed: accuracy .93, wrong days on 4 % of the pages at most."""
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("folder", nargs="?", type=Path, default=DEFAULT)
    arguments.add_argument("--output", type=Path, help="write the answers as JSON lines")
    arguments.add_argument("--errors", action="store_true", help="list the pages that are not right")
    arguments.add_argument("--json", action="store_true")
    asked = arguments.parse_args()
    if not (asked.folder / "gold.jsonl").exists():
        sys.exit(f"no gold.jsonl in {asked.folder}")
    outcome: Counter[str] = Counter()
    by_signal: Counter[str] = Counter()
    lines = []
    for page, article in answers(asked.folder):
        day = article.published.isoformat() if article and article.published else None
        verdict = "unknown" if day is None else "right" if day == page["published"] else "wrong"
        outcome[verdict] += 1
        if article and article.published_signal:
            by_signal[f"{article.published_signal} {verdict}"] += 1
        lines.append(json.dumps({"file": page["file"], "published": day}))
        if asked.errors and verdict != "right":
            print(f"{verdict}\t{page['file']}\tgold {page['published']}\tread {day}")
    if asked.output:
        asked.output.write_text("\n".join(lines) + "\n", "utf-8")
    pages = sum(outcome.values())
    figures = {
        "pages": pages,
        "accuracy": round(outcome["right"] / pages, 4),
        "wrong": round(outcome["wrong"] / pages, 4),
        "unknown": round(outcome["unknown"] / pages, 4),
        "by signal": dict(sorted(by_signal.items())),
    }
    if asked.json:
        print(json.dumps(figures))
    else:
        for name, figure in figures.items():
            print(f"{name:10} {figure}")
    return 0 if figures["accuracy"] >= 0.93 and figures["wrong"] <= 0.04 else 1


if __name__ == "__main__":
    sys.exit(main())
