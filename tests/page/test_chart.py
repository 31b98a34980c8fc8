"""The chart of months counts what is shown."""

from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page


@pytest.fixture
def opened(page: Page, demo_master: Path) -> Page:
    page.goto((demo_master / "site" / "index.html").as_uri())
    page.wait_for_selector("html[data-ready]")
    page.locator("#chart-box summary").click()
    page.wait_for_selector("#chart-table table")
    return page


def counted(page: Page) -> int:
    return sum(int(text) for text in page.locator("#chart-table tbody td").all_inner_texts() if text)


def test_the_chart_counts_the_shown_events_of_the_commonest_types(opened: Page) -> None:
    types = opened.evaluate("shown.filter((e) => monthOf(e) !== null).map((e) => S[E.type[e]])")
    most = sorted((types.count(name) for name in set(types)), reverse=True)[:8]
    assert counted(opened) == sum(most)

    opened.get_by_label("Search").fill("zzzz")
    opened.wait_for_selector("#chart-table p")
    assert opened.locator("#chart-table table").count() == 0


def test_the_chart_by_actor_names_actors(opened: Page) -> None:
    opened.locator("#chart-by").select_option("actor")

    names = opened.locator("#chart-table th[scope=row]").all_inner_texts()
    assert names
    assert set(names) <= set(opened.evaluate("shown.flatMap((e) => E.actors[e].map((s) => S[s]))"))


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_chart_is_accessible_by_axe(opened: Page, scheme: str) -> None:
    opened.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]

    found = Axe().run(opened, options={"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]})

    assert [f"{v['id']}: {v['nodes'][0]['html'][:120]}" for v in found.response["violations"]] == []
