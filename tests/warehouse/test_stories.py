"""Stories in a store: the same in any order and number of runs, with reasons, and gone with what is forgotten."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import duckdb
import pytest

from flows.explain.stored import explain_id
from flows.explain.tree import drawn
from tests.transforms.stories.test_grouping import quake, tunnel
from tests.warehouse.toy import NOW, article, run
from transforms.ids import story_id
from transforms.model import Article
from warehouse.access.digest import DigestFilters, digest
from warehouse.access.filters import Filters
from warehouse.access.query import ask_ready_made
from warehouse.access.stories import StoryFilters, find_stories, within_story
from warehouse.access.timeline import find_events, whole_id
from warehouse.access.watched import find_watched
from warehouse.forget import forget
from warehouse.publication.story_changes import story_diff
from warehouse.storage.connect import open_reader
from warehouse.storage.errors import NotFoundError, StoreOlderError
from warehouse.storage.statements import statement
from warehouse.storage.store import Store


def told_of(name: str, text: str, day: int, title: str) -> Article:
    return article(name, text, str(date(2031, 5, 2) + timedelta(days=day)), title=title)


TUNNEL = [told_of(f"tunnel-{n}", f"Kord attacked Selm. {tunnel(n)}", 9 * n, f"Tunnel {n}") for n in range(4)]
TARVIK = [told_of(f"tarvik-{n}", f"A quake hit Tarvik. {quake('Tarvik', n)}", n, f"Tarvik {n}") for n in range(4)]
ALONE = [told_of("bread", "Bakers in Lund say that rye bread sells better with caraway.", 3, "Bread")]
ALL = [*TUNNEL, *TARVIK, *ALONE]
TABLES = ("story", "story_article", "story_event", "story_reason")


def published(store: Store) -> dict[str, list[tuple[object, ...]]]:
    with duckdb.connect(str(store.timeline), read_only=True) as con:
        return {table: con.execute(f"FROM {table} ORDER BY ALL").fetchall() for table in TABLES}


@pytest.fixture(scope="module")
def store(tmp_path_factory):
    store = Store(tmp_path_factory.mktemp("stories") / "store")
    run(store, "r1", ALL)
    return store


def test_each_article_stands_in_its_story_or_in_none(store):
    with open_reader(store) as con:
        stories = dict(con.execute("SELECT article_id, story_id FROM article").fetchall())
        main = con.execute("SELECT article_id, story_id FROM story_article WHERE main").fetchall()

    assert {a for a in stories if stories[a] == story_id("tunnel-0")} == {a.article_id for a in TUNNEL}
    assert {a for a in stories if stories[a] == story_id("tarvik-0")} == {a.article_id for a in TARVIK}
    assert stories["bread"] is None
    assert dict(main) == {a: s for a, s in stories.items() if s}


def test_a_story_says_what_it_is_about_and_why(store):
    with open_reader(store) as con:
        columns, rows = find_stories(con, StoryFilters(text=("Brennick",)))
        reasons = con.execute("SELECT reason FROM story_reason WHERE article_id = 'tunnel-2'").fetchall()

    (tunnel_story,) = (dict(zip(columns, row, strict=True)) for row in rows)
    assert tunnel_story["title"] in {a.title for a in TUNNEL}
    assert (tunnel_story["articles"], tunnel_story["first_published"]) == (4, date(2031, 5, 2))
    assert {"brennick", "halvorsen"} & {reason for (reason,) in reasons}


def test_stories_can_be_asked_for_by_day_and_by_being_active(store):
    def found(filters: StoryFilters) -> list[str]:
        with open_reader(store) as con:
            return [row[0] for row in find_stories(con, filters)[1]]

    assert found(StoryFilters()) == [story_id("tunnel-0"), story_id("tarvik-0")]
    assert found(StoryFilters(active=True)) == [story_id("tunnel-0")]
    assert found(StoryFilters(since=date(2031, 5, 20))) == [story_id("tunnel-0")]
    assert found(StoryFilters(text=("no such thing",))) == []


def test_a_timeline_can_be_that_of_one_story(store):
    with open_reader(store) as con:
        whole = [e["event_id"] for e in find_events(con, Filters(left_out=True))]
        one = list(find_events(con, Filters(left_out=True, stories=(story_id("tarvik-0")[:9],))))

    assert 0 < len(one) < len(whole)
    assert {r["article_id"] for e in one for r in e["told_in"]} <= {a.article_id for a in TARVIK}


def test_ten_runs_in_another_order_give_the_same_stories(store, tmp_path):
    other = Store(tmp_path / "other")
    for nth, one in enumerate(reversed(ALL)):
        run(other, f"r{nth}", [one])

    assert published(other) == published(store)


def test_a_changed_article_changes_its_story(tmp_path):
    store = Store(tmp_path / "store")
    run(store, "r1", ALL)
    moved = told_of("bread", f"Kord attacked Selm. {tunnel(2)}", 3, "Bread")
    run(store, "r2", [moved])
    fresh = Store(tmp_path / "fresh")
    run(fresh, "r1", [*TUNNEL, *TARVIK, moved])

    assert published(store) == published(fresh)
    assert ("bread", True) in [(a, main) for _, a, main in published(store)["story_article"]]


def test_a_forgotten_article_leaves_its_story_in_every_file(tmp_path):
    store, fresh = Store(tmp_path / "store"), Store(tmp_path / "fresh")
    run(store, "r1", ALL)
    forget(store, "tunnel-0", NOW)
    kept = published(store)
    run(store, "r2", ALL[1:])
    run(fresh, "r1", ALL[1:])

    assert not [a for _, a, _ in kept["story_article"] if a == "tunnel-0"]
    assert {row[1] for row in kept["story"]} <= {a.title for a in ALL[1:]}
    assert published(store) == published(fresh)


def turns(store: Store) -> dict[str, str]:
    with open_reader(store) as con:
        return dict(con.execute("SELECT story_id, change FROM story_change").fetchall())


def test_the_first_version_has_new_stories_alone(store):
    assert turns(store) == {story_id("tunnel-0"): "new", story_id("tarvik-0"): "new"}


def test_an_earlier_article_founds_the_story_and_its_old_id_leads_there(tmp_path):
    store = Store(tmp_path / "store")
    run(store, "r1", TUNNEL[1:])
    run(store, "r2", ALL)
    old, new = story_id("tunnel-1"), story_id("tunnel-0")

    with open_reader(store) as con:
        assert con.execute("FROM story_alias").fetchall() == [(old, new, 1)]
        assert whole_id(con, "story", old) == new
        assert list(find_events(con, Filters(left_out=True, stories=(old,))))
    assert turns(store) == {new: "grown", story_id("tarvik-0"): "new"}


def test_an_old_id_leads_on_through_every_later_version(tmp_path):
    store = Store(tmp_path / "store")
    run(store, "r1", TUNNEL[2:])
    run(store, "r2", TUNNEL[1:])
    run(store, "r3", TUNNEL)

    with open_reader(store) as con:
        known = dict(con.execute("SELECT old_story_id, story_id FROM story_alias").fetchall())
    assert known == {story_id("tunnel-2"): story_id("tunnel-0"), story_id("tunnel-1"): story_id("tunnel-0")}


def test_what_became_of_each_story_stands_between_any_two_versions(tmp_path):
    store = Store(tmp_path / "store")
    run(store, "r1", [*TUNNEL[:2], *TARVIK])
    run(store, "r2", [*TUNNEL, *ALONE])

    assert [
        (c.change, c.title in {a.title for a in TUNNEL}, c.articles_before, c.articles) for c in story_diff(store, 1, 2)
    ] == [("grown", True, 2, 4)]
    assert turns(store) == {story_id("tunnel-0"): "grown"}
    assert {(c.change, c.articles) for c in story_diff(store, 2, 1)} == {("shrunk", 2)}


def test_stories_that_became_one_and_one_that_fell_apart_are_seen_as_such():
    with duckdb.connect() as con:
        con.execute("CREATE TABLE story_was (story_id VARCHAR, title VARCHAR, article_id VARCHAR, stays BOOLEAN)")
        con.execute("CREATE TABLE story_is (story_id VARCHAR, title VARCHAR, article_id VARCHAR)")
        was = {"s1": "ab", "s2": "cd", "s3": "ef", "s4": "mnopqr", "s5": "xy"}
        now = {"s1": "abcdef", "s6": "mn", "s7": "op", "s8": "qr", "s9": "z"}
        con.executemany("INSERT INTO story_was VALUES (?, ?, ?, true)", [(s, s, a) for s in was for a in was[s]])
        con.executemany("INSERT INTO story_is VALUES (?, ?, ?)", [(s, s, a) for s in now for a in now[s]])
        con.execute(statement("steps/publication/story_changes"))
        found = con.execute("SELECT change, story_id, other_story_ids FROM story_turn ORDER BY 1, 2").fetchall()

    assert found == [
        ("fell apart", "s4", ["s6", "s7", "s8"]),
        ("gone", "s5", []),
        ("merged", "s1", ["s2", "s3"]),
        ("new", "s7", []),
        ("new", "s8", []),
        ("new", "s9", []),
        ("shrunk", "s6", ["s4"]),
    ]


def test_the_ready_made_query_names_each_story_with_what_weighs_most_in_it(store):
    with open_reader(store) as con:
        answer = ask_ready_made(con, "stories", {"words": "tarvik"})
        rows = [dict(zip(answer.names, row, strict=True)) for row in answer.rows]

    assert [(r["story_id"], r["articles"], r["first_site"]) for r in rows] == [(story_id("tarvik-0"), 4, "tarvik")]


def test_each_word_of_a_text_must_stand_in_the_story_in_any_order(store):
    def found(text: str) -> list[str]:
        with open_reader(store) as con:
            return [row[0] for row in find_stories(con, StoryFilters(text=(text,)))[1]]

    assert found("tunnel brennick") == [story_id("tunnel-0")]
    assert found("Tárvik") == [story_id("tarvik-0")]
    assert found("tarvik tunnel") == []


def test_a_story_is_explained_by_what_ties_its_articles(store):
    with open_reader(store) as con:
        lines = list(drawn(explain_id(con, story_id("tarvik-0")[:10])))

    assert lines[0].startswith(f"story {story_id('tarvik-0')}: Tarvik ")
    assert sum("article tarvik-" in line for line in lines) == 4
    assert any("shares names with the rest: " in line and "tarvik (" in line for line in lines)
    assert any("new with 4 articles" in line for line in lines)


def test_a_reader_within_a_story_sees_that_story_alone(store):
    with open_reader(store) as con:
        assert within_story(con, story_id("tarvik-0")[:9]) == story_id("tarvik-0")
        articles = {row[0] for row in con.execute("SELECT article_id FROM article").fetchall()}
        told = {row[0] for row in con.execute("SELECT DISTINCT article_id FROM event_mention").fetchall()}
        days = digest(con, DigestFilters())
        with pytest.raises(NotFoundError, match="no story"):
            within_story(con, "nothing")

    assert articles == {a.article_id for a in TARVIK}
    assert told <= articles
    assert {line.article_id for day in days for line in day.lines} <= articles


def test_only_what_is_new_in_a_followed_story_is_handed_on(tmp_path):
    store = Store(tmp_path / "store")
    run(store, "r1", [*TUNNEL[:3], *TARVIK])
    assert {w.story_id for w in find_watched(store, ("tarvik", "brennick"), None)} == {
        story_id("tarvik-0"),
        story_id("tunnel-0"),
    }
    before = store.version(1)
    later = told_of("tunnel-3", f"Kord attacked Mirov on 2031-05-28. {tunnel(3)}", 27, "Tunnel 3")
    run(store, "r2", [later])

    (watched,) = find_watched(store, ("brennick", "tunnel", "tarvik"), before)
    assert (watched.watch, watched.story_id, watched.version) == ("brennick", story_id("tunnel-0"), 2)
    assert [(e["edtf"], e["lead"]) for e in watched.events] == [("2031-05-28", "Kord attacked Mirov on 2031-05-28")]


def older(file: Path) -> None:
    """Take from a published file what versions from before there were stories lack."""
    with duckdb.connect(str(file)) as con:
        con.execute("DROP VIEW article_place")
        for table in (*TABLES, "story_alias", "story_change"):
            con.execute(f"DROP TABLE {table}")


def test_a_version_from_before_there_were_stories_can_be_read_and_says_what_it_lacks(tmp_path):
    store = Store(tmp_path / "store")
    run(store, "r1", ALL)
    older(store.timeline)  # the kept version is the same file

    with open_reader(store) as con:
        assert list(find_events(con, Filters(left_out=True, places=("Selm",))))
        assert list(find_events(con, Filters(left_out=True)))
        with pytest.raises(StoreOlderError, match="dateline publish"):
            find_stories(con, StoryFilters())
        with pytest.raises(StoreOlderError, match="dateline publish"):
            list(find_events(con, Filters(stories=("s",))))
    run(store, "r2", [told_of("bread-2", "Kord attacked Mirov. Bread is dear.", 5, "Dear bread")])
    assert set(turns(store).values()) == {"new"}
    assert story_diff(store, 1, 2) == ()
