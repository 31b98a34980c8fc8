"""Quotations in a text: where each begins and ends, paragraph by paragraph."""

from __future__ import annotations

import re
from typing import NamedTuple

from transforms.model import Span

_MARKS = re.compile(r"[“”„«»\"]|``|''")
_PARAGRAPH = re.compile(r"\n\s*\n|\n")
_OPENING = frozenset({"“", "„", "«", "``"})
_CLOSING = frozenset({"”", "»"})


class Quote(NamedTuple):
    """A quotation with its marks; `closed` is false where the paragraph ends before it (it goes on in the next)."""

    span: Span
    paragraph: int
    closed: bool


class Paragraph(NamedTuple):
    """A line of the text."""

    span: Span
    quotes: tuple[Quote, ...]


def find_paragraphs(text: str) -> tuple[Paragraph, ...]:
    """Every non-empty paragraph with its quotations, in text order; marks never pair across paragraphs."""
    found: list[Paragraph] = []
    start = 0
    for match in _PARAGRAPH.finditer(text):
        _append(found, text, start, match.start())
        start = match.end()
    _append(found, text, start, len(text))
    return tuple(found)


def _append(found: list[Paragraph], text: str, start: int, end: int) -> None:
    if text[start:end].strip():
        number = len(found)
        found.append(Paragraph(Span(start, end), tuple(_quotes(text, start, end, number))))


def _quotes(text: str, start: int, end: int, paragraph: int) -> list[Quote]:
    """Pair the marks of one paragraph: a straight mark opens where none is open, a curved one says which it is."""
    quotes: list[Quote] = []
    opened: int | None = None
    for match in _MARKS.finditer(text, start, end):
        mark = match.group()
        opens = mark in _OPENING or (mark not in _CLOSING and opened is None)
        if opens:
            if opened is None:
                opened = match.start()
        elif opened is not None:
            quotes.append(Quote(Span(opened, match.end()), paragraph, closed=True))
            opened = None
    if opened is not None and text[opened:end].strip(' \t\r"“„«`'):
        quotes.append(Quote(Span(opened, opened + len(text[opened:end].rstrip())), paragraph, closed=False))
    return quotes
