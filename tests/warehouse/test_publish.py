"""Versions: made when something changed, kept, gone back to, compared; ids that lead on."""

import os

import duckdb
import pytest

from tests.warehouse.toy import NOW, article, offer, run
from warehouse.access.timeline import whole_id
from warehouse.publication.build import build
from warehouse.publication.diff import diff
from warehouse.publication.publish import build_needed, publish, rollback, versions
from warehouse.resolution.resolve import resolve
from warehouse.storage.connect import open_reader
from warehouse.storage.errors import NotFoundError, NothingPublishedError
from warehouse.storage.store import Store
from warehouse.writer import open_writer

FIRST = article("north-1", "Kord attacked Selm on 2024-03-09. ", "2024-03-10")
SECOND = article("south-1", "Dara visited Orrin on 2024-03-12. ", "2024-03-12")
EARLIER = article("east-1", "Kord attacked Selm on 2024-03-09. ", "2024-03-09")


def published_rows(store: Store) -> list:
    with open_reader(store) as con:
        return con.execute("SELECT edtf, title FROM timeline ORDER BY sort_date").fetchall()


@pytest.fixture
def store(tmp_path):
    store = Store(tmp_path)
    run(store, "r1", [FIRST])
    return store


def test_an_unchanged_timeline_makes_no_new_version(store):
    before = store.timeline.stat()
    _, published = run(store, "r2", [FIRST])

    assert (published.version, published.unchanged) == (1, True)
    assert store.kept_versions() == (1,)
    assert (store.timeline.stat().st_ino, store.timeline.stat().st_mtime_ns) == (before.st_ino, before.st_mtime_ns)
    assert not store.candidate.exists()


def test_what_needs_building_is_known(store):
    with open_writer(store) as con:
        assert not build_needed(con, store)
        offer(con, "r2", [FIRST])
        assert not build_needed(con, store)
        offer(con, "r3", [SECOND])
        assert build_needed(con, store)
    store.timeline.unlink()
    run(store, "r4", [FIRST, SECOND])
    with open_writer(store) as con:
        assert not build_needed(con, store)


def test_versions_count_up_and_the_oldest_go(store):
    for nth in range(2, 8):
        run(store, f"r{nth}", [article(f"x-{nth}", f"Dara visited Orrin on 2024-03-{nth + 10}. ")])

    assert store.kept_versions() == (3, 4, 5, 6, 7)
    found = versions(store)
    assert [v.version for v in found] == [1, 2, 3, 4, 5, 6, 7]
    assert [v.version for v in found if v.kept] == [3, 4, 5, 6, 7]
    assert [v.version for v in found if v.current] == [7]
    assert [v.articles for v in found] == [1, 2, 3, 4, 5, 6, 7]


def test_a_rollback_holds_until_the_user_publishes(store):
    one = published_rows(store)
    run(store, "r2", [SECOND])
    two = published_rows(store)
    with open_writer(store) as con:
        assert rollback(con, store).version == 1
    assert published_rows(store) == one

    _, held = run(store, "r3", [article("x-1", "A quake hit Selm on 2024-03-10. ")])
    assert held.held
    assert published_rows(store) == one
    assert store.candidate.exists()

    _, published = run(store, "r4", explicit=True)
    assert (published.version, published.held) == (3, False)
    assert len(published_rows(store)) == 3
    with open_writer(store) as con:
        rollback(con, store, 2)
    assert published_rows(store) == two


@pytest.mark.parametrize("version", [None, 7])
def test_a_version_that_is_not_kept_is_refused_with_those_that_are(store, version):
    with open_writer(store) as con, pytest.raises(NotFoundError, match="kept: 1"):
        rollback(con, store, version)


def test_nothing_to_publish_or_to_go_back_to(tmp_path):
    store = Store(tmp_path)
    with open_writer(store) as con:
        with pytest.raises(NothingPublishedError):
            publish(con, store, None, NOW)
        with pytest.raises(NothingPublishedError):
            rollback(con, store)
    with pytest.raises(NothingPublishedError):
        versions(store)


def test_an_event_keeps_its_links_when_an_earlier_article_arrives(store):
    with open_reader(store) as con:
        old = con.execute("SELECT event_id FROM event").fetchall()[0][0]
    run(store, "r2", [EARLIER])
    run(store, "r3", [article("early-1", "Kord attacked Selm on 2024-03-09. ", "2024-03-08")])
    with open_reader(store) as con:
        new, mentions = con.execute("SELECT event_id, mentions FROM event").fetchall()[0]
        aliases = con.execute("SELECT event_id, version FROM event_alias WHERE old_event_id = ?", [old]).fetchall()
        found = whole_id(con, "event", old[:9])

    assert (mentions, old != new) == (3, True)
    assert aliases == [(new, 1)]
    assert found == new


def test_ids_are_found_by_a_unique_beginning(store):
    with open_reader(store) as con:
        assert whole_id(con, "article", "nor") == "north-1"
        with pytest.raises(NotFoundError, match="no article"):
            whole_id(con, "article", "west")


def test_the_published_file_tells_what_it_is(store):
    run(store, "r2", [SECOND])
    with open_reader(store) as con:
        rows = con.execute(
            "SELECT version, run_id, articles, rules['toy'] FROM publication ORDER BY version"
        ).fetchall()
        runs = con.execute("SELECT run_id, status, version FROM run ORDER BY run_id").fetchall()

    assert rows == [(1, "r1", 1, "toy-1"), (2, "r2", 2, "toy-1")]
    assert runs == [("r1", "published", None), ("r2", "published", 2)]


