"""PDF: the text layer, page by page.  Pages that are pictures need OCR first, and are refused with that reason."""

from __future__ import annotations

import io
import logging
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from transforms.language.detection import detect_language
from transforms.model import Article, Refusal
from transforms.publication_date.locales import locale_of
from transforms.readers.assemble import Found, assemble, one_line
from transforms.readers.format import Format
from transforms.readers.office.paragraphs import PagedText, paged_text
from transforms.readers.office.stated_dates import document_signals
from transforms.readers.plain_text import title_line
from transforms.readers.reasons import refuse
from transforms.readers.snapshot import Snapshot

_MOST_PAGES = 2_000
_MOST_TEXT = 20_000_000
_LIMITS: dict[str, Any] = {
    "maximum_declared_stream_length": 20_000_000,
    "array_based_stream_maximum_output_length": 20_000_000,
    "zlib_maximum_output_length": 20_000_000,
    "lzw_maximum_output_length": 20_000_000,
    "run_length_maximum_output_length": 20_000_000,
    "stream_decoding_work_maximum_length": 40_000_000,
    "stream_parsing_work_maximum_count": 500_000,
    "xform_maximum_invocations_per_extraction": 500,
    "page_tree_maximum_entries": 20_000,
    "disable_legacy_handling": True,
    "jbig2dec_binary": None,
}
"""What one stream and one page may cost; pictures are never unpacked, and no program is called for them."""
_LETTERS_A_PAGE = 20
"""Fewer letters on a page than this are a stamp or a number on a picture."""
_LETTER = re.compile(r"[^\W\d_]")
_DATE = re.compile(r"D?:?(\d{4})(\d{2})(\d{2})(?:(\d{2})(\d{2})(\d{2})?)?(?:(Z)|([+-])(\d{2})'?(\d{2})?)?")
_NO_TITLE = re.compile(
    r"microsoft word|untitled|unbenannt|sin título|\.(?:docx?|odt|rtf|pdf|indd|qxd|tmp)$", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class _Document:
    """The pages' words and the metadata."""

    pages: tuple[str, ...]
    title: str | None
    author: str | None
    created: str | None
    modified: str | None
    language: str | None


def read_pdf(snapshot: Snapshot) -> Iterator[Article | Refusal]:
    """Return the one article of a PDF, with the offset at which each page begins."""
    read = _read(snapshot)
    if isinstance(read, Refusal):
        yield read
        return
    empty = [n for n, page in enumerate(read.pages, 1) if len(_LETTER.findall(page)) < _LETTERS_A_PAGE]
    if len(empty) == len(read.pages):
        yield refuse("needs_ocr", snapshot.uri, snapshot.uri)
        return
    if empty:
        listed = ", ".join(str(n) for n in empty[:20]) + (", …" if len(empty) > 20 else "")
        yield refuse("pages_without_text", snapshot.uri, snapshot.uri, f"no text on page {listed}")
    yield from assemble(snapshot, _found(read, paged_text(read.pages), snapshot))


def _found(read: _Document, paged: PagedText, snapshot: Snapshot) -> Found:
    title = read.title if read.title and not _NO_TITLE.search(read.title) else title_line(paged.text)
    language = snapshot.hints.language or read.language
    locale = locale_of(language, snapshot.hints.url, paged.text, detect_language(paged.text)[0])
    return Found(
        paged.text,
        title=title,
        author=read.author,
        language=read.language,
        signs=tuple(document_signals(paged.text, read.created, read.modified, locale)),
        page_starts=paged.starts,
    )


def _read(snapshot: Snapshot) -> _Document | Refusal:
    """Return what a document holds, or why it cannot be read."""
    # Imported here: few sources hold a PDF, and the library takes time to load.
    import pypdf
    from pypdf.errors import FileNotDecryptedError

    # It logs what is irregular in a file as a warning; here that is read past or refused.
    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    with pypdf.apply_configuration(**_LIMITS):
        try:
            reader = pypdf.PdfReader(io.BytesIO(snapshot.payload))
            if reader.is_encrypted and not reader.decrypt(""):
                return refuse("encrypted", snapshot.uri, snapshot.uri)
            if len(reader.pages) > _MOST_PAGES:
                return refuse("too_large", snapshot.uri, snapshot.uri, f"more than {_MOST_PAGES:,} pages")
            pages = tuple(_pages(reader))
        except FileNotDecryptedError:
            return refuse("encrypted", snapshot.uri, snapshot.uri)
        except Exception as e:
            return refuse("malformed_document", snapshot.uri, snapshot.uri, f"{type(e).__name__}: {e}"[:200])
        if not pages:
            return refuse("malformed_document", snapshot.uri, snapshot.uri, "it has no pages")
        return _Document(pages, **_metadata(reader))


def _pages(reader: Any) -> Iterator[str]:
    """Return the words of each page; a page that cannot be read has none."""
    size = 0
    for page in reader.pages:
        try:
            words = page.extract_text() if size < _MOST_TEXT else ""
        except Exception:
            words = ""
        size += len(words)
        yield words


def _metadata(reader: Any) -> dict[str, str | None]:
    """Return what the document says of itself; what cannot be read is not said."""
    try:
        info = reader.metadata or {}
        said = {key: str(info.get(f"/{key}") or "") for key in ("Title", "Author", "CreationDate", "ModDate")}
        language = str(reader.root_object.get("/Lang") or "") or None
    except Exception:
        return dict.fromkeys(("title", "author", "created", "modified", "language"))
    return {
        "title": one_line(said["Title"]),
        "author": one_line(said["Author"]),
        "created": _iso(said["CreationDate"]),
        "modified": _iso(said["ModDate"]),
        "language": language if language and re.fullmatch(r"[A-Za-z]{2}(?:[-_][A-Za-z]{2})?", language) else None,
    }


def _iso(raw: str) -> str | None:
    """Return a date of a PDF, `D:20240309080000+01'00'`, in ISO 8601."""
    m = _DATE.match(raw.strip())
    if m is None:
        return None
    year, month, day, hour, minute, second, zulu, sign, hours, minutes = m.groups()
    if not hour:
        return f"{year}-{month}-{day}"
    zone = "Z" if zulu else f"{sign}{hours}:{minutes or '00'}" if sign else ""
    return f"{year}-{month}-{day}T{hour}:{minute}:{second or '00'}{zone}"


PDF = Format(
    "pdf",
    read_pdf,
    endings=("pdf",),
    media_types=("application/pdf",),
    by_name=False,
    recognise_bytes=lambda head: b"%PDF-" in head[:1024],
)
