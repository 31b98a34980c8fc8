"""The map: places that are certain, over coast lines that the page carries itself."""

from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

from tests.page.rows import event, timeline
from transforms.writers.page import write_page
from transforms.writers.page.coast import coast_near

RIGA, OSLO = (56.95, 24.11), (59.91, 10.75)


def place(of: str, name: str, at: tuple[float, float]) -> dict[str, object]:
    return {"event_id": of, "name": name, "country": None, "latitude": at[0], "longitude": at[1]}


ROWS = timeline(
    *[event(f"e{i}", "Fire", place=name, level="key", section="story") for i, name in enumerate(["Riga", "Riga", "Oslo", None])],
    places=(place("e0", "Riga", RIGA), place("e1", "Riga", RIGA), place("e2", "Oslo", OSLO)),
)  # fmt: skip


@pytest.fixture
def opened(page: Page, tmp_path: Path) -> Page:
    path = tmp_path / "page.html"
    path.write_text(write_page(ROWS), encoding="utf-8")
    page.goto(path.as_uri())
    page.wait_for_selector("html[data-ready]")
    page.locator("#map-box summary").click()
    page.wait_for_selector("#map svg")
    return page


def test_each_place_is_a_point_with_its_events(opened: Page) -> None:
    points = opened.locator("#map .at")

    assert [point.get_attribute("aria-label") for point in points.all()] == ["Riga: 2 events", "Oslo: 1 event"]
    riga, oslo = (point.locator("circle").bounding_box() for point in points.all())
    assert riga is not None
    assert oslo is not None
    assert oslo["x"] < riga["x"]
    assert oslo["y"] < riga["y"]
    assert riga["width"] > oslo["width"]
    assert len(opened.locator("#map .coast").get_attribute("d") or "") > 1000
    assert "3 of the events shown" in opened.locator("#map-note").inner_text()


def test_a_pressed_place_shows_its_events_alone_and_keeps_the_others_on_the_map(opened: Page) -> None:
    opened.locator("#map .at").first.focus()
    opened.keyboard.press("Enter")

    assert opened.evaluate("shown.map((e) => S[E.place[e]])") == ["Riga", "Riga"]
    assert opened.locator("#map .at").count() == 2
    assert opened.locator("#map .at[aria-pressed=true]").count() == 1
    opened.keyboard.press("Enter")
    assert opened.evaluate("shown.length") == 4


def test_where_no_shown_event_has_a_certain_place_it_is_said(opened: Page) -> None:
    opened.get_by_label("Search", exact=True).fill("zzzz")

    opened.wait_for_function("() => !document.querySelector('#map svg')")
    assert "No event" in opened.locator("#map-note").inner_text()


def test_without_places_there_is_no_map(page: Page, tmp_path: Path) -> None:
    path = tmp_path / "page.html"
    path.write_text(write_page(timeline(event("e1", "Fire", level="key"))), encoding="utf-8")
    page.goto(path.as_uri())

    assert page.locator("#map-box").is_hidden()
    assert page.evaluate("D.coast.length") == 0


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_map_is_accessible_by_axe(opened: Page, scheme: str) -> None:
    opened.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]

    found = Axe().run(opened, options={"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]})

    assert [f"{v['id']}: {v['nodes'][0]['html'][:120]}" for v in found.response["violations"]] == []


def test_a_story_carries_the_coast_of_its_own_part_of_the_world() -> None:
    baltic, world = coast_near([RIGA, OSLO]), coast_near([(-89.0, -179.0), (89.0, 179.0)])

    assert coast_near([]) == []
    assert 0 < len(baltic) < len(world) / 3
    assert set(baltic) <= set(world)
    assert sum(map(len, world)) < 80_000
