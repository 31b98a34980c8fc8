"""Sources in, settled articles out: open, skip what is known, read chunk by chunk, decide what counts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import astuple, dataclass
from datetime import datetime
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

from flows.runtime.chunks import cut, get, put, take
from flows.runtime.engine import Ground
from flows.settings import FetchSettings, ReadSettings, SourceSettings
from flows.sources import Limits, open_source
from transforms.model import Article, ArticleKind, Refusal
from transforms.readers import reader_version
from transforms.readers.reasons import fault, is_warning
from transforms.readers.registry import read
from transforms.readers.snapshot import Hints, Snapshot
from warehouse.intake.articles import Intake, Reading, load_readings, reading_id, settle, unchanged
from warehouse.storage.run_log import SourceOutcome, note_sources, quarantine

if TYPE_CHECKING:
    from flows.sources.fetch import Fetcher

REMEMBERED = "fetched.json"
"""In the store: what was fetched before, so that the next request can be conditional."""
MEGABYTE = 1_000_000
MARKUP_WEIGHT = 4
"""A page's bytes are mostly markup, and taking the article out of it costs about as much as annotating a quarter."""


@dataclass(frozen=True, slots=True)
class Offered:
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


def ingest(ground: Ground, sources: Sequence[SourceSettings], settings: ReadSettings, web: Web) -> Offered:
    """Take in all that the sources lead to; one that fails is a row of the quarantine, the others go on."""
    con, run_id = ground.con, ground.run_id
    refused: list[Refusal] = []

    gave = {source.location: _Gave() for source in sources}
    source_of: dict[str, str] = {}

    def refuse(items: Sequence[Refusal], source: str) -> None:
        quarantine(con, run_id, items, ground.now)
        refused.extend(items)
        lost = [item for item in items if not is_warning(item)]
        gave[source].refused += len(lost)
        gave[source].failure = gave[source].failure or (lost[0].detail if lost else None)

    def chunks() -> Iterator[Path]:
        nth = 0
        for source in sources:
            found = open_snapshots(source, settings, ground.now, web)
            unmodified = web.unmodified
            for batch in cut(found, weight, ground.chunk_bytes * MARKUP_WEIGHT):
                refuse([item for item in batch if isinstance(item, Refusal)], source.location)
                snapshots = {reading_id(s, reader_version()): s for s in batch if isinstance(s, Snapshot)}
                known = unchanged(con, run_id, snapshots)
                ground.progress.advance(len(known))
                gave[source.location].documents += len(known)
                fresh = [item for item in snapshots.items() if item[0] not in known]
                if fresh:
                    nth += 1
                    chunk = put(ground.work / f"snapshots-{nth:05}", fresh)
                    source_of[_readings(chunk).name] = source.location
                    yield chunk
            gave[source.location].unmodified += web.unmodified - unmodified

    ground.progress.begin("read")
    for path in ground.engine.map("read", read_chunk, chunks()):
        readings, refusals = take(path)
        ground.progress.advance(load_readings(con, run_id, readings))
        source = source_of.pop(path.name)
        gave[source].documents += sum(bool(reading.articles) for reading in readings)
        refuse(refusals, source)
    intake = ground.engine.call("settle", lambda: settle(con, run_id, ground.now))
    note_sources(con, run_id, (SourceOutcome(source, *astuple(told)) for source, told in gave.items()), ground.now)
    web.settle()
    notes = tuple(_told(item) for item in refused if is_warning(item))
    lost = [item for item in refused if not is_warning(item)]
    first, unmodified = _told(lost[0]) if lost else "", sum(told.unmodified for told in gave.values())
    return Offered(intake, len(lost) + intake.collisions, notes, first, unmodified)


@dataclass(slots=True)
class _Gave:
    """What a source gives, while it is read."""

    documents: int = 0
    unmodified: int = 0
    refused: int = 0
    failure: str | None = None


def _told(item: Refusal) -> str:
    return f"{item.location}: {item.detail}; {item.remedy}"


def open_snapshots(
    source: SourceSettings, settings: ReadSettings, now: datetime, web: Web, published: str | None = None
) -> Iterator[Snapshot | Refusal]:
    """Everything that one source leads to; `published` is said of all of it."""
    kind: ArticleKind = "narrative" if source.kind == "narrative" else "news"
    hints = Hints(language=source.language or None, site=source.site or None, published=published, kind=kind)
    return open_source(
        source.location,
        now=now,
        hints=hints,
        limits=Limits(document_bytes=settings.max_megabytes * MEGABYTE),
        fetcher=cast("Fetcher", web),
        linked=source.linked,
        most=source.limit,
        outside=settings.outside,
    )


class Web:
    """Fetches what sources lead to on the web; connections and memory are made when first needed."""

    def __init__(self, settings: FetchSettings, max_bytes: int, remembered: Path | None) -> None:
        """Fetch so politely and so much; what is fetched is remembered in a file, where one is named."""
        self._settings, self._max_bytes, self._remembered = settings, max_bytes, remembered

    @cached_property
    def _fetcher(self) -> Fetcher:
        from flows.sources.fetch import Fetcher  # brings an HTTP client, which most runs do not need
        from flows.sources.validators import Memory

        return Fetcher(self._settings, max_bytes=self._max_bytes, memory=Memory(self._remembered))

    def __getattr__(self, name: str) -> Any:
        return getattr(self._fetcher, name)

    @property
    def unmodified(self) -> int:
        """How often nothing had changed since the last fetch."""
        return self._fetcher.unmodified if "_fetcher" in self.__dict__ else 0

    def settle(self) -> None:
        """Remember what was fetched, now that it is stored."""
        if "_fetcher" in self.__dict__:
            self._fetcher.memory.save()

    def close(self) -> None:
        """Close the connections."""
        if "_fetcher" in self.__dict__:
            self._fetcher.__exit__()


def weight(item: Snapshot | Refusal) -> int:
    """Bytes of a snapshot; a refusal counts a little, so that even they are handed on in chunks."""
    return len(item.payload) if isinstance(item, Snapshot) else 1_000


def read_chunk(path: Path) -> Path:
    """Read a chunk of snapshots into a chunk of readings and refusals."""
    readings: list[Reading] = []
    refusals: list[Refusal] = []
    for identity, snapshot in get(path):
        articles, refused = read_snapshot(snapshot)
        fetched = snapshot.uri.startswith(("http://", "https://"))
        readings.append(Reading(snapshot, identity, articles, whole=not refused, keep_bytes=fetched))
        refusals += refused
    result = put(_readings(path), (readings, refusals))
    path.unlink()
    return result


def _readings(snapshots: Path) -> Path:
    """Where what was read of a chunk of snapshots lies."""
    return snapshots.with_name(snapshots.name.replace("snapshots", "readings"))


def read_snapshot(snapshot: Snapshot) -> tuple[tuple[Article, ...], tuple[Refusal, ...]]:
    """The articles of one snapshot, and what was refused in it."""
    try:
        found = list(read(snapshot))
    except Exception as error:  # a fault of a reader must cost its document alone, and be seen
        return (), (fault("read", snapshot.uri, error),)
    return tuple(f for f in found if isinstance(f, Article)), tuple(f for f in found if isinstance(f, Refusal))
