"""What grouping one more article into stories costs, against grouping all: processor seconds of this stage alone.

    python -m benchmarks.speed.stories FILE [--articles 3000]

FILE is JSON lines of articles (id, text, title, published).  A store is filled with so many, unannotated, and grouped;
then one article more comes three times: one of the latest day, one without a day, one of a day in the middle.  Each is
a copy of an article of that kind under another name.  Prints one JSON object.
"""

from __future__ import annotations

import argparse
import json
import platform
import tempfile
import time
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

from duckdb import DuckDBPyConnection

from transforms.model import Article
from transforms.readers.snapshot import take
from warehouse.intake.articles import ReadDocument, load_documents, reading_id, settle
from warehouse.storage.run_log import begin_run
from warehouse.storage.store import Store
from warehouse.stories.regroup import group_stories
from warehouse.writer import open_writer

NOW = datetime(2030, 1, 1, tzinfo=UTC)
_ANNOTATED = "UPDATE core.article SET annotated_version = version, rules_version = 'none', text_kind = 'news'"


def _articles(source: Path, count: int) -> list[Article]:
    found = []
    with source.open(encoding="utf-8") as lines:
        for line in lines:
            row = json.loads(line)
            day = date.fromisoformat(row["published"][:10]) if row.get("published") else None
            found.append(Article(row["id"], row["text"], title=row.get("title"), published=day, language="en"))
    return found[:count]


def _arrive(con: DuckDBPyConnection, run_id: str, articles: Sequence[Article]) -> None:
    begin_run(con, run_id, NOW)
    documents = []
    for article in articles:
        snapshot = take(f"news/{article.article_id}.txt", article.text.encode("utf-8", "replace"), NOW)
        documents.append(ReadDocument(snapshot, reading_id(snapshot, "benchmark"), (article,), keep_bytes=False))
    load_documents(con, run_id, documents)
    settle(con, run_id, NOW)
    con.execute(_ANNOTATED)


def _grouped(con: DuckDBPyConnection) -> float:
    begun = time.process_time()
    group_stories(con)
    return round(time.process_time() - begun, 3)


def main(given: Sequence[str] | None = None) -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("source", type=Path)
    parser.add_argument("--articles", type=int, default=3_000)
    asked = parser.parse_args(given)
    articles = _articles(asked.source, asked.articles)
    dated = sorted((a for a in articles if a.published), key=lambda a: (a.published, a.article_id))
    more = {"latest": dated[-1:], "in the middle": dated[len(dated) // 2 :][:1]}
    more["without a day"] = [a for a in articles if not a.published][:1]
    found: dict[str, object] = {"articles": len(articles)}
    with tempfile.TemporaryDirectory() as folder, open_writer(Store(Path(folder) / "store")) as con:
        _arrive(con, "r0", articles)
        found["all at once"] = _grouped(con)
        found["nothing new"] = _grouped(con)
        for nth, (name, chosen) in enumerate(more.items(), start=1):
            _arrive(con, f"r{nth}", [replace(a, article_id=f"more-{nth}", text=f"{a.text} {name}.") for a in chosen])
            found[name] = _grouped(con)
    print(json.dumps(found | {"machine": f"{platform.machine()}, Python {platform.python_version()}"}, indent=1))


if __name__ == "__main__":
    main()
