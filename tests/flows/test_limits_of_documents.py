"""Documents at the edge of what can be: they cost no run, no other article, and no time beyond their size."""

import json
from pathlib import Path

import pytest

from flows.stages.refusals import LISTED
from tests.flows.conftest import ARTICLES, write_articles


def rows(dateline, store, sql):
    return json.loads(dateline("query", "--store", store, sql, "--format", "json").out)


def test_refusals_of_one_file_are_counted_after_some_hundred(dateline, tmp_path):
    good = json.dumps(ARTICLES[0])
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "bad.jsonl").write_text("{\n" * (LISTED + 57) + good + "\n", encoding="utf-8")
    (tmp_path / "in" / "few.jsonl").write_text("{\n" * 3, encoding="utf-8")

    said = dateline("run", tmp_path / "in", "--direct", "--store", tmp_path / "store", "--json")

    receipt = json.loads(said.out)
    assert (said.code, receipt["articles"]["new"], receipt["articles"]["quarantined"]) == (0, 1, LISTED + 60)
    found = rows(
        dateline, tmp_path / "store", "SELECT reason_code, count(*) AS n FROM quarantine GROUP BY 1 ORDER BY 1"
    )
    assert [(row["reason_code"], row["n"]) for row in found] == [("malformed_json", LISTED + 3), ("more_refused", 1)]
    (more,) = rows(dateline, tmp_path / "store", "SELECT detail FROM quarantine WHERE reason_code = 'more_refused'")
    assert more["detail"] == f"57 more of {LISTED + 57} refusals of this file"


EDGES = ["9999-12-31", "9999-12-31T23:59:59-12:00", "9999-12-30", "0001-01-01", "0001-01-02T00:00:00+14:00"]
TEXT = (
    "The mayor of Lindholm resigned on Friday. He was elected last year. Two weeks earlier the court had ruled. The"
    " strike lasted from December 30 to January 2. A week later it ended. The next inspection is on 31 December 9999,"
    " and the one before was on January 1, 1. They will meet tomorrow. Police arrested a man early Saturday."
)


def test_articles_from_the_calendars_ends_cost_no_article_and_no_run(dateline, tmp_path):
    odd = [{"id": f"odd-{n}", "published": day, "language": "en", "text": TEXT} for n, day in enumerate(EDGES)]
    made = write_articles(tmp_path / "in.jsonl", [*ARTICLES, *odd])

    said = dateline("run", made, "--direct", "--store", tmp_path / "store", "--json")

    assert said.code == 0, said.err
    receipt = json.loads(said.out)
    assert receipt["articles"]["new"] == len(ARTICLES) + len(EDGES)
    assert rows(dateline, tmp_path / "store", "SELECT * FROM quarantine WHERE reason_code LIKE '%fault'") == []
    assert dateline("timeline", "--store", tmp_path / "store", "--all").code == 0
    for form in ("ics", "markdown", "timelinejs", "geojson", "html", "csv"):
        exported = dateline("export", "--store", tmp_path / "store", "--format", form, "--all", "--output", "x")
        assert exported.code == 0, (form, exported.err)
    assert dateline("digest", "--store", tmp_path / "store").code == 0


@pytest.mark.parametrize("letter", ["(", "[", "<", '"', "\\", "=?utf-8?q?"])
@pytest.mark.parametrize("field", ["From", "Subject", "Date", "Content-Disposition"])
def test_mail_with_thousands_of_brackets_is_still_an_article(letter, field):
    from datetime import UTC, datetime

    from transforms.model import Article
    from transforms.readers.registry import read
    from transforms.readers.snapshot import NO_HINTS, take

    head = {"From": "a@b.example", "Date": "Mon, 06 May 2024 10:00:00 +0200", "Message-ID": "<a@b.example>"}
    head[field] = letter * 3_000 + head.get(field, "x")
    payload = "".join(f"{name}: {value}\r\n" for name, value in head.items()) + f"\r\n{TEXT}\r\n"

    found = list(read(take("a.eml", payload.encode(), datetime(2025, 1, 1, tzinfo=UTC), "message/rfc822", NO_HINTS)))

    assert any(isinstance(item, Article) and "Lindholm" in item.text for item in found)


