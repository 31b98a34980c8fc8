"""Takes annotations into core, a chunk of articles in one transaction.

    load_annotations(con, run_id, annotator.version(), annotator.annotate(articles(con, ids)))

An article's old rows give way to its new ones, and the mentions that came and went are marked, so that
`warehouse.resolution.resolve` merges again what they may have touched and nothing else.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from hashlib import blake2b
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

import pyarrow as pa
import pyarrow.compute as pc
from duckdb import DuckDBPyConnection

from transforms.coreference.blocking import by_content, by_time
from transforms.coreference.resolve import happenings
from transforms.coreference.scoring import block_keys
from transforms.coreference.values import MergeMention
from transforms.ids import sha256
from transforms.model import Annotation
from warehouse.intake.annotation_rows import TABLES
from warehouse.intake.annotation_rows import rows as rows_of
from warehouse.intake.articles import sound
from warehouse.intake.value_columns import Row
from warehouse.storage.run_log import set_state
from warehouse.storage.statements import first_row, stage, statement, transaction

if TYPE_CHECKING:
    from transforms.annotate import Annotated


@dataclass(frozen=True, slots=True)
class AnnotationBatch:
    """A chunk of annotated articles as the rows of core: what a process of its own can make without the store."""

    articles: pa.Table
    """article_id and text, to be held against the store's, of those whose rows have changed."""
    tables: dict[str, pa.Table]
    """Their rows by table."""
    rules: dict[str, str]
    """The hash of each set of rules that made them, by name."""
    same: tuple[str, ...] = ()
    """Articles whose rows are as the store has them."""


_NUMBERED = ("happening", "happening_mention", "happening_block")
"""Tables whose happenings are numbered from 0 in a chunk, and on from the store's greatest number in the store."""
_MERGING = (*_NUMBERED, "merge_link")
Shapes = dict[str, Any]
"""The Arrow schema of each table of core that annotations go to."""


def shapes(con: DuckDBPyConnection) -> Shapes:
    """Return what `annotation_batch` must know of the store."""
    return {table: _schema(con, f"core.{table}") for table in (*TABLES, *_MERGING)}


def annotation_batch(
    annotated: Iterable[Annotated], wanted: Shapes, known: Mapping[str, str] = MappingProxyType({})
) -> AnnotationBatch:
    """Return the rows of a chunk; pure, so that the annotating processes can make them too.

    Args:
        annotated: the chunk.
        wanted: the shapes of the store's tables.
        known: the hash of what the store has of an article, by article.
    """
    chunk: list[Annotated] = []
    hashes: dict[str, str] = {}
    same: list[str] = []
    tables: dict[str, list[Row]] = {table: [] for table in (*TABLES, "merge_link")}
    for one in annotated:
        article_id = one.annotation.article.article_id
        made = rows_of(one.annotation, one.mentions) | {"merge_link": _links(one)}
        hashes[article_id] = _annotation_hash(one.annotation, made)
        if known.get(article_id) == hashes[article_id]:
            same.append(article_id)
            continue
        chunk.append(one)
        for table, found in made.items():
            tables[table].extend(found)
    tables |= happening_rows([m for one in chunk for m in one.mentions])
    return AnnotationBatch(
        _articles(chunk, hashes),
        {table: columns(f"core.{table}", wanted[table], found) for table, found in tables.items()},
        {name: version for one in chunk for name, version in one.annotation.rules.items()},
        tuple(same),
    )


def _annotation_hash(annotation: Annotation, made: Mapping[str, list[Row]]) -> str:
    """Return a hash of all that an annotation brings into the store."""
    said = (annotation.article.text, annotation.article.kind, annotation.kind_reason, sorted(made.items()))
    return sha256(repr(said).encode("utf-8", "replace"))


def annotation_hashes(con: DuckDBPyConnection, article_ids: Iterable[str]) -> dict[str, str]:
    """Return the hash of what the store has of each of these articles, where that is of its current version."""
    return dict(con.execute(statement("steps/intake/annotation_hashes"), {"ids": list(article_ids)}).fetchall())


def load_annotations(
    con: DuckDBPyConnection, run_id: str, rules_version: str, annotated: Iterable[Annotated]
) -> dict[str, int]:
    """Put a chunk of annotated articles in the place of what was known of them; see `load_batch`."""
    return load_batch(con, run_id, rules_version, annotation_batch(annotated, shapes(con)))


def load_batch(con: DuckDBPyConnection, run_id: str, rules_version: str, chunk: AnnotationBatch) -> dict[str, int]:
    """Put a chunk's rows in the place of what was known of its articles; gives the rows by table.

    `rules_version` names the rules and models that made it; an article that has it is not `pending` any more.

    Raises:
        ValueError: where an article is annotated that is not in the store, or whose text is not its current one.
    """
    with transaction(con):
        con.execute("SET VARIABLE run_id = ?", [run_id])
        con.execute("SET VARIABLE rules_version = ?", [rules_version])
        if chunk.same:
            stage(con, "same_article", pa.table({"article_id": pa.array(chunk.same, pa.string())}))
            con.execute(statement("steps/intake/mark_same"))
        if not chunk.articles.num_rows:
            return {}
        stage(con, "annotated_article", chunk.articles)
        _refuse_strangers(con)
        _note_rules(con, rules_version, chunk.rules)
        if first_row(con, statement("steps/intake/known_annotation")):
            con.execute(statement("steps/intake/drop_article_rows"))
        _insert_numbered(con, chunk.tables)
        con.execute(statement("steps/intake/mark_annotated"))
        set_state(con, "changed", run_id)
    return {table: found.num_rows for table, found in chunk.tables.items()}


