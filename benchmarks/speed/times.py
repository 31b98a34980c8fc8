"""How fast time expressions are found: `python -m benchmarks.speed.times [FILE.jsonl …] [--json]`.

Articles are read from JSON lines (by default the English sets beside the repository) and repeated up to 5 MB;
annotations go to JSON lines with all fields.  Start-up is left out.  `dateparser.search` runs on a part of the same
text in the same process, and texts made to be slow are timed at 100 KB and 1 MB.
"""

from __future__ import annotations

import argparse
import json
import time
from collections.abc import Callable
from datetime import date
from itertools import cycle
from pathlib import Path

from transforms.model import Article, TimeExpression
from transforms.times import find_times

SHARED = Path(__file__).parents[3] / "shared/data/times"
DEFAULT = (SHARED / "te3-timebank.jsonl", SHARED / "te3-aquaint.jsonl")
SIZE = 5_000_000
PEER_SIZE = 20_000
HOSTILE = {
    "year": "year ",
    "two and a half": "two and a half ",
    "numerals": "1 22 333 4444 ",
    "long numerals": "1234567890 ",
    "hyphens": "a-b-",
    "hyphenated numbers": "twenty-one-",
    "the": "the ",
    "dates and comparisons": "Friday a year ago ",
}


def full(one: TimeExpression) -> dict[str, object]:
    """One expression with every field, as JSON takes it."""
    return {
        "start": one.span.start,
        "end": one.span.end,
        "text": one.text,
        "type": one.timex_type,
        "value": one.value,
        "mod": one.mod,
        "quant": one.quant,
        "freq": one.freq,
        "edtf": one.edtf,
        "interval": [str(day) if day else None for day in (one.interval.earliest, one.interval.latest)],
        "precision": one.precision,
        "rule": one.rule_id,
        "anchor": str(one.anchor_date) if one.anchor_date else None,
        "anchor_reason": one.anchor_reason,
        "connective": one.connective,
        "local_time": one.local_time,
        "zone": one.zone,
    }


def annotate(line: str) -> str:
    """One line of input to one line of output."""
    document = json.loads(line)
    published = date.fromisoformat(document["published"]) if document["published"] else None
    article = Article(document["id"], document["text"], language="en", published=published)
    return json.dumps({"article": article.article_id, "times": [full(one) for one in find_times(article)]})


def rate(size: int, work: Callable[[], object]) -> float:
    """KB a second of processor time."""
    begun = time.process_time()
    work()
    return size / 1000 / max(time.process_time() - begun, 1e-9)


def peer(text: str) -> object:
    """What `dateparser` finds."""
    from dateparser.search import search_dates

    return search_dates(text, languages=["en"])


def main() -> None:
    """Print the figures as lines, or as one JSON object."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("files", nargs="*", type=Path, default=DEFAULT)
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--megabytes", type=float, default=SIZE / 1e6)
    chosen = parser.parse_args()
    lines = [line for file in chosen.files for line in file.read_text(encoding="utf-8").splitlines()]
    texts: list[str] = []
    length = 0
    for line in cycle(lines):
        texts.append(line)
        length += len(json.loads(line)["text"])
        if length >= chosen.megabytes * 1e6:
            break
    annotate(lines[0])
    peer("May 3, 2020")
    figures: dict[str, float] = {"news KB/s": rate(length, lambda: [annotate(line) for line in texts])}
    sample = "\n".join(json.loads(line)["text"] for line in lines)[:PEER_SIZE]
    figures["dateparser search KB/s"] = rate(len(sample), lambda: peer(sample))
    for name, piece in HOSTILE.items():
        for size in (100_000, 1_000_000):
            text = (piece * (size // len(piece) + 1))[:size]
            article = Article("a", text, language="en", published=date(2024, 5, 15))
            figures[f"{name}, {size // 1000} KB: KB/s"] = rate(size, lambda article=article: find_times(article))
    if chosen.json:
        print(json.dumps(figures))
        return
    for name, figure in figures.items():
        print(f"{name:40} {figure:10.0f}")


if __name__ == "__main__":
    main()
