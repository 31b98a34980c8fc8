"""Where sentences begin and end, by nupunkt's pretrained model."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Any

from transforms.model import Span

if TYPE_CHECKING:
    from collections.abc import Callable

_SHORTEST_WRAPPED_LINE = 50
_LINE = re.compile(r"[^\n]*\n?")
_FINAL = (".", "!", "?", ":", '"', "'", "”", "’", ")", "]", "…", "。")


@cache
def _splitter() -> Callable[[str], Any]:
    # The model costs memory and time to load, which those who only look for dates need not pay.
    from nupunkt import sent_spans

    return sent_spans


def _blocks(text: str) -> list[tuple[int, int]]:
    """Runs of lines that one sentence may cross: a long line without a final mark was wrapped by a mail program."""
    blocks: list[tuple[int, int]] = []
    wrapped = False
    for match in _LINE.finditer(text):
        start, end = match.span()
        line = match.group().strip()
        if wrapped and line:
            blocks[-1] = (blocks[-1][0], end)
        elif line:
            blocks.append((start, end))
        wrapped = len(line) >= _SHORTEST_WRAPPED_LINE and not line.endswith(_FINAL)
    return blocks


def split_sentences(text: str) -> tuple[Span, ...]:
    """The sentences of a text in order, without the white space around them.

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
                spans.append(Span(lead, lead + len(body)))
    return tuple(spans)
