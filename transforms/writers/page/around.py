"""What stands around a page that belongs to others: the way to the list of stories, its feeds, its parts by period."""

from __future__ import annotations

from dataclasses import dataclass

from transforms.writers.wording.sanitize import safe_html


@dataclass(frozen=True, slots=True)
class PageLinks:
    """Addresses are relative to the page; an empty one is not there."""

    index: str = ""
    """The list of stories."""
    atom: str = ""
    calendar: str = ""
    parts: tuple[tuple[str, str], ...] = ()
    """The pages by period, each with its words, of what is too much for this one."""
    whole: str = ""
    """The page that this one is a part of."""
    shown: int = 0
    of: int = 0
    """How many events stand on this page, of how many."""
    articles: int = 0
    outlets: int = 0
    """Of the story; 0: as many as tell of the events that are shown."""


_ATOM, _CALENDAR = "application/atom+xml", "text/calendar"


def head_links(links: PageLinks) -> str:
    """Return the elements by which programs find the feeds."""
    feeds = ((links.atom, _ATOM, "New key events"), (links.calendar, _CALENDAR, "Calendar"))
    return "\n".join(
        f'<link rel="alternate" type="{kind}" title="{title}" href="{safe_html(address)}">'
        for address, kind, title in feeds
        if address
    )


def navigation(links: PageLinks) -> str:
    """Return the line that leads to the other pages; empty where there is none."""
    ways = [
        f'<a href="{safe_html(address)}"{more}>{words}</a>'
        for address, words, more in (
            (links.index, "All stories", ""),
            (links.whole, "The whole story", ""),
            (links.atom, "Feed", f' type="{_ATOM}"'),
            (links.calendar, "Calendar", f' type="{_CALENDAR}"'),
        )
        if address
    ]
    return f'<nav id="ways" aria-label="Other pages">{" ".join(ways)}</nav>' if ways else ""


def parts_list(links: PageLinks) -> str:
    """Return what says that not all stands on this page, with the pages by period; empty where all does."""
    if not links.parts:
        return ""
    items = "".join(f'<li><a href="{safe_html(file)}">{safe_html(words)}</a></li>' for file, words in links.parts)
    return (
        f'<details id="parts"><summary>The {links.shown:,} most important of {links.of:,} events stand here;'
        f" all by period</summary><ul>{items}</ul></details>"
    )
