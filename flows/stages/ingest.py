"""Sources in, settled articles out: open, skip what is known, read chunk by chunk, decide what counts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import closing
from dataclasses import astuple, dataclass
from datetime import datetime

from flows.runtime.chunks import Chunk, ChunkKind
from flows.runtime.context import RunContext
from flows.settings import ReadSettings, SourceSettings
from flows.sources import Limits, SourceOptions, open_source
from flows.sources.lazy_web import LazyWeb
from flows.sources.web import Web
from flows.stages.refusals import Refusals
from transforms.model import Article, Refusal
from transforms.readers import reader_version
from transforms.readers.reasons import fault, is_warning
from transforms.readers.registry import read
from transforms.readers.snapshot import Hints, Snapshot
from transforms.writers.pieces import cut
from warehouse.intake.articles import Intake, ReadDocument, load_documents, reading_id, settle, unchanged
from warehouse.storage.run_log import SourceOutcome, note_sources, quarantine

REMEMBERED = "fetched.json"
"""In the store: what was fetched before, so that the next request can be conditional."""
MEGABYTE = 1_000_000
MARKUP_WEIGHT = 4
"""A page's bytes are mostly markup, and taking the article out of it costs about as much as annotating a quarter."""

Identified = tuple[tuple[str, Snapshot], ...]
"""Snapshots, each with the id that its reading will have."""
ReadChunk = tuple[tuple[ReadDocument, ...], tuple[Refusal, ...]]
SNAPSHOTS: ChunkKind[Identified] = ChunkKind("snapshots")
READ: ChunkKind[ReadChunk] = ChunkKind("read")


@dataclass(frozen=True, slots=True)
class IngestResult:
    """What the sources of a run brought."""

    intake: Intake
    refused: int
    """Documents and rows that could not be taken."""
    notes: tuple[str, ...]
    """Documents that went through, but with something to look at."""
    first: str
    """The first refusal, in words."""
    unmodified: int
    """Addresses of which the server, or a feed, said that nothing changed since they were last fetched."""
    lost: tuple[str, ...] = ()
    """Sources that gave nothing but refusals, each with its first."""


@dataclass(slots=True)
class SourceTally:
    """What a source gives, counted while it is read."""

    documents: int = 0
    unmodified: int = 0
    refused: int = 0
    failure: str | None = None


def ingest(run: RunContext) -> IngestResult:
    """Take in all that the sources lead to; one that fails is a row of the quarantine, the others go on."""
    limit = run.settings.read.max_megabytes * MEGABYTE
    with closing(LazyWeb(run.settings.fetch, limit, run.store.path / REMEMBERED)) as web:
        reading = _Ingest(run, web)
        reading.read_all()
        intake = run.engine.call("settle", lambda: settle(run.con, run.run_id, run.now))
        outcomes = (SourceOutcome(source, *astuple(tally)) for source, tally in reading.tallies.items())
        note_sources(run.con, run.run_id, outcomes, run.now)
        web.remember()
    return reading.result(intake)


