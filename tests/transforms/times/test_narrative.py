"""Passages of history that run on the dates they tell."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest

from transforms.times.languages import grammar

from .phrases import read

PASSAGES = tomllib.loads((Path(__file__).parents[2] / "corpus/times/narrative.toml").read_text(encoding="utf-8"))
_MARK = re.compile(r"\[([^\]]+)\](?:\(([^)]+)\))?")
CASES = [
    pytest.param(text, id=f"{part}-{number}")
    for part in ("told", "kept_aside")
    for number, text in enumerate(PASSAGES[part])
]


def unmarked(text: str) -> tuple[str, list[tuple[int, int, str]]]:
    """The passage as it reads, and its expressions with their values; brackets without a value are plain words."""
    pieces: list[str] = []
    marks: list[tuple[int, int, str]] = []
    at = length = 0
    for match in _MARK.finditer(text):
        before = text[at : match.start()]
        pieces += [before, match[1]]
        start = length + len(before)
        length = start + len(match[1])
        if match[2]:
            marks.append((start, length, match[2]))
        at = match.end()
    return "".join(pieces) + text[at:], marks


@pytest.mark.parametrize("passage", CASES)
def test_passage(passage: str) -> None:
    text, wanted = unmarked(passage)
    found = read(text, grammar("en"), published=None, kind="narrative")
    spans = [(one.expression.span.start, one.expression.span.end, one.expression.value) for one in found]
    assert [(text[a:b], value) for a, b, value in spans] == [(text[a:b], value) for a, b, value in wanted]


def test_enough_is_told() -> None:
    marks = [mark for part in PASSAGES.values() for text in part for mark in unmarked(text)[1]]
    assert len(PASSAGES["told"]) + len(PASSAGES["kept_aside"]) >= 40
    assert len(marks) >= 400
