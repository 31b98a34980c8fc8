"""The demo's page, opened from disk in a real browser, used as a reader uses it."""

import json
from pathlib import Path

import duckdb
import pytest
from axe_playwright_python.sync_playwright import Axe
from click.testing import CliRunner
from playwright.sync_api import Page

from flows.cli import dateline
from transforms.writers.wording.reasons import reason_in_words


@pytest.fixture
def opened(page: Page, demo_master: Path) -> Page:
    page.goto((demo_master / "site" / "index.html").as_uri())
    page.wait_for_selector("html[data-ready]")
    return page


def shown(page: Page) -> list[str]:
    """Ids of the events that the page shows, in its order."""
    return list(page.evaluate("rows.filter((row) => typeof row === 'number').map((row) => E.id[row])"))


def on_timeline(store: Path, where: str = "true") -> set[str]:
    with duckdb.connect(str(store / "timeline.duckdb"), read_only=True) as con:
        return {row[0] for row in con.sql(f"SELECT event_id FROM timeline WHERE {where}").fetchall()}


def every_key_event(page: Page) -> Page:
    page.get_by_label("date unknown").check()
    return page


def test_page_shows_exactly_the_timeline(opened: Page, demo_master: Path) -> None:
    assert set(shown(opened)) == on_timeline(demo_master, "dated")
    assert set(shown(every_key_event(opened))) == on_timeline(demo_master)


def test_page_opens_with_the_story(opened: Page, demo_master: Path) -> None:
    with duckdb.connect(str(demo_master / "timeline.duckdb"), read_only=True) as con:
        story = con.sql(
            "SELECT title, event_type FROM timeline WHERE section = 'story' ORDER BY importance DESC"
        ).fetchall()
        articles = con.sql("SELECT count(DISTINCT article_id) FROM event_mention").fetchall()[0][0]

    best = {kind: title for title, kind in reversed(story)}
    lines = opened.locator("#main-lines a").all_inner_texts()
    assert len(lines) == 3
    assert story[0][0] in lines
    assert set(lines) <= set(best.values())
    assert f"{articles} articles" in opened.locator("#about").inner_text()
    first = opened.locator("#list .row:not(.section)").first.bounding_box()
    assert first is not None
    assert first["y"] < 900


def test_details_unfold_under_their_event(opened: Page) -> None:
    key = opened.evaluate("shown.find((e) => details.has(e))")
    below = opened.evaluate("(e) => details.get(e)", key)
    assert not set(below) & set(opened.evaluate("rows.map((row) => row.words ?? row)"))

    opened.evaluate("(e) => unfold(e)", key)

    rows = opened.evaluate("rows.map((row) => row.words ?? row)")
    at = rows.index(key)
    assert rows[at + 1 : at + 1 + len(below)] == below


def test_details_and_asides_are_a_switch(opened: Page, demo_master: Path) -> None:
    opened.get_by_label("details and asides").check()

    with duckdb.connect(str(demo_master / "timeline.duckdb"), read_only=True) as con:
        every = {i for (i,) in con.sql("SELECT event_id FROM event WHERE on_timeline AND dated").fetchall()}
    assert set(shown(opened)) == every


def test_back_closes_an_opened_event(opened: Page) -> None:
    opened.evaluate("change('event', { event: shown[0] }, 'list')")
    assert opened.locator("#detail").is_visible()

    opened.go_back()

    opened.wait_for_function("() => document.getElementById('detail').hidden")


def test_an_event_that_is_not_there_is_said_to_be_so(opened: Page) -> None:
    opened.goto(opened.url.split("#")[0] + "#event=enosuchevent")
    opened.wait_for_function("() => !document.getElementById('detail').hidden")

    assert "no such event" in opened.locator("#detail").inner_text()


def test_embedded_it_has_no_controls(page: Page, demo_master: Path) -> None:
    page.goto((demo_master / "site" / "index.html").as_uri() + "#embed=yes")
    page.wait_for_selector("html[data-ready]")

    assert page.locator("#search-form").is_hidden()
    assert page.locator("#list .row").first.is_visible()


def test_a_row_as_text_carries_its_sources(opened: Page) -> None:
    text = opened.evaluate("asText(shown[0])")

    assert opened.evaluate("E.title[shown[0]]") in text
    assert text.endswith(")")


