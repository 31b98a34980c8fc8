"""The folder `site`: what stands in it, when it is written, what is removed, and what feeds say."""

from __future__ import annotations

import shutil
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import duckdb
import feedparser
import pytest
from icalendar import Calendar

from flows.cli.health import _pages as pages_fact
from flows.outputs.site_folder import missing_files, version_of
from tests.page.story_store import ALL, ALONE, HOSTILE, TARVIK, TUNNEL, filled, of_day, written
from tests.transforms.stories.test_grouping import tunnel
from tests.warehouse.toy import NOW, run
from transforms.ids import story_id
from warehouse.forget import forget
from warehouse.publication.publish import rollback
from warehouse.storage.store import Store
from warehouse.writer import open_writer

IN_TUNNEL, IN_TARVIK = story_id("tunnel-0"), story_id("tarvik-0")
MORE = of_day("tunnel-7", "Kord visited Orla", tunnel(3), 40, "Tunnel 7")


@pytest.fixture(scope="module")
def master(tmp_path_factory: pytest.TempPathFactory) -> Store:
    return filled(tmp_path_factory.mktemp("site") / "store", ALL)


@pytest.fixture
def store(master: Store, tmp_path: Path) -> Store:
    return Store(Path(shutil.copytree(master.path, tmp_path / "store")))


def files(store: Store) -> dict[str, bytes]:
    return {f.relative_to(store.site).as_posix(): f.read_bytes() for f in store.site.rglob("*") if f.is_file()}


def test_two_stories_have_a_list_pages_and_feeds(master: Store) -> None:
    names = {name for name in files(master) if not name.startswith("events/")}

    of_stories = {f"stories/{i}.{end}" for i in (IN_TUNNEL, IN_TARVIK) for end in ("html", "atom", "ics")}
    assert names == {"index.html", "pages.json", "stories/other.html"} | of_stories


def test_nothing_changed_writes_nothing(store: Store) -> None:
    before = files(store)
    found = written(store)

    assert (found.written, found.removed) == ((), ())
    assert files(store) == before


def test_one_article_more_changes_the_page_of_its_story_alone(store: Store) -> None:
    before = files(store)
    run(store, "r2", [MORE])

    changed = {name for name in written(store).written if not name.startswith("events/")}

    assert changed == {"index.html", *(f"stories/{IN_TUNNEL}.{end}" for end in ("html", "atom", "ics"))}
    assert files(store)[f"stories/{IN_TARVIK}.html"] == before[f"stories/{IN_TARVIK}.html"]
    assert version_of(store.site) == 2


def test_the_folder_is_the_same_whatever_was_there(store: Store, tmp_path: Path) -> None:
    (store.site / f"stories/{IN_TUNNEL}.html").unlink()
    (store.site / "stories/sgone.html").write_text("old")
    (store.site / "CNAME").write_text("news.example")
    found = written(store)

    assert missing_files(store.site) == []
    assert set(found.removed) == {"stories/sgone.html"}
    assert f"stories/{IN_TUNNEL}.html" in found.written
    assert files(store)["CNAME"] == b"news.example"
    shutil.rmtree(store.site)
    again = written(store)
    assert set(again.written) == set(files(store)) - {"pages.json"}


@pytest.mark.parametrize(
    "articles", [TUNNEL, [*TUNNEL, *ALONE], ALONE], ids=["a story", "a story and more", "no story"]
)
def test_a_store_of_one_story_opens_on_it(tmp_path: Path, articles: list) -> None:
    store = filled(tmp_path / "store", articles)
    page = (store.site / "index.html").read_text(encoding="utf-8")

    assert 'id="axis"' in page
    if len(articles) > 1:
        assert f'href="stories/{IN_TUNNEL}.atom"' in page
        assert "../index.html" in (store.site / f"stories/{IN_TUNNEL}.html").read_text(encoding="utf-8")
    else:
        assert set(files(store)) == {"index.html", "pages.json"}


def test_a_second_story_makes_the_list_and_the_first_keeps_its_feed(tmp_path: Path) -> None:
    store = filled(tmp_path / "store", TUNNEL)
    before = entries(store, IN_TUNNEL)
    run(store, "r2", TARVIK, now=NOW + timedelta(days=1))
    written(store)

    assert 'id="axis"' in (store.site / f"stories/{IN_TUNNEL}.html").read_text(encoding="utf-8")
    assert {e.id: e.updated for e in entries(store, IN_TUNNEL)} == {e.id: e.updated for e in before}


def entries(store: Store, story: str) -> list:
    found = feedparser.parse((store.site / f"stories/{story}.atom").read_bytes())
    assert not found.bozo
    assert found.feed.id.startswith("urn:uuid:")
    return list(found.entries)


def test_a_feed_holds_the_key_events_once_with_when_they_came(store: Store) -> None:
    before = entries(store, IN_TUNNEL)
    later = NOW + timedelta(days=2)
    run(store, "r2", [MORE], now=later)
    written(store)
    after = entries(store, IN_TUNNEL)

    with duckdb.connect(str(store.timeline), read_only=True) as con:
        sql = "SELECT count(*) FROM timeline JOIN story_event USING (event_id) WHERE story_id = ?"
        assert con.execute(sql, [IN_TUNNEL]).fetchall() == [(len(after),)]
    assert len({entry.id for entry in after}) == len(after)
    new = [entry for entry in after if entry.id not in {e.id for e in before}]
    assert [entry.published for entry in new] == [later.strftime("%Y-%m-%dT%H:%M:%SZ")]
    assert after[0].id == new[0].id
    assert all(entry.published <= entry.updated for entry in after)
    assert after[0].link.startswith(f"{IN_TUNNEL}.html#event=")


