"""Stories in a store: the same in any order and number of runs, with reasons, and gone with what is forgotten."""

from __future__ import annotations

from datetime import date, timedelta

import duckdb
import pytest

from tests.transforms.stories.test_grouping import quake, tunnel
from tests.warehouse.toy import NOW, article, run
from transforms.ids import story_id
from transforms.model import Article
from warehouse.access.filters import Filters
from warehouse.access.stories import StoryFilters, find_stories
from warehouse.access.timeline import find_events
from warehouse.forget import forget
from warehouse.storage.connect import open_reader
from warehouse.storage.store import Store


def told(name: str, text: str, day: int, title: str) -> Article:
    return article(name, text, str(date(2031, 5, 2) + timedelta(days=day)), title=title)


TUNNEL = [told(f"tunnel-{n}", f"Kord attacked Selm. {tunnel(n)}", 9 * n, f"Tunnel {n}") for n in range(4)]
TARVIK = [told(f"tarvik-{n}", f"A quake hit Tarvik. {quake('Tarvik', n)}", n, f"Tarvik {n}") for n in range(4)]
ALONE = [told("bread", "Bakers in Lund say that rye bread sells better with caraway.", 3, "Bread")]
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
    moved = told("bread", f"Kord attacked Selm. {tunnel(2)}", 3, "Bread")
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