def test_what_was_left_out_is_shown_when_asked_with_its_reason(opened: Page, demo_master: Path) -> None:
    opened.get_by_label("show excluded").check()
    opened.get_by_label("details and asides").check()
    opened.get_by_label("date unknown").check()

    with duckdb.connect(str(demo_master / "timeline.duckdb"), read_only=True) as con:
        assert len(shown(opened)) == con.sql("SELECT count(*) FROM event").fetchall()[0][0]
    opened.locator("#list").evaluate("(list) => { list.scrollTop = 0 }")
    assert opened.evaluate("shown.some((e) => !has(e, ON_TIMELINE) && S[E.reason[e]])")


def test_search_finds_words_of_quoted_sentences_without_accents_or_case(opened: Page) -> None:
    everything = len(shown(opened))

    opened.get_by_label("Search", exact=True).fill("FUNERAL")

    found = shown(opened)
    assert 0 < len(found) < everything
    assert all(opened.evaluate("(id) => haystack(E.id.indexOf(id)).includes('funeral')", key) for key in found)


@pytest.mark.parametrize(("field", "facet"), [("event_type", "type"), ("precision", "precision")])
def test_filter_shows_what_its_count_promised(opened: Page, demo_master: Path, field: str, facet: str) -> None:
    every_key_event(opened)
    box = opened.locator("#filters details details", has=opened.locator("summary", has_text=facet.capitalize()))
    if not box.evaluate("(box) => box.open"):
        box.locator("summary").click()
    choice = box.locator("li").first
    count = int(choice.locator(".count").inner_text())
    value = opened.evaluate("(number) => S[number]", int(choice.locator("input").input_value()))

    choice.locator("input").check()

    assert len(shown(opened)) == count
    assert set(shown(opened)) == on_timeline(demo_master, f"{field} = '{value}'")


def test_period_keeps_what_may_lie_in_it(opened: Page, demo_master: Path) -> None:
    opened.get_by_label("From", exact=True).fill("2023-03")
    opened.get_by_label("To", exact=True).fill("2023-03")

    lies = "dated AND coalesce(start_earliest, DATE '0001-01-01') <= '2023-03-31' AND coalesce(end_latest, DATE '9999-12-31') >= '2023-03-01'"
    assert set(shown(opened)) == on_timeline(demo_master, lies)


def test_undated_events_stand_in_a_section_of_their_own_and_never_on_the_axis(opened: Page) -> None:
    drawn = opened.evaluate("drawn.map((mark) => has(mark.e, DATED))")

    assert drawn
    assert all(drawn)
    every_key_event(opened).get_by_label("details and asides").check()
    undated = opened.evaluate("shown.filter((e) => !has(e, DATED))")
    rows = opened.evaluate("rows.map((row) => row.words ?? row)")
    assert undated
    assert "Date unknown: no later than it was reported" in rows[: rows.index(undated[0])]
    assert max(rows.index(e) for e in opened.evaluate("shown.filter((e) => has(e, DATED))")) < rows.index(undated[0])


def test_zoom_narrows_the_axis_and_the_list_follows(opened: Page) -> None:
    before = opened.evaluate("view[1] - view[0]")
    for _ in range(4):
        opened.get_by_role("button", name="Zoom in").click()

    assert opened.evaluate("view[1] - view[0]") < before / 10
    first = opened.evaluate(
        "rows.find((e) => typeof e === 'number' && has(e, DATED) && (E.start_earliest[e] ?? E.start_latest[e] ?? E.end_latest[e]) >= view[0])"
    )
    assert first is not None
    top = opened.evaluate("(e) => tops[rows.indexOf(e)] - list.scrollTop", first)
    assert 0 <= top < opened.evaluate("list.clientHeight")


def test_axis_begins_where_most_events_are_and_says_how_many_lie_outside(opened: Page) -> None:
    opened.get_by_label("details and asides").check()  # the background among them
    view = opened.evaluate("view")
    outside = opened.evaluate(
        "shown.filter((e) => has(e, DATED) && (E.end_latest[e] ?? E.start_latest[e] ?? E.start_earliest[e]) + 1 < view[0]).length"
    )

    assert view[1] - view[0] < opened.evaluate("whole[1] - whole[0]") / 3
    assert int(opened.locator("#earlier-count").inner_text()) == outside > 0
    opened.get_by_role("button", name="Show the whole period").click()
    assert opened.locator("#earlier-count").inner_text() == ""
    assert opened.evaluate("view[1] - view[0] >= whole[1] - whole[0]")