def test_a_candidate_that_was_never_published_leaves_the_timeline_alone(store):
    before = published_rows(store)
    with open_writer(store) as con:
        offer(con, "r2", [SECOND])
        resolve(con)
        build(con, store)

    assert published_rows(store) == before
    assert store.candidate.exists()


def test_a_full_disk_leaves_the_old_timeline(store, monkeypatch):
    def full(*_):
        raise OSError(28, os.strerror(28))

    before = published_rows(store)
    monkeypatch.setattr("warehouse.publication.publish.replace_file", full)
    with pytest.raises(OSError, match="No space left"):
        run(store, "r2", [SECOND])
    assert published_rows(store) == before
    monkeypatch.undo()

    _, published = run(store, "r3", [SECOND])
    assert published.version == 2
    assert [v.version for v in versions(store)] == [1, 2]


@pytest.mark.parametrize(
    ("first", "then", "change", "what", "because"),
    [
        pytest.param([FIRST], [SECOND], "added", "", "new article south-1", id="a new event"),
        pytest.param(
            [FIRST], [EARLIER], "changed", "mentions: 1 → 2", "new article east-1", id="an older article founds it anew"
        ),
        pytest.param(
            [FIRST],
            [article("north-1", "Kord attacked Selm on 2024-03-08. ", "2024-03-10")],
            "added",
            "",
            "changed text of north-1",
            id="a changed article",
        ),
        pytest.param(
            [article("a", "Kord attacked Selm. ", "2024-03-10")],
            [article("a", "Kord attacked Selm. ", "2024-03-08")],
            "changed",
            "end_latest: 2024-03-10 → 2024-03-08",
            "corrected date of a: 2024-03-10 → 2024-03-08",
            id="a corrected date",
        ),
    ],
)
def test_what_changed_and_why(tmp_path, first, then, change, what, because):
    store = Store(tmp_path)
    run(store, "r1", first)
    run(store, "r2", then)
    found = [c for c in diff(store, 1, 2) if c.change == change]

    assert found, diff(store, 1, 2)
    assert any(w.startswith(what) for w in found[0].what) or not what
    assert because in found[0].because
    assert diff(store, 2, 2) == ()


def test_two_events_that_became_one_are_told_as_joined(store):
    run(store, "r2", [EARLIER])
    with duckdb.connect(str(store.version(2))) as con:
        (key,) = con.execute("SELECT event_id FROM event").fetchone()
        con.execute("INSERT INTO event SELECT * REPLACE ('eapart' AS event_id, 1 AS mentions) FROM event")
        con.execute("UPDATE event_mention SET event_id = 'eapart' WHERE article_id = 'north-1'")
        con.execute("UPDATE event SET mentions = 1 WHERE event_id <> 'eapart'")
    run(store, "r3", [SECOND])
    with duckdb.connect(str(store.version(3))) as con:
        aliases = con.execute("SELECT event_id FROM event_alias WHERE old_event_id = 'eapart'").fetchall()
    changes = {(c.change, c.event_id): c for c in diff(store, 2, 3)}

    assert aliases == [(key,)]
    assert changes["joined", "eapart"].what[0].startswith(f"into: {key}")
    assert "mentions: 1 → 2" in changes["changed", key].what


def test_new_rules_are_named_as_the_reason(tmp_path, monkeypatch):
    from dataclasses import replace

    from tests.warehouse import toy

    store = Store(tmp_path)
    run(store, "r1", [FIRST])
    annotate = toy.annotate

    def stricter(read):
        found = annotate(read)
        doubted = tuple(replace(m, modality="possible") for m in found.mentions)
        events = tuple(replace(e, judgement=replace(e.judgement, modality="possible")) for e in found.annotation.events)
        return replace(
            found, mentions=doubted, annotation=replace(found.annotation, events=events, rules={"toy": "toy-2"})
        )

    monkeypatch.setattr(toy, "annotate", stricter)
    run(store, "r2", [FIRST], rules="toy-2")

    (change,) = diff(store, 1, 2)
    assert change.because == ("new rules: toy",)
    assert "modality: actual → possible" in change.what
    assert (change.on_timeline_before, change.on_timeline_after) == (True, False)


def test_a_version_that_is_gone_cannot_be_compared(store):
    with pytest.raises(NothingPublishedError, match="version 9 is not kept"):
        diff(store, 1, 9)


def test_every_table_is_sorted_and_every_key_unique(tmp_path):
    from tests.warehouse.test_same_digest import ARTICLES

    store = Store(tmp_path)
    run(store, "r1", ARTICLES)
    with duckdb.connect(str(store.timeline), read_only=True) as con:
        for table, order in {
            "event": "sort_date NULLS LAST, day_position NULLS LAST, event_id",
            "event_mention": "event_id NULLS LAST, mention_id",
            "time_expression": "article_id, char_start, char_end",
            "article": "article_id",
        }.items():
            stored = con.execute(f"FROM {table}").fetchall()
            assert stored == con.execute(f"FROM {table} ORDER BY {order}").fetchall()
            assert len({row[0] for row in stored}) == len(stored) > 0
