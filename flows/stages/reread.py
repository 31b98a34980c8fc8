"""The bytes that the store keeps, read again with the readers of today: nothing is fetched."""

from __future__ import annotations

from collections.abc import Iterator

from flows.runtime.chunks import Chunk
from flows.runtime.context import RunContext
from flows.stages.ingest import MARKUP_WEIGHT, SNAPSHOTS, Identified, read_chunk, weight
from transforms.readers import reader_version
from transforms.writers.pieces import cut
from warehouse.intake.articles import Intake, kept_snapshots, load_documents, reading_id, settle
from warehouse.storage.run_log import quarantine


def reread(run: RunContext) -> Intake:
    """Read again what was fetched; an article that comes out otherwise gets a new version."""
    con, version = run.con, reader_version()

    def chunks() -> Iterator[Chunk[Identified]]:
        found = cut(kept_snapshots(con), weight, run.chunk_bytes * MARKUP_WEIGHT)
        for number, batch in enumerate(found):
            yield SNAPSHOTS.write(run.work, number, tuple((reading_id(s, version), s) for s in batch))

    run.progress.begin("read")
    for chunk in run.engine.map("read", read_chunk, chunks()):
        documents, refusals = chunk.take()
        run.progress.advance(load_documents(con, run.run_id, documents))
        quarantine(con, run.run_id, refusals, run.now)
    return settle(con, run.run_id, run.now, reread=True)
