"""What a reader takes along: picked events and their files, paper with sentences, days with several events."""

import csv
import io
import json
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page


@pytest.fixture
def opened(page: Page, demo_master: Path) -> Page:
    page.goto((demo_master / "site" / "index.html").as_uri())
    page.wait_for_selector("html[data-ready]")
    page.get_by_label("details and asides").check()
    return page


def saved(page: Page, form: str) -> str:
    with page.expect_download() as waiting:
        page.locator("#pick").get_by_role("button", name=form, exact=True).click()
    return Path(waiting.value.path()).read_text(encoding="utf-8")


def test_days_of_several_events_have_a_heading(opened: Page) -> None:
    headed, days = opened.evaluate(
        """() => [rows.filter((row) => !isEvent(row) && row.ofDay).map((row) => row.words),
                  shown.map(dayOf).filter((day) => day !== null)]"""
    )

    several = sorted({day for day in days if days.count(day) > 1})
    assert several
    assert headed == opened.evaluate("(days) => days.map(dayWords)", several)


def test_a_pick_is_kept_in_the_address_and_shown_alone(opened: Page) -> None:
    assert opened.locator("#pick").is_hidden()
    opened.locator(".row:not(.section) .tick-off").nth(1).click()
    opened.locator("#list").focus()
    opened.keyboard.press("Home")
    opened.keyboard.press("p")
    opened.wait_for_function("() => picked().length === 2")
    ids = opened.evaluate("picked().map((e) => E.id[e])")
    opened.wait_for_function("() => /pick=\\w+\\.\\w+/.test(location.hash)")

    opened.goto(opened.url.split("&event=")[0])
    opened.reload()
    opened.wait_for_selector("html[data-ready]")

    assert opened.evaluate("picked().map((e) => E.id[e])") == ids
    opened.get_by_label("show only these").check()
    assert opened.evaluate("shown.map((e) => E.id[e])") == ids
    opened.get_by_role("button", name="Drop the pick").click()
    assert opened.locator("#pick").is_hidden()
    assert opened.evaluate("shown.length") > 2


def test_the_pick_as_files(opened: Page) -> None:
    opened.evaluate("for (const e of [shown[2], shown[0]]) pick(e)")
    ids = opened.evaluate("[E.id[shown[0]], E.id[shown[2]]]")
    titles = opened.evaluate("[E.title[shown[0]], E.title[shown[2]]]")

    rows = list(csv.DictReader(io.StringIO(saved(opened, "CSV"))))
    document = json.loads(saved(opened, "JSON"))

    assert [row["event_id"] for row in rows] == [event["event_id"] for event in document["events"]] == ids
    assert [row["title"] for row in rows] == titles
    assert all(event["sources"] for event in document["events"])
    assert saved(opened, "Markdown").count("\n- **") == 2


@pytest.mark.parametrize(("value", "expected"), [("=1+1", '"\'=1+1"'), ('a "b"', '"a ""b"""'), ("plain", '"plain"')])
def test_a_cell_never_reckons(opened: Page, value: str, expected: str) -> None:
    assert opened.evaluate("cell", value) == expected


def test_paper_has_sentences_where_they_are_asked_for(opened: Page) -> None:
    opened.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert opened.locator("#print-list blockquote").count() == 0

    opened.locator("#share-box summary").click()
    opened.get_by_label("print with sentences").check()
    opened.evaluate("dispatchEvent(new Event('beforeprint'))")

    mentions = opened.evaluate("rows.filter(isEvent).reduce((sum, e) => sum + E.mentions[e + 1] - E.mentions[e], 0)")
    assert opened.locator("#print-list blockquote").count() == mentions


@pytest.mark.parametrize("width", [1400, 390])
def test_the_pick_is_accessible_by_axe(opened: Page, width: int) -> None:
    opened.set_viewport_size({"width": width, "height": 850})
    opened.evaluate("pick(shown[0])")

    found = Axe().run(opened, options={"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]})

    assert [f"{v['id']}: {v['nodes'][0]['html'][:120]}" for v in found.response["violations"]] == []


@pytest.mark.parametrize("wanted", [True, False])
def test_paper_has_its_sources_as_footnotes_where_they_are_wanted(opened: Page, wanted: bool) -> None:
    opened.locator("#share-box summary").click()
    opened.get_by_label("print sources as footnotes").set_checked(wanted)
    opened.evaluate("dispatchEvent(new Event('beforeprint'))")
    opened.emulate_media(media="print")

    numbers = {n for words in opened.locator("#print-list sup").all_inner_texts() for n in words.split(", ")}
    notes = opened.locator("#print-notes li").all_inner_texts()
    assert numbers == ({f"{n + 1}" for n in range(len(notes))} if wanted else set())
    assert bool(notes) == wanted
    assert len(set(notes)) == len(notes)
    assert opened.locator("#print-notes").is_visible() == wanted
