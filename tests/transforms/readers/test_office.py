"""PDFs, word processors' documents and saved pages: what is read of them, and that no damage raises."""

from __future__ import annotations

import io
import random
import zipfile
from datetime import date

import pytest

from tests.transforms.readers.documents import PAGE, article, codes, reading, zipped
from tests.transforms.readers.office_documents import docx, mhtml, paragraph, pdf
from transforms.model import Article, Refusal
from transforms.readers.office.paragraphs import paged_text
from transforms.readers.registry import recognise
from transforms.readers.snapshot import Hints

HEAD = "Report on the Northern Ferry"
FIRST = [
    HEAD,
    "",
    "9 March 2024",
    "",
    "The old ferry was laid up in the autumn after its engine had",
    "failed twice within one week. The harbour master ordered an in-",
    "spection of all ships of the line, which took until the winter",
]
SECOND = [
    "came. Four of them were found to be unfit for the open sea.",
    "On 2 May the ministry withdrew the licence of the company.",
]
LETTER = paragraph("The old ferry was ", "laid up on Monday.") + paragraph(
    "Its engine had failed twice within one week."
)


def test_a_pdf_gives_running_text_and_where_its_pages_begin() -> None:
    found = article(pdf([FIRST, SECOND], title="Microsoft Word - draft3.docx"), "ferry.pdf")
    assert (
        "ordered an inspection of all ships of the line, which took until the winter came. Four of them" in found.text
    )
    assert [found.text[start:].split()[0] for start in found.page_starts] == ["Report", "came."]
    assert found.title == HEAD


@pytest.mark.parametrize(
    ("created", "line", "day"),
    [
        ("", "9 March 2024", None),
        ("D:20240311093000+01'00'", "9 March 2024", "2024-03-09"),
        ("D:20240311093000Z", "Published: 9 March 2024", "2024-03-09"),
        ("", "Published: 9 March 2024", "2024-03-09"),
        ("", "Veröffentlicht am 09.03.2024", "2024-03-09"),
        ("", "Publicado el 9 de marzo de 2024", "2024-03-09"),
        # the file was written long after what its head tells of, or nothing is told there
        ("D:20250311093000Z", "9 March 2024", None),
        ("D:20240311093000Z", "An account", None),
        ("D:20240311093000Z", "Deadline: 9 March 2024", None),
    ],
)
def test_metadata_are_a_weak_sign_of_the_publication(created: str, line: str, day: str | None) -> None:
    language = "de" if line.startswith("Ver") else "es" if "Publicado" in line else "en"
    held = pdf([[HEAD, "", line, "", *FIRST[4:], *SECOND]], created=created)
    found = article(held, "ferry.pdf", hints=Hints(language=language))
    assert (found.published and found.published.isoformat()) == day
    assert any(s.source == "metadata" for s in found.signals) is bool(created)


def test_running_heads_and_page_numbers_are_no_text() -> None:
    pages = [
        f"The Ferry Inquiry, part {n}\nPeople of village {name} waited for hours at the pier.\nNobody came to fetch them there.\nPage {n} of 4"
        for n, name in enumerate(("Aber", "Brae", "Cuil", "Dorn"), 1)
    ]
    found = paged_text(pages)
    assert "Inquiry" not in found.text
    assert "Page" not in found.text
    assert [found.text[start:].split()[3] for start in found.starts] == ["Aber", "Brae", "Cuil", "Dorn"]


@pytest.mark.parametrize(
    ("lines", "text"),
    [
        (["a long sen-", "tence of two lines"], "a long sentence of two lines"),
        (["Nord-", "und Ostsee"], "Nord- und Ostsee"),
        (["the Anglo-", "Irish treaty"], "the Anglo- Irish treaty"),
        (["one.", "", "two."], "one.\n\ntwo."),
        (
            ["• the first of two", "• the second, in so many words"],
            "• the first of two\n\n• the second, in so many words",
        ),
        ([], ""),
    ],
)
def test_lines_become_paragraphs(lines: list[str], text: str) -> None:
    assert paged_text(["\n".join(lines)]).text == text


def test_a_scan_is_refused_with_a_reason_that_names_what_helps() -> None:
    (refused,) = reading(pdf([[], []]), "scan.pdf")
    assert isinstance(refused, Refusal)
    assert refused.reason_code == "needs_ocr"
    assert "OCR" in refused.remedy


def test_a_scanned_page_among_others_is_noted() -> None:
    found = reading(pdf([FIRST, [], SECOND]), "mixed.pdf")
    assert [i.reason_code for i in found if isinstance(i, Refusal)] == ["pages_without_text"]
    assert [i.detail for i in found if isinstance(i, Refusal)] == ["no text on page 2"]
    assert [len(i.page_starts) for i in found if isinstance(i, Article)] == [3]


def test_a_document_gives_its_paragraphs_without_what_was_struck_out() -> None:
    struck = "<w:p><w:del><w:r><w:delText>It sank.</w:delText></w:r></w:del><w:r><w:t>It floats.</w:t></w:r></w:p>"
    table = f"<w:tbl><w:tr><w:tc>{paragraph('Crew')}</w:tc><w:tc>{paragraph('nine')}</w:tc></w:tr></w:tbl>"
    core = "<dc:title>The ferry</dc:title><dc:creator>Ann Example</dc:creator><dcterms:created>2024-03-09T10:00:00Z</dcterms:created>"
    found = article(docx(LETTER + struck + table, core=core), "ferry.docx")
    assert (
        found.text
        == "The old ferry was laid up on Monday.\n\nIts engine had failed twice within one week.\n\nIt floats.\n\nCrew\n\nnine"
    )
    assert (found.title, found.author, found.published, found.page_starts) == ("The ferry", "Ann Example", None, ())
    assert [(s.source, s.day, s.chosen) for s in found.signals] == [("metadata", date(2024, 3, 9), False)]


