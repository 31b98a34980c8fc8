"""What stands where: the story by months and days, what is apart from it behind, every title whole, the axis as high as it needs."""

from datetime import date, timedelta
from pathlib import Path

import pytest
from playwright.sync_api import Page

from tests.page.rows import article, event, timeline
from transforms.writers.page import write_page

MAY_1, MAY_9, MAY_31 = date(2024, 5, 1), date(2024, 5, 9), date(2024, 5, 31)
OLD = date(1986, 4, 26)
PUBLISHED = article(published=MAY_31)


def key(name: str, title: str, first: date | None = MAY_9, last: date | None = None, **more):
    """A key event of the story, somewhere within two days; in order of the timeline, as the rows of a page are."""
    given = {"level": "key", "section": "story", "importance": 0.9, "dated": first is not None}
    precision = "day" if first and last in (None, first) else "unknown"
    return event(name, title, start=(first, last or first), precision=precision, **given | more)


def show(page: Page, tmp_path: Path, *events, after: str = "", **more) -> Page:
    path = tmp_path / "page.html"
    path.write_text(write_page(timeline(*events, articles=(PUBLISHED,), **more)), encoding="utf-8")
    page.goto(path.as_uri() + after)
    page.wait_for_selector("html[data-ready]")
    return page


def lines(page: Page) -> list[str]:
    return list(page.evaluate("rows.map((row) => (isEvent(row) ? E.id[row] : row.words))"))


def test_what_is_apart_from_the_story_stands_behind_it(page: Page, tmp_path: Path) -> None:
    show(
        page, tmp_path,
        key("a", "The bridge opens", MAY_1), key("b", "Two die on the bridge", MAY_9), key("c", "The bridge is closed", MAY_9),
        key("d", "Traffic doubles", date(2019, 1, 1), MAY_31, section="span"), key("e", "The old bridge falls", OLD, section="background"),
    )  # fmt: skip

    assert lines(page) == [
        "May 2024", "a", "9 May 2024", "b", "c", "Over a longer time", "d", "Background", "e",
    ]  # fmt: skip
    assert page.evaluate("list.scrollTop") == 0


def test_the_axis_opens_on_the_story_and_not_on_its_background(page: Page, tmp_path: Path) -> None:
    show(
        page,
        tmp_path,
        key("a", "The bridge opens", MAY_1),
        key("b", "The bridge is closed", MAY_31),
        key("e", "The old bridge falls", OLD, section="background"),
    )

    first, last = page.evaluate("view")
    assert first < page.evaluate("dayNumber(2024, 4, 1)")
    assert last > page.evaluate("dayNumber(2024, 4, 31)")
    assert last - first < 60
    assert page.locator("#earlier-count").inner_text() == "1"


def test_under_the_heading_of_its_day_an_event_says_only_the_hour(page: Page, tmp_path: Path) -> None:
    show(
        page,
        tmp_path,
        key("a", "Fire breaks out", local_time="EV"),
        key("b", "Two die"),
        key("c", "Port opens", MAY_31),
    )

    assert page.locator(".row .date").all_inner_texts() == ["evening", "", "31 May 2024"]
    named = page.locator(".row:not(.section)").first.get_attribute("aria-label")
    assert named is not None
    assert named.startswith("9 May 2024, evening: Fire breaks out")


@pytest.mark.parametrize(
    ("width", "opened"),
    [pytest.param(1400, False), pytest.param(1400, True, id="beside an opened event"), (390, False)],
)
def test_a_long_title_is_not_cut(page: Page, tmp_path: Path, width: int, opened: bool) -> None:
    page.set_viewport_size({"width": width, "height": 844})
    long = "The harbour master of the northern port says the ferry left twenty minutes late on the evening of the storm"
    show(page, tmp_path, key("a", long), key("b", "Fire"), key("c", "Storm", date(2019, 1, 1), MAY_9, section="span"))
    if opened:
        page.locator(".row:not(.section)").nth(1).click()

    cut = page.locator(".row:not(.section)").evaluate_all(
        """(rows) => rows.filter((row) => [row.querySelector(".title"), row.querySelector(".date"), row].some((part) => part.scrollHeight > part.clientHeight + 1))
                         .map((row) => row.textContent)"""
    )
    assert cut == []
    high = page.locator(".row:not(.section)").evaluate_all("(rows) => rows.map((row) => row.clientHeight)")
    assert high[1] < high[0] or width == 1400


