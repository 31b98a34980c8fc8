"""Which pages a site has, and which events stand on which: a page never outgrows what a browser holds.

A store of one story, or of none, is one page.  Of several stories each has its own, and what no story tells of has one
too.  What is too much for one page keeps its most important events there, and all of them stand on pages by century,
decade, year or month: bounds of the calendar, so that a new article changes the page of its own period alone.
"""

from __future__ import annotations

import hashlib
import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from transforms.language.month_names import ENGLISH_MONTHS
from transforms.writers.pieces import cut
from transforms.writers.site_files.values import Site, SiteEvent, SiteStory

MOST_ROWS = 60_000
"""Events and mentions on one page: some 12 MB, drawn in well under a second."""
APART = "other"
"""The page of what no story tells of."""
INDEX = "index.html"
_UNDATED = "undated"
_LEVELS = (2, 3, 4, 7)
"""Letters of a month (`2031-05`) that name its century, decade, year and itself."""


@dataclass(frozen=True, slots=True)
class Page:
    """A page of the site and what stands on it."""

    file: str
    title: str
    """Empty where the events name it."""
    events: tuple[str, ...]
    story: SiteStory | None = None
    of: int = 0
    """How many events there are, where this page does not hold them all."""
    period: str = ""
    """The period of its events, in words, where it is a part."""
    parts: tuple[tuple[str, str], ...] = ()
    """The pages by period, each with its words."""
    digest: str = ""
    """Of all that it shows."""


def single(site: Site) -> bool:
    """True if one page holds everything: there is one story at most, and it fits."""
    return len(site.stories) <= 1 and _rows(site.events) <= MOST_ROWS


def planned(site: Site) -> list[Page]:
    """Return the pages with events, each with the digest of what it shows."""
    alone = single(site)
    if alone:
        story = site.stories[0] if site.stories else None
        pages = [Page(INDEX, site.title, tuple(event.event_id for event in site.events), story)]
    else:
        pages = [page for story, events in _by_story(site) for page in _of_story(story, events)]
        apart = [event for event in site.events if event.event_id not in site.story_of]
        if apart:
            pages += _divided(f"stories/{APART}", "Articles of no story", apart, None)
    by_id = {event.event_id: event for event in site.events}
    # One page bears the version that it shows; of many each stays as it is.
    version = alone and site.version
    return [_signed(page, site, by_id, version) for page in pages]


def _by_story(site: Site) -> Iterator[tuple[SiteStory, list[SiteEvent]]]:
    """Return the events of each story, in the timeline's order."""
    place = {event.event_id: nth for nth, event in enumerate(site.events)}
    for story in site.stories:
        yield story, [site.events[nth] for nth in sorted(place[i] for i in site.events_of.get(story.story_id, ()))]


def _of_story(story: SiteStory, events: Sequence[SiteEvent]) -> list[Page]:
    return _divided(f"stories/{story.story_id}", story.title, events, story)


def _divided(name: str, title: str, events: Sequence[SiteEvent], story: SiteStory | None) -> list[Page]:
    """Return one page, or where that is too much the page of the most important events and those of all by period."""
    if _rows(events) <= MOST_ROWS:
        return [Page(f"{name}.html", title, _ids(events), story)]
    parts = [
        Page(f"{name}-{period}.html", f"{title}: {words}", _ids(some), story, period=words)
        for period, words, some in _periods(events)
    ]
    links = tuple((page.file, page.period) for page in parts)
    first = Page(f"{name}.html", title, _ids(_weightiest(events)), story, of=len(events), parts=links)
    return [first, *parts]


def _weightiest(events: Sequence[SiteEvent]) -> list[SiteEvent]:
    """Return as many as a page holds, key events and the most important first, in their own order."""
    room, chosen = MOST_ROWS, set()
    for event in sorted(events, key=lambda e: (not e.is_key, -e.importance, e.event_id)):
        room -= event.rows_needed
        if room < 0:
            break
        chosen.add(event.event_id)
    return [event for event in events if event.event_id in chosen]


def _periods(events: Sequence[SiteEvent], level: int = 0) -> Iterator[tuple[str, str, Sequence[SiteEvent]]]:
    """Divide events by the calendar: by the century, the decade, the year or the month, the widest that a page holds.

    A month that is too much is cut by number.
    """
    for period, some in _by(events, _LEVELS[level]):
        if _rows(some) <= MOST_ROWS:
            yield period.ljust(4, "x"), _in_words(period), some
        elif period != _UNDATED and level + 1 < len(_LEVELS):
            yield from _periods(some, level + 1)
        else:
            for nth, piece in enumerate(cut(some, _needed, MOST_ROWS)):
                more = f"-{nth + 1}" if nth else ""
                yield f"{period}{more}", _in_words(period) + (f" ({nth + 1})" if nth else ""), piece


def _by(events: Iterable[SiteEvent], letters: int) -> list[tuple[str, list[SiteEvent]]]:
    found: dict[str, list[SiteEvent]] = defaultdict(list)
    for event in events:
        found[event.month[:letters] if event.month else _UNDATED].append(event)
    return sorted(found.items())


def _in_words(period: str) -> str:
    if period == _UNDATED:
        return "date unknown"
    year, _, month = period.partition("-")
    if month:
        return f"{ENGLISH_MONTHS[int(month)]} {int(year)}"
    first, last = int(year.ljust(4, "0")), int(year.ljust(4, "9"))
    return f"{first}" if first == last else f"{first} to {last}"


def _signed(page: Page, site: Site, by_id: dict[str, SiteEvent], version: int | bool | None) -> Page:
    """Return the page with its digest: of the marks of its events, its head and what its feeds say."""
    story = page.story
    head = [
        page.title, page.of, page.period, page.parts, site.address,
        version,
        story and not page.period and (story.story_id, story.articles, story.outlets),
        sorted(old for old, new in site.aliases.items() if story and new == story.story_id),
    ]  # fmt: skip
    total = hashlib.sha256(json.dumps(head, ensure_ascii=True).encode())
    for event_id in page.events:
        stamp = site.stamps.get(event_id)
        total.update(f"{event_id} {by_id[event_id].mark} {stamp}\n".encode())
    return replace(page, digest=total.hexdigest())


def _needed(event: SiteEvent) -> int:
    return event.rows_needed


def _rows(events: Iterable[SiteEvent]) -> int:
    return sum(map(_needed, events))


def _ids(events: Iterable[SiteEvent]) -> tuple[str, ...]:
    return tuple(event.event_id for event in events)
