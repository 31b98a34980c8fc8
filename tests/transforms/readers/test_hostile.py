"""Documents made to cost time: four times the length may cost four times the work, not sixteen."""

from __future__ import annotations

import itertools
from collections.abc import Callable

import pytest

from tests.steps import grows_linearly
from tests.transforms.readers.documents import reading

SHORT = 2_000

DOCUMENTS: dict[str, tuple[str, Callable[[int], bytes]]] = {
    "tags never closed": ("a.html", lambda n: b"<html><body>" + b"<div>" * (n // 5)),
    "a page of dates": ("a.html", lambda n: b"<html><body>" + b"<li><a>2020-01-02</a>" * (n // 21)),
    "headlines in headlines": ("a.html", lambda n: b"<html><body>" + b"<h1>a 2020 x" * (n // 12)),
    "brackets": ("a.md", lambda n: b"# x\n\n" + b"[" * n),
    "stars": ("a.md", lambda n: b"# x\n\n" + b"*a **b " * (n // 7)),
    "quotes in quotes": ("a.md", lambda n: b"# x\n\n" + b">" * n),
    "items never closed": ("a.xml", lambda n: b"<rss><channel>" + b"<item><title>" * (n // 13)),
    "less-than signs": ("a.xml", lambda n: b"<rss><channel><item>" + b"<" * n),
    "parts in parts": (
        "a.eml",
        lambda n: b"From: a@b.example\nDate: c\nSubject: d\nContent-Type: multipart/mixed; boundary=x\n\n"
        + b"--x\nContent-Type: multipart/mixed; boundary=x\n\n" * (n // 50),
    ),
    "a header of parameters": (
        "a.eml",
        lambda n: b"From: a@b.example\nDate: c\nSubject: d\nContent-Type: text/plain; " + b"a*0=b; " * (n // 7) + b"\n\nx",
    ),
    "datelines": ("a.txt", lambda n: b"OSLO, Jan. 1 " * (n // 13)),
    "one long word": ("a.txt", lambda n: b"A" * n),
    "lists in lists": ("a.jsonl", lambda n: b'{"text":' + b"[" * n),
    "quotes never closed": ("a.csv", lambda n: b"path,url\n" + b'"' * n),
}  # fmt: skip


@pytest.mark.parametrize("name", DOCUMENTS)
def test_work_grows_with_length_alone(name: str) -> None:
    uri, make = DOCUMENTS[name]

    def work(size: int) -> Callable[[], object]:
        payload = make(size)
        return lambda: reading(payload, uri)

    assert grows_linearly(work, SHORT)


def test_entities_do_not_multiply() -> None:
    names = "abcdefghij"
    entities = "".join(f'<!ENTITY {b} "{f"&{a};" * 10}">' for a, b in itertools.pairwise(names))
    feed = f'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "{"z" * 10}">{entities}]><rss version="2.0"><channel><item><title>&j;</title><description>&j;</description></item></channel></rss>'
    found = reading(feed, "a.xml")
    assert all(len(getattr(item, "text", "")) < 100_000 for item in found)


def test_a_feed_reads_no_file_of_this_machine() -> None:
    feed = '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><rss version="2.0"><channel><item><title>x</title><description>&e; words</description></item></channel></rss>'
    assert not any("root:" in getattr(item, "text", "") for item in reading(feed, "a.xml"))
