"""Takes in what was read: readings and their articles, and decides which content of each article counts.

In the order of a run:

    skip = unchanged(con, run_id, reading_ids)     what need not be read again
    load_documents(con, run_id, readings)           chunk by chunk, any order
    intake = settle(con, run_id, now)              once: collisions, tombstones, current versions, counts
    for ids in batches of pending(con, rules_version):
        articles(con, ids)                         to be annotated

Nothing that a run offers counts before `settle`, which looks at all of it at once: the order of arrival within
a run cannot matter.  A text that arrives again with other metadata is a correction, the later one counts; of different
texts the greatest by (updated, published, arrival) does.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict, astuple, dataclass
from datetime import UTC, datetime
from typing import Any

import pyarrow as pa
from duckdb import DuckDBPyConnection

from transforms import ids
from transforms.model import Article, PublicationSignal
from transforms.readers.snapshot import Hints, Snapshot
from warehouse.intake.near_duplicates import group_copies, sketch
from warehouse.storage.run_log import utc
from warehouse.storage.statements import dict_rows, first_row, stage, statement, transaction

_READINGS = pa.schema(
    {
        "reading_id": pa.string(),
        "snapshot_sha256": pa.string(),
        "uri": pa.string(),
        "media_type": pa.string(),
        "hints": pa.string(),
        "fetched_at": pa.timestamp("us"),
        "size_bytes": pa.int64(),
        "content": pa.binary(),
        "whole": pa.bool_(),
    }
)
_SIGNAL = pa.schema(
    {
        "source": pa.string(),
        "field": pa.string(),
        "raw": pa.string(),
        "day": pa.date32(),
        "instant": pa.string(),
        "precision": pa.string(),
        "detail": pa.string(),
        "chosen": pa.bool_(),
    }
)
_PLAIN = {
    "article_id": pa.string(),
    "url": pa.string(),
    "site": pa.string(),
    "title": pa.string(),
    "author": pa.string(),
    "published": pa.date32(),
    "published_at": pa.string(),
    "published_signal": pa.string(),
    "published_precision": pa.string(),
    "updated": pa.date32(),
    "language": pa.string(),
    "language_confidence": pa.float64(),
    "kind": pa.string(),
    "text": pa.string(),
    "page_starts": pa.list_(pa.int32()),
}
_HASHES = {name: pa.string() for name in ("reading_id", "source", "content_sha256", "text_sha256")}
_ARTICLES = pa.schema(
    {**_HASHES, **_PLAIN, "signals": pa.list_(pa.struct(list(_SIGNAL))), "hashes": pa.list_(pa.int64())}
)


@dataclass(frozen=True, slots=True)
class ReadDocument:
    """The articles that came out of one snapshot.  `keep_bytes` where nobody else keeps them (fetched ones)."""

    snapshot: Snapshot
    reading_id: str
    articles: tuple[Article, ...]
    whole: bool = True
    """False where something in it was refused: it is read again with the next run, so that it is reported again."""
    keep_bytes: bool = False


@dataclass(frozen=True, slots=True)
class Intake:
    """How many articles a run was offered, and what became of them."""

    seen: int
    new: int
    changed: int
    unchanged: int
    collisions: int
    forgotten: int


def reading_id(snapshot: Snapshot, readers_version: str) -> str:
    """Identity of a reading: the bytes, where they are, what was said of them, and the readers that read them."""
    return "s" + ids.digest(snapshot.sha256, snapshot.uri, repr(astuple(snapshot.hints)), readers_version)


def content_sha256(article: Article) -> str:
    """SHA-256 over the text and everything known of an article, the detector's confidence apart."""
    content: list[Any] = [
        article.article_id, article.text, article.title, article.url, article.site, article.author, article.language,
        article.published, article.published_at, article.published_signal, article.published_precision,
        article.updated, article.kind or "news", [astuple(signal) for signal in article.signals],
    ]  # fmt: skip
    if article.page_starts:
        content.append(article.page_starts)
    return ids.sha256(json.dumps(content, ensure_ascii=False, default=str).encode("utf-8", "replace"))


def unchanged(con: DuckDBPyConnection, run_id: str, reading_ids: Iterable[str]) -> set[str]:
    """Of these readings the ones that need no reading: known, and each of their articles still stands as they gave it.

    Their articles count as seen by the run.
    """
    con.execute("SET VARIABLE run_id = ?", [run_id])
    stage(con, "offered_reading", pa.table({"reading_id": pa.array(sorted(set(reading_ids)), pa.string())}))
    con.execute(statement("steps/intake/unchanged"))
    return {row[0] for row in con.execute("SELECT reading_id FROM known_reading").fetchall()}


def load_documents(con: DuckDBPyConnection, run_id: str, readings: Iterable[ReadDocument]) -> int:
    """Take in a chunk of readings in one transaction; gives the number of their articles."""
    readings = tuple(readings)
    offered = [(reading, article) for reading in readings for article in reading.articles]
    with transaction(con):
        con.execute("SET VARIABLE run_id = ?", [run_id])
        stage(con, "offered_reading", _reading_rows(readings))
        stage(con, "offered_article", _article_rows(offered))
        con.execute(statement("steps/intake/load_readings"))
    return len(offered)


