"""HTML pages: trafilatura takes the running text; the same parsed tree gives dates, title, author and language."""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator
from dataclasses import replace

from lxml.html import HtmlElement

from transforms.language.detection import detect_language
from transforms.model import Article, Refusal
from transforms.publication_date.figures import any_may_be_swapped
from transforms.publication_date.locales import locale_of
from transforms.publication_date.page_signals import Markup, markup_of, page_signs, type_of
from transforms.publication_date.second_reading import second_reading
from transforms.readers.assemble import Found, assemble, one_line
from transforms.readers.decoding import decode
from transforms.readers.format import Format
from transforms.readers.markup_text import PAGE_TAG
from transforms.readers.page.notes import saved_from, without_embedded
from transforms.readers.page.parts import text_alone
from transforms.readers.reasons import refuse
from transforms.readers.snapshot import Snapshot

MOST_ATTRIBUTES = 1_000
_LONG_TAG = re.compile(r"<[A-Za-z][^<>]{2000,}")
_QUOTED = re.compile(r"\"[^\"]*\"|'[^']*'")


def read_web_page(snapshot: Snapshot) -> Iterator[Article | Refusal]:
    """Return the one article of a page."""
    try:
        yield from _read(snapshot)
    except RecursionError:
        yield refuse("malformed_html", snapshot.uri, snapshot.uri, "nested too deeply")


def _read(snapshot: Snapshot) -> Iterator[Article | Refusal]:
    import trafilatura  # takes time to load, and many sources hold no page

    # It logs every page it cannot parse as an error; here that is a refusal.
    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
    decoded = decode(snapshot.payload, snapshot.media_type)
    if decoded is None:
        yield refuse("undecodable", snapshot.uri, snapshot.uri)
        return
    page = without_embedded(decoded.text)
    note = saved_from(page)
    if note.at is not None and note.at < snapshot.fetched_at:
        snapshot = replace(snapshot, fetched_at=note.at)
    if attributes_in_one_tag(page) > MOST_ATTRIBUTES:
        yield refuse("malformed_html", snapshot.uri, snapshot.uri, "one tag with thousands of attributes")
        return
    try:
        tree = trafilatura.load_html(page)
    except (ValueError, TypeError, RecursionError) as e:
        yield refuse("malformed_html", snapshot.uri, snapshot.uri, str(e)[:200])
        return
    if tree is None:
        yield refuse("malformed_html", snapshot.uri, snapshot.uri)
        return
    markup = markup_of(tree)
    meta = _meta(markup)
    url = snapshot.hints.url or _address(markup, meta) or note.url
    language = snapshot.hints.language or _language(tree, meta)
    title, author = _title(tree, meta), _author(markup, meta)
    with text_alone(tree) as bare:
        text = trafilatura.extract(bare, url=url, include_comments=False, include_tables=False)
    if not text or not text.strip():
        yield refuse("no_text", snapshot.uri, snapshot.uri)
        return
    detected = None if language else detect_language(text)[0]
    locale = locale_of(language, url, "", detected)
    if locale.order == "unknown" and any_may_be_swapped(page):
        locale = locale_of(language, url, tree.text_content(), detected)
    signs = tuple(page_signs(tree, markup, url, locale, title))
    if not snapshot.hints.published:
        second = second_reading(tree, url, signs, snapshot.fetched_at.date())
        signs = (*signs, second) if second else signs
    if decoded.guessed:
        yield refuse("encoding_guessed", snapshot.uri, snapshot.uri, f"read as {decoded.encoding}")
    yield from assemble(
        snapshot,
        Found(
            text,
            title=title,
            author=author,
            url=url,
            site=None if url else meta.get("og:site_name"),
            language=language,
            signs=signs,
        ),
    )


def attributes_in_one_tag(text: str) -> int:
    """Return the greatest number of attributes in one tag, about, in linear time.

    The parser compares each attribute with all before it: a tag of a megabyte would take it minutes.
    """
    most = 0
    for tag in _LONG_TAG.finditer(text):
        most = max(most, len(_QUOTED.sub("", tag.group()).split()))
    return most


def _meta(markup: Markup) -> dict[str, str]:
    """Return each meta element's first content by its name, in small letters."""
    found: dict[str, str] = {}
    for element in markup.metas:
        name, content = (
            element.get("property") or element.get("name") or element.get("http-equiv"),
            element.get("content"),
        )
        if name and content:
            found.setdefault(name.strip().lower(), content.strip())
    return found


def _address(markup: Markup, meta: dict[str, str]) -> str | None:
    for link in markup.links:
        if (link.get("rel") or "").lower() == "canonical" and (link.get("href") or "").startswith("http"):
            return str(link.get("href")).strip()
    address = meta.get("og:url", "")
    return address if address.startswith("http") else None


def _language(tree: HtmlElement, meta: dict[str, str]) -> str | None:
    return (
        tree.get("lang")
        or tree.get("{http://www.w3.org/XML/1998/namespace}lang")
        or meta.get("content-language")
        or meta.get("og:locale")
    )


def _title(tree: HtmlElement, meta: dict[str, str]) -> str | None:
    if title := meta.get("og:title") or meta.get("twitter:title"):
        return one_line(title)
    headings = [words for h1 in tree.iter("h1") if (words := one_line(h1.text_content()))]
    if len(headings) == 1:
        return headings[0]
    element = tree.find(".//title")
    return one_line(element.text_content()) if element is not None else None


def _author(markup: Markup, meta: dict[str, str]) -> str | None:
    for thing in markup.linked_data:
        if "article" not in type_of(thing).lower():
            continue
        given = thing.get("author")
        names = [a.get("name") if isinstance(a, dict) else a for a in (given if isinstance(given, list) else [given])]
        if joined := ", ".join(n for n in names if isinstance(n, str)):
            return one_line(joined)
    for key in ("author", "article:author", "dc.creator", "parsely-author"):
        if (name := meta.get(key)) and not name.startswith("http"):
            return one_line(name)
    return None


HTML = Format(
    "html",
    read_web_page,
    endings=("html", "htm", "xhtml"),
    media_types=("text/html", "application/xhtml+xml"),
    recognise_text=lambda head: head.startswith(b"<") and PAGE_TAG.search(head) is not None,
)
