"""What the pages of a site are planned from and filled with.

site_of(con, title, address)     from an open published file: its stories, and a mark for what each event shows
rows_by_page(con, pages, title)  the rows of several pages, read together
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from duckdb import DuckDBPyConnection

from transforms.writers.pieces import cut
from transforms.writers.rows import Row, Stamp, TimelineRows
from transforms.writers.site_files.plan import Page
from transforms.writers.site_files.values import Site, SiteEvent, SiteStory
from transforms.writers.wording.story_name import story_name
from warehouse.access.page_rows import named_rows, timeline_rows

TOGETHER = 20_000
"""Events whose rows are read at once."""


def site_of(con: DuckDBPyConnection, title: str, address: str) -> Site:
    """Return what decides which pages there are and what each shows; what an earlier release has not is empty."""
    published = named_rows(con, "page_publication")
    (counts,) = named_rows(con, "site_counts")
    events_of: dict[str, set[str]] = defaultdict(set)
    story_of: dict[str, str] = {}
    for row in named_rows(con, "site_story_events"):
        events_of[row["story_id"]].add(row["event_id"])
        story_of.setdefault(row["event_id"], row["story_id"])
    return Site(
        title=title,
        address=address and address.rstrip("/") + "/",
        version=published[0]["version"] if published else None,
        published_at=published[0]["published_at"] if published else None,
        articles=counts["articles"],
        outlets=counts["outlets"],
        articles_apart=counts["apart"],
        events=[SiteEvent(*row.values()) for row in named_rows(con, "site_events")],
        stories=_stories(con),
        events_of={story: frozenset(events) for story, events in events_of.items()},
        story_of=story_of,
        aliases=_leading(con, "site_aliases"),
        moved=_leading(con, "site_moved"),
        stamps=_stamps(con),
    )


def rows_by_page(con: DuckDBPyConnection, pages: Sequence[Page], site: Site) -> Iterator[tuple[Page, TimelineRows]]:
    """Return the rows of each of these pages; several are read together, as each reading passes all rows."""
    for some in cut(pages, lambda page: len(page.events), TOGETHER):
        rows = timeline_rows(con, site.title, sorted({event for page in some for event in page.events}))
        index = _Index(rows)
        for page in some:
            yield page, index.of(page, site)


class _Index:
    """The rows of several pages, found by their event, mention or article."""

    def __init__(self, rows: TimelineRows) -> None:
        self._rows = rows
        self._events = {row["event_id"]: (nth, row) for nth, row in enumerate(rows.events)}
        self._by_event = {
            name: _grouped(getattr(rows, name), "event_id")
            for name in ("mentions", "bounds", "joins", "figures", "conflicts", "places", "aliases")
        }
        self._mention_times = _grouped(rows.mention_times, "mention_id")
        self._articles = rows.article_by_id()
        self._times = {row["time_expression_id"]: row for row in rows.times}

    def of(self, page: Page, site: Site) -> TimelineRows:
        """Return the rows of one page, in the same order as if they had been read alone."""
        events = [row for _, row in sorted((self._events[i] for i in page.events), key=lambda found: found[0])]
        found: dict[str, Any] = {
            name: [row for event_id in sorted(page.events) for row in grouped.get(event_id, ())]
            for name, grouped in self._by_event.items()
        }
        links = [row for m in found["mentions"] for row in self._mention_times.get(m["mention_id"], ())]
        ids = {m["article_id"] for m in found["mentions"]}
        times = {row["time_expression_id"] for row in (*links, *found["bounds"])} & self._times.keys()
        stamps = {e["event_id"]: site.stamps[e["event_id"]] for e in events if e["event_id"] in site.stamps}
        return replace(
            self._rows,
            title=page.title or story_name(events),
            events=events,
            mention_times=links,
            articles=[self._articles[i] for i in sorted(ids & self._articles.keys())],
            times=[self._times[i] for i in sorted(times)],
            stamps=stamps,
            page=page.file.rpartition("/")[2],
            **found,
        )


def _grouped(rows: Iterable[Row], column: str) -> dict[str, list[Row]]:
    found: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        found[row[column]].append(row)
    return found


def _stories(con: DuckDBPyConnection) -> list[SiteStory]:
    days = _grouped(named_rows(con, "site_days"), "story_id")
    lines = _grouped(named_rows(con, "site_lines"), "story_id")
    words = {row["story_id"]: row["words"] for row in named_rows(con, "site_words")}
    return [_story(row, days, lines, words) for row in named_rows(con, "site_stories")]


def _story(
    row: Row, days: Mapping[str, list[Row]], lines: Mapping[str, list[Row]], words: Mapping[str, Any]
) -> SiteStory:
    key = row["story_id"]
    return SiteStory(
        story_id=key,
        title=row["title"],
        first_published=row["first_published"],
        last_published=row["last_published"],
        articles=row["articles"],
        outlets=row["outlets"],
        key_events=row["key_events"],
        names=[*row["top_actors"], *row["top_places"]],
        words=words.get(key, ()),
        days=[(day["day"], day["articles"]) for day in days.get(key, ())],
        lines=lines.get(key, ()),
    )


def _stamps(con: DuckDBPyConnection) -> dict[str, Stamp]:
    at = {row["version"]: row["published_at"] for row in named_rows(con, "site_versions")}
    unknown = "1970-01-01T00:00:00Z"
    return {
        row["event_id"]: Stamp(
            row["first_event_id"],
            row["first_version"],
            at.get(row["first_version"], unknown),
            row["changed_version"],
            at.get(row["changed_version"], unknown),
        )
        for row in named_rows(con, "site_event_versions")
    }


def _leading(con: DuckDBPyConnection, name: str) -> dict[str, str]:
    return dict(tuple(row.values()) for row in named_rows(con, name))
