"""The words of a piece of HTML that is all content: an entry of a feed, a mail.  Whole pages go to the extractor."""

from __future__ import annotations

import re

from lxml.etree import ParserError, strip_elements
from lxml.html import HtmlElement, document_fromstring

_BLOCKS = frozenset(
    [
        *("address", "article", "aside", "blockquote", "br", "caption", "center", "dd", "div", "dl", "dt"),
        *("figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "li"),
        *("main", "nav", "ol", "p", "pre", "section", "table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul"),
    ]
)
PAGE_TAG = re.compile(rb"<(?:!doctype\s+html|html|head|body|meta|article|div|p|h1|title)[\s>]", re.IGNORECASE)
"""A tag with which a page may begin."""
_SILENT = ("script", "style", "head", "title", "noscript", "template", "svg", "form", "button", "select", "iframe")


def words_of_markup(markup: str) -> str:
    """Return paragraphs parted by empty lines, as a reader sees them; plain text comes back with its lines joined."""
    if not markup.strip():
        return ""
    try:
        tree = document_fromstring(f"<html><body>{markup}</body></html>")
    except (ParserError, ValueError):
        return ""
    strip_elements(tree, *_SILENT, with_tail=False)
    blocks: list[list[str]] = [[]]
    _collect(tree, blocks)
    paragraphs = (" ".join("".join(block).split()) for block in blocks)
    return "\n\n".join(p for p in paragraphs if p)


def _collect(tree: HtmlElement, blocks: list[list[str]]) -> None:
    """Walk without recursion: feeds may nest as deep as they like."""
    stack: list[tuple[HtmlElement, bool]] = [(tree, False)]
    while stack:
        element, closing = stack.pop()
        is_block = element.tag in _BLOCKS
        if closing:
            if is_block:
                blocks.append([])
            if element.tail and element is not tree:
                blocks[-1].append(element.tail)
            continue
        if is_block:
            blocks.append([])
        if element.text and isinstance(element.tag, str):
            blocks[-1].append(element.text)
        stack.append((element, True))
        stack.extend((child, False) for child in reversed(element))