def kept_snapshots(con: DuckDBPyConnection) -> Iterator[Snapshot]:
    """Return the current fetched snapshots whose bytes are kept, as the readers first received them."""
    for sha256, uri, media_type, read_at, hints in con.execute(statement("steps/intake/kept_readings")).fetchall():
        row = first_row(con, "SELECT content FROM raw.snapshot WHERE snapshot_sha256 = ?", [sha256])
        if row and row[0] is not None:
            yield Snapshot(
                uri, media_type or "", row[0], sha256, read_at.replace(tzinfo=UTC), Hints(**json.loads(hints))
            )


def settle(con: DuckDBPyConnection, run_id: str, now: datetime, *, reread: bool = False) -> Intake:
    """Decide what counts of all that the run was offered, in one transaction.

    Where kept bytes were read again (`reread`), what they gave before is history, whatever its dates.

    Two texts under one id in one run: neither is taken, both sources are named in the quarantine (`id_collision`).
    """
    with transaction(con):
        con.execute("SET VARIABLE run_id = ?", [run_id])
        con.execute("SET VARIABLE now = ?::TIMESTAMP", [utc(now)])
        if reread:
            con.execute(statement("steps/intake/supersede"))
        con.execute(statement("steps/intake/settle"))
        con.execute(statement("steps/runs/quarantine"))
        if first_row(con, "SELECT 1 FROM sketched LIMIT 1"):
            con.execute(statement("steps/intake/find_copies"))
            group_copies(con)
        row = first_row(con, "FROM settled_counts")
    return Intake(*(row or (0, 0, 0, 0, 0, 0)))


def annotated_by(con: DuckDBPyConnection, rules_version: str) -> bool:
    """True if any article of the store was annotated with these rules."""
    return bool(con.execute("SELECT 1 FROM core.article WHERE rules_version = ? LIMIT 1", [rules_version]).fetchall())


def pending(con: DuckDBPyConnection, rules_version: str) -> list[str]:
    """Ids of the articles whose current version was not annotated with these rules yet, in order."""
    rows = con.execute(statement("steps/intake/pending"), {"rules_version": rules_version}).fetchall()
    return [row[0] for row in rows]


def articles(con: DuckDBPyConnection, article_ids: Sequence[str]) -> list[Article]:
    """Return the current version of these articles, in the order of their ids."""
    rows = dict_rows(con.execute(statement("steps/intake/articles"), {"ids": list(article_ids)}))
    return [Article(**{**row, **_tuples(row)}) for row in rows]


def _tuples(row: dict[str, Any]) -> dict[str, Any]:
    return {"signals": tuple(_signal(s) for s in row["signals"]), "page_starts": tuple(row["page_starts"] or ())}


def _signal(row: dict[str, Any]) -> PublicationSignal:
    return PublicationSignal(**{"at" if name == "instant" else name: value for name, value in row.items()})


def _reading_rows(readings: Iterable[ReadDocument]) -> pa.Table:
    rows = [
        {
            "reading_id": r.reading_id,
            "snapshot_sha256": r.snapshot.sha256,
            "uri": r.snapshot.uri,
            "media_type": r.snapshot.media_type or None,
            "hints": sound(json.dumps(asdict(r.snapshot.hints))),
            "fetched_at": utc(r.snapshot.fetched_at),
            "size_bytes": len(r.snapshot.payload),
            "content": r.snapshot.payload if r.keep_bytes else None,
            "whole": r.whole,
        }
        for r in readings
    ]
    return pa.Table.from_pylist(rows, schema=_READINGS)


def _article_rows(offered: Iterable[tuple[ReadDocument, Article]]) -> pa.Table:
    rows = [
        {
            "reading_id": reading.reading_id,
            "source": reading.snapshot.uri,
            "content_sha256": content_sha256(article),
            "text_sha256": ids.sha256(f"{article.title or ''}\n{article.text}".encode("utf-8", "replace")),
            **{name: sound(getattr(article, name)) for name in _PLAIN},
            "kind": article.kind or "auto",
            "page_starts": list(article.page_starts) or None,
            "hashes": sketch(article.text),
            "signals": [_signal_row(signal) for signal in article.signals],
        }
        for reading, article in offered
    ]
    return pa.Table.from_pylist(rows, schema=_ARTICLES)


def _signal_row(signal: PublicationSignal) -> dict[str, Any]:
    row = {name: sound(getattr(signal, name)) for name in (*_SIGNAL.names,) if name != "instant"}
    return row | {"instant": signal.at}


def sound(value: Any) -> Any:
    """Return the value as UTF-8 can hold it: lone surrogates become question marks, so that offsets stay."""
    return value.encode("utf-8", "replace").decode() if isinstance(value, str) and not value.isascii() else value
