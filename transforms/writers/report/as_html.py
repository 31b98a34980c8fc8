"""The quality report as one HTML file without scripts: it opens from disk and needs no server."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined, Template
from markupsafe import Markup, escape

from transforms.writers.report.rows import ReportRows
from transforms.writers.wording.content_policy import source_hash
from transforms.writers.wording.sanitize import inert, one_line

_HERE = Path(__file__).parent
_CODE = re.compile(r"`([^`<>]+)`")
_ROWS_SHOWN = 50
_WIDTH, _HEIGHT, _MARGIN = 220, 48, 4
_TRENDS = {
    "articles_seen": "articles seen",
    "events": "events",
    "dated": "dated events",
    "checks_warned": "checks that warned",
    "checks_failed": "checks that failed",
    "quarantined": "refused",
}


def report_html(rows: ReportRows, page: str | None = None) -> str:
    """Return the report.

    Args:
        rows: what it tells.
        page: where the timeline's page lies, as a relative link; failing rows then lead into it.
    """
    style = (_HERE / "report.css").read_text(encoding="utf-8")
    return _template().render(
        rows=rows,
        page=page,
        shown=_ROWS_SHOWN,
        share=_share,
        style=Markup(style),  # our own file, and its hash must meet it letter by letter
        style_hash=source_hash(style),
        state="failed" if rows.count("failed") else "warned" if rows.count("warned") else "passed",
        charts=[chart for name, words in _TRENDS.items() if (chart := _chart(words, [run[name] for run in rows.runs]))],
    )


@cache
def _template() -> Template:
    environment = Environment(loader=FileSystemLoader(_HERE), autoescape=True, undefined=StrictUndefined)
    environment.filters |= {
        "one_line": lambda value: one_line(str(value)),
        "inert": lambda value: inert(str(value)),
        "with_code": _with_code,
        "minute": lambda value: str(value)[:16],
    }
    return environment.get_template("report.html.jinja")


def _with_code(value: Any) -> Markup:
    """Return words of our own in which `names` stand between backticks."""
    return Markup(_CODE.sub(r"<code>\1</code>", str(escape(one_line(str(value))))))


def _chart(words: str, values: Sequence[float | None]) -> dict[str, str] | None:
    """Return a line over the runs, and the same in words for those who do not see it."""
    known = [value for value in values if value is not None]
    if not known:
        return None
    low, high = min(known), max(known)
    across = (_WIDTH - 2 * _MARGIN) / max(1, len(values) - 1)
    up = (_HEIGHT - 2 * _MARGIN) / ((high - low) or 1)
    points = [
        f"{_MARGIN + i * across:.1f},{_HEIGHT - _MARGIN - (value - low) * up:.1f}"
        for i, value in enumerate(values)
        if value is not None
    ]
    compared = f"{known[-1]} now, between {low} and {high} so far" if low != high else f"{known[-1]} in every run"
    return {"words": f"{words}: {compared}", "points": " ".join(points)}


def _share(part: int, whole: Any) -> str:
    return f"{part} ({100 * part / whole:.0f} %)" if whole else "0"
