"""The page of two real articles, where the evaluation data is there: nothing of them is kept here."""

from pathlib import Path

import duckdb
import pytest
from playwright.sync_api import Page

from tests.conftest import REPOSITORY, run_dateline

SEEDS = REPOSITORY.parent / "shared" / "data" / "seeds" / "articles.csv"


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    if not SEEDS.exists():
        pytest.skip("evaluation data absent: ../shared/data/seeds")
    made = tmp_path_factory.mktemp("seeds") / "store"
    done = run_dateline("run", "--direct", str(SEEDS), "--store", str(made))
    assert done.returncode == 0, done.stderr
    return made


def test_page_of_real_articles_shows_the_timeline_and_why(page: Page, store: Path) -> None:
    page.goto((store / "site" / "index.html").as_uri())
    page.wait_for_selector("html[data-ready]")

    with duckdb.connect(str(store / "timeline.duckdb"), read_only=True) as con:
        listed = {row[0] for row in con.sql("SELECT event_id FROM timeline").fetchall()}
        rows = con.sql(
            "SELECT event_id FROM timeline WHERE dated ORDER BY sort_date DESC, event_id LIMIT 1"
        ).fetchall()[0][0]
    page.get_by_label("date unknown").check()
    assert set(page.evaluate("() => shown.map((e) => E.id[e])")) == listed
    page.goto(page.url.split("#")[0] + f"#event={rows}")
    page.wait_for_function("() => !document.getElementById('detail').hidden")
    assert "Why this date?" in page.locator("#detail").inner_text()
    assert page.locator("#detail blockquote").count() >= 1
    page.get_by_label("Search", exact=True).fill("zzzz")
    assert page.evaluate("() => shown.length") == 0


def test_no_day_is_invented_in_real_articles(store: Path) -> None:
    with duckdb.connect(str(store / "timeline.duckdb"), read_only=True) as con:
        unexplained = con.sql(
            "SELECT m.trigger FROM event_mention m WHERE m.start_earliest = m.end_latest AND NOT EXISTS"
            " (FROM mention_bound b WHERE b.mention_id = m.mention_id AND b.value = m.start_earliest"
            "  AND (b.time_expression_id IS NOT NULL OR b.other_mention_id IS NOT NULL))"
        ).fetchall()

    assert unexplained == []
