"""Word processors' documents (DOCX): paragraphs and tables in their order, without what was struck out."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Iterator

from lxml import etree

from transforms.language.detection import detect_language
from transforms.model import Article, Refusal
from transforms.publication_date.locales import locale_of
from transforms.readers.assemble import Found, assemble, one_line
from transforms.readers.format import Format
from transforms.readers.office.stated_dates import document_signals
from transforms.readers.origin import Allowance, Limits
from transforms.readers.plain_text import title_line
from transforms.readers.reasons import refuse
from transforms.readers.snapshot import Snapshot

_BODY, _CORE = "word/document.xml", "docProps/core.xml"
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_SILENT = frozenset(
    [
        *(f"{_W}{name}" for name in ("del", "moveFrom", "instrText", "delText", "pPr", "rPr")),
        "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback",
    ]
)
_DC = "{http://purl.org/dc/elements/1.1/}"
_TERMS = "{http://purl.org/dc/terms/}"
_DAMAGED = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, OSError, ValueError, KeyError, RuntimeError)


def read_word(snapshot: Snapshot) -> Iterator[Article | Refusal]:
    """Return the one article of a document."""
    try:
        with zipfile.ZipFile(io.BytesIO(snapshot.payload)) as archive:
            if any(info.flag_bits & 1 for info in archive.infolist()):
                yield refuse("encrypted", snapshot.uri, snapshot.uri)
                return
            allowance = Allowance(Limits(), packed=len(snapshot.payload))
            body = _member(archive, _BODY, allowance)
            core = _member(archive, _CORE, allowance) if _CORE in archive.namelist() else None
    except _DAMAGED as e:
        yield refuse("malformed_document", snapshot.uri, snapshot.uri, str(e)[:200])
        return
    if body is None:
        yield refuse("too_large", snapshot.uri, snapshot.uri, "it unpacks to far more than articles would")
        return
    try:
        tree = _parsed(body)
    except etree.XMLSyntaxError as e:
        yield refuse("malformed_document", snapshot.uri, snapshot.uri, str(e)[:200])
        return
    text = "\n\n".join(_paragraphs(tree))
    if not text:
        yield refuse("no_text", snapshot.uri, snapshot.uri)
        return
    yield from assemble(snapshot, _found(text, _properties(core), snapshot))


def _found(text: str, said: dict[str, str | None], snapshot: Snapshot) -> Found:
    locale = locale_of(snapshot.hints.language or said["language"], snapshot.hints.url, text, detect_language(text)[0])
    return Found(
        text,
        title=said["title"] or title_line(text),
        author=said["creator"],
        language=said["language"],
        signs=tuple(document_signals(text, said["created"], said["modified"], locale)),
    )


def _member(archive: zipfile.ZipFile, name: str, allowance: Allowance) -> bytes | None:
    """Return a member's content; `None` where it unpacks to more than is allowed, whatever its header says."""
    most = min(allowance.most, allowance.limits.document_bytes)
    with archive.open(name) as member:
        content = member.read(most + 1)
    allowance.unpacked += len(content)
    return content if len(content) <= most else None


def _parsed(content: bytes) -> etree._Element:
    """Return the tree: no entity is resolved, no file read."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True)
    return etree.fromstring(content, parser)


def _paragraphs(tree: etree._Element) -> Iterator[str]:
    """Return the words of each paragraph that has any, walking without recursion."""
    words: list[str] = []
    for event, element in etree.iterwalk(tree, events=("start", "end")):
        tag = element.tag
        if event == "start":
            if tag in _SILENT:
                _skip(element)
        elif tag == f"{_W}t":
            words.append(element.text or "")
        elif tag in (f"{_W}tab", f"{_W}br", f"{_W}cr", f"{_W}tc"):
            words.append(" ")
        elif tag == f"{_W}p":
            if joined := " ".join("".join(words).split()):
                yield joined
            words.clear()


def _skip(element: etree._Element) -> None:
    for child in list(element):
        element.remove(child)
    element.text = None


def _properties(core: bytes | None) -> dict[str, str | None]:
    """Return what the document says of itself; damaged properties say nothing."""
    said: dict[str, str | None] = dict.fromkeys(("title", "creator", "created", "modified", "language"))
    try:
        tree = _parsed(core) if core else None
    except etree.XMLSyntaxError:
        tree = None
    if tree is None:
        return said
    for key in said:
        namespace = _TERMS if key in ("created", "modified") else _DC
        said[key] = one_line(tree.findtext(f"{namespace}{key}"))
    return said


def is_word(head: bytes) -> bool:
    """Return True if a ZIP archive begins as such a document does."""
    return head.startswith(b"PK\x03\x04") and b"[Content_Types].xml" in head and b"word/" in head


WORD = Format(
    "docx",
    read_word,
    endings=("docx",),
    media_types=("application/vnd.openxmlformats-officedocument.wordprocessingml.document",),
    by_name=False,
    recognise_bytes=is_word,
)
