"""A store of several stories in a real browser: its list, a search, a story, and the way back."""

from __future__ import annotations

from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

from tests.page.story_store import ALL, filled
from transforms.ids import story_id
from warehouse.storage.store import Store

TUNNEL, TARVIK = story_id("tunnel-0"), story_id("tarvik-0")


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Store:
    return filled(tmp_path_factory.mktemp("stories") / "store", ALL)


@pytest.fixture
def opened(page: Page, store: Store) -> Page:
    return to(page, store.site / "index.html")


def to(page: Page, file: Path, after: str = "") -> Page:
    page.goto(file.as_uri() + after)
    page.wait_for_selector("html[data-ready]")
    return page


def titles(page: Page) -> list[str]:
    return page.locator(".story h2").all_inner_texts()


def test_list_shows_the_stories_latest_first_as_words_alone(opened: Page) -> None:
    links = opened.locator(".story h2 a").evaluate_all("(all) => all.map((a) => a.getAttribute('href'))")

    assert links == [f"stories/{TUNNEL}.html", f"stories/{TARVIK}.html"]
    assert opened.title() == "Stories"
    assert "<img src=x" in titles(opened)[1]
    assert opened.locator("#list :is(img, script, iframe)").count() == 0
    assert "9 articles" in opened.locator("#about").inner_text()
    assert "4 articles" in opened.locator(".story").first.inner_text()
    assert [bars.count() > 0 for bars in (s.locator("svg rect") for s in opened.locator(".story").all())] == [True] * 2
    assert 0 < opened.locator(".story").first.locator("ol a").count() <= 3


def test_search_narrows_by_name_and_lives_in_the_address(opened: Page) -> None:
    opened.keyboard.press("/")
    opened.keyboard.type("HALVORSEN")

    assert titles(opened) == [titles(opened)[0]]
    assert opened.locator("#found").inner_text() == "1 story found"
    opened.reload()
    opened.wait_for_selector("html[data-ready]")
    assert len(titles(opened)) == 1
    opened.locator("#search").fill("no such thing")
    assert opened.locator("#found").inner_text() == "0 stories found"


def test_a_story_opens_with_its_feeds_and_back_leads_to_the_list(opened: Page, store: Store) -> None:
    opened.locator(".story h2 a").first.click()
    opened.wait_for_selector("#list .row")

    assert opened.evaluate("E.title.length") > 0
    assert opened.get_by_role("link", name="All stories").get_attribute("href") == "../index.html"
    for name, kind in (("Feed", "application/atom+xml"), ("Calendar", "text/calendar")):
        address = opened.get_by_role("link", name=name).get_attribute("href")
        assert opened.locator(f"link[rel=alternate][type='{kind}']").get_attribute("href") == address
        assert (store.site / "stories" / str(address)).exists()
    opened.go_back()
    opened.wait_for_selector(".story")
    assert len(titles(opened)) == 2


def test_a_line_of_a_story_opens_its_event(opened: Page) -> None:
    line = opened.locator(".story ol a").first
    words = line.inner_text()
    line.click()
    opened.wait_for_selector("#detail:not([hidden])")

    assert opened.locator("#detail h2").inner_text() == words


def test_an_events_old_address_leads_to_the_page_of_its_story(page: Page, store: Store) -> None:
    event = to(page, store.site / "stories" / f"{TARVIK}.html").evaluate("E.id[shown[0]]")

    page.goto((store.site / "index.html").as_uri() + f"#event={event}&embed=yes")
    page.wait_for_selector("#detail:not([hidden])")

    assert page.url.split("#")[0].endswith(f"{TARVIK}.html")
    assert page.evaluate("E.id[state.event]") == event
    assert page.locator("#ways").is_hidden()


@pytest.mark.parametrize("at", ["index.html", f"stories/{TUNNEL}.html"])
def test_an_event_that_is_nowhere_is_said_to_be_so(page: Page, store: Store, at: str) -> None:
    page.goto((store.site / at).as_uri() + "#event=enosuchevent")
    page.wait_for_selector("#found:not(:empty)")

    assert "no such event" in page.locator("#found").inner_text()


def test_what_no_story_tells_has_its_place(opened: Page) -> None:
    assert "1 article tells of no story" in opened.locator("#other").inner_text()
    opened.get_by_role("link", name="their events").click()
    opened.wait_for_selector("#list .row")

    assert opened.evaluate("shown.every((e) => haystack(e).includes('lund'))")


def test_embedded_and_on_paper_the_list_has_no_controls(page: Page, store: Store) -> None:
    to(page, store.site / "index.html", "#embed=yes")
    assert page.locator("#search-form").is_hidden()
    assert page.locator(".story").first.is_visible()

    page.emulate_media(media="print")
    assert page.locator(".story").count() == 2


@pytest.mark.parametrize("width", [1400, 390])
@pytest.mark.parametrize("at", ["index.html", f"stories/{TUNNEL}.html"])
def test_accessible_by_axe_and_fitting(page: Page, store: Store, at: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 844})
    to(page, store.site / at)

    found = Axe().run(page, options={"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]})

    assert [f"{v['id']}: {v['nodes'][0]['html'][:120]}" for v in found.response["violations"]] == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    first = page.locator(".story, #list .row:not(.section)").first.bounding_box()
    assert first is not None
    assert first["y"] + first["height"] <= 844