def test_the_words_of_articles_are_words_in_feeds(master: Store) -> None:
    for entry in entries(master, IN_TARVIK):
        assert entry.summary_detail.type == "text/plain"
    assert HOSTILE.encode() not in files(master)[f"stories/{IN_TARVIK}.atom"]


def test_links_are_whole_where_the_address_is_known(store: Store) -> None:
    written(store, address="https://news.example/site")

    assert entries(store, IN_TUNNEL)[0].link.startswith(f"https://news.example/site/stories/{IN_TUNNEL}.html#event=")


def test_a_calendar_keeps_its_uids_and_says_what_changed(store: Store) -> None:
    def calendar() -> dict[str, tuple[object, ...]]:
        whole = Calendar.from_ical((store.site / f"stories/{IN_TUNNEL}.ics").read_bytes())
        assert whole["METHOD"] == "PUBLISH"
        events = whole.walk("VEVENT")
        assert len({str(e["UID"]) for e in events}) == len(events)
        return {str(e["UID"]): (e["DTSTART"].dt, e["DTSTAMP"].dt, e["SEQUENCE"]) for e in events}

    before = calendar()
    run(store, "r2", [MORE], now=NOW + timedelta(days=2))
    written(store)

    assert len(calendar()) == len(before) + 1
    assert {uid: calendar()[uid] for uid in before} == before


def test_an_event_joined_with_an_earlier_one_stays_the_entry_that_it_was(tmp_path: Path) -> None:
    # The founding mention, and with it the event's id, is that of the earliest article.
    store = filled(tmp_path / "store", TUNNEL[1:])
    before = {entry.id for entry in entries(store, story_id("tunnel-1"))}
    run(store, "r2", [replace(TUNNEL[1], article_id="tunnel-0", published=TUNNEL[0].published)])
    written(store)

    with duckdb.connect(str(store.timeline), read_only=True) as con:
        aliases = con.execute("SELECT count(*) FROM event_alias").fetchall()[0][0]
        (story,) = con.execute("SELECT story_id FROM story").fetchall()[0]
    assert aliases == 1
    assert {entry.id for entry in entries(store, story)} >= before


def test_a_merged_story_leads_to_the_one_that_holds_it_and_its_feed_goes_on(store: Store) -> None:
    with duckdb.connect(str(store.timeline)) as con:
        con.execute("CREATE TABLE IF NOT EXISTS story_alias (old_story_id VARCHAR, story_id VARCHAR, version INTEGER)")
        con.execute("INSERT INTO story_alias VALUES ('sold', ?, 1)", [IN_TUNNEL])
    written(store)

    assert f'href="{IN_TUNNEL}.html"' in (store.site / "stories/sold.html").read_text(encoding="utf-8")
    assert [e.id for e in entries(store, "sold")] == [e.id for e in entries(store, IN_TUNNEL)]


def test_a_rollback_brings_the_pages_back(store: Store) -> None:
    before = files(store)
    run(store, "r2", [MORE])
    written(store)
    with open_writer(store) as con:
        rollback(con, store)
    written(store)

    assert {n: c for n, c in files(store).items() if n != "pages.json"} == {n: c for n, c in before.items() if n != "pages.json"}  # fmt: skip


def test_what_is_forgotten_is_on_no_page_and_in_no_feed(store: Store) -> None:
    gone = TUNNEL[2]
    forget(store, gone.article_id, datetime(2031, 8, 1, tzinfo=UTC))
    assert not store.site.exists()

    for nth in range(2):  # in the file rewritten at once, and after the next run
        written(store)
        content = b"".join(files(store).values())
        assert b"Brennick on 2031" not in content
        assert gone.title.encode() not in content
        if not nth:
            run(store, "r2")
    assert {entry.id for entry in entries(store, IN_TUNNEL)}


def test_old_ids_of_events_are_in_the_places_of_events(store: Store) -> None:
    with duckdb.connect(str(store.timeline)) as con:
        (event,) = con.execute("SELECT min(event_id) FROM story_event WHERE story_id = ?", [IN_TUNNEL]).fetchall()[0]
        con.execute("INSERT INTO event_alias VALUES ('eoldid', ?, 1)", [event])
    written(store)

    script = (store.site / "events/d.js").read_text(encoding="utf-8")
    assert f'"moved":{{"eoldid":"{event}"}}' in script
    assert f"stories/{IN_TUNNEL}.html" in script


def test_doctor_says_where_the_pages_do_not_show_what_is_published(store: Store) -> None:
    def said() -> tuple[bool, str]:
        (fact,) = pages_fact(store)
        return fact.fit, fact.found

    assert said()[0]
    run(store, "r2", [MORE])
    assert said() == (False, f"{store.site}: show version 1 of 2")
    written(store)
    (store.site / f"stories/{IN_TARVIK}.ics").unlink()
    assert said() == (False, f"{store.site}: 1 missing, the first stories/{IN_TARVIK}.ics")
