"""Where on a page a date stands: in the article, in the margins, or in what concerns another story."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import islice
from typing import Literal

from lxml.html import HtmlElement

from transforms.publication_date.date_labels import DATE
from transforms.publication_date.names import ANOTHER_CLASS, MARGIN_CLASS

Elsewhere = Literal["", "margin", "another"]
Zone = Literal["top", "head", "text"]
"""Above the headline, between it and the first paragraph, or behind that.  A named publication date counts as `top`."""

_MARGINS = ("aside", "footer", "nav", "select")
_BLOCKS = ("li", "p", "div", "article", "section", "dd", "dt", "td", "tr", "figure", "a")
_LOOKED_AT = 40
"""Elements of a block among which a link to another story is looked for."""
_TITLE_WORDS = 3
"""A link of so many words is a headline; names of authors and sections are shorter, or say what they are."""
_ARTICLE_CLASSES = frozenset({"article", "post", "entry", "hentry", "story"})
_LETTERS = re.compile(r"[^\W\d_]{2,}")
_NO_STORY = re.compile(
    r"author|autor|byline|/tag|/topic|/categor|/thema|/section|/profil|/by/|mailto:|^#", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Place:
    """Where a date stands in the page."""

    marks: str
    around: str
    elsewhere: Elsewhere
    within: bool
    """True if the element lies within the article by the page's own account: one element holds it and the headline."""


@dataclass(frozen=True, slots=True)
class Layout:
    """A page's parts as far as they are known; looking at a place adds to it."""

    holders: frozenset[HtmlElement]
    """What holds the headline: it holds the article, whatever its class says ("with-sidebar")."""
    seen: dict[HtmlElement, Elsewhere]
    title: str
    """The page's own title: a link with these words leads to the page itself."""

    @classmethod
    def around(cls, headline: HtmlElement | None, title: str | None) -> Layout:
        """Return the layout of a page with this headline and title."""
        holders = frozenset(headline.iterancestors()) if headline is not None else frozenset()
        return cls(holders, dict.fromkeys(holders, ""), _folded(title or ""))


def place_of(element: HtmlElement, layout: Layout, zone: Zone) -> Place:
    """Return where an element stands.

    Args:
        element: the one that holds the date.
        layout: the page's parts.
        zone: the part of the page.  Behind the beginning of the text a date beside a link to another page is that
            page's.
    """
    parent = element.getparent()
    elsewhere = _elsewhere(element, layout.seen)
    if zone == "text" and elsewhere != "another" and _beside_a_story(element, layout):
        elsewhere = "another"
    elif zone != "text" and elsewhere == "another" and _is_borrowed(element, layout):
        elsewhere = "margin"
    within = any(holder in layout.holders and _is_article(holder) for holder in element.iterancestors())
    return Place(marks_of(element), marks_of(parent) if parent is not None else "", elsewhere, within)


def _is_article(holder: HtmlElement) -> bool:
    return holder.tag == "article" or not _ARTICLE_CLASSES.isdisjoint((holder.get("class") or "").lower().split())


def marks_of(element: HtmlElement) -> str:
    """Return what an element calls itself: property, class and id."""
    return f"{element.get('itemprop') or ''} {element.get('class') or ''} {element.get('id') or ''}".lower()


def _elsewhere(element: HtmlElement, seen: dict[HtmlElement, Elsewhere]) -> Elsewhere:
    """Return True if the element lies in a part of the page that shows something else than the article."""
    path: list[HtmlElement] = []
    step: HtmlElement | None = element
    found: Elsewhere = ""
    while step is not None and step not in seen:
        path.append(step)
        marks = marks_of(step)
        if ANOTHER_CLASS.search(marks):
            found = "another"
            break
        if step.tag in _MARGINS or MARGIN_CLASS.search(marks):
            found = "margin"
        step = step.getparent() if step.tag not in ("body", "html") else None
    if found != "another" and step is not None and step in seen:
        found = seen[step] or found
    for each in path:
        # What lies around the part that tells of another story need not do so.
        seen[each] = found
    return found


def _beside_a_story(element: HtmlElement, layout: Layout) -> bool:
    """Return True if the block that holds a date, or the one around that, holds a link with a headline's words."""
    blocks = (e for e in (element, *element.iterancestors()) if e.tag in _BLOCKS)
    for block in islice(blocks, 2):
        if block in layout.holders:
            return False
        links = [link for link in islice(block.iter(), _LOOKED_AT) if link.tag == "a"]
        if any(_folded(link.text_content()[:300]) in layout.title for link in links if _is_story(link)):
            return False
        if any(_is_story(link) for link in links):
            return True
    return False


def _is_borrowed(element: HtmlElement, layout: Layout) -> bool:
    """Return True if the element alone bears the class of another story: nothing around it, no link beside it."""
    parent = element.getparent()
    alone = parent is not None and layout.seen.get(parent, _elsewhere(parent, layout.seen)) != "another"
    return alone and not _beside_a_story(element, layout)


def _folded(words: str) -> str:
    return " ".join(words.split()).casefold()


def _is_story(link: HtmlElement) -> bool:
    address = link.get("href") or ""
    if not address or link.get("rel") in ("author", "tag") or _NO_STORY.search(f"{address} {marks_of(link)}"):
        return False
    words = DATE.sub("", link.text_content()[:200])
    return len(_LETTERS.findall(words)) >= _TITLE_WORDS