class _Ingest:
    """The sources of one run, while they are read."""

    def __init__(self, run: RunContext, web: LazyWeb) -> None:
        self._run, self._web = run, web
        self._version = reader_version()
        self._refused = Refusals()
        self._source_of: dict[int, str] = {}
        self.tallies = {source.location: SourceTally() for source in run.job.sources}

    def read_all(self) -> None:
        """Read every source, chunk by chunk."""
        run = self._run
        run.progress.begin("read")
        for chunk in run.engine.map("read", read_chunk, self._chunks()):
            documents, refusals = chunk.take()
            run.progress.advance(load_documents(run.con, run.run_id, documents))
            source = self._source_of.pop(chunk.number)
            self.tallies[source].documents += sum(bool(document.articles) for document in documents)
            self._refuse(refusals, source)
        quarantine(run.con, run.run_id, self._refused.rest(), run.now)

    def result(self, intake: Intake) -> IngestResult:
        """Return what came of it."""
        listed = self._refused.listed
        notes = tuple(_in_words(item) for item in listed if is_warning(item))
        lost = [item for item in listed if not is_warning(item)]
        first = _in_words(lost[0]) if lost else ""
        unmodified = sum(tally.unmodified for tally in self.tallies.values())
        silent = tuple(
            f"{source}: {tally.failure}"
            for source, tally in self.tallies.items()
            if tally.failure and not tally.documents and not tally.unmodified
        )
        return IngestResult(intake, self._refused.lost + intake.collisions, notes, first, unmodified, silent)

    def _chunks(self) -> Iterator[Chunk[Identified]]:
        """Yield what must be read; what is known is counted on the way."""
        run, number = self._run, 0
        for source in run.job.sources:
            found = open_snapshots(source, run.settings.read, run.now, self._web)
            tally, unmodified = self.tallies[source.location], self._web.unmodified
            for batch in cut(found, weight, run.chunk_bytes * MARKUP_WEIGHT):
                self._refuse([item for item in batch if isinstance(item, Refusal)], source.location)
                fresh = self._fresh([item for item in batch if isinstance(item, Snapshot)], tally)
                if fresh:
                    number += 1
                    self._source_of[number] = source.location
                    yield SNAPSHOTS.write(run.work, number, fresh)
            tally.unmodified += self._web.unmodified - unmodified

    def _fresh(self, found: Sequence[Snapshot], tally: SourceTally) -> Identified:
        """Return the snapshots that are not known as they are."""
        snapshots = {reading_id(snapshot, self._version): snapshot for snapshot in found}
        known = unchanged(self._run.con, self._run.run_id, snapshots)
        self._run.progress.advance(len(known))
        tally.documents += len(known)
        return tuple(item for item in snapshots.items() if item[0] not in known)

    def _refuse(self, items: Sequence[Refusal], source: str) -> None:
        quarantine(self._run.con, self._run.run_id, self._refused.take(items), self._run.now)
        lost = [item for item in items if not is_warning(item)]
        tally = self.tallies[source]
        tally.refused += len(lost)
        tally.failure = tally.failure or (lost[0].detail if lost else None)


def _in_words(item: Refusal) -> str:
    return f"{item.location}: {item.detail}; {item.remedy}"


def open_snapshots(
    source: SourceSettings, settings: ReadSettings, now: datetime, web: Web, published: str | None = None
) -> Iterator[Snapshot | Refusal]:
    """Yield everything that one source leads to; `published` is said of all of it."""
    kind = None if source.kind == "auto" else source.kind
    hints = Hints(language=source.language or None, site=source.site or None, published=published, kind=kind)
    options = SourceOptions(
        now=now,
        hints=hints,
        limits=Limits(document_bytes=settings.max_megabytes * MEGABYTE),
        web=web,
        linked=source.linked,
        most=source.limit,
        outside=settings.outside,
    )
    return open_source(source.location, options)


def weight(item: Snapshot | Refusal) -> int:
    """Return the bytes of a snapshot; a refusal counts a little, so that even they are handed on in chunks."""
    return len(item.payload) if isinstance(item, Snapshot) else 1_000


def read_chunk(chunk: Chunk[Identified]) -> Chunk[ReadChunk]:
    """Read a chunk of snapshots into a chunk of documents and refusals."""
    documents: list[ReadDocument] = []
    refusals: list[Refusal] = []
    for identity, snapshot in chunk.read():
        articles, refused = read_snapshot(snapshot)
        fetched = snapshot.uri.startswith(("http://", "https://"))
        documents.append(ReadDocument(snapshot, identity, articles, whole=not refused, keep_bytes=fetched))
        refusals += refused
    return chunk.replace(READ, (tuple(documents), tuple(refusals)))


def read_snapshot(snapshot: Snapshot) -> tuple[tuple[Article, ...], tuple[Refusal, ...]]:
    """Return the articles of one snapshot, and what was refused in it."""
    try:
        found = list(read(snapshot))
    except Exception as error:  # a fault of a reader must cost its document alone, and be seen
        return (), (fault("read", snapshot.uri, error),)
    return tuple(f for f in found if isinstance(f, Article)), tuple(f for f in found if isinstance(f, Refusal))
