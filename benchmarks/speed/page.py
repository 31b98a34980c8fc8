"""How large the page of 50,000 events is, and how soon it is drawn, searched, filtered and zoomed in a real browser.

    python benchmarks/speed/page.py [--events 50000] [--times 5] [--keep FILE]

Makes the page of invented events with two mentions each, sentences, expressions of time, bounds, reasons for joins
and figures, opens it from disk in headless Chromium (needs the test requirements and a Chromium), prints a JSON object.
Each figure is the fastest and the median of the times it was tried:

`drawn`     from the start of navigation until the browser could paint the drawn page
`search …`  from a change of the search field until the changed page could be painted; `facet …` and `zoom` likewise
`processor` the main thread's processor time in the same span, which other work on the machine does not lengthen
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import shutil
import sys
import tempfile
from pathlib import Path
from statistics import median
from time import perf_counter

sys.path.insert(0, str(Path(__file__).parents[2]))

from playwright.sync_api import Browser, CDPSession, Page, sync_playwright

from benchmarks.speed.page_rows import invented_rows
from transforms.writers.page import write_page

GOALS = {"drawn_ms": 1000, "filtered_ms": 100, "megabytes": 25}
NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
QUIET = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]

WATCH_READY = """
new MutationObserver((_, watcher) => {
  if (!document.documentElement?.dataset.ready) return;
  watcher.disconnect();
  window.readyAfter = performance.now();
  requestAnimationFrame(() => setTimeout(() => { window.drawnAfter = performance.now(); }));
}).observe(document, { attributes: true, subtree: true, attributeFilter: ["data-ready"] });
"""
"""`setTimeout` within an animation frame runs after that frame was handed to be painted."""
ACT = """
() => new Promise((told) => requestAnimationFrame(() => {
  const begun = performance.now();
  %s
  requestAnimationFrame(() => setTimeout(() => told(performance.now() - begun)));
}))
"""
TYPE_IN = "const box = document.getElementById('search'); box.value = {}; box.dispatchEvent(new Event('input'));"
EARLY = TYPE_IN.format("'council'")
ACTIONS = {
    "search, one letter": TYPE_IN.format("'e'"),
    "search, a word": TYPE_IN.format("'council'"),
    "search, two words that few hold": TYPE_IN.format("'harbour march'"),
    "search, cleared": TYPE_IN.format("''"),
    "facet, a type": "state.chosen.type.add(stringNumber.get('accident')); change('filter');",
    "facet, an outlet more": "state.chosen.site.add(stringNumber.get('Hill Courier')); change('filter');",
    "facets, cleared": "document.getElementById('reset').click();",
    "period, a month": "change('filter', { from: '2022-03', to: '2022-03', view: null });",
    "period, cleared": "document.getElementById('reset').click();",
    "zoom in": "zoom(0.5);",
    "zoom out": "zoom(2);",
    "choose an event": "change('event', { event: shown[shown.length >> 1] }, 'axis');",
}


def main() -> None:
    """Make the page and try it."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--events", type=int, default=50_000)
    parser.add_argument("--times", type=int, default=5)
    parser.add_argument("--keep", type=Path, help="where to keep the page")
    asked = parser.parse_args()
    path = next((found for name in NAMES if (found := shutil.which(name))), None)
    if path is None:
        raise SystemExit(f"no browser installed: none of {', '.join(NAMES)}")
    with tempfile.TemporaryDirectory() as scratch, sync_playwright() as playwright:
        file = asked.keep or Path(scratch) / "page.html"
        rows = invented_rows(asked.events)
        started = perf_counter()
        file.write_text(write_page(rows), encoding="utf-8")
        written = perf_counter() - started
        browser = playwright.chromium.launch(executable_path=path, args=QUIET)
        found = measure(browser, file.resolve(), asked.times)
        figures = {
            "events": len(rows.events),
            "mentions": len(rows.mentions),
            "megabytes": round(file.stat().st_size / 1e6, 1),
            "seconds_to_write": round(written, 1),
            "milliseconds": found,
            "goals": GOALS,
            "machine": f"{platform.machine()}, {os.cpu_count()} cores, load {os.getloadavg()[0]:.1f}",
            "browser": f"Chromium {browser.version}",
        }
        browser.close()
    print(json.dumps(figures, indent=2))


def measure(browser: Browser, file: Path, times: int) -> dict[str, dict[str, float]]:
    """Fastest and median milliseconds of drawing and of each action, and the processor time of the fastest."""
    tried: dict[str, list[tuple[float, float]]] = {}
    for nth in range(times):
        context = browser.new_context(viewport={"width": 1400, "height": 900}, reduced_motion="reduce")
        page = context.new_page()
        clock = context.new_cdp_session(page)
        clock.send("Performance.enable", {"timeDomain": "threadTicks"})
        page.add_init_script(WATCH_READY)
        page.goto(file.as_uri())
        _until(page, "window.drawnAfter !== undefined")
        drawn = page.evaluate("[readyAfter, drawnAfter]")
        # What the words' folding for later searches took since is not the drawing's.
        tried.setdefault("drawn", []).append((drawn[1], 0.0))
        tried.setdefault("ready", []).append((drawn[0], 0.0))
        if nth % 2:
            tried.setdefault("search, before all words are folded", []).append(_timed(page, clock, EARLY))
        _until(page, "!haystacks.includes(undefined)")
        for name, act in ACTIONS.items():
            tried.setdefault(name, []).append(_timed(page, clock, act))
        context.close()
    return {
        name: {"fastest": round(min(taken)[0]), "median": round(median(t for t, _ in taken))}
        | ({"processor": round(median(p for _, p in taken))} if any(p for _, p in taken) else {})
        for name, taken in tried.items()
    }


def _timed(page: Page, clock: CDPSession, act: str) -> tuple[float, float]:
    before = _processor(clock)
    taken: float = page.evaluate(ACT % act)
    return taken, _processor(clock) - before


def _until(page: Page, holds: str) -> None:
    """Wait; the page's policy forbids Playwright's own waiting, which evaluates strings in the page."""
    for _ in range(1200):
        if page.evaluate(f"() => {holds}"):
            return
        page.wait_for_timeout(100)
    raise SystemExit(f"in vain waited for: {holds}")


def _processor(clock: CDPSession) -> float:
    metrics = {m["name"]: m["value"] for m in clock.send("Performance.getMetrics")["metrics"]}
    return float(metrics["TaskDuration"]) * 1000


if __name__ == "__main__":
    main()
