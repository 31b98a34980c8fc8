"""Bytes of one document to articles, format by format."""

from __future__ import annotations

import gzip
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.transforms.readers.documents import ATOM, MAIL, PAGE, RSS, article, codes, reading, warc, zipped
from transforms.model import Article, Refusal
from transforms.readers import reader_version
from transforms.readers.identity import id_of_address
from transforms.readers.reasons import REASONS
from transforms.readers.snapshot import Hints


def test_plain_text_stays_as_it_is() -> None:
    text = "Bridge reopens\n\nThe old bridge reopened on Saturday.\nPeople watched.\n"
    found = article(text.replace("\n", "\r\n"), "news/bridge.txt", hints=Hints(fallback_id="bridge", language="en-GB"))
    assert (found.text, found.title, found.article_id) == (text, "Bridge reopens", "bridge")
    assert (found.language, found.language_confidence) == ("en", 1.0)
    assert (found.published, found.published_precision, found.signals) == (None, None, ())


def test_markdown_loses_its_marks() -> None:
    found = article(
        "---\ntitle: Bridge reopens\ndate: 2024-03-09\nlang: en\n---\n# Big *news*\n\nThe **old** [bridge](https://x.org)\nreopened.\n\n- One\n- Two\n",
        "a.md",
    )
    assert found.text == "Big news\n\nThe old bridge reopened.\n\nOne\n\nTwo"
    assert (found.title, found.published, found.published_signal) == ("Bridge reopens", date(2024, 3, 9), "record")


def test_a_page_gives_text_dates_and_names() -> None:
    found = article(PAGE, "a.html")
    assert found.text.startswith("Bridge reopens after repairs\nThe old bridge") or found.text.startswith(
        "The old bridge"
    )
    assert "Home" not in found.text
    assert "Example Media" not in found.text
    assert (found.title, found.author) == ("Bridge reopens after repairs", "Ann Example")
    assert (found.url, found.site) == ("https://news.example.org/2024/bridge", "news.example.org")
    assert (found.published, found.published_at, found.updated) == (
        date(2024, 3, 9), "2024-03-09T08:00:00+01:00", date(2024, 3, 10),
    )  # fmt: skip
    assert (found.published_signal, found.language) == ("json-ld", "en")


def test_what_the_manifest_says_outranks_the_page_and_both_are_kept() -> None:
    found = article(PAGE, "a.html", hints=Hints(id="x1", published="2024-03-08", language="sv", title="Other"))
    assert (found.article_id, found.title, found.language, found.published) == ("x1", "Other", "sv", date(2024, 3, 8))
    signs = {(s.source, s.field, s.chosen) for s in found.signals}
    assert {("manifest", "published", True), ("json-ld", "published", False), ("json-ld", "updated", True)} <= signs


def test_json_lines_keep_text_and_place() -> None:
    line = '{"id": "a1", "title": null, "text": " Two  spaces.\\r\\n", "published": "2024-03-09", "gold": {}}'
    found = reading(f'{line}\n\n{{broken\n[1]\n{{"title": "no text"}}\n', "n.jsonl")
    assert codes(found) == ["a1", "malformed_json", "malformed_json", "malformed_row"]
    assert isinstance(found[0], Article)
    assert found[0].text == " Two  spaces.\r\n"
    assert [item.location for item in found if not isinstance(item, Article)] == ["n.jsonl#3", "n.jsonl#4", "n.jsonl#5"]


def test_an_empty_text_is_an_article_and_no_text_is_not() -> None:
    assert codes(reading('{"id": "a", "text": ""}')) == ["a"]
    assert codes(reading('{"id": "a", "text": null}')) == ["malformed_row"]


def test_json_over_several_lines() -> None:
    assert codes(reading('[\n {"id": "a", "text": "x"},\n {"id": "b", "text": "y"}\n]')) == ["a", "b"]
    assert codes(reading('{\n "id": "a",\n "text": "x"\n}')) == ["a"]


