"""Where sentences begin and end, by nupunkt's pretrained model."""

from __future__ import annotations

import re
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from transforms.language.run_ons import run_ons
from transforms.model import Span

if TYPE_CHECKING:
    from collections.abc import Callable

_SHORTEST_WRAPPED_LINE = 50
_LINE = re.compile(r"[^\n]*\n?")
_TAIL = re.compile(r"[,;)]|(?:[A-Z]{1,4}|[A-Z][a-z]{1,3})\.?\)")
"""What begins no sentence: a comma, a closing bracket, the rest of a share's symbol or of a state: "(ABC.", "N)"."""
_ABBREVIATED = re.compile(r"\([^()\n]{0,40}\.\)$")
"""A bracket that ends in an abbreviation: "(D-Vt.)"."""
_REACH = 60
_FINAL = (".", "!", "?", ":", '"', "'", "”", "’", ")", "]", "…", "。")


@cache
def _splitter() -> Callable[[str], Any]:
    # The model costs memory and time to load, which those who only look for dates need not pay.
    from nupunkt import sent_spans

    return sent_spans


def _blocks(text: str) -> list[tuple[int, int]]:
    """Return runs of lines that one sentence may cross.

    A long line without a final mark was wrapped by a mail program where the next goes on in small letters, or where
    most lines of the text are like that; elsewhere it is a headline.
    """
    lines = [(m.start(), m.end(), m.group().strip()) for m in _LINE.finditer(text) if m.end() > m.start()]
    is_open = [len(line) >= _SHORTEST_WRAPPED_LINE and not line.endswith(_FINAL) for _, _, line in lines]
    inner = sum(bool(line and after) for (_, _, line), (_, _, after) in pairwise(lines))
    is_wrapped = (
        2 * sum(flag and bool(after) for flag, (_, _, after) in zip(is_open, lines[1:], strict=False)) > inner > 1
    )
    blocks: list[tuple[int, int]] = []
    goes_on = False
    for (start, end, line), flag in zip(lines, is_open, strict=True):
        if goes_on and line and (is_wrapped or not line[0].isupper()):
            blocks[-1] = (blocks[-1][0], end)
        elif line:
            blocks.append((start, end))
        goes_on = flag
    return blocks


def split_sentences(text: str) -> tuple[Span, ...]:
    """Return the sentences of a text in order, without surrounding white space.

    A line break ends a sentence (headlines and list items seldom carry a full stop), unless the line looks wrapped.
    """
    spans: list[Span] = []
    for first, last in _blocks(text):
        block = text[first:last]
        for start, end in _splitter()(block):
            piece = block[start:end]
            body = piece.strip()
            if body:
                lead = first + start + len(piece) - len(piece.lstrip())
                span = Span(lead, lead + len(body))
                if spans and _goes_on(text, spans[-1], span):
                    span = Span(spans.pop().start, span.end)
                spans.append(span)
    return tuple(line for span in spans for line in run_ons(text, span))


def _goes_on(text: str, before: Span, span: Span) -> bool:
    """True if a piece cannot begin a sentence: the stop before it belongs to an abbreviation."""
    if text.count("\n", before.end, span.start) > 1:
        return False
    end = text[max(before.start, before.end - _REACH) : before.end]
    begin = text[span.start : span.start + _REACH]
    if begin[0].islower():
        return bool(_ABBREVIATED.search(end))
    found = _TAIL.match(begin)
    if found is None or not end.endswith("."):
        return found is not None and begin[0] == "," and end.endswith(")")
    return begin[0] == "," or end.rfind("(") > end.rfind(")")