def test_a_document_in_an_archive_is_read() -> None:
    held = zipped({"a.docx": docx(LETTER), "b.pdf": pdf([FIRST, SECOND])})
    assert [type(i) for i in reading(held, "leak.zip", hints=Hints(fallback_id="leak"))] == [Article, Article]


def test_a_saved_page_has_the_address_and_the_day_of_its_wrapper() -> None:
    found = article(mhtml(PAGE.replace("2024-03-10T09", "2024-05-10T09")), "saved.mhtml")
    assert found.url == "https://news.example.org/bridge" or found.url == "https://news.example.org/2024/bridge"
    assert (found.published, found.title) == (date(2024, 3, 9), "Bridge reopens after repairs")
    # nothing on it can be younger than the day on which it was saved
    assert found.updated is None


def test_a_mail_with_a_page_in_it_is_still_a_mail() -> None:
    letter = "From: a@example.org\nDate: Sat, 09 Mar 2024 10:00:00 +0100\nMessage-ID: <x@y>\nContent-Type: multipart/related; boundary=x\n\n--x\nContent-Type: text/html\n\n<p>Words of a letter.</p>\n--x--\n"
    assert recognise(letter.encode()).name == "mail"


@pytest.mark.parametrize(
    ("note", "url"),
    [
        (
            "<!--\n Page saved with SingleFile \n url: https://paper.example/bridge \n saved date: Mon Mar 11 2024 09:00:00 GMT+0100 (CET)\n-->",
            "https://paper.example/bridge",
        ),
        ("<!-- saved from url=(0029)https://paper.example/bridge -->", "https://paper.example/bridge"),
        ("<!-- saved from url=(0014)about:internet -->", None),
    ],
)
def test_a_single_file_notes_where_it_was_saved_from(note: str, url: str | None) -> None:
    bare = PAGE.replace('<link rel="canonical" href="https://news.example.org/2024/bridge">', "")
    assert article(bare.replace("<html", f"{note}<html", 1), "a.html").url == url


def test_a_page_is_no_younger_than_its_note_says() -> None:
    note = (
        "<!-- Page saved with SingleFile url: https://paper.example/a saved date: Fri Mar 01 2024 09:00:00 GMT+0100 -->"
    )
    assert article(PAGE.replace("<html", f"{note}<html", 1), "a.html").published is None


def test_pictures_within_a_page_cost_nothing() -> None:
    picture = f'<img src="data:image/png;base64,{"QUJD" * 3_000_000}">'
    found = article(PAGE.replace("<article>", f"<article>{picture}", 1), "a.html")
    assert found.published == date(2024, 3, 9)
    assert "pillars" in found.text


DOCUMENTS = {
    "ferry.pdf": pdf([FIRST, SECOND], created="D:20240309100000Z"),
    "ferry.docx": docx(LETTER, core="<dcterms:created>2024-03-09T10:00:00Z</dcterms:created>"),
    "ferry.mhtml": mhtml(PAGE),
}


@pytest.mark.parametrize("name", DOCUMENTS)
def test_no_damage_raises(name: str) -> None:
    whole, chance = DOCUMENTS[name], random.Random(name)
    for _ in range(60):
        damaged = bytearray(whole[: chance.randrange(len(whole))] if chance.random() < 0.4 else whole)
        for _ in range(chance.randrange(1, 12)):
            if damaged:
                damaged[chance.randrange(len(damaged))] ^= 1 << chance.randrange(8)
        for item in reading(bytes(damaged), name):
            assert isinstance(item, Article) or item.reason_code


@pytest.mark.parametrize(
    ("held", "name", "code"),
    [
        (b"%PDF-1.4\nnothing", "a.pdf", "malformed_document"),
        (
            pdf([FIRST], more=b"/Encrypt << /Filter /Standard /V 1 /R 2 /O (x) /U (y) /P -4 >>"),
            "a.pdf",
            "encrypted",
        ),
        (zipped({"[Content_Types].xml": "<x/>", "word/document.xml": "<x"}), "a.docx", "malformed_document"),
        (zipped({"[Content_Types].xml": "<x/>", "word/styles.xml": "<x/>"}), "a.docx", "malformed_document"),
        (docx(""), "a.docx", "no_text"),
        (mhtml(""), "a.mhtml", "malformed_document"),
    ],
)
def test_what_cannot_be_read_is_refused(held: bytes, name: str, code: str) -> None:
    assert codes(reading(held, name)) == [code]


def test_a_document_that_unpacks_to_far_more_than_words_is_refused() -> None:
    bomb = docx("<w:p><w:r><w:t>" + "a" * 30_000_000 + "</w:t></w:r></w:p>")
    assert len(bomb) < 100_000
    assert codes(reading(bomb, "a.docx")) == ["too_large"]


def test_a_header_that_lies_about_its_size_is_not_believed() -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "<x/>")
        archive.writestr("word/document.xml", b"<a>" + b" " * 25_000_000 + b"</a>")
    lying = out.getvalue().replace((25_000_007).to_bytes(4, "little"), (10).to_bytes(4, "little"))
    assert codes(reading(lying, "a.docx")) in (["too_large"], ["malformed_document"])
