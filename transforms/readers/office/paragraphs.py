"""From the lines of printed pages to running text: paragraphs joined, words put together, running heads left out."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

_EDGE = 2
"""Lines at the top and the foot of a page that may be a running head."""
_REPEATED = 3
_SHORT = 0.8
"""A line shorter than this share of the usual one ends a paragraph, where it ends a sentence."""
_HEADING = 0.6
_SENTENCE_END = re.compile(r"[.!?…:;»”\"')\]]\s*$")
_HYPHEN = re.compile(r"(?<=[^\W\d_])[-\u00ad\u2010]$")
_NEXT_WORD = re.compile(r"(?!(?:und|oder|bzw|and|or|y|o|et|ou)\b)[^\W\d_A-ZÄÖÜ]")
_BULLET = re.compile(r"[•‣▪●◦–—*]\s")
_FIGURES = re.compile(r"\d+")
_NUMBER_ALONE = re.compile(
    r"\W*(?:page|seite|página|p\.|s\.)?\s*\d{1,4}(?:\s*(?:/|of|von|de)\s*\d{1,4})?\W*", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class PagedText:
    """Running text, and where in it each page begins."""

    text: str
    starts: tuple[int, ...]
    """Offsets, one a page; a page without text begins where the next one does."""


def paged_text(pages: Sequence[str]) -> PagedText:
    """Return the text of pages, each given as its lines: a sentence goes on over the end of its page."""
    lines = [[" ".join(line.split()) for line in page.splitlines()] for page in pages]
    heads = _running_heads(lines)
    usual = _usual_length(lines)
    text = ""
    starts = []
    for page in lines:
        start = None
        body = _body(page, heads)
        for n, line in enumerate(body):
            if not line:
                text = _ended(text)
                continue
            if _BULLET.match(line) or (start is None and _begins_paragraph(text, line, usual)):
                text = _ended(text)
            joined = _joined(text, line)
            if start is None:
                start = len(joined) - len(line)
            text = joined
            following = body[n + 1] if n + 1 < len(body) else None
            if _ends_paragraph(line, following, usual):
                text = _ended(text)
        starts.append(len(text) if start is None else start)
    text = text.rstrip()
    return PagedText(text, tuple(min(start, len(text)) for start in starts))


def _body(page: list[str], heads: set[str]) -> list[str]:
    """Return a page's lines without running heads and page numbers."""
    written = [n for n, line in enumerate(page) if line]
    edges = {*written[:_EDGE], *written[-_EDGE:]}
    return [
        line
        for n, line in enumerate(page)
        if n not in edges or not (_bare(line) in heads or _NUMBER_ALONE.fullmatch(line))
    ]


def _running_heads(pages: list[list[str]]) -> set[str]:
    """Return the lines, figures apart, that stand at the edge of several pages."""
    count: Counter[str] = Counter()
    for page in pages:
        written = [line for line in page if line]
        count.update({_bare(line) for line in (*written[:_EDGE], *written[-_EDGE:])})
    return {line for line, times in count.items() if times >= _REPEATED and 2 * times >= len(pages)}


def _bare(line: str) -> str:
    return _FIGURES.sub("#", line).casefold()


def _usual_length(pages: list[list[str]]) -> int:
    lengths = sorted(len(line) for page in pages for line in page if line)
    return lengths[len(lengths) * 3 // 4] if lengths else 0


def _ends_paragraph(line: str, following: str | None, usual: int) -> bool:
    if following is None:
        return False
    short = len(line) < _SHORT * usual
    # A heading ends in no mark, and what comes after it is no lower-case word.
    heading = len(line) < _HEADING * usual and bool(following) and not following[0].islower()
    return short and (_SENTENCE_END.search(line) is not None or heading)


def _begins_paragraph(text: str, line: str, usual: int) -> bool:
    """Return True if the first line of a page is a heading behind a sentence that ended with the page before."""
    return len(line) < _HEADING * usual and not line[0].islower() and _SENTENCE_END.search(text) is not None


def _joined(text: str, line: str) -> str:
    if not text or text.endswith("\n\n"):
        return text + line
    if _HYPHEN.search(text) and _NEXT_WORD.match(line):
        return text[:-1] + line
    return f"{text} {line}"


def _ended(text: str) -> str:
    return text if not text or text.endswith("\n\n") else f"{text}\n\n"
