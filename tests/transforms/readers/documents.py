"""Small documents, written for the tests, and what reading them gives."""

from __future__ import annotations

import io
import zipfile
from datetime import UTC, datetime

from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from transforms.model import Article, Refusal
from transforms.readers.registry import read
from transforms.readers.snapshot import NO_HINTS, Hints, take

NOW = datetime(2026, 1, 1, 12, tzinfo=UTC)

PAGE = """<!DOCTYPE html><html lang="en-GB"><head><title>Bridge reopens</title>
<meta property="og:title" content="Bridge reopens after repairs">
<link rel="canonical" href="https://news.example.org/2024/bridge">
<script type="application/ld+json">{"@type":"NewsArticle","datePublished":"2024-03-09T08:00:00+01:00",
"dateModified":"2024-03-10T09:00:00+01:00","author":{"name":"Ann Example"}}</script></head>
<body><header><nav><a href="/">Home</a></nav></header><article><h1>Bridge reopens after repairs</h1>
<p>The old bridge over the river reopened on Saturday after two years of repairs, the city council said.</p>
<p>Mayor Ola Berg cut a ribbon at noon while some four hundred people watched from both banks of the river.</p>
<p>The works cost twelve million crowns, two more than planned, because the pillars had to be made anew.</p>
</article><footer>© Example Media</footer></body></html>"""

MAIL = """From: City Letter <letter@news.example.org>
To: readers@example.net
Date: Sat, 09 Mar 2024 23:30:00 -0500
Subject: =?utf-8?q?Br=C3=BCcke_wieder_offen?=
Message-ID: <one@news.example.org>
MIME-Version: 1.0
Content-Type: text/plain; charset=utf-8
Content-Transfer-Encoding: quoted-printable

Die alte Br=C3=BCcke ist seit Samstag wieder offen. Zwei Jahre lang war sie gesp=
errt, sagte der Rat der Stadt.
"""

RSS = """<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>City news</title>
<link>https://news.example.org/</link><language>en</language>
<item><title>Bridge reopens</title><link>https://news.example.org/bridge</link><guid>1</guid>
<pubDate>Sat, 09 Mar 2024 23:30:00 -0500</pubDate><description>Short.</description>
<content:encoded><![CDATA[<p>The old bridge reopened.</p><p>Four hundred people watched.</p>]]></content:encoded></item>
<item><title>Ferry stops</title><link>https://news.example.org/ferry</link>
<description>The ferry made its last trip.</description></item>
<item><title>No words</title><link>https://news.example.org/none</link></item>
</channel></rss>"""

ATOM = """<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="de"><title>Stadt</title><id>urn:x</id>
<updated>2024-03-12T10:00:00Z</updated>
<entry><title>Brücke offen</title><id>urn:1</id><link href="https://news.example.org/b"/>
<updated>2024-03-11T10:00:00+01:00</updated><published>2024-03-09T10:00:00+01:00</published>
<summary>Die alte Brücke ist wieder offen.</summary></entry>
<entry><title>Fähre</title><id>urn:2</id><link href="https://news.example.org/f"/>
<updated>2024-03-12T10:00:00+01:00</updated><summary>Die Fähre fährt nicht mehr.</summary></entry></feed>"""


def reading(
    payload: bytes | str, uri: str = "a.txt", media_type: str = "", hints: Hints = NO_HINTS
) -> list[Article | Refusal]:
    """Everything that reading the bytes gives."""
    data = payload.encode() if isinstance(payload, str) else payload
    return list(read(take(uri, data, NOW, media_type, hints)))


def article(payload: bytes | str, uri: str = "a.txt", media_type: str = "", hints: Hints = NO_HINTS) -> Article:
    """The one article of the bytes."""
    (found,) = [item for item in reading(payload, uri, media_type, hints) if isinstance(item, Article)]
    return found


def codes(items: list[Article | Refusal]) -> list[str]:
    """Ids of articles and reason codes of refusals, in order."""
    return [item.article_id if isinstance(item, Article) else item.reason_code for item in items]


def zipped(members: dict[str, str | bytes]) -> bytes:
    """A ZIP archive."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return out.getvalue()


def warc(pages: list[tuple[str, str, bytes]], *, packed: bool = True, status: str = "200 OK") -> bytes:
    """A web archive of (address, content type, body)."""
    out = io.BytesIO()
    writer = WARCWriter(out, gzip=packed)
    for url, media_type, body in pages:
        headers = StatusAndHeaders(status, [("Content-Type", media_type)], protocol="HTTP/1.1")
        writer.write_record(
            writer.create_warc_record(
                url,
                "response",
                payload=io.BytesIO(body),
                http_headers=headers,
                warc_headers_dict={"WARC-Date": "2024-03-11T06:00:00Z"},
            )
        )
    return out.getvalue()
