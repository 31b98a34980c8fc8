"""What does the timeline look like as a page?

In: published rows.  Out: one self-contained HTML file that opens from disk without a server.  Open `encode.py` first.
"""

from __future__ import annotations

import json
import re
from functools import cache
from pathlib import Path
from typing import Any

from transforms.writers.page.around import PageLinks, head_links, navigation, parts_list
from transforms.writers.page.encode import encode
from transforms.writers.rows import TimelineRows
from transforms.writers.wording.content_policy import source_hash

PLACE = re.compile(r"\{\{(\w+)\}\}")
_HERE = Path(__file__).parent
_SCRIPTS = (
    "data.js",
    "state.js",
    "filters.js",
    "axis.js",
    "list.js",
    "pick.js",
    "share.js",
    "chart.js",
    "map.js",
    "detail.js",
    "start.js",
)
"""In the order in which they are joined into the one script of the page."""


def write_page(rows: TimelineRows, links: PageLinks | None = None) -> str:
    """Return the page with these rows inside, and links to the pages and feeds that belong to it.

    Everything that comes from an article travels as data and is only ever set as text; the content security policy
    lets no other script or style run than the page's own, each named by its hash.
    """
    template, style, script = _parts()
    data, evidence = encode(rows)
    links = links or PageLinks()
    data |= {"index": links.index} | ({"articles": links.articles, "sites": links.outlets} if links.articles else {})
    parts = {
        "policy": _policy(style, script),
        "title": rows.title.replace("&", "&amp;").replace("<", "&lt;"),
        "links": head_links(links),
        "navigation": navigation(links),
        "parts": parts_list(links),
        "style": style,
        "script": script,
        "data": as_script_data(data),
        "evidence": as_script_data(evidence),
    }
    # In one pass, so that no word of the data is taken for a place of the template.
    return PLACE.sub(lambda place: parts[place[1]], template)


@cache
def _parts() -> tuple[str, str, str]:
    read = {name: (_HERE / name).read_text(encoding="utf-8") for name in ("page.html", "page.css", *_SCRIPTS)}
    return read["page.html"], read["page.css"], '"use strict";\n' + "\n".join(read[name] for name in _SCRIPTS)


def _policy(style: str, script: str) -> str:
    return (
        f"default-src 'none'; script-src '{source_hash(script)}'; style-src '{source_hash(style)}'; img-src data:; "
        "base-uri 'none'; form-action 'none'"
    )


def as_script_data(value: Any) -> str:
    """Return JSON that can stand in a script element: no `<` that could end it."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c").replace("&", "\\u0026")
