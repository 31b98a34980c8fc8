"""What stands in a page's article outside of its text: what nobody sees, and lines that lead to other stories."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import islice
from pathlib import Path

from lxml.etree import XPath
from lxml.html import HtmlElement

_LEAD_INS = tomllib.loads((Path(__file__).parent / "lead_ins.toml").read_text(encoding="utf-8"))["lead_ins"]
_LEAD_IN = re.compile(
    rf"\W*(?P<words>{'|'.join(re.escape(words) for words in sorted(_LEAD_INS, key=len, reverse=True))})(?!\w)\W*",
    re.IGNORECASE,
)
_ONE_LINE = 300
_FIRST_PIECES = 8
_WORD = re.compile(r"\w+")
_FIRST_WORDS = frozenset(word.group() for words in _LEAD_INS if (word := _WORD.search(words)))
_BLOCKS = ("p", "div", "li", "h2", "h3", "h4", "h5", "h6", "aside", "blockquote", "figcaption", "section", "td")
_HEADS = ("p", "div", "h2", "h3", "h4", "h5", "h6", "strong", "b", "span")
_LISTS = ("ul", "ol", "p", "div")
_MOST = 5_000
_LINKS = XPath("//body//a[@href]")
_MAY_HIDE = XPath("//body//*[@hidden or @style or self::template or self::dialog]")
_TEXT = XPath("string-length(normalize-space(string(.)))")


@contextmanager
def text_alone(tree: HtmlElement) -> Iterator[HtmlElement]:
    """Return the page without what is no text of its article; behind that the tree is as it was."""
    taken = []
    for part in list(_parts(tree)):
        if (parent := part.getparent()) is not None:
            empty = part.makeelement("span")
            empty.tail, part.tail = part.tail, None
            parent.replace(part, empty)
            taken.append((part, empty))
    try:
        yield tree
    finally:
        for part, empty in reversed(taken):
            part.tail, empty.tail = empty.tail, None
            empty.getparent().replace(empty, part)


def _parts(tree: HtmlElement) -> Iterator[HtmlElement]:
    hidden = list(_outermost(part for part in _MAY_HIDE(tree) if _is_hidden(part)))
    # Where most of the page is hidden, a script shows it: it was meant to be read.
    if hidden and 2 * sum(_TEXT(part) for part in hidden) < _TEXT(tree):
        yield from hidden
    seen: set[HtmlElement] = set()
    for link in _LINKS(tree)[:_MOST]:
        yield from _lead_line(link, seen)


def _is_hidden(part: HtmlElement) -> bool:
    if part.tag in ("body", "main", "article"):
        return False
    if part.get("hidden") is not None or part.tag == "template":
        return True
    style = (part.get("style") or "").lower().replace(" ", "")
    closed = part.tag == "dialog" and part.get("open") is None
    return closed or "display:none" in style or "visibility:hidden" in style


def _outermost(parts: Iterator[HtmlElement]) -> Iterator[HtmlElement]:
    last = None
    for part in parts:
        if last is None or all(holder is not last for holder in part.iterancestors()):
            last = part
            yield part


def _line(element: HtmlElement) -> str:
    """Return the words of an element; none where they are more than a line."""
    parts: list[str] = []
    size = 0
    for words in element.itertext():
        parts.append(words)
        size += len(words.strip())
        if size > _ONE_LINE:
            return ""
    return " ".join(" ".join(parts).split())


def _may_lead_in(block: HtmlElement) -> bool:
    """Return True if a block's first word is one with which such words begin: nearly all links stand in others."""
    first = next((words for words in islice(block.itertext(), _FIRST_PIECES) if words.strip()), "")
    word = _WORD.search(first)
    return word is not None and word.group().casefold() in _FIRST_WORDS


def _lead_line(link: HtmlElement, seen: set[HtmlElement]) -> Iterator[HtmlElement]:
    """Find the line around a link, where links alone stand behind or below words such as «read more»."""
    for block in islice((e for e in link.iterancestors() if e.tag in _BLOCKS), 2):
        if block in seen:
            return
        seen.add(block)
        if not _may_lead_in(block) and _head_of(block) is None:
            continue
        words = _line(block)
        if not words:
            return
        begins = _LEAD_IN.match(words)
        if begins and begins.end() < len(words) and _leads_in(begins) and _is_links(block, begins.group()):
            yield block
            return
        head = _head_of(block)
        if head is not None and _is_links(block, ""):
            yield head
            yield block
            return


def _leads_in(begins: re.Match[str]) -> bool:
    """Return True if the words are no beginning of a sentence: one word alone needs a mark behind it."""
    return " " in begins["words"] or any(mark in begins.group() for mark in ":|–—»>→")


def _is_links(block: HtmlElement, lead_in: str) -> bool:
    """Return True if nothing but links stands in a block, behind the words that lead in."""
    linked = "".join("".join(link.itertext()) for link in block.iter("a") if link.get("href"))
    bare = re.sub(r"\W", "", block.text_content())
    led = re.sub(r"\W", "", lead_in)
    inside = re.sub(r"\W", "", linked)
    return bare in (led + inside, inside)


def _head_of(block: HtmlElement) -> HtmlElement | None:
    """Return the element before a block of links, or before the list it is an item of, that holds such words alone."""
    holder = block.getparent() if block.tag == "li" else block
    head = holder.getprevious() if holder is not None and holder.tag in _LISTS else None
    if head is None or head.tag not in _HEADS:
        return None
    words = _line(head)
    begins = _LEAD_IN.match(words)
    return head if begins and begins.end() == len(words) else None
