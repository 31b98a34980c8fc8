"""Where sentences begin and end, by nupunkt's pretrained model."""

from __future__ import annotations

import re
from functools import cache
from itertools import pairwise
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
                spans.append(Span(lead, lead + len(body)))
    return tuple(spans)
