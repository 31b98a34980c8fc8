"""Does text made to cost time cost what its length does: `python -m benchmarks.speed.hostile [--json]`.

Each document is read, and each text searched for expressions of time, at one length and at four times that; the figure
is the ratio of processor times (4 where the cost is linear, 16 where it is quadratic).  The tests count steps of
Python instead, which no busy machine can lengthen; here what runs in C (patterns, parsers of markup) is timed as well.
"""

from __future__ import annotations

import argparse
import json
import time
from collections.abc import Callable
from datetime import date

from benchmarks.speed.times import HOSTILE
from tests.transforms.readers.documents import reading
from tests.transforms.readers.test_hostile import DOCUMENTS
from transforms.model import Article
from transforms.times import find_times

SHORT = 50_000
FLOOR = 0.002
"""Seconds below which a clock says nothing."""


def seconds(work: Callable[[], object]) -> float:
    """The least processor time of three runs."""
    taken = []
    for _ in range(3):
        begun = time.process_time()
        work()
        taken.append(time.process_time() - begun)
    return max(min(taken), FLOOR)


def ratio(make: Callable[[int], Callable[[], object]]) -> float:
    """How many times as long four times the length takes."""
    make(1_000)()
    return round(seconds(make(4 * SHORT)) / seconds(make(SHORT)), 1)


def read(uri: str, payload: bytes) -> Callable[[], object]:
    """The reading of one document."""
    return lambda: reading(payload, uri)


def search(text: str) -> Callable[[], object]:
    """The search of one text."""
    article = Article("a", text, language="en", published=date(2024, 5, 15))
    return lambda: find_times(article)


def main() -> None:
    """Print the ratios as lines, or as one JSON object."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--json", action="store_true")
    chosen = parser.parse_args()
    found = {f"read: {name}": ratio(lambda n, u=uri, m=make: read(u, m(n))) for name, (uri, make) in DOCUMENTS.items()}
    for name, piece in HOSTILE.items():
        found[f"times: {name}"] = ratio(lambda n, p=piece: search((p * (n // len(p) + 1))[:n]))
    if chosen.json:
        print(json.dumps(found))
        return
    for name, figure in found.items():
        print(f"{name:40} {figure:6.1f}")


if __name__ == "__main__":
    main()
