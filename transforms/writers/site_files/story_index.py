"""The list of stories: the latest on `index.html`, older ones on a page for each month of their last article.

A page holds so many stories that it stays far below two megabytes whatever stands in them.  Each page by month has its
data in a script of its own too, so that a search on `index.html` reaches all of them from disk, where nothing may be
fetched but scripts.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from typing import Any

from transforms.language.month_names import ENGLISH_MONTHS
from transforms.writers.page import PLACE, as_script_data
from transforms.writers.rows import Row
from transforms.writers.site_files.plan import APART, INDEX
from transforms.writers.site_files.values import Site, SiteStory
from transforms.writers.wording.content_policy import source_hash
from transforms.writers.wording.dates import day_in_words, when_in_words
from transforms.writers.wording.sanitize import one_line, safe_html

ON_A_PAGE = 200
"""Stories; with their words cut as below, 8 kB each at the very most."""
_LINES, _BARS = 3, 48
_TITLE, _LINE, _NAME = 300, 240, 60
_HERE = Path(__file__).parent
_UNDATED = "undated"


def index_files(site: Site) -> dict[str, str]:
    """Return the list's files by their names: `index.html`, and older pages with their scripts."""
    title = one_line(site.title) or "Stories"
    latest, months = site.stories[:ON_A_PAGE], _by_month(site.stories) if len(site.stories) > ON_A_PAGE else []
    older = [[f"index-{name}", words, len(stories)] for name, words, stories in months]
    totals = {
        "stories": len(site.stories),
        "articles": site.articles,
        "outlets": site.outlets,
        "apart": site.articles_apart,
    }
    head = {
        "title": title, "version": site.version, "published_at": site.published_at, "totals": totals,
        "older": older, "other": f"stories/{APART}.html" if _some_apart(site) else "", "period": "",
    }  # fmt: skip
    files = {INDEX: _page(head | {"stories": [_row(story) for story in latest]})}
    for name, words, stories in months:
        rows = [_row(story) for story in stories]
        # A page of a past month names no version, so that it stays as it is while its stories do.
        own = {"title": title, "totals": {"stories": len(rows)}, "older": [], "other": "", "period": words}
        files[f"index-{name}.html"] = _page(own | {"version": None, "published_at": None, "stories": rows})
        files[f"index-{name}.js"] = f"stories({json.dumps(rows, ensure_ascii=False, separators=(',', ':'))});\n"
    return files


def _some_apart(site: Site) -> bool:
    return any(event.event_id not in site.story_of for event in site.events)


def _by_month(stories: Iterable[SiteStory]) -> list[tuple[str, str, list[SiteStory]]]:
    """Return the stories by the month of their last article, the latest first; a month that is too much in pieces.

    Pieces are cut from the oldest story on, so that what comes later moves none of them.
    """
    found: dict[str, list[SiteStory]] = defaultdict(list)
    for story in stories:
        found[story.last_published.strftime("%Y-%m") if story.last_published else _UNDATED].append(story)
    pages = []
    for month, of_month in sorted(found.items(), key=lambda item: item[0] if item[0] != _UNDATED else "", reverse=True):
        oldest_first = of_month[::-1]
        for start in reversed(range(0, len(of_month), ON_A_PAGE)):
            nth = start // ON_A_PAGE
            words = _month_in_words(month) + (f" ({nth + 1})" if nth else "")
            pages.append((f"{month}-{nth + 1}" if nth else month, words, oldest_first[start : start + ON_A_PAGE][::-1]))
    return pages


def _month_in_words(month: str) -> str:
    if month == _UNDATED:
        return "Date unknown"
    year, number = month.split("-")
    return f"{ENGLISH_MONTHS[int(number)]} {int(year)}"


def _row(story: SiteStory) -> dict[str, Any]:
    """Return what the list shows of a story, and the words by which a search finds it."""
    return {
        "id": story.story_id, "title": _cut(story.title, _TITLE), "when": _period(story), "articles": story.articles,
        "outlets": story.outlets, "events": story.key_events, "bars": bars(story.days),
        "lines": [[event["event_id"], _dated(event), _cut(event["title"], _LINE)] for event in main_lines(story.lines)],
        "names": [_cut(name, _NAME) for name in story.names[:10]],
        "words": [_cut(word, _NAME) for word in story.words[:10]],
    }  # fmt: skip


def main_lines(events: Sequence[Row]) -> list[Row]:
    """Return three of these events, given best first, that say three different things: of different types, if they can.

    Only what stands as near to the story as the best counts as different; then comes what is left.
    """
    kinds: dict[str, Row] = {}
    for event in events:
        if event["apart"] == events[0]["apart"]:
            kinds.setdefault(event["event_type"], event)
    first = list(kinds.values())[:_LINES]
    rest = [event for event in events if event not in first]
    return sorted([*first, *rest][:_LINES], key=lambda event: event["position"])


def bars(days: Sequence[tuple[date, int]]) -> list[int]:
    """Return how many articles appeared on each day from the first to the last, or in each of equal spans of days."""
    if not days:
        return []
    first, last = min(day for day, _ in days), max(day for day, _ in days)
    count = (last - first).days + 1
    each = max(1, -(-count // _BARS))
    found = [0] * -(-count // each)
    for day, articles in days:
        found[(day - first) // timedelta(days=each)] += articles
    return found


def _period(story: SiteStory) -> str:
    first, last = story.first_published, story.last_published
    if first is None or last is None:
        return "publication dates unknown"
    return day_in_words(last) if first == last else f"{day_in_words(first)} – {day_in_words(last)}"


def _dated(event: Row) -> str:
    return when_in_words(event) if event["dated"] else ""


def _cut(text: str, most: int) -> str:
    words = one_line(text)
    return words if len(words) <= most else f"{words[: most - 1].rstrip()}…"


def _page(data: dict[str, Any]) -> str:
    template, style, script = _parts()
    title = safe_html(data["title"] if not data["period"] else f"{data['title']}: {data['period']}")
    # Scripts of the same folder hold what a search or an event's address leads to; nothing else is ever loaded.
    policy = (
        f"default-src 'none'; script-src '{source_hash(script)}' 'self' file:; style-src '{source_hash(style)}'; "
        "base-uri 'none'; form-action 'none'"
    )
    parts = {"policy": policy, "title": title, "style": style, "script": script, "data": as_script_data(data)}
    return PLACE.sub(lambda place: parts[place[1]], template)


@cache
def _parts() -> tuple[str, str, str]:
    page, style, script = (
        (_HERE / f"stories.{ending}").read_text(encoding="utf-8") for ending in ("html", "css", "js")
    )
    return page, style, '"use strict";\n' + script