def test_titles_stand_on_the_axis_and_never_over_one_another(opened: Page) -> None:
    for _ in range(3):
        marks = opened.evaluate("drawn.map(({ y, from, to, words }) => ({ y, from, to, words }))")
        assert any(mark["words"] for mark in marks)
        lanes: dict[float, float] = {}
        for mark in sorted(marks, key=lambda mark: mark["from"]):
            assert lanes.get(mark["y"], float("-inf")) <= mark["from"] + 2
            lanes[mark["y"]] = mark["to"]
        opened.get_by_role("button", name="Zoom in").click()


def test_why_an_event_has_its_date_is_told_in_words_and_not_in_ids(opened: Page, demo_master: Path) -> None:
    with duckdb.connect(str(demo_master / "timeline.duckdb"), read_only=True) as con:
        ids = {row[0] for row in con.sql("SELECT DISTINCT when_reason FROM event_mention").fetchall()}

    assert {rule for rule in ids if reason_in_words(rule) == rule.replace("-", " ")} == set()
    opened.evaluate("change('event', { event: shown[0] }, 'list')")
    assert not {rule for rule in ids if f"when: {rule}" in opened.locator("#detail").inner_text()}


def test_rival_figures_stand_side_by_side_with_all_who_gave_them(opened: Page, demo_master: Path) -> None:
    with duckdb.connect(str(demo_master / "timeline.duckdb"), read_only=True) as con:
        key, given = con.sql(
            "SELECT event_id, list(DISTINCT lower(text)) FROM quantity JOIN event USING (event_id) WHERE on_timeline AND measure = 'killed' AND NOT superseded"
            " AND rival_group IS NOT NULL GROUP BY 1 HAVING count(DISTINCT lower(text)) > 1 ORDER BY 1 LIMIT 1"
        ).fetchall()[0]
    opened.evaluate("(id) => change('event', { event: E.id.indexOf(id) }, 'list')", key)
    cards = opened.locator("#detail .figures > li", has=opened.locator("strong"))

    assert {words.lower() for words in cards.locator("strong").all_inner_texts()} >= set(given)
    tops = {
        round(card["y"])
        for card in cards.evaluate_all("(all) => all.map((card) => card.getBoundingClientRect().toJSON())")
    }
    assert len(tops) < cards.count()
    assert all(card.locator("ul li").count() for card in cards.all())


def test_permalink_opens_the_event_with_its_quotes_and_why(opened: Page, demo_master: Path) -> None:
    with duckdb.connect(str(demo_master / "timeline.duckdb"), read_only=True) as con:
        key, title, sentence = con.sql(
            "SELECT t.event_id, t.title, m.sentence FROM timeline t JOIN event_mention m USING (event_id) JOIN mention_time USING (mention_id)"
            " WHERE t.precision = 'day' AND t.dated ORDER BY ALL LIMIT 1"
        ).fetchall()[0]

    opened.goto(opened.url.split("#")[0] + f"#event={key}")
    opened.wait_for_function("() => document.getElementById('detail').hidden === false")

    detail = opened.locator("#detail").inner_text()
    assert title in detail
    assert " ".join(sentence.split()) in " ".join(detail.split())
    assert "Why this date?" in detail
    assert opened.locator("#detail mark").count() >= 1


def test_state_lives_in_the_address(opened: Page) -> None:
    opened.get_by_label("Search", exact=True).fill("ferry")
    opened.wait_for_function("() => location.hash.includes('q=ferry')")
    kept = shown(opened)

    opened.reload()
    opened.wait_for_selector("html[data-ready]")

    assert shown(opened) == kept
    assert opened.get_by_label("Search", exact=True).input_value() == "ferry"