@pytest.mark.parametrize(
    ("dated", "undated", "shown"),
    [
        pytest.param(4, 2, "4 events, 2 more without a date", id="undated ones are a switch"),
        pytest.param(2, 2, "4 events, 2 with a date", id="hardly anything has a date"),
        pytest.param(3, 12, "15 events, 3 with a date", id="most have none"),
        pytest.param(3, 0, "3 events", id="all have one"),
    ],
)
def test_the_page_says_how_many_events_there_are(
    page: Page, tmp_path: Path, dated: int, undated: int, shown: str
) -> None:
    have = [key(f"d{i}", "Fire", MAY_1 + timedelta(i)) for i in range(dated)]
    lack = [key(f"u{i}", "Fire", None, section="undated") for i in range(undated)]
    show(page, tmp_path, *have, *lack)

    assert page.locator("#shown-count").inner_text() == shown


def test_the_main_lines_say_three_things_of_the_story(page: Page, tmp_path: Path) -> None:
    show(
        page, tmp_path,
        key("a", "Two die", importance=0.99, event_type="death"), key("b", "Third victim dies", importance=0.98, event_type="death"),
        key("c", "Engineer is held", importance=0.7, event_type="arrest"), key("d", "Port closes", importance=0.6, event_type="end"),
        key("e", "Old ferry sinks", OLD, importance=1.0, event_type="accident", section="background"),
    )  # fmt: skip

    assert page.locator("#main-lines a").all_inner_texts() == ["Two die", "Engineer is held", "Port closes"]


def test_few_events_need_a_low_axis(page: Page, tmp_path: Path) -> None:
    few = [key(f"a{i}", "Fire", MAY_1 + timedelta(i)) for i in range(2)]
    show(page, tmp_path, *few)
    low = page.locator("#axis").bounding_box()
    show(page, tmp_path, *[key(f"a{i}", "The ferry fire in the north", MAY_9) for i in range(30)])
    high = page.locator("#axis").bounding_box()

    assert low is not None
    assert high is not None
    assert low["height"] < high["height"]


def test_a_filter_without_values_is_not_there(page: Page, tmp_path: Path) -> None:
    show(page, tmp_path, key("a", "Fire", sites=[], actors=["Vale"]), key("b", "Storm", sites=[], actors=[]))

    names = page.locator("#filters details details > summary").all()
    assert {name.inner_text() for name in names if name.is_visible()} >= {"Type", "Actor"}
    assert not any(name.is_visible() and name.inner_text() in {"Outlet", "Who says so"} for name in names)


def test_the_snippet_shows_the_same_events_without_controls(page: Page, tmp_path: Path) -> None:
    show(page, tmp_path, key("a", "Fire"), key("b", 'Storm "Ada" & rain'), title='Fire <b> "Ada"')
    page.get_by_label("Search", exact=True).fill("storm")
    page.locator("#share-box summary").click()

    snippet = page.locator("#snippet").input_value()
    address = page.evaluate(
        """(text) => { const frame = new DOMParser().parseFromString(text, "text/html").querySelector("iframe"); return [frame.src, frame.title]; }""",
        snippet,
    )
    assert address[1] == page.title()
    page.goto(address[0])
    page.reload()
    page.wait_for_selector("html[data-ready]")
    assert page.locator("#search-form").is_hidden()
    assert page.locator("#extras").is_hidden()
    assert page.evaluate("shown.map((e) => E.id[e])") == ["b"]


def crowd(days: int) -> list[dict]:
    """So many key events on each day that not all find room beside their titles."""
    return [key(f"a{day}-{n}", f"Fire {n} in the northern port", MAY_1 + timedelta(30 * day), importance=n / 100) for day in range(days) for n in range(40)]  # fmt: skip


def test_points_that_would_overlap_are_one_with_their_number(page: Page, tmp_path: Path) -> None:
    show(page, tmp_path, *crowd(5))

    marks = page.evaluate("drawn.map((mark) => [E.id[mark.e], many(mark)])")
    assert sorted(marks) == [[f"a{day}-39", 40] for day in range(5)]
    assert "200 of 200 events drawn" in str(page.locator("#axis").get_attribute("aria-label"))


def test_a_heap_of_one_day_opens_its_weightiest_event_and_of_several_days_goes_nearer(
    page: Page, tmp_path: Path
) -> None:
    show(page, tmp_path, *crowd(1), *[key(f"b{n}", "Flood in the southern port", date(2031, 5, 1) + timedelta(n % 2)) for n in range(40)])  # fmt: skip
    at = "(id) => { const mark = drawn.find((mark) => (mark.events ?? []).some((e) => E.id[e] === id)); return { x: (mark.p0 + mark.p1) / 2, y: mark.y + 6 }; }"

    span = page.evaluate("view[1] - view[0]")
    page.locator("#axis").click(position=page.evaluate(at, "b0"))
    assert page.evaluate("view[1] - view[0]") < span / 20
    page.get_by_role("button", name="Show the whole period").click()
    page.locator("#axis").click(position=page.evaluate(at, "a0-0"))
    assert page.evaluate("E.id[state.event]") == "a0-39"
