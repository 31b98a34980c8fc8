"""The pictures of the docs, taken anew: `python benchmarks/pictures.py` (needs a Chromium and the test requirements).

Runs the demo into a folder that is thrown away, then the demo's articles together with those of two other invented
stories (`two_stories.jsonl`), opens pages and report in a real browser, and writes docs/pictures/demo-page.png,
demo-report.png and stories-page.png.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from playwright.sync_api import sync_playwright

REPOSITORY = Path(__file__).parents[1]
PICTURES = REPOSITORY / "docs" / "pictures"
SIZE = {"width": 1280, "height": 800}
NAMES = ("chromium", "chromium-browser", "google-chrome")
QUIET = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


def main() -> None:
    """Make the pictures."""
    browser_path = next((found for name in NAMES if (found := shutil.which(name))), None)
    if browser_path is None:
        raise SystemExit(f"no browser installed: none of {', '.join(NAMES)}")
    PICTURES.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        store = Path(folder) / "demo"
        subprocess.run([sys.executable, "-m", "flows.cli", "demo", "--store", str(store)], check=True, cwd=REPOSITORY)
        browser = playwright.chromium.launch(executable_path=browser_path, args=QUIET)
        page = browser.new_page(viewport=SIZE, reduced_motion="reduce")  # type: ignore[arg-type]
        page.goto((store / "site" / "index.html").as_uri())
        page.wait_for_selector("html[data-ready]")
        most_told = "shown.reduce((best, e) => (E.sources[e] > E.sources[best] ? e : best), shown[0])"
        page.evaluate(f"() => change('event', {{ event: {most_told} }}, 'picture')")
        page.evaluate("() => bring(state.event, 'start')")
        page.screenshot(path=PICTURES / "demo-page.png")
        page.goto((store / "reports" / "quality.html").as_uri())
        page.screenshot(path=PICTURES / "demo-report.png")
        many = Path(folder) / "many"
        sources = [str(REPOSITORY / "examples" / "demo"), str(REPOSITORY / "benchmarks" / "two_stories.jsonl")]
        command = [sys.executable, "-m", "flows.cli", "run", "--direct", *sources, "--store", str(many)]
        subprocess.run(command, check=True, cwd=REPOSITORY)
        page.goto((many / "site" / "index.html").as_uri())
        page.wait_for_selector("html[data-ready]")
        page.screenshot(path=PICTURES / "stories-page.png")
        browser.close()


if __name__ == "__main__":
    main()
