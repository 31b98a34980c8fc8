"""What is frozen: annotations of sentences of our own, the digest of the demo's timeline, and a run's receipt."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from tests.conftest import run_dateline

HERE = Path(__file__).parent
SENTENCES = HERE / "sentences.jsonl"
ANNOTATIONS = HERE / "annotations.jsonl"
DEMO = HERE / "demo.json"
_OF_ONE_RUN = ("run", "logical_date", "seconds", "report", "page")


def annotations() -> str:
    """Return the annotations of the sentences, as the command prints them."""
    return run_dateline("annotate", str(SENTENCES), "--quiet").stdout


def demo(store: Path) -> dict[str, Any]:
    """Run the demo's articles into a store; return its receipt, less what belongs to one run, and the digest."""
    corpus = HERE.parents[1] / "examples" / "demo"
    receipt = json.loads(
        run_dateline("run", str(corpus), "--store", str(store), "--direct", "--quiet", "--json").stdout
    )
    for key in _OF_ONE_RUN:
        del receipt[key]
    del receipt["published"]["path"]
    asked = run_dateline("query", "SELECT digest FROM publication", "--store", str(store), "--format", "json")
    return {"receipt": receipt, "digest": json.loads(asked.stdout)[0]["digest"]}
