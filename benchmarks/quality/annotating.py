"""Annotating the evaluation sets and handing them to their evaluators; the sets stay outside of the checkout."""

from __future__ import annotations

import gzip
import json
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import Any

from transforms.annotate import Annotated, Annotator
from transforms.coreference.resolve import merge
from transforms.language.spacy_model import load_model
from transforms.model import Article
from transforms.writers.annotation_json import annotation_record

SHARED = Path(__file__).parents[3] / "shared"
Record = dict[str, Any]


def needed(name: str) -> Path:
    """The path of an evaluation file or folder.

    Raises:
        SystemExit: where it is absent, saying which.
    """
    path = SHARED / "data" / name
    if not path.exists():
        raise SystemExit(f"evaluation data absent: ../shared/data/{name}")
    return path


def articles(path: Path) -> Iterator[Article]:
    """The articles of a file of JSON lines, compressed or not."""
    with gzip.open(path, "rt", encoding="utf-8") if path.suffix == ".gz" else path.open(encoding="utf-8") as lines:
        for line in lines:
            record = json.loads(line)
            published = record.get("published")
            yield Article(
                str(record["id"]),
                record["text"],
                title=record.get("title"),
                published=date.fromisoformat(published[:10]) if published else None,
                language=record.get("language"),
            )


def annotated_records(files: Iterable[Path], *, joined: bool, assume_reporting_day: bool = False) -> Iterator[Record]:
    """One annotation record an article; joined across all files where asked, else as they come."""
    annotator = Annotator({"en": load_model()}, assume_reporting_day=assume_reporting_day)
    found = annotator.annotate(article for file in files for article in articles(file))
    if not joined:
        yield from (annotation_record(item.annotation) for item in found)
        return
    held: list[Annotated] = list(found)
    merged = merge([m for item in held for m in item.mentions], [r for item in held for r in item.relations])
    events = {mention: event.event_id for event in merged.events for mention in event.mention_ids}
    yield from (annotation_record(item.annotation, events) for item in held)


@contextmanager
def written(records: Iterable[Record]) -> Iterator[str]:
    """A temporary file of JSON lines."""
    with tempfile.NamedTemporaryFile("w", suffix=".jsonl", encoding="utf-8") as file:
        file.writelines(json.dumps(record, ensure_ascii=False) + "\n" for record in records)
        file.flush()
        yield file.name


def run(script: str, *arguments: str) -> str:
    """What an evaluator prints."""
    command = [sys.executable, str(SHARED / "evaluate" / script), *arguments]
    return subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True).stdout


def evaluator(script: str, *arguments: str) -> Record:
    """The figures of an evaluator."""
    record: Record = json.loads(run(script, *arguments, "--json"))
    return record
