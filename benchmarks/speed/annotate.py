"""What annotating costs beside parsing: the whole annotation against the bare parser, on the same text in one run.

usage: python benchmarks/speed/annotate.py ARTICLES.jsonl[.gz] [--articles N] [--rounds N] [--json]

The parser is spaCy's pipeline as its package ships it (tags, tree, lemmas, names), fed with the same texts in the same
batches.  Each round runs one after the other; the fastest round counts, in seconds of processor time, so that other
work on the machine disturbs little.  Exit 1 where the whole takes more than 1.25 times the parser.
"""

from __future__ import annotations

import argparse
import gzip
import json
import platform
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import spacy

from transforms import times
from transforms.annotate import Annotator, annotate_parsed
from transforms.events.mentions import find_mentions
from transforms.language.spacy_model import DEFAULT_MODEL, load_model
from transforms.model import Article

LIMIT = 1.25


def read_articles(path: Path, most: int) -> list[Article]:
    """The first articles of a file of JSON lines."""
    content = gzip.decompress(path.read_bytes()) if path.suffix == ".gz" else path.read_bytes()
    rows = [json.loads(line) for line in content.splitlines()[:most]]
    return [Article(row["id"], row["text"], language="en") for row in rows if row["text"]]


def seconds(work: Callable[[], object]) -> float:
    """Processor seconds that the work takes."""
    begin = time.process_time()
    work()
    return time.process_time() - begin


def measure(articles: list[Article], rounds: int) -> dict[str, float]:
    """The fastest of several rounds for each part, in seconds of processor time."""
    texts = [article.text for article in articles]
    bare = spacy.load(DEFAULT_MODEL.replace("-", "_"))
    model = load_model()
    annotator = Annotator({"en": model})
    parses = list(model.parse(texts))
    found = [times.find_times(article) for article in articles]
    parts: dict[str, Callable[[], object]] = {
        "parser as shipped": lambda: list(bare.pipe(texts, batch_size=16)),
        "parser without names": lambda: list(bare.pipe(texts, batch_size=16, disable=["ner"])),
        "language layer": lambda: list(model.parse(texts)),
        "times": lambda: [times.find_times(article) for article in articles],
        "mentions": lambda: [find_mentions(p, f) for p, f in zip(parses, found, strict=True)],
        "after times and parse": lambda: [
            annotate_parsed(a, p, f) for a, p, f in zip(articles, parses, found, strict=True)
        ],
        "whole annotation": lambda: list(annotator.annotate(articles)),
    }
    list(annotator.annotate(articles[:5]))
    best: dict[str, float] = {}
    for _ in range(rounds):
        for name, work in parts.items():
            best[name] = min(best.get(name, float("inf")), seconds(work))
    return best


def main() -> int:
    """Measure and print; 1 where the limit is broken."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("file", type=Path)
    parser.add_argument("--articles", type=int, default=60)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--json", action="store_true")
    arguments = parser.parse_args()
    articles = read_articles(arguments.file, arguments.articles)
    size = sum(len(article.text) for article in articles) / 1000
    best = measure(articles, arguments.rounds)
    ratio = best["whole annotation"] / best["parser as shipped"]
    if arguments.json:
        commit = subprocess.run(["git", "rev-parse", "--short", "HEAD"], capture_output=True, text=True, check=False)
        print(
            json.dumps(
                {
                    "file": arguments.file.name,
                    "articles": len(articles),
                    "kilocharacters": round(size),
                    "seconds": {name: round(value, 3) for name, value in best.items()},
                    "whole_to_parser": round(ratio, 3),
                    "limit": LIMIT,
                    "commit": commit.stdout.strip(),
                    "machine": f"{platform.machine()}, Python {platform.python_version()}, spaCy {spacy.__version__}",
                }
            )
        )
    else:
        print(
            f"{len(articles)} articles, {size:.0f} thousand characters; processor seconds, best of {arguments.rounds}"
        )
        for name, value in best.items():
            print(f"{name:24}{value:8.2f}{size / value:10.1f} kB/s{value / best['parser as shipped']:8.2f}")
        print(f"whole annotation / parser as shipped: {ratio:.2f} (limit {LIMIT})")
    return int(ratio > LIMIT)


if __name__ == "__main__":
    sys.exit(main())
