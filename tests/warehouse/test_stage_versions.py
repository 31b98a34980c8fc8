"""Where merging or selection changed, all is merged or built anew at the next run, and no article is annotated again."""

import pytest

import warehouse.publication.publish
import warehouse.resolution.resolve
from tests.warehouse.test_same_digest import ARTICLES
from tests.warehouse.toy import RULES, run
from warehouse.intake.articles import pending
from warehouse.publication.publish import build_needed
from warehouse.resolution.resolve import resolve, scored_otherwise
from warehouse.storage.store import Store
from warehouse.writer import open_writer


@pytest.fixture
def store(tmp_path):
    run(Store(tmp_path), "r1", ARTICLES)
    return Store(tmp_path)


def test_nothing_changed_nothing_is_made(store):
    with open_writer(store) as con:
        assert not scored_otherwise(con)
        assert not build_needed(con, store)
        assert resolve(con).events == 0


def test_other_scoring_merges_all_again_from_the_annotations_that_are_there(store, monkeypatch):
    before = run(store, "r2", ARTICLES)[1].digest
    for module in (warehouse.resolution.resolve, warehouse.publication.publish):
        monkeypatch.setattr(module, "stage_version", lambda stage: f"other {stage}")

    with open_writer(store) as con:
        assert build_needed(con, store)
        assert pending(con, RULES) == []
        assert resolve(con).events > 0
        assert resolve(con).events == 0
    assert run(store, "r3", ARTICLES)[1].digest == before
    with open_writer(store) as con:
        assert not build_needed(con, store)


def test_other_selection_builds_again_and_merges_nothing(store, monkeypatch):
    monkeypatch.setattr(warehouse.publication.publish, "stage_version", lambda stage: f"other {stage}")

    with open_writer(store) as con:
        assert build_needed(con, store)
        assert resolve(con).events == 0