def _articles(chunk: Sequence[Annotated], hashes: Mapping[str, str]) -> pa.Table:
    found = [one.annotation.article for one in chunk]
    reasons = [one.annotation.kind_reason for one in chunk]
    return pa.table(
        {
            "article_id": pa.array([a.article_id for a in found], pa.string()),
            "text": pa.array([a.text for a in found], pa.string()),
            "text_kind": pa.array([a.kind for a in found], pa.string()),
            "kind_reason": pa.array(reasons, pa.string()),
            "annotation_hash": pa.array([hashes[a.article_id] for a in found], pa.string()),
        }
    )


def _refuse_strangers(con: DuckDBPyConnection) -> None:
    row = first_row(con, statement("steps/intake/strange_article"))
    if row:
        raise ValueError(f"article {row[0]}: annotated with a text that is not its current one in the store")


def _note_rules(con: DuckDBPyConnection, rules_version: str, named: dict[str, str]) -> None:
    known = {
        row[0]
        for row in con.execute("SELECT name FROM ops.ruleset WHERE rules_version = ?", [rules_version]).fetchall()
    }
    new = [{"rules_version": rules_version, "name": n, "hash": v} for n, v in sorted(named.items()) if n not in known]
    append(con, "ops.ruleset", new)


def happening_rows(
    mentions: list[MergeMention], apart: Collection[frozenset[str]] = frozenset()
) -> dict[str, list[Row]]:
    """Return the happenings of whole articles, numbered from 0, their mentions, and the blocks each belongs to."""
    rows: dict[str, list[Row]] = {table: [] for table in _NUMBERED}
    for number, happening in enumerate(happenings(mentions, apart)):
        ready = happening.signature
        rows["happening"].append(
            {
                "number": number,
                "article_id": ready.first.article_id,
                "mention_id": ready.first.mention_id,
                "by_content": by_content(ready),
                "by_time": by_time(ready),
                "state": "new",
            }
        )
        joins = dict(happening.joins)
        for m in ready.mentions:
            row: Row = {"number": number, "mention_id": m.mention_id}
            if join := joins.get(m.mention_id):
                other = join.second if join.first == m.mention_id else join.first
                row |= {"joined_to": other, "weight": join.weight, "reasons": list(join.reasons)}
            rows["happening_mention"].append(row)
        rows["happening_block"] += [{"block_key": block_hash(key), "number": number} for key in block_keys(ready)]
    return rows


def append_happenings(
    con: DuckDBPyConnection, mentions: list[MergeMention], apart: Collection[frozenset[str]] = frozenset()
) -> None:
    """Append the happenings of whole articles, to be merged, in the transaction that is open.

    Args:
        con: the writer.
        mentions: all of the articles.
        apart: pairs of mentions that people decided not to be one.
    """
    rows = happening_rows(mentions, apart)
    _insert_numbered(con, {t: columns(f"core.{t}", _schema(con, f"core.{t}"), found) for t, found in rows.items()})


def _insert_numbered(con: DuckDBPyConnection, tables: dict[str, pa.Table]) -> None:
    row = first_row(con, "SELECT coalesce(max(number) + 1, 0) FROM core.happening")
    first = row[0] if row else 0
    for table, found in tables.items():
        _insert(con, f"core.{table}", _numbered(found, first) if table in _NUMBERED else found)


def _numbered(found: pa.Table, first: int) -> pa.Table:
    numbers = pc.add(found["number"], pa.scalar(first, pa.int32()))
    return found.set_column(found.schema.get_field_index("number"), "number", numbers)


def block_hash(key: str) -> int:
    """Return a block's key as the store keeps it: 63 bits of a hash, since the words would outlive the article."""
    return int.from_bytes(blake2b(key.encode("utf-8", "replace"), digest_size=8).digest()) >> 1


def _links(one: Annotated) -> list[Row]:
    article_id = one.annotation.article.article_id
    links = [(article_id, r.first, r.relation, r.second, r.rule_id) for r in one.relations]
    links += [(m.article_id, m.mention_id, "part_of", m.part_of, "") for m in one.mentions if m.part_of]
    names = ("article_id", "mention_id", "relation", "other_mention_id", "rule_id")
    return [dict(zip(names, row, strict=True)) for row in links]


def append(con: DuckDBPyConnection, table: str, found: list[Row]) -> None:
    """Append rows to a table; a key that a row lacks is NULL.

    Raises:
        KeyError: where a row has a key that is no column.
    """
    if found:
        _insert(con, table, as_columns(con, table, found))


def as_columns(con: DuckDBPyConnection, table: str, found: list[Row]) -> pa.Table:
    """Return rows as an Arrow table of the shape of a table; a key that a row lacks is NULL.

    Raises:
        KeyError: where a row has a key that is no column.
    """
    return columns(table, _schema(con, table), found)


def columns(table: str, schema: Any, found: list[Row]) -> pa.Table:
    """Rows as an Arrow table; a key that a row lacks is NULL.

    Raises:
        KeyError: where a row has a key that is no column.
    """
    if unknown := set[str]().union(*found) - set(schema.names):
        raise KeyError(f"{table} has no column {', '.join(sorted(unknown))}")
    made = [
        pa.array([value if value is None else sound(value) for value in (row.get(f.name) for row in found)], f.type)
        for f in schema
    ]
    return pa.table(made, names=schema.names)


def _insert(con: DuckDBPyConnection, table: str, found: pa.Table) -> None:
    if not found.num_rows:
        return
    con.register("arriving", found)
    con.execute(f"INSERT INTO {table} BY NAME SELECT * FROM arriving")
    con.unregister("arriving")


_schemas: dict[str, Any] = {}


def _schema(con: DuckDBPyConnection, table: str) -> Any:
    if table not in _schemas:
        _schemas[table] = con.sql(f"FROM {table} LIMIT 0").to_arrow_table().schema
    return _schemas[table]
