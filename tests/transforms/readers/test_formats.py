"""Recognising a format: content first, ending second."""

from __future__ import annotations

import pytest

from transforms.readers.registry import recognise

MAIL = b"From: A <a@example.org>\nDate: Sat, 9 Mar 2024 10:00:00 +0000\nSubject: News\n\nText.\n"


@pytest.mark.parametrize(
    ("head", "name", "form"),
    [
        (b"", "a.txt", "empty"),
        (b" \n\t", "a.txt", "empty"),
        (b"\x89PNG\r\n\x1a\n....", "a.txt", "binary"),
        (b"%PDF-1.7 ...", "a.html", "pdf"),
        (b"abc\x00\x01\x02\x00def\x00", "a.txt", "binary"),
        (b"\xff\xfeH\x00i\x00.\x00", "a.txt", "text"),
        (b"\x1f\x8b\x08", "a", "gzip"),
        (b"PK\x03\x04", "a", "zip"),
        (b"WARC/1.0\r\n", "a", "warc"),
        (b"From a@example.org Sat Mar  9\n" + MAIL, "a", "mbox"),
        (MAIL, "a.txt", "mail"),
        (b"From: the beginning of a story\n\nIt was told.", "a.txt", "text"),
        (b"<?xml version='1.0'?><rss version='2.0'><channel><description>&lt;p&gt;", "a.html", "feed"),
        (b"<?xml version='1.0'?>\n<feed xmlns='http://www.w3.org/2005/Atom'>", "a", "feed"),
        (b"<!DOCTYPE html><html><head>", "a.txt", "html"),
        (b"\xef\xbb\xbf<html lang='en'>", "a", "html"),
        (b"<p>Only a part of a page</p>", "a", "html"),
        (b'{"id": "1", "text": "..."}\n', "a.txt", "json"),
        (b'[{"id": "1"}]', "a", "json"),
        (b"path,title\na.txt,News\n", "a.txt", "manifest"),
        (b"url;site\nhttps://example.org/;Example\n", "a", "manifest"),
        (b"https://example.org/a\nhttps://example.org/b\n", "a.txt", "addresses"),
        (b"---\ntitle: News\n---\nText", "a.txt", "markdown"),
        (b"# News\n\nText", "a.md", "markdown"),
        (b"Plain words.", "a.txt", "text"),
        (b"Plain words.", "a", "unknown"),
        (b"Plain words.", "a.docx", "unknown"),
        (b"a,b\n1,2\n", "a.csv", "unknown"),
    ],
)
def test_recognises(head: bytes, name: str, form: str) -> None:
    assert recognise(head, name).name == form


def test_the_servers_word_counts_where_content_is_silent() -> None:
    assert recognise(b"Plain words.", "https://example.org/news", "text/plain; charset=utf-8").name == "text"
    assert recognise(b"# News", "https://example.org/news", "text/markdown").name == "markdown"
