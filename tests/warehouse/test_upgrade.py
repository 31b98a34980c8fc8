"""A store of release 0.1.0 comes to the newest shape, is annotated anew, and its next version is published."""

from pathlib import Path

import duckdb
import pytest

from tests.warehouse.release import restore
from tests.warehouse.toy import run
from warehouse.publication.publish import versions
from warehouse.storage.connect import open_reader
from warehouse.storage.migrate import known
from warehouse.storage.store import Store
from warehouse.writer import open_writer

RELEASE = Path(__file__).parent / "release_0_1_0"
SHAPE = 5
"""The last migration that the release knew."""


@pytest.fixture
def store(tmp_path):
    restore(RELEASE, tmp_path / "store")
    return Store(tmp_path / "store")


def test_the_store_is_that_of_the_release(store):
    with duckdb.connect(str(store.warehouse), read_only=True) as con:
        assert con.execute("SELECT max(number) FROM migration").fetchall() == [(SHAPE,)]
        assert con.execute("SELECT count(*) FROM core.event").fetchall() != [(0,)]


def test_it_comes_to_the_newest_shape_and_loses_no_article(store):
    with open_writer(store) as con:
        assert con.execute("SELECT max(number) FROM migration").fetchall() == [(len(known()),)]
        assert con.execute("SELECT count(*) FROM core.article").fetchall() == [(2,)]


def test_the_next_run_annotates_all_anew_and_publishes_the_next_version(store):
    candidate, published = run(store, "r2", rules="newer")

    assert (published.version, published.unchanged) == (2, False)
    with open_reader(store) as con:
        articles = con.execute("SELECT article_id FROM article ORDER BY 1").fetchall()
    assert articles == [("harbour-fire",), ("harbour-fire-2",)]
    assert [version.version for version in versions(store)] == [1, 2]
    assert candidate.articles == 2


def test_a_second_run_after_the_upgrade_changes_nothing(store):
    run(store, "r2", rules="newer")

    assert run(store, "r3", rules="newer")[1].unchanged
