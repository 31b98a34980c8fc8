"""`dateline annotate`: articles to annotations without a store."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from typing import Any

from flows.runtime.worker_pool import WorkerPool
from flows.settings import Settings, SourceSettings
from flows.sources.lazy_web import LazyWeb
from flows.stages.annotate import AnnotationOptions, annotate_articles
from flows.stages.ingest import MEGABYTE, open_snapshots, read_snapshot, weight
from transforms.annotate import Annotated
from transforms.coreference.features import annotation_mention_ids
from transforms.model import Article, Refusal
from transforms.readers.snapshot import Snapshot
from transforms.writers.annotation_json import annotation_record
from transforms.writers.pieces import cut

Item = Annotated | Refusal
"""What a document yields."""


@dataclass(frozen=True, slots=True)
class AnnotateRequest:
    """How one call of the command annotates; a date given here outranks the articles' own."""

    options: AnnotationOptions
    published: str | None = None


def annotate_sources(
    settings: Settings, sources: Sequence[SourceSettings], asked: AnnotateRequest, pool: WorkerPool, *, now: datetime
) -> Iterator[Item]:
    """Return an annotation or a refusal for each document of the sources, in order."""
    with closing(LazyWeb(settings.fetch, settings.read.max_megabytes * MEGABYTE)) as web:
        documents = (
            item for source in sources for item in open_snapshots(source, settings.read, now, web, asked.published)
        )
        chunks = cut(documents, weight, settings.run.chunk_kilobytes * 1_000)
        for found in pool.map(partial(_annotate_documents, asked.options), chunks):
            yield from found


def _annotate_documents(options: AnnotationOptions, documents: Sequence[Snapshot | Refusal]) -> list[Item]:
    found: list[Item] = []
    articles: list[Article] = []
    for document in documents:
        if isinstance(document, Refusal):
            found.append(document)
        else:
            read, refused = read_snapshot(document)
            found += refused
            articles += read
    return [*found, *annotate_articles(options, articles)]


def records(items: Iterator[Item], *, joined: bool, refused: Callable[[Refusal], None]) -> Iterator[dict[str, Any]]:
    """Return the JSON object of each annotation; refusals go to `refused`.

    Args:
        items: what was found.
        joined: whether mentions of the same happening share an event, which holds all of them to the end.
        refused: called with each refusal.
    """
    if not joined:
        yield from (annotation_record(item.annotation) for item in _taken(items, refused))
        return
    from transforms.coreference.resolve import merge

    annotated = list(_taken(items, refused))
    merged = merge([m for item in annotated for m in item.mentions], [r for item in annotated for r in item.relations])
    events = {mention: event.event_id for event in merged.events for mention in event.mention_ids}
    for item in annotated:
        own = {key: events[key] for key in annotation_mention_ids(item.annotation) if key in events}
        yield annotation_record(item.annotation, own)


def _taken(items: Iterator[Item], refused: Callable[[Refusal], None]) -> Iterator[Annotated]:
    for item in items:
        if isinstance(item, Refusal):
            refused(item)
        else:
            yield item
