"""Invented articles in every format that dateline reads: what the campaign mutates, and what must come through."""

from __future__ import annotations

import gzip
import io
import json
import random
import textwrap
import zipfile
from pathlib import Path

from tests.transforms.readers.office_documents import docx, mhtml, paragraph, pdf

STORY = (
    "The lighthouse of Sandvik was sold on Monday for 2.1 million crowns, the town council said.",
    "It had been closed since March 2019, when a storm broke the lamp and injured two keepers.",
    "A court in Hallby ruled on 14 February 2024 that the town may sell it, and denied an appeal two weeks later.",
    "The mayor, Ines Torvald, said that the new owner would open a museum there next summer.",
    "Fishermen blocked the harbour for three days last week and threatened to come back on Friday.",
    "Police arrested four of them on Saturday night; a fifth was released the following morning.",
    "“We were not asked,” said Karl Brandt, who has kept the light for forty years.",
)
PUBLISHED = "2024-05-14"
PAGE = """<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>{title}</title>
<meta property="article:published_time" content="{published}T08:00:00+02:00"></head>
<body><nav><a href="/">Home</a></nav><article><h1>{title}</h1>{paragraphs}</article></body></html>"""


def text_of(number: int) -> str:
    """Return a text of its own for each number."""
    chosen = random.Random(number).sample(STORY, 5)
    return " ".join([*chosen, f"This was report {number}."])


def article(number: int) -> dict[str, str]:
    """Return an article as a line of JSON has it."""
    return {
        "id": f"sound-{number}",
        "title": f"Lighthouse of Sandvik sold, report {number}",
        "published": PUBLISHED,
        "site": "Sandvik Post",
        "language": "en",
        "text": text_of(number),
    }


def page(number: int) -> bytes:
    """Return an article as a web page."""
    paragraphs = "".join(f"<p>{sentence}.</p>" for sentence in text_of(number).split(". "))
    return PAGE.format(title=f"Report {number}", published=PUBLISHED, paragraphs=paragraphs).encode()


def _mail(number: int) -> bytes:
    return (
        f"From: Sandvik Post <desk@post.example>\r\nSubject: Report {number}\r\nMessage-ID: <{number}@post.example>\r\n"
        "Date: Tue, 14 May 2024 08:00:00 +0200\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n"
        f"{text_of(number)}\r\n"
    ).encode()


def _feed(number: int) -> bytes:
    return (
        '<?xml version="1.0"?><rss version="2.0"><channel><title>Post</title><item>'
        f"<title>Report {number}</title><link>https://post.example/{number}</link>"
        f"<pubDate>Tue, 14 May 2024 08:00:00 +0200</pubDate><description>{text_of(number)}</description>"
        "</item></channel></rss>"
    ).encode()


def _zip(number: int) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("a.html", page(number))
        archive.writestr("b.txt", text_of(number + 1))
    return packed.getvalue()


def _warc(number: int) -> bytes:
    body = b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n" + page(number)
    head = (
        "WARC/1.0\r\nWARC-Type: response\r\n"
        f"WARC-Target-URI: https://post.example/{number}\r\nWARC-Date: 2024-05-14T06:00:00Z\r\n"
        f"WARC-Record-ID: <urn:uuid:00000000-0000-0000-0000-{number:012d}>\r\n"
        f"Content-Type: application/http; msgtype=response\r\nContent-Length: {len(body)}\r\n\r\n"
    )
    return head.encode() + body + b"\r\n\r\n"


def _lines(number: int) -> bytes:
    return "".join(json.dumps({**article(n), "id": f"line-{n}"}) + "\n" for n in (number, number + 1)).encode()


def documents(number: int) -> dict[str, bytes]:
    """Return the same story in every format, by the ending of its file."""
    text = text_of(number)
    return {
        "txt": text.encode(),
        "md": f"---\ntitle: Report {number}\ndate: {PUBLISHED}\n---\n# Report {number}\n\n{text}\n".encode(),
        "html": page(number),
        "json": json.dumps({**article(number), "id": f"one-{number}"}).encode(),
        "jsonl": _lines(number),
        "jsonl.gz": gzip.compress(_lines(number), mtime=0),
        "eml": _mail(number),
        "mbox": b"From desk@post.example Tue May 14 08:00:00 2024\n" + _mail(number),
        "rss": _feed(number),
        "csv": f"url,path,published\n,part-{number}.txt,{PUBLISHED}\n".encode(),
        "zip": _zip(number),
        "warc": _warc(number),
        "warc.gz": gzip.compress(_warc(number), mtime=0),
        "mhtml": mhtml(page(number).decode(), location=f"https://post.example/saved-{number}"),
        "pdf": pdf([textwrap.wrap(text, 80)], created="D:20240514080000+02'00'"),
        "docx": docx("".join(paragraph(f"{sentence}.") for sentence in text.split(". "))),
    }


def write_sound(folder: Path, count: int) -> Path:
    """Write so many sound articles, in several files, and return their folder."""
    folder.mkdir(parents=True)
    for first in range(0, count, 4):
        lines = [json.dumps(article(number)) + "\n" for number in range(first, min(first + 4, count))]
        (folder / f"sound-{first}.jsonl").write_text("".join(lines), encoding="utf-8")
    return folder