def test_what_no_database_can_hold_is_replaced_one_for_one() -> None:
    assert (
        article('{"id": "a", "text": "x\\ud800y\\u0000z"}').text
        == "x\N{REPLACEMENT CHARACTER}y\N{REPLACEMENT CHARACTER}z"
    )


def test_mail_gives_day_and_offset_of_the_sender() -> None:
    found = article(MAIL, "letter.eml", hints=Hints(fallback_id="letter"))
    assert (
        found.text
        == "Die alte Brücke ist seit Samstag wieder offen. Zwei Jahre lang war sie gesperrt, sagte der Rat der Stadt.\n"
    )
    assert (found.title, found.author, found.site) == ("Brücke wieder offen", "City Letter", "news.example.org")
    assert (found.published, found.published_at, found.published_signal) == (
        date(2024, 3, 9), "2024-03-09T23:30:00-05:00", "header",
    )  # fmt: skip
    assert (found.language, found.article_id) == ("de", "letter")


@pytest.mark.parametrize(
    "subject",
    ["Brücke wieder offen", "=?iso-8859-1?q?Br=FCcke?= wieder\n offen", "=?utf-8?b?QnLDvGNrZQ==?= wieder offen"],
)
def test_a_subject_however_it_is_encoded(subject: str) -> None:
    assert article(MAIL.replace("=?utf-8?q?Br=C3=BCcke_wieder_offen?=", subject)).title == "Brücke wieder offen"


def test_mail_with_both_forms_and_an_attachment() -> None:
    parts = [
        ("text/plain; charset=utf-8", "", "View this letter in your browser."),
        ("text/html; charset=iso-8859-1", "", "<h1>Br\xfccke</h1><p>Wieder offen.</p>"),
        ("text/plain", "Content-Disposition: attachment; filename=a.txt\n", "Terms and conditions. " * 50),
    ]
    body = "".join(f"--x\nContent-Type: {kind}\n{more}\n{text}\n" for kind, more, text in parts)
    letter = f"From: a@example.org\nDate: Sat, 09 Mar 2024 10:00:00 +0100\nMIME-Version: 1.0\nContent-Type: multipart/alternative; boundary=x\n\n{body}--x--\n"
    assert article(letter.encode("latin-1")).text == "Brücke\n\nWieder offen."


def test_mail_in_html_alone() -> None:
    letter = "From: a@example.org\nDate: Sat, 09 Mar 2024 10:00:00 +0100\nSubject: x\nMIME-Version: 1.0\nContent-Type: text/html; charset=utf-8\n\n<p>First.</p><style>p{}</style><div>Second<br>third.</div>"
    assert article(letter).text == "First.\n\nSecond\n\nthird."


@pytest.mark.parametrize(
    ("header", "day"),
    [
        ("Date: Sat, 09 Mar 2024 23:30:00 -0500\n  Precedence: list\n  X-Loop: yes", "2024-03-09"),
        ("Date: Sat, 09 Mar 2024\n 23:30:00 -0500", "2024-03-09"),
        ("Date: Sat, 09 Mar 2024 23:30:00 -0500 (EST) sent again on Sunday, 10 March 2024", "2024-03-09"),
        ("Date: 9 Mar 2024 23:30 EST", "2024-03-09"),
        ("Date: Sa, 09 Mrz 2024 23:30:00 +0100", "2024-03-09"),
        ("Date: sáb, 9 mar 2024 23:30:00 +0100", "2024-03-09"),
        ("Date: Thu, 01 Jan 1970 00:00:00 +0000", None),
        ("Date: soon", None),
        # without a date of its own, the day on which the first server took it
        (
            "Received: from a by b; Sun, 10 Mar 2024 08:00:00 +0100\nReceived: from c by a; Sat, 9 Mar 2024 23:31:00 +0100",
            "2024-03-09",
        ),
    ],
)
def test_the_date_of_a_mail_is_the_first_thing_its_field_says(header: str, day: str | None) -> None:
    found = article(MAIL.replace("Date: Sat, 09 Mar 2024 23:30:00 -0500", header), "letter.eml")
    assert (found.published and found.published.isoformat()) == day


