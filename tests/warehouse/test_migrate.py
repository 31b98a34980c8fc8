"""A store comes to the newest shape, and one from the future is refused in a line."""

import json
from datetime import date

import duckdb
import pytest

from transforms.coreference.codec import loads
from transforms.model import Bounds, Place, Quantity, Span, When
from warehouse.storage.errors import StoreNewerError
from warehouse.storage.migrate import Migration, known, migrate
from warehouse.storage.store import Store
from warehouse.writer import open_writer


def test_every_step_is_applied_once():
    steps = (
        Migration(1, "one", "CREATE TABLE a (x INTEGER)"),
        Migration(2, "two", "ALTER TABLE a ADD COLUMN y INTEGER"),
    )
    with duckdb.connect() as con:
        assert migrate(con, steps[:1]) == steps[:1]
        assert migrate(con, steps) == steps[1:]
        assert migrate(con, steps) == ()
        assert con.execute("SELECT number, name FROM migration ORDER BY number").fetchall() == [(1, "one"), (2, "two")]


def test_a_step_that_fails_leaves_the_store_as_it_was():
    bad = (Migration(1, "bad", "CREATE TABLE a (x INTEGER); SELECT * FROM nowhere"),)
    with duckdb.connect() as con:
        with pytest.raises(duckdb.CatalogException):
            migrate(con, bad)
        assert con.execute("SELECT count(*) FROM migration").fetchall() == [(0,)]
        assert con.execute("SELECT count(*) FROM duckdb_tables() WHERE table_name = 'a'").fetchall() == [(0,)]


def test_a_store_of_a_newer_version_is_refused_in_one_line(tmp_path):
    store = Store(tmp_path)
    with open_writer(store) as con:
        con.execute("INSERT INTO migration VALUES (9999, 'from_the_future')")
        con.execute("DELETE FROM migration WHERE number = 1")

    with pytest.raises(StoreNewerError, match="upgrade dateline") as refused, open_writer(store):
        pass
    assert "\n" not in str(refused.value)


@pytest.mark.parametrize("names", [["first.sql"], ["0001_a.sql", "0003_b.sql"], ["0001_a.sql", "0001_b.sql"]])
def test_badly_numbered_files_are_refused(tmp_path, names):
    for name in names:
        (tmp_path / name).write_text("SELECT 1")

    with pytest.raises(ValueError, match="migration"):
        known(tmp_path)


FLAT = {
    "mention_id": "m1", "article_id": "a1", "trigger_start": 12, "trigger": "burned", "lemma": "burn", "event_class": "event",
    "event_type": "disaster", "kind": "point", "edtf": "2025-03-01", "precision": "day", "dated": True, "approximate": False,
    "ongoing": False, "local_time": "20:15", "reason": "same sentence", "place": "Orvel", "country": "FR", "latitude": 48.5,
    "start": {"earliest": "2025-03-01", "latest": "2025-03-01"}, "end": {"earliest": "2025-03-01", "latest": None},
    "quantities": [{"text": "12", "measure": "killed", "low": 12.0, "high": None, "unit": "person", "scope": None}],
}  # fmt: skip
"""A line as releases wrote it that copied the fields of when, where and how much."""


def test_what_an_earlier_release_knew_of_mentions_is_merged_as_it_was():
    day = date(2025, 3, 1)
    bare = {"mention_id": "m2", "trigger": "fire", "lemma": "fire", "event_class": "event", "event_type": "disaster"}
    with duckdb.connect() as con:
        migrate(con, known()[:12])
        for line in (FLAT, {**bare, "article_id": "a1", "trigger_start": 40}):
            row = ["a1", line["mention_id"], json.dumps(line)]
            con.execute("INSERT INTO core.merge_mention (article_id, mention_id, features) VALUES (?, ?, ?)", row)
        migrate(con)
        lines = con.execute("SELECT features FROM core.merge_mention ORDER BY mention_id").fetchall()

    burned, fire = (loads(line, ()) for (line,) in lines)
    assert burned.when == When(
        "point",
        Bounds(day, day),
        Bounds(day, None),
        "2025-03-01",
        "day",
        "same sentence",
        dated=True,
        local_time="20:15",
    )
    assert burned.place == Place(Span(0, 1), "Orvel", "Orvel", "FR", 48.5)
    assert burned.quantities == (Quantity(Span(0, 1), "12", "killed", 12.0, None, "person"),)
    assert (fire.when, fire.place, fire.quantities) == (None, None, ())
