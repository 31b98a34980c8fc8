"""What an article is about, without what stands on its page and is no part of it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from duckdb import DuckDBPyConnection

from transforms.rules.versions import stage_version
from transforms.stories.terms import terms_of
from warehouse.intake.annotations import as_columns
from warehouse.storage.statements import dict_rows, first_row, stage, statement


def stage_fresh_profiles(con: DuckDBPyConnection) -> None:
    """Fill the temp table `fresh_profile` with articles that are new or other than they were."""
    con.execute("SET VARIABLE stories_version = ?", [stage_version("stories")])
    con.execute(statement("steps/stories/stale_articles"))
    stale = first_row(con, "SELECT 1 FROM stale_article LIMIT 1")
    found = dict_rows(con.execute(statement("steps/stories/stale_texts"))) if stale else []
    rows = [_profile(row) for row in found]
    stage(con, "fresh_profile", as_columns(con, "core.story_article", rows))


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
