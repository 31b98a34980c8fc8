"""Timelines of entities (SemEval-2015 task 4, trial part) and days of topics (timeline17, development topics).

    python benchmarks/quality/timelines.py entities|topics [--assume-reporting-day] [--json]

Needs the evaluation data beside the checkout (`../shared/data/timelines`) and its evaluators.  Days of topics are
counted over mentions, so nothing is joined for them.
"""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

from benchmarks.quality.annotating import annotated_records, evaluator, needed, run, written

SETS = {"entities": "timelines/semeval2015-trial", "topics": "timelines/t17"}
FIGURES = {
    "entities": ("micro_P", "micro_R", "micro_F1", "event_date_F1"),
    "topics": ("macro_P", "macro_R", "macro_F1"),
}


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("kind", choices=sorted(SETS))
    parser.add_argument("--assume-reporting-day", action="store_true")
    parser.add_argument("--json", action="store_true")
    asked = parser.parse_args()
    gold = needed(SETS[asked.kind])
    files = sorted(gold.rglob("articles.jsonl*"))
    records = annotated_records(files, joined=asked.kind == "entities", assume_reporting_day=asked.assume_reporting_day)
    with written(records) as output, tempfile.NamedTemporaryFile("w", suffix=".jsonl", encoding="utf-8") as lines:
        lines.write(run("make_timelines.py", str(gold), output))
        lines.flush()
        result = evaluator("timelines.py", str(gold), lines.name)
    if asked.json:
        print(json.dumps(result))
        return
    for name in FIGURES[asked.kind]:
        print(f"{name:<14} {result[name]:6.1f}")


if __name__ == "__main__":
    main()
