"""Which mentions are the same event, measured on ECB+ (development part).

    python benchmarks/quality/coreference.py [--json]

Needs the evaluation data beside the checkout (`../shared/data/coreference`) and its evaluator; nothing of it is part of
dateline.  All articles are annotated and merged in one go, as `dateline annotate FILE` does.
"""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

from benchmarks.quality.annotating import annotated_records, evaluator, needed, written

GOLD = "coreference/ecbplus-dev.jsonl.gz"
FIGURES = ("found", "mention_precision", "MUC_F1", "B3_F1", "CEAFe_F1", "CoNLL_F1", "joined_CoNLL_F1")


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--json", action="store_true")
    asked = parser.parse_args()
    gold = needed(GOLD)
    with written(annotated_records([gold], joined=True)) as output:
        result = evaluator("coreference.py", str(gold), output)
    if asked.json:
        print(json.dumps(result))
        return
    for name in FIGURES:
        print(f"{name:<18} {result[name]:6.1f}")


if __name__ == "__main__":
    main()