def test_a_mailbox_gives_its_messages() -> None:
    second = MAIL.replace("<one@", "<two@").replace("offen. Zwei", "offen.\n>From weit. Zwei")
    box = f"From letter@news.example.org Sat Mar  9 23:30:00 2024\n{MAIL}\nFrom letter@news.example.org Sun Mar 10 23:30:00 2024\n{second}\n"
    found = reading(box, "box")
    assert len({*codes(found)}) == 2
    assert all(isinstance(item, Article) and item.published == date(2024, 3, 9) for item in found)
    assert isinstance(found[1], Article)
    assert "\nFrom weit" in found[1].text


def test_rss_entries() -> None:
    found = reading(RSS, "https://news.example.org/rss")
    bridge, ferry = id_of_address("https://news.example.org/bridge"), id_of_address("https://news.example.org/ferry")
    assert codes(found) == [bridge, ferry, "no_text"]
    first, second, _ = found
    assert isinstance(first, Article)
    assert isinstance(second, Article)
    assert first.text == "The old bridge reopened.\n\nFour hundred people watched."
    assert (first.published, first.published_at, first.published_signal) == (
        date(2024, 3, 9), "2024-03-09T23:30:00-05:00", "feed",
    )  # fmt: skip
    assert (second.text, second.published, second.language) == ("The ferry made its last trip.", None, "en")


def test_an_atom_update_is_not_a_publication() -> None:
    first, second = reading(ATOM, "https://news.example.org/atom")
    assert isinstance(first, Article)
    assert isinstance(second, Article)
    assert (first.published, first.updated, first.language) == (date(2024, 3, 9), date(2024, 3, 11), "de")
    assert (second.published, second.updated) == (None, date(2024, 3, 12))


def test_a_web_archive_gives_its_pages() -> None:
    held = warc(
        [
            ("https://news.example.org/b", "text/html", PAGE.encode()),
            ("https://news.example.org/p.png", "image/png", b"\x89PNG"),
        ]
    )
    (found,) = reading(held, "crawl.warc.gz")
    assert isinstance(found, Article)
    assert (found.article_id, found.url) == (id_of_address("https://news.example.org/b"), "https://news.example.org/b")
    assert found.published == date(2024, 3, 9)


def test_a_page_cannot_be_younger_than_its_archive() -> None:
    later = PAGE.replace("2024-03-09T08", "2024-05-09T08").replace("2024-03-10T09", "2024-05-10T09").encode()
    found = article(warc([("https://news.example.org/b", "text/html", later)]), "crawl.warc.gz")
    assert (found.published, found.updated) == (None, None)


def test_a_damaged_response_costs_itself_alone() -> None:
    sound = warc([("https://news.example.org/b", "text/html", PAGE.encode())], packed=False)
    nameless = b"WARC/1.0\r\nWARC-Type: response\r\nContent-Length: 19\r\n\r\nHTTP/1.1 200 OK\r\n\r\n\r\n\r\n"
    garbled = (
        b"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://news.example.org/x\r\nContent-Length: 7\r\n\r\n"
        b"garbled\r\n\r\n"
    )
    found = reading(nameless + garbled + sound, "crawl.warc")
    assert [i.reason_code for i in found if isinstance(i, Refusal)] == ["malformed_archive", "malformed_archive"]
    assert [a.url for a in found if isinstance(a, Article)] == ["https://news.example.org/b"]


def _records(count: int) -> list[bytes]:
    return [warc([(f"https://news.example.org/{n}", "text/html", PAGE.encode())]) for n in range(count)]


