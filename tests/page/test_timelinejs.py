"""The TimelineJS export, read by TimelineJS itself: its npm package, in a browser, from disk."""

import json
from datetime import date
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from flows.outputs.exports import write_export
from tests.conftest import REPOSITORY
from warehouse.access.filters import Filters
from warehouse.access.timeline import find_events
from warehouse.storage.connect import open_reader
from warehouse.storage.store import Store

SCRIPT = REPOSITORY / "node_modules" / "@knight-lab" / "timelinejs" / "dist" / "js" / "timeline.js"

READ = """async () => {
  const timeline = new TL.Timeline("timeline", DATA, { font: null, script_path: "" });
  for (let i = 0; i < 200 && !timeline.config; i++) await new Promise((done) => setTimeout(done, 25));
  const part = (date, name) => { const value = date.data[name]; return value === undefined || value === "" ? null : Number(value); };
  return {
    errors: timeline.config.getErrors("; ") || null,
    slides: timeline.config.events.map((slide) => ({ id: slide.unique_id,
      year: part(slide.start_date, "year"), month: part(slide.start_date, "month"), day: part(slide.start_date, "day") })),
    title: timeline.config.title.text.text,
  };
}"""


def test_timelinejs_reads_every_slide_at_its_precision(browser: Browser, demo_master: Path, tmp_path: Path) -> None:
    if not SCRIPT.exists():
        pytest.skip("the npm package @knight-lab/timelinejs is not installed")
    with open_reader(Store(demo_master)) as con:
        write_export(con, Filters(), "timelinejs", tmp_path / "timeline.json", "The demo")
        rows = {row["event_id"]: row for row in find_events(con, Filters())}
    data = (tmp_path / "timeline.json").read_text(encoding="utf-8")
    html = f"<div id=timeline style='width:900px;height:500px'></div><script>const DATA = {data.replace('<', chr(92) + 'u003c')}</script>"
    (tmp_path / "read.html").write_text(
        f"<!DOCTYPE html><meta charset=utf-8>{html}<script src='{SCRIPT.as_uri()}'></script>", encoding="utf-8"
    )
    context = browser.new_context(offline=True)
    page = context.new_page()
    page.goto((tmp_path / "read.html").as_uri())

    slides = page.evaluate(READ)
    context.close()

    begun = {key: row for key, row in rows.items() if row["dated"] and row["start_earliest"]}
    assert slides["errors"] is None
    assert {slide["id"] for slide in slides["slides"]} == set(begun)
    assert slides["title"].count("<li>") == len(rows) - len(begun)
    for slide in slides["slides"]:
        row = begun[slide["id"]]
        begin: date = row["start_earliest"]
        known = {"year": begin.year, "month": begin.month, "day": begin.day}
        assert {name: slide[name] for name in known if slide[name] is not None} == {
            n: v for n, v in known.items() if slide[n] is not None
        }
        assert (slide["day"] is not None) == (row["start_earliest"] == row["start_latest"])
    assert json.loads(data)["events"]
