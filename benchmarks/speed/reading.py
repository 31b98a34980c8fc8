"""What reading a page costs beside the extractor, and whether memory stays flat over a web archive.

usage: python benchmarks/speed/reading.py [FOLDER] [--rounds N] [--json]

Cost: pages of FOLDER (`html/*.html.gz`; default ../shared/data/publication_dates) through the reader (format, encoding,
text, dates, title, author, language) against trafilatura's extraction alone from the same decoded text, in processor
time, page by page in turn, so that other work on the machine disturbs both alike.  Goal: at most 1.2 times.

Memory: web archives of 1,000 and 10,000 pages written for the purpose, each opened and read whole in a process of its
own; peak resident memory.  Goal: at most 1.2 times.
"""

from __future__ import annotations

import argparse
import gzip
import io
import json
import random
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

import trafilatura
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from transforms.model import Article
from transforms.publication_date.date_strings import read_date
from transforms.readers.decoding import decode
from transforms.readers.registry import read
from transforms.readers.snapshot import Snapshot, take

DEFAULT = Path(__file__).parents[2].parent / "shared" / "data" / "publication_dates"
LIMIT = 1.2
WORDS = (
    *("the", "city", "council", "said", "on", "Monday", "that", "bridge", "river"),
    *("ferry", "would", "reopen", "after", "two", "years", "of", "repairs", "and"),
)
READ_ALL = """
import resource, sys
from flows.sources import open_source
from transforms.model import Article
from transforms.readers.registry import read
count = 0
for item in open_source(sys.argv[1]):
    count += sum(isinstance(found, Article) for found in read(item)) if hasattr(item, "payload") else 0
print(count, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)
"""


def seconds(work: Callable[[], object]) -> float:
    """Processor seconds that the work takes."""
    begin = time.process_time()
    work()
    return time.process_time() - begin


def cost(folder: Path, rounds: int) -> dict[str, float]:
    """Milliseconds a page for the extractor alone and for the reader, and their ratio."""
    now = datetime.now(UTC)
    pages = [take(path.name, gzip.decompress(path.read_bytes()), now) for path in sorted(folder.glob("html/*.gz"))]
    texts = [(page, decoded.text) for page in pages if (decoded := decode(page.payload))]
    read_some(pages)
    alone = whole = 0.0
    for _ in range(rounds):
        # Pages met for the first time bring dates met for the first time.
        read_date.cache_clear()
        for page, text in texts:
            alone += seconds(partial(trafilatura.extract, text, include_comments=False, include_tables=False))
            whole += seconds(partial(read_some, [page]))
    each = 1000 / len(texts) / rounds
    return {"extractor ms a page": alone * each, "reader ms a page": whole * each, "ratio": whole / alone}


def read_some(pages: list[Snapshot]) -> None:
    """Read each page whole; the first time also loads what is loaded once, models and month names."""
    for page in pages:
        assert all(isinstance(found, Article) or found.reason_code for found in read(page))


def write_archive(path: Path, pages: int) -> None:
    """An archive of invented pages of some kilobytes each."""
    chance = random.Random(7)
    with path.open("wb") as out:
        writer = WARCWriter(out, gzip=True)
        for n in range(pages):
            paragraphs = "".join(f"<p>{' '.join(chance.choices(WORDS, k=60))}.</p>" for _ in range(8))
            day = f"2024-03-{n % 28 + 1:02}"
            head = f"<title>Story {n}</title><meta property='article:published_time' content='{day}'>"
            body = f"<article><h1>Story {n}</h1>{paragraphs}</article>"
            page = f"<html lang='en'><head>{head}</head><body>{body}</body></html>".encode()
            http = StatusAndHeaders("200 OK", [("Content-Type", "text/html; charset=utf-8")], protocol="HTTP/1.1")
            url = f"https://news.example.org/{n}"
            writer.write_record(writer.create_warc_record(url, "response", payload=io.BytesIO(page), http_headers=http))


def memory() -> dict[str, float]:
    """Peak megabytes for 1,000 and 10,000 pages, and their ratio."""
    peaks = {}
    with tempfile.TemporaryDirectory() as folder:
        for pages in (1_000, 10_000):
            path = Path(folder, f"{pages}.warc.gz")
            write_archive(path, pages)
            done = subprocess.run(
                [sys.executable, "-c", READ_ALL, str(path)], capture_output=True, text=True, check=True
            )
            count, peak = map(int, done.stdout.split())
            if count != pages:
                sys.exit(f"{count} of {pages} pages were read: {done.stderr}")
            peaks[pages] = peak / 1000
    small, large = peaks[1_000], peaks[10_000]
    return {"peak MB at 1,000": small, "peak MB at 10,000": large, "ratio": large / small}


def main() -> int:
    """Print the figures; 1 where a goal is missed."""
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("folder", nargs="?", type=Path, default=DEFAULT)
    arguments.add_argument("--rounds", type=int, default=1)
    arguments.add_argument("--json", action="store_true")
    asked = arguments.parse_args()
    figures = {"memory": memory()}
    if asked.folder.exists():
        figures["cost"] = cost(asked.folder, asked.rounds)
    if asked.json:
        print(json.dumps(figures))
    else:
        for part, said in figures.items():
            for name, figure in said.items():
                print(f"{part:8} {name:22} {figure:8.2f}")
    return 0 if all(said["ratio"] <= LIMIT for said in figures.values()) else 1


if __name__ == "__main__":
    sys.exit(main())
