"""Pages from which the signal that decided a publication date is taken out, so that the next one has to."""

from __future__ import annotations

from dataclasses import dataclass

from lxml.html import HtmlElement, document_fromstring, tostring

from transforms.publication_date.names import META

XPATHS = {
    "json-ld": "//script[contains(@type, 'ld+json')]",
    "microdata": "//*[contains(@itemprop, 'date')]",
    "time-element": "//time | //abbr[@title]",
    "script": "//script",
    "url": "//link[@rel='canonical'] | //meta[@property='og:url']",
}
"""What is taken out of a page with each kind of signal; what a reader sees stays, since without it nothing is left."""


@dataclass(frozen=True, slots=True)
class Page:
    """A page's markup, its address as far as it may be known, and the day on which it was published."""

    name: str
    markup: str
    url: str | None
    published: str


def without(page: Page, signal: str | None) -> Page | None:
    """Return the page without the kind of signal that decided; `None` where it is one that a reader sees, or none."""
    if signal != "meta" and signal not in XPATHS:
        return None
    tree = _tree(page.markup)
    parts = _dated_metas(tree) if signal == "meta" else tree.xpath(XPATHS[signal])
    for part in parts:
        if part.getparent() is not None:
            part.drop_tree()
    markup = "<!doctype html>" + tostring(tree, encoding="unicode")
    return Page(page.name, markup, None if signal == "url" else page.url, page.published)


def _tree(markup: str) -> HtmlElement:
    try:
        return document_fromstring(markup)
    except ValueError:
        # An XML declaration names an encoding that text no longer has.
        return document_fromstring(markup.encode("utf-8", "replace"))


def _dated_metas(tree: HtmlElement) -> list[HtmlElement]:
    found = []
    for element in tree.iter("meta"):
        names = [element.get(key) for key in ("property", "name", "itemprop", "http-equiv")]
        name = next((n for n in names if n), "").strip().lower()
        if name in META or "date" in name or "time" in name:
            found.append(element)
    return found