@pytest.mark.parametrize("broken", [0, 1, 3])
@pytest.mark.parametrize("damage", ["flipped", "cut", "zeroed", "lost head"])
def test_a_damaged_record_of_a_packed_archive_costs_itself_alone(broken: int, damage: str) -> None:
    records = _records(4)
    whole = records[broken]
    middle = len(whole) // 2
    records[broken] = {
        "flipped": whole[:middle] + bytes(b ^ 0xFF for b in whole[middle : middle + 40]) + whole[middle + 40 :],
        "cut": whole[:middle],
        "zeroed": whole[: middle - 100] + bytes(200) + whole[middle + 100 :],
        "lost head": whole[20:],
    }[damage]
    found = reading(b"".join(records), "crawl.warc.gz")
    addresses = [item.url for item in found if isinstance(item, Article)]
    # Without its first bytes the archive is no archive any more; cut off at its end, it is only shorter.
    if broken == 0 and damage == "lost head":
        assert addresses == []
        return
    assert addresses == [f"https://news.example.org/{n}" for n in range(4) if n != broken]
    refused = {i.reason_code for i in found if isinstance(i, Refusal)}
    assert refused == (
        set() if damage == "lost head" else {"truncated" if (broken, damage) == (3, "cut") else "malformed_archive"}
    )


def test_one_tag_with_thousands_of_attributes_is_refused_before_it_is_parsed() -> None:
    held = "<html><body><p " + " ".join(f"a{n}=1" for n in range(20_000)) + ">Words.</p></body></html>"
    assert codes(reading(held.encode(), "a.html")) == ["malformed_html"]


def test_a_long_picture_in_a_tag_is_no_reason_to_refuse() -> None:
    held = PAGE.replace("<body>", f'<body><img alt="a b c" src="data:image/png;base64,{"A" * 300_000}">', 1)
    assert [type(i) for i in reading(held.encode(), "a.html")] == [Article]


def test_errors_and_redirects_in_an_archive_are_passed_over() -> None:
    assert reading(warc([("https://news.example.org/b", "text/html", b"gone")], status="404 Not Found")) == []


def test_a_zip_is_read_as_a_folder_with_its_manifest() -> None:
    held = zipped(
        {
            "2024/bridge.txt": "The bridge reopened.",
            "list.csv": "path,id,published\n2024/ferry.txt,f1,2024-03-09\nnone.txt,,\n",
            "2024/ferry.txt": "The ferry stopped.",
            "__MACOSX/2024/x.txt": "nothing",
            "2024/p.png": b"\x89PNG....",
        }
    )
    assert codes(reading(held, "a.zip")) == ["f1", "missing_file", "2024/bridge", "binary"]


@pytest.mark.parametrize(
    ("payload", "uri", "code"),
    [
        (b"", "a.txt", "empty"),
        (b" \n ", "a.html", "empty"),
        (b"%PDF-1.7\n...", "a.html", "malformed_document"),
        (b"words", "a.xyz", "unknown_format"),
        (b"<html><body></body></html>", "a.html", "no_text"),
        (b"<html><head><title>x</title></head><body><script>let a=1</script></body></html>", "a.html", "no_text"),
        (b"---\ntitle: x\n---\n", "a.md", "no_text"),
        (b"<?xml version='1.0'?><rss><chan", "a.xml", "malformed_feed"),
        (gzip.compress(b"Some words of an article." * 400, mtime=0)[:60], "a.txt.gz", "truncated"),
        (b"\x1f\x8b\x08\x00garbage that is not packed data", "a.txt.gz", "malformed_archive"),
        (b"PK\x03\x04 no archive", "a.zip", "malformed_archive"),
        (b"WARC/1.0\r\nbroken", "a.warc", "malformed_archive"),
        (zipped({"[Content_Types].xml": "<x/>", "xl/workbook.xml": "<x/>"}), "a.xlsx", "unknown_format"),
        (b"From: a@example.org\nDate: Sat, 09 Mar 2024 10:00:00 +0100\nSubject: x\n\n", "a.eml", "no_text"),
    ],
)  # fmt: skip
def test_bad_input_is_refused(payload: bytes, uri: str, code: str) -> None:
    assert codes(reading(payload, uri)) == [code]


