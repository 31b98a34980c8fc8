"""Which of the articles are chronologies themselves, found while the candidate is built."""

from __future__ import annotations

from collections import defaultdict

import pyarrow as pa
from duckdb import DuckDBPyConnection

from transforms.selection.chronology import LEAST_DAYS, Dated, parts
from warehouse.storage.statements import stage, statement


def find_chronologies(con: DuckDBPyConnection) -> None:
    """Fill the temp table `chronology_article`; only texts that name enough days at the head of a part are read."""
    con.execute("SET VARIABLE least_days = ?", [LEAST_DAYS])
    con.execute(statement("models/dated_part"))
    days: dict[str, list[Dated]] = defaultdict(list)
    for article_id, start, end, day in con.execute("FROM dated_part").fetchall():
        days[article_id].append(Dated(start, end, day))
    texts = con.execute("SELECT article_id, text FROM kept_article SEMI JOIN dated_part USING (article_id)").fetchall()
    found = sorted(article_id for article_id, text in texts if parts(text, days[article_id]))
    stage(con, "chronology_article", pa.table({"article_id": pa.array(found, pa.string())}))
