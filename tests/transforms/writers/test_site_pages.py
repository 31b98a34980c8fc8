"""How events and stories are divided into pages, so that none outgrows what a browser holds."""

from __future__ import annotations

import json
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.page.rows import event
from transforms.writers.site_files import plan, story_index
from transforms.writers.site_files.plan import planned
from transforms.writers.site_files.story_index import bars, index_files, main_lines
from transforms.writers.site_files.values import Site, SiteEvent, SiteStory

DAY = date(2031, 5, 2)
MEGABYTE = 1_000_000


def story(nth: int, title: str = "A story", day: date | None = DAY, **more) -> SiteStory:
    return SiteStory(f"s{nth:04}", title, day, day, 2, 1, 1, **more)


def site(events: list[SiteEvent], stories: int = 2) -> Site:
    """The first story has all events but the last, the second the last."""
    of = {"s0000": frozenset(e.event_id for e in events[:-1]), "s0001": frozenset({events[-1].event_id})}
    story_of = {event_id: key for key, ids in of.items() for event_id in ids}
    made = [story(nth) for nth in range(stories)]
    return Site("", "", 1, "2031-06-01 06:00 UTC", 2 * stories, 1, 0, events, made, of, story_of)


def shown(nth: int, month: str | None = "2031-05", rows: int = 2, key: bool = True) -> SiteEvent:
    return SiteEvent(f"e{nth:06}", nth, rows, key, nth / 1e6, month)


months = st.sampled_from([None, "2029-01", "2030-02", "2030-03", "2031-05"])


@given(st.lists(st.tuples(months, st.integers(1, 9), st.booleans()), min_size=2, max_size=60))
def test_every_event_has_its_place_and_no_page_is_too_much(drawn) -> None:
    events = [shown(nth, *one) for nth, one in enumerate(drawn)]
    rows = {e.event_id: e.rows_needed for e in events}
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(plan, "MOST_ROWS", 20)
        pages = planned(site(events))

    of_first = [page for page in pages if page.story and page.story.story_id == "s0000"]
    assert len({page.file for page in pages}) == len(pages)
    assert all(sum(rows[i] for i in page.events) <= 20 for page in pages)
    parts = [i for page in of_first for i in page.events if page.period]
    whole = parts or list(of_first[0].events)
    assert sorted(whole) == sorted(e.event_id for e in events[:-1])
    assert {file for file, _ in of_first[0].parts} == {page.file for page in of_first if page.period}


def test_a_page_that_holds_not_all_holds_the_key_events_first(monkeypatch) -> None:
    monkeypatch.setattr(plan, "MOST_ROWS", 6)
    events = [shown(nth, key=nth % 2 == 1) for nth in range(7)]

    first = planned(site(events))[0]

    assert (first.of, first.events) == (6, ("e000001", "e000003", "e000005"))
    assert [words for _, words in first.parts] == ["May 2031", "May 2031 (2)"]


def test_a_new_event_changes_the_page_of_its_own_period(monkeypatch) -> None:
    monkeypatch.setattr(plan, "MOST_ROWS", 20)
    events = [shown(nth, month) for nth, month in enumerate(["2029-01"] * 8 + ["2030-03"] * 8 + ["2031-05"])]
    more = [*events[:8], shown(99, "2029-06", key=False), *events[8:]]

    before, after = ({page.file: page.digest for page in planned(site(some))} for some in (events, more))

    assert {file for file in after if before.get(file) != after[file]} == {"stories/s0000.html", "stories/s0000-202x.html"}  # fmt: skip


def test_the_list_stays_below_two_megabytes_whatever_stands_in_it() -> None:
    widest = "\U0001f6a2" * 400
    line = event("e", widest, apart=0, position=1, event_type="a")
    many = [
        story(nth, widest, DAY - timedelta(nth // 300), names=[widest] * 20, words=[widest] * 20, lines=[line] * 12)
        for nth in range(900)
    ]
    files = index_files(Site("", "", 1, "", 1800, 1, 0, [], many))

    assert max(len(text.encode()) for text in files.values()) < 2 * MEGABYTE
    data = json.loads(files["index.html"].split('id="data">')[1].split("</script>")[0])
    assert [one["id"] for one in data["stories"]] == [s.story_id for s in many[: story_index.ON_A_PAGE]]
    listed = [
        one["id"]
        for name, _, _ in data["older"]
        for one in json.loads(files[f"{name}.js"].removeprefix("stories(")[:-3])
    ]
    assert listed == [s.story_id for s in many]
    assert {f"{name}.html" for name, _, _ in data["older"]} | {f"{n}.js" for n, _, _ in data["older"]} | {"index.html"} == set(files)  # fmt: skip


def test_a_later_story_leaves_pages_of_earlier_months_as_they_are() -> None:
    many = [story(nth, day=DAY - timedelta(nth)) for nth in range(230)]
    before, after = (index_files(Site("", "", 1, "", 9, 1, 0, [], some)) for some in (many, [story(999), *many]))

    changed = {name for name in after if before.get(name) != after[name]}
    assert changed == {"index.html", "index-2031-05.html", "index-2031-05.js"}


@pytest.mark.parametrize(
    ("days", "expected"),
    [
        ([], []),
        ([(DAY, 3)], [3]),
        ([(DAY, 1), (DAY + timedelta(2), 4)], [1, 0, 4]),
        ([(DAY, 1), (DAY + timedelta(95), 4)], [1] + [0] * 46 + [4]),
    ],
)
def test_bars_are_articles_by_day_or_by_spans_of_days(days, expected) -> None:
    assert bars(days) == expected


@given(st.lists(st.tuples(st.integers(0, 9000), st.integers(1, 5)), min_size=1))
def test_bars_hold_every_article(drawn) -> None:
    found = bars([(DAY + timedelta(day), count) for day, count in drawn])

    assert sum(found) == sum(count for _, count in drawn)
    assert len(found) <= 48


@pytest.mark.parametrize(
    ("given_events", "expected"),
    [
        pytest.param([("a", "fire", 0), ("b", "fire", 0), ("c", "arrest", 0), ("d", "trial", 0)], "acd", id="three kinds"),
        pytest.param([("a", "fire", 0), ("b", "fire", 0), ("c", "fire", 0), ("d", "fire", 0)], "abc", id="one kind"),
        pytest.param([("a", "fire", 0), ("b", "fire", 0), ("c", "trial", 2)], "abc", id="what is apart comes last"),
        pytest.param([("a", "fire", 0)], "a", id="one"),
        pytest.param([], "", id="none"),
    ],
)  # fmt: skip
def test_main_lines_say_three_things(given_events, expected) -> None:
    events = [
        event(key, key, event_type=kind, apart=apart, position=nth)
        for nth, (key, kind, apart) in enumerate(given_events)
    ]

    assert "".join(e["event_id"] for e in main_lines(events)) == expected