def test_a_guessed_encoding_is_noted_and_the_article_goes_through() -> None:
    text = "La décision a été prise à l'unanimité par le conseil élu l'été dernier, où le débat s'était déroulé. " * 3
    found = reading(text.encode("cp1252"), "a.txt", hints=Hints(fallback_id="a"))
    assert codes(found) == ["encoding_guessed", "a"]
    assert isinstance(found[1], Article)
    assert found[1].text == text


def test_a_declared_encoding_is_believed() -> None:
    page = PAGE.replace("old bridge", "alte Brücke").replace("<head>", '<head><meta charset="iso-8859-1">')
    assert "alte Brücke" in article(page.encode("cp1252"), "a.html").text
    assert (
        "alte Brücke"
        in article(
            page.replace('<meta charset="iso-8859-1">', "").encode("cp1252"), "a.html", "text/html; charset=latin-1"
        ).text
    )


def test_a_wrong_declaration_of_valid_utf_8_is_not_believed() -> None:
    page = PAGE.replace("old bridge", "alte Brücke").replace("<head>", '<head><meta charset="iso-8859-1">')
    assert "alte Brücke" in article(page, "a.html").text


def test_a_date_given_that_is_none_is_noted() -> None:
    found = reading("Words of an article.", "a.txt", hints=Hints(fallback_id="a", published="next week"))
    assert codes(found) == ["unreadable_date", "a"]
    assert isinstance(found[1], Article)
    assert found[1].published is None


def test_figures_that_may_be_either_day_are_noted_and_both_kept() -> None:
    line = '{"id": "a", "text": "The old bridge reopened on Saturday after two years.", "published": "03/09/2024", "language": "en"}'
    found = reading(line, "n.jsonl")
    assert codes(found) == ["unreadable_date", "a"]
    assert isinstance(found[0], Refusal)
    assert found[0].detail == "published: '03/09/2024' is 2024-09-03 or 2024-03-09"
    assert isinstance(found[1], Article)
    assert (found[1].published, [s.day for s in found[1].signals]) == (None, [date(2024, 9, 3), date(2024, 3, 9)])


def test_every_refusal_has_a_remedy() -> None:
    assert all(reason.meaning and reason.remedy for reason in REASONS.values())


def test_the_readers_version_is_short_and_stable() -> None:
    assert reader_version() == reader_version()
    assert len(reader_version()) == 12


@given(
    st.binary(max_size=400),
    st.sampled_from(["a.txt", "a.html", "a.jsonl", "a.eml", "a.md", "a.xml", "a", "https://x.org/"]),
)
def test_no_bytes_raise(payload: bytes, uri: str) -> None:
    for item in reading(payload, uri):
        assert isinstance(item, Article) or item.reason_code in REASONS


@pytest.mark.parametrize(
    "beginning",
    [
        b"<html><body>",
        b"WARC/1.0\r\n",
        b"From: a\nDate: b\n\n",
        b"{",
        b"<rss><channel>",
        b"PK\x03\x04",
        b"---\na: b\n---\n",
    ],
)
@given(tail=st.binary(max_size=200))
def test_no_broken_document_raises(beginning: bytes, tail: bytes) -> None:
    for item in reading(beginning + tail, "a"):
        assert isinstance(item, Article) or item.reason_code in REASONS


@pytest.mark.parametrize("url", ["javascript:alert(1)", "data:text/html,x", "file:///etc/passwd", "urn:x:1"])
def test_what_is_no_address_on_the_web_is_no_address_of_an_article(url: str) -> None:
    assert article(f'{{"id": "a", "text": "The bridge reopened.", "url": "{url}"}}', "a.json").url is None
