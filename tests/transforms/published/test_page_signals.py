"""Dates in a page's markup and text, and which of them decides."""

from __future__ import annotations

from datetime import date

import pytest
from lxml.html import document_fromstring

from transforms.publication_date.decision import decide
from transforms.publication_date.evidence import Locale
from transforms.publication_date.page_signals import address_sign, markup_of, page_signs

PAGES = {
    # what is tried, and then: head, body, language, expected day, expected source
    "json-ld": (
        '<script type="application/ld+json">{"@context":"https://schema.org","@type":"NewsArticle","datePublished":"2024-03-09T08:00:00+01:00"}</script>',
        "", "en", "2024-03-09", "json-ld"),
    "json-ld in a graph": (
        '<script type="application/ld+json">{"@graph":[{"@type":"WebSite"},{"@type":["Article"],"datePublished":"2024-03-09"}]}</script>',
        "", "en", "2024-03-09", "json-ld"),
    "a comment's date is not the article's": (
        '<script type="application/ld+json">{"@type":"Comment","dateCreated":"2024-03-12"}</script>', "", "en", None, None),
    "data of other articles too": (
        ('<script type="application/ld+json">[{"@type":"NewsArticle","headline":"Ferry stops","datePublished":"2024-03-01"},'
         '{"@type":"NewsArticle","headline":"Bridge reopens","datePublished":"2024-03-09"}]</script>'),
        "", "en", "2024-03-09", "json-ld"),
    "broken json-ld": ('<script type="application/ld+json">{"@type": </script>', "", "en", None, None),
    "meta": ('<meta property="article:published_time" content="2024-03-09T08:00:00+01:00">', "", "en", "2024-03-09", "meta"),
    "an update alone": ('<meta property="article:modified_time" content="2024-03-09">', "", "en", None, None),
    "published after its own change: what the reader sees counts": (
        '<meta property="article:published_time" content="2024-06-01T10:00:00Z"><meta property="article:modified_time" content="2024-05-31T10:00:00Z">',
        "<h1>Bridge reopens after repairs</h1><time datetime='2024-03-09'>9 March</time>", "en", "2024-03-09", "time-element"),
    "microdata": ("", "<h1>Bridge reopens</h1><span itemprop='datePublished' content='2024-03-09'>Saturday</span>", "en", "2024-03-09", "microdata"),
    "time element": ("", "<h1>Bridge reopens</h1><p><time datetime='2024-03-09T08:00'>yesterday</time>", "en", "2024-03-09", "time-element"),
    "time element without attribute": ("", "<h1>Bridge reopens</h1><time>9. März 2024</time>", "de", "2024-03-09", "time-element"),
    "a byline": ("", "<h1>Bridge reopens</h1><p class='byline'>By Ann Example, March 9, 2024</p>", "en", "2024-03-09", "byline"),
    "a line beside the headline": ("", "<div><h1>Brücke wieder offen</h1><p>9. März 2024</p></div>", "de", "2024-03-09", "byline"),
    "a labelled date": ("", "<p>Veröffentlicht am: 09.03.2024</p>", "de", "2024-03-09", "byline"),
    "updated is no publication": ("", "<h1>Bridge reopens</h1><p>Last updated: March 9, 2024</p>", "en", None, None),
    "published and updated in one class": ("", "<h1>Bridge reopens</h1><time class='entry-date published updated' datetime='2024-03-09'></time>", "en", "2024-03-09", "time-element"),
    "today's date above the headline": (
        "", "<div>Monday, March 11, 2024</div><article><h1>Bridge reopens</h1><p>March 9, 2024 10:15</p></article>", "en", "2024-03-09", "byline"),
    "today's date in the masthead alone": (
        "", ("<header><div><div class='date'>Monday, March 11, 2024</div></div></header>"
            "<section><div><div><article><div><h1>Bridge reopens</h1></div><p>Words.</p></article></div></div></section>"),
        "en", None, None),
    "the date above the headline": (
        "", "<article><p class='date'>March 9, 2024</p><h1>Bridge reopens</h1></article>", "en", "2024-03-09", "byline"),
    "another story's date": ("", "<h1>Bridge reopens</h1><div class='related-stories'><time datetime='2024-03-01'></time></div>", "en", None, None),
    "a reader's comment": ("", "<h1>Bridge reopens</h1><ol class='comments'><li><time datetime='2024-03-10'></time></li></ol>", "en", None, None),
    "prose is no byline": (
        "", "<h1>Bridge reopens</h1><p>The old bridge was closed on March 9, 2024 and thousands of drivers have had to take the long way round ever since, which cost them an hour each day.</p>",
        "en", None, None),
    "a copyright line": ("", "<h1>Bridge reopens</h1><footer>© 2011-2024 Example Media</footer>", "en", None, None),
    "data of the page's own script": ("<script>window.page={\"publishedAt\":\"2024-03-09T10:00:00+01:00\"}</script>", "", "en", "2024-03-09", "script"),
    "figures in American order": ("", "<div><h1>Bridge reopens</h1><p class='date'>03/09/2024</p></div>", "en-US", "2024-03-09", "byline"),
    "figures in British order": ("", "<div><h1>Bridge reopens</h1><p class='date'>09/03/2024</p></div>", "en-GB", "2024-03-09", "byline"),
    "when the server made the page": ("<meta name='gentime' content='2024-03-09'>", "", "en", None, None),
}  # fmt: skip


@pytest.mark.parametrize("name", PAGES)
def test_page(name: str) -> None:
    head, body, language, day, source = PAGES[name]
    tree = document_fromstring(
        f"<html><head><title>Bridge reopens</title>{head}</head><body><main>{body}</main></body></html>"
    )
    decision = decide(page_signs(tree, markup_of(tree), None, Locale(language), "Bridge reopens"), date(2026, 1, 1))
    assert (decision.published and decision.published.isoformat(), decision.signal) == (day, source)


@pytest.mark.parametrize(
    ("url", "day"),
    [
        ("https://example.org/2024/03/09/bridge-reopens", "2024-03-09"),
        ("https://example.org/2024/3/9/bridge", "2024-03-09"),
        ("https://example.org/news/2024-03-09-bridge", "2024-03-09"),
        ("https://example.org/news/20240309-bridge.html", "2024-03-09"),
        ("https://example.org/09-03-2024-bridge", "2024-03-09"),
        ("https://example.org/2024/03/9-ways-to-cross-a-river", None),
        ("https://example.org/2024/03/bridge", None),
        ("https://example.org/article/1234567890123", None),
        ("https://example.org/2024/13/45/bridge", None),
    ],
)
def test_address(url: str, day: str | None) -> None:
    found = address_sign(url)
    assert (found and found.signal.day and found.signal.day.isoformat()) == day


def test_a_hostile_page_takes_no_longer_than_its_length() -> None:
    body = "<p>" + "20 " * 30_000 + "</p>" + "<p>2024 march march 20 </p>" * 3_000
    tree = document_fromstring(f"<html><body>{body}</body></html>")
    assert (
        decide(
            page_signs(tree, markup_of(tree), "https://example.org/" + "2024/" * 20_000, Locale("en")), None
        ).published
        is None
    )
