"""A store comes to the newest shape, and one from the future is refused in a line."""

import duckdb
import pytest

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
