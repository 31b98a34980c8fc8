"""Timelines of entities (SemEval-2015 task 4, trial part) and days of topics (timeline17, development topics).

    python benchmarks/quality/timelines.py entities|topics [--assume-reporting-day] [--json]

Needs the evaluation data beside the checkout (`../shared/data/timelines`) and its evaluators.  Both are answered as a
user would be: the articles go through `dateline run` into a store of their own (a topic's articles one store), then
`timeline --actor ENTITY` gives an entity's timeline and the ready-made query `key-days` a topic's days.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parents[2]))

from benchmarks.quality.annotating import Record, evaluator, needed
from warehouse.access.filters import Filters
from warehouse.access.query import ask_ready_made
from warehouse.access.timeline import find_events
from warehouse.storage.connect import open_reader
from warehouse.storage.store import Store

SETS = {"entities": "timelines/semeval2015-trial", "topics": "timelines/t17"}
FIGURES = {
    "entities": ("micro_P", "micro_R", "micro_F1", "event_date_F1"),
    "topics": ("macro_P", "macro_R", "macro_F1"),
}
_UNITS = (10, 7, 4)
"""How many characters of an ISO day name a day, a month and a year."""
_ACTUAL = """
    SELECT event_id, article_id, trigger_start, trigger_end
    FROM event_mention
    WHERE modality = 'actual'
    ORDER BY ALL
"""
_EVERY_DAY = "1000000"


def stored(files: list[Path], folder: Path, *, assume_reporting_day: bool) -> Store:
    """A store with the published timeline of some files of articles."""
    convention = ["--assume-reporting-day"] if assume_reporting_day else []
    command = [sys.executable, "-m", "flows.cli", "run", "--direct", "--quiet", "--store", str(folder), *convention]
    root = Path(__file__).parents[2]
    done = subprocess.run(
        [*command, *map(str, files)],
        cwd=root,
        env=os.environ | {"PYTHONPATH": str(root)},
        stdout=sys.stderr,
        check=False,
    )
    if done.returncode:
        raise SystemExit(f"`dateline run` ended with {done.returncode} for {files[0]}")
    return Store(folder)


def begin(event: Record) -> str | None:
    """The smallest day, month or year that holds both bounds of the begin."""
    bounds = [event["start_earliest"], event["start_latest"]]
    if None in bounds:
        return None
    lo, hi = (day.isoformat() for day in bounds)
    return next((lo[:n] for n in _UNITS if lo[:n] == hi[:n]), None)


def entity_lines(gold: Path, store: Store) -> Iterator[Record]:
    """One timeline for every entity: the actual mentions of the events it takes part in, on the day of each event."""
    with open_reader(store) as con:
        triggers: dict[str, list[tuple[Any, ...]]] = {}
        for event_id, *mention in con.execute(_ACTUAL).fetchall():
            triggers.setdefault(event_id, []).append(tuple(mention))
        for entity in filter(None, (gold / "entities.txt").read_text(encoding="utf-8").splitlines()):
            timeline = [
                {"article": article, "start": start, "end": end, "date": day}
                for event in find_events(con, Filters(actors=(entity.strip(),)))
                if (day := begin(event))
                for article, start, end in triggers.get(event["event_id"], ())
            ]
            yield {"corpus": gold.name, "entity": entity.strip(), "timeline": timeline}


def topic_line(topic: str, store: Store) -> Record:
    """All days of a topic, the most important first."""
    with open_reader(store) as con:
        return {
            "topic": topic,
            "dates": [str(row[0]) for row in ask_ready_made(con, "key-days", {"top": _EVERY_DAY}).rows],
        }


def lines(kind: str, gold: Path, *, assume_reporting_day: bool) -> Iterator[Record]:
    """What the evaluator reads."""
    files = sorted(gold.rglob("articles.jsonl*"))
    topics: dict[str, list[Path]] = {}
    for file in files if kind == "topics" else ():
        topics.setdefault(file.parent.name.split("_")[0], []).append(file)
    with tempfile.TemporaryDirectory() as folder:
        if kind == "entities":
            yield from entity_lines(gold, stored(files, Path(folder), assume_reporting_day=assume_reporting_day))
        for topic, of_topic in topics.items():
            store = stored(of_topic, Path(folder) / topic, assume_reporting_day=assume_reporting_day)
            yield topic_line(topic, store)


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("kind", choices=sorted(SETS))
    parser.add_argument("--assume-reporting-day", action="store_true")
    parser.add_argument("--json", action="store_true")
    asked = parser.parse_args()
    gold = needed(SETS[asked.kind])
    with tempfile.NamedTemporaryFile("w", suffix=".jsonl", encoding="utf-8") as output:
        for line in lines(asked.kind, gold, assume_reporting_day=asked.assume_reporting_day):
            output.write(json.dumps(line, ensure_ascii=False) + "\n")
        output.flush()
        result = evaluator("timelines.py", str(gold), output.name)
    if asked.json:
        print(json.dumps(result))
        return
    for name in FIGURES[asked.kind]:
        print(f"{name:<14} {result[name]:6.1f}")


if __name__ == "__main__":
    main()
