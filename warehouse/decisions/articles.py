"""What people decided about articles: another publication day, by which they are dated anew, or that they do not count.

decide_articles(con)        before articles are annotated, and before mentions are merged
"""

from __future__ import annotations

from datetime import date

import pyarrow as pa
from duckdb import DuckDBPyConnection

from transforms.decisions.standing import standing
from transforms.decisions.values import ARTICLE_ACTIONS, UNKNOWN_DATE
from warehouse.decisions.file import stored_decisions
from warehouse.decisions.targets import find_targets
from warehouse.storage.run_log import set_state
from warehouse.storage.statements import first_row, stage, statement, transaction

REDATE = "redate"
"""The small fact that articles wait for being dated by another publication day."""


def decide_articles(con: DuckDBPyConnection) -> None:
    """Bring core.decided_article up to date; articles that it changes are marked to be annotated or merged anew."""
    decisions = [d for d in standing(stored_decisions(con)) if d.action in ARTICLE_ACTIONS]
    there = find_targets(con, decisions).articles if decisions else {}
    published: dict[str, date | None] = {}
    excluded: set[str] = set()
    for decision in decisions:
        article_id = there.get(decision.article) if decision.article else None
        if article_id and decision.action == "exclude":
            excluded.add(article_id)
        elif article_id:
            word = decision.value[0].strip()
            published[article_id] = None if word == UNKNOWN_DATE else date.fromisoformat(word)
    named = sorted({*published, *excluded})
    columns = {
        "article_id": pa.array(named, pa.string()),
        "published": pa.array([published.get(article_id) for article_id in named], pa.date32()),
        "has_published": pa.array([article_id in published for article_id in named], pa.bool_()),
        "excluded": pa.array([article_id in excluded for article_id in named], pa.bool_()),
    }
    with transaction(con):
        stage(con, "decided_article_now", pa.table(columns))
        con.execute(statement("steps/decisions/decide_articles"))
        changed = first_row(con, "SELECT count(*), count(*) FILTER (redated) FROM decided_article_change")
        if changed and changed[0]:
            set_state(con, "changed", "decisions")
        if changed and changed[1]:
            set_state(con, REDATE, "decisions")