def test_a_nul_in_a_feeds_date_costs_nothing():
    from datetime import UTC, datetime

    from transforms.model import Article
    from transforms.readers.registry import read
    from transforms.readers.snapshot import NO_HINTS, take

    feed = (
        '<rss version="2.0"><channel><title>x</title><item><title>A bridge</title><link>https://a.example/1</link>'
        f"<pubDate>Mon, 06\0 May 2024</pubDate><description>{TEXT}</description></item></channel></rss>"
    )

    found = list(read(take("a.xml", feed.encode(), datetime(2025, 1, 1, tzinfo=UTC), "application/rss+xml", NO_HINTS)))

    assert [str(item.published) for item in found if isinstance(item, Article)] == ["2024-05-06"]


@pytest.mark.parametrize("words", ["and Tuesday ", "Tuesday, ", "Monday to Tuesday ", "the day after "])
def test_work_grows_with_the_text_and_not_with_its_square(words, monkeypatch):
    """Counted in calls, since clocks differ: twice the text is twice the calls, and a little."""
    import sys

    from transforms.model import Article
    from transforms.times import find_times

    def calls(repeats: int) -> int:
        count = 0

        def counted(frame, event, arg):
            nonlocal count
            count += event == "call"

        sys.setprofile(counted)
        try:
            list(find_times(Article("a", words * repeats, language="en")))
        finally:
            sys.setprofile(None)
        return count

    calls(20)
    assert calls(400) < 2.5 * calls(200)


def test_what_no_reader_foresaw_costs_its_document_alone(tmp_path):
    from flows.sources import open_source
    from flows.stages.ingest import read_snapshot
    from transforms.model import Refusal

    (tmp_path / "list.csv").write_text("path,url," + "x" * 131_073 + "\ngone.txt,,\n", encoding="utf-8")
    record = b"WARC/1.0\r\nWARC-Type: response\r\nContent-Type: application/http\r\nContent-Length: 19\r\n\r\n"
    (tmp_path / "page.warc").write_bytes(record + b"HTTP/1.1 200 OK\r\n\r\n\r\n\r\n")
    write_articles(tmp_path / "news.jsonl", ARTICLES)

    found = list(open_source(str(tmp_path)))
    read = [one for item in found if not isinstance(item, Refusal) for one in read_snapshot(item)[0]]

    assert {article.article_id for article in read} >= {article["id"] for article in ARTICLES}
    assert {Path(item.location).name.partition("#")[0] for item in found if isinstance(item, Refusal)} >= {"list.csv"}


def test_an_archive_with_a_wrong_length_prints_nothing(tmp_path, capsys):
    from flows.sources import open_source

    head = (
        b"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://a.example/\r\nContent-Type: application/http\r\n"
    )
    (tmp_path / "page.warc").write_bytes(
        head + b"Content-Length: 19\r\n\r\nHTTP/1.1 200 OK\r\n\r\nmore than it says\r\n\r\n"
    )

    list(open_source(str(tmp_path / "page.warc")))

    assert capsys.readouterr() == ("", "")


def test_a_message_that_looks_like_a_mailbox_itself_is_not_opened_for_ever(tmp_path):
    from flows.sources import open_source
    from flows.stages.ingest import read_snapshot
    from transforms.model import Refusal

    lines = "From desk@post.example, in no year\nFrom: desk@post.example\nSubject: A bridge\n\nThe bridge was opened.\n"
    (tmp_path / "a.mbox").write_text(lines, encoding="utf-8")

    refused = [one for item in open_source(str(tmp_path / "a.mbox")) if not isinstance(item, Refusal)
               for one in read_snapshot(item)[1]]  # fmt: skip

    assert [one for one in refused if one.reason_code.endswith("fault")] == []
