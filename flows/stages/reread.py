"""The bytes that the store keeps, read again with the readers of today: nothing is fetched."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from flows.runtime.chunks import cut, put, take
from flows.runtime.engine import Ground
from flows.stages.ingest import MARKUP_WEIGHT, read_chunk, weight
from transforms.readers import reader_version
from warehouse.intake.articles import Intake, kept_snapshots, load_readings, reading_id, settle
from warehouse.storage.run_log import quarantine


def reread(ground: Ground) -> Intake:
    """Read again what was fetched; an article that comes out otherwise gets a new version."""
    con, run_id = ground.con, ground.run_id

    def chunks() -> Iterator[Path]:
        found = cut(kept_snapshots(con), weight, ground.chunk_bytes * MARKUP_WEIGHT)
        for nth, batch in enumerate(found):
            yield put(ground.work / f"snapshots-{nth:05}", [(reading_id(s, reader_version()), s) for s in batch])

    ground.progress.begin("read")
    for path in ground.engine.map("read", read_chunk, chunks()):
        readings, refusals = take(path)
        ground.progress.advance(load_readings(con, run_id, readings))
        quarantine(con, run_id, refusals, ground.now)
    return settle(con, run_id, ground.now, reread=True)
