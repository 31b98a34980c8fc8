"""Score time expressions on the evaluation sets: `python -m benchmarks.quality.times [SET …] [--json]`.

The sets and the scorer lie beside the repository (`../shared`) and are no part of it.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
from datetime import date
from pathlib import Path

from transforms.model import Article
from transforms.times import find_times
from transforms.writers.annotation_json import time_record

SHARED = Path(__file__).parents[3] / "shared"
SETS = ("te3-timebank", "te3-aquaint", "te3-spanish-train", "krauts-dolomiten")
FIGURES = ("strict_F1", "relaxed_F1", "type_F1", "value_F1", "calendar_F1")


def score(name: str) -> dict[str, float]:
    """The scorer's figures for one set."""
    gold = SHARED / "data/times" / f"{name}.jsonl"
    with tempfile.NamedTemporaryFile("w", suffix=".jsonl", encoding="utf-8") as output:
        for line in gold.read_text(encoding="utf-8").splitlines():
            document = json.loads(line)
            article = Article(
                document["id"],
                document["text"],
                title=document["title"],
                language=document["language"],
                published=date.fromisoformat(document["published"]) if document["published"] else None,
            )
            found = [time_record(one) for one in find_times(article)]
            print(json.dumps({"article": article.article_id, "times": found}), file=output)
        output.flush()
        command = [sys.executable, str(SHARED / "evaluate/times.py"), str(gold), output.name, "--json"]
        printed = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    figures: dict[str, float] = json.loads(printed)
    return figures


def main() -> None:
    """Print one line a set, or one JSON object."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("sets", nargs="*", default=SETS, metavar="SET")
    parser.add_argument("--json", action="store_true")
    chosen = parser.parse_args()
    if not SHARED.is_dir():
        sys.exit(f"evaluation data absent: {SHARED}")
    results = {name: score(name) for name in chosen.sets}
    if chosen.json:
        print(json.dumps(results))
        return
    print(f"{'set':20}" + "".join(f"{figure:>14}" for figure in FIGURES))
    for name, figures in results.items():
        print(f"{name:20}" + "".join(f"{figures[figure]:14.1f}" for figure in FIGURES))


if __name__ == "__main__":
    main()
