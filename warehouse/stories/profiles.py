"""What an article is about, without what stands on its page and is no part of it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pyarrow as pa
from duckdb import DuckDBPyConnection

from transforms.rules.versions import stage_version
from transforms.stories.terms import terms_of
from warehouse.storage.statements import dict_rows, stage, statement

_COLUMNS = {
    "article_id": pa.string(),
    "made_from": pa.string(),
    "day": pa.date32(),
    "ties": pa.bool_(),
    "words": pa.list_(pa.string()),
    "named": pa.list_(pa.bool_()),
    "weights": pa.list_(pa.int16()),
}


def stage_fresh_profiles(con: DuckDBPyConnection) -> bool:
    """Fill the temp table `fresh_profile` with articles that are new or other than they were; true if there are any."""
    con.execute("SET VARIABLE stories_version = ?", [stage_version("stories")])
    rows = [_profile(row) for row in dict_rows(con.execute(statement("steps/stories/stale_articles")))]
    stage(con, "fresh_profile", pa.Table.from_pylist(rows, pa.schema(list(_COLUMNS.items()))))
    return bool(rows)


def _profile(row: dict[str, Any]) -> dict[str, Any]:
    words = terms_of(row["title"], without(row["text"], row["furniture"]), row["language"])
    kept = {name: row[name] for name in ("article_id", "made_from", "day", "ties")}
    return kept | {
        "words": [w.word for w in words],
        "named": [w.named for w in words],
        "weights": [w.weight for w in words],
    }


def without(text: str, spans: Sequence[tuple[int, int]]) -> str:
    """Return a text without some of its spans, which come in order and may overlap."""
    kept, at = [], 0
    for start, end in spans:
        kept.append(text[at : max(start, at)])
        at = max(at, end)
    return "".join((*kept, text[at:]))
