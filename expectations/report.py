"""The quality report of a run, written beside the store: for people, for terminals, for programs."""

from __future__ import annotations

from pathlib import Path

from transforms.writers.report import report_html, report_json, report_markdown
from warehouse.access.page_rows import report_rows
from warehouse.storage.files import write_whole
from warehouse.storage.store import Store

PAGE = "../site/index.html"
"""The timeline's page, as seen from the folder of the reports."""


def write_reports(store: Store, run_id: str) -> Path:
    """Write `reports/quality.html`, `.md` and `.json`, each replaced whole; gives the first of them.

    Raises:
        LookupError: where quality.duckdb knows no such run.
    """
    rows = report_rows(store, run_id)
    html = report_path(store)
    write_whole(html, _bytes(report_html(rows, PAGE)))
    write_whole(store.reports / "quality.md", _bytes(report_markdown(rows)))
    write_whole(store.reports / "quality.json", _bytes(report_json(rows)))
    return html


def report_path(store: Store) -> Path:
    """Return where the report for people is written."""
    return store.reports / "quality.html"


def _bytes(text: str) -> bytes:
    # What is left of broken Unicode in an article must not cost the report.
    return text.encode("utf-8", errors="replace")