def test_keyboard_alone_walks_list_and_detail(opened: Page) -> None:
    opened.keyboard.press("Tab")
    opened.keyboard.press("Enter")
    opened.keyboard.press("ArrowDown")
    opened.keyboard.press("ArrowDown")

    assert opened.locator(".row[aria-selected='true']").count() == 1
    opened.keyboard.press("Enter")
    assert opened.evaluate("document.activeElement.id") == "detail"
    opened.keyboard.press("Escape")
    assert opened.locator("#detail").is_hidden()
    assert opened.evaluate("document.activeElement.id") == "list"


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1400, 390])
def test_accessible_by_axe(opened: Page, scheme: str, width: int) -> None:
    opened.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
    opened.set_viewport_size({"width": width, "height": 850})
    opened.locator("#filters details").evaluate_all("(boxes) => boxes.forEach((box) => { box.open = true })")
    if width > 1000:
        opened.evaluate("change('event', { event: shown[0] }, 'list')")

    found = Axe().run(opened, options={"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]})

    assert [f"{v['id']}: {v['nodes'][0]['html'][:120]}" for v in found.response["violations"]] == []


def test_nothing_overflows_a_phone(opened: Page) -> None:
    opened.set_viewport_size({"width": 390, "height": 800})

    assert opened.evaluate("document.documentElement.scrollWidth") <= 390


def test_on_a_phone_the_first_event_stands_above_the_fold(page: Page, demo_master: Path) -> None:
    page.set_viewport_size({"width": 390, "height": 844})
    page.goto((demo_master / "site" / "index.html").as_uri())
    page.wait_for_selector("html[data-ready]")

    first = page.locator("#list .row:not(.section)").first.bounding_box()
    assert first is not None
    assert first["y"] + first["height"] <= 844
    assert page.locator("#search-form").is_hidden()
    page.locator("#search-box summary").click()
    assert page.locator("#search-form").is_visible()


def test_paper_holds_every_event_shown(opened: Page, tmp_path: Path) -> None:
    opened.evaluate("dispatchEvent(new Event('beforeprint'))")
    opened.emulate_media(media="print")

    assert opened.locator("#print-list li").count() == opened.evaluate("rows.length")
    assert opened.locator("#print-list").is_visible()
    assert opened.locator("#search-form").is_hidden()
    assert opened.pdf(path=str(tmp_path / "page.pdf"))[:5] == b"%PDF-"


def test_on_paper_the_chosen_event_stands_behind_the_list_and_not_over_it(opened: Page) -> None:
    opened.set_viewport_size({"width": 790, "height": 1100})
    opened.evaluate("change('event', { event: shown[0] }, 'list')")
    opened.evaluate("dispatchEvent(new Event('beforeprint'))")
    opened.emulate_media(media="print")

    paper, detail = (opened.locator(place).bounding_box() for place in ("#print-list", "#detail"))
    assert paper is not None
    assert detail is not None
    assert detail["y"] >= paper["y"] + paper["height"]


def test_report_agrees_with_quality_and_leads_into_the_page(page: Page, demo_master: Path) -> None:
    report = json.loads((demo_master / "reports" / "quality.json").read_text(encoding="utf-8"))
    page.goto((demo_master / "reports" / "quality.html").as_uri())

    with duckdb.connect(str(demo_master / "quality.duckdb"), read_only=True) as con:
        checks = con.sql("SELECT count(*) FROM check_result").fetchall()[0][0]
        refused = con.sql("SELECT count(*) FROM quarantine").fetchall()[0][0]
    assert len(report["checks"]) == checks
    assert len(report["quarantine"]) == refused
    assert page.get_by_role("link", name="the timeline").get_attribute("href") == "../site/index.html"
    page.get_by_role("link", name="the timeline").click()
    page.wait_for_selector("html[data-ready]")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_report_is_accessible_by_axe(page: Page, demo_master: Path, scheme: str) -> None:
    page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
    page.goto((demo_master / "reports" / "quality.html").as_uri())

    found = Axe().run(page, options={"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]})

    assert [f"{v['id']}: {v['nodes'][0]['html'][:120]}" for v in found.response["violations"]] == []


def test_a_digest_bears_the_title_of_the_page(opened: Page, demo_master: Path) -> None:
    done = CliRunner().invoke(dateline, ["digest", "--store", str(demo_master), "--days", "2"])

    assert done.exit_code == 0
    assert done.stdout.splitlines()[0] == f"# {opened.title()}"
