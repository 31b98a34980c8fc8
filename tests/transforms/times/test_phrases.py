"""Phrase books: what words mean on one day, and words that are no time expression."""

from __future__ import annotations

import tomllib
from datetime import date
from pathlib import Path

import pytest

from transforms.times.languages import grammar

from .phrases import phrase, read

CORPUS = Path(__file__).parents[2] / "corpus/times"
PHRASES = tomllib.loads((CORPUS / "phrases.toml").read_text(encoding="utf-8"))
REJECTS = tomllib.loads((CORPUS / "rejects.toml").read_text(encoding="utf-8"))
CASES = [pytest.param(text, wanted, id=text) for family in PHRASES.values() for text, wanted in family.items()]
WRONG = [pytest.param(text, id=text) for family in REJECTS.values() for text in family]


def day_or_blank(day: date | None) -> str:
    return day.isoformat() if day else ""


@pytest.mark.parametrize(("text", "wanted"), CASES)
def test_phrase(text: str, wanted: str | list[str]) -> None:
    parsed = phrase(text)
    found = {
        (one.expression.span.start, one.expression.span.end): one.expression for one in read(parsed.text, grammar("en"))
    }
    assert set(parsed.spans) <= set(found), f"found only {[one.text for one in found.values()]}"
    got = []
    for span in parsed.spans:
        one = found[span]
        days = f"{day_or_blank(one.interval.earliest)}/{day_or_blank(one.interval.latest)}"
        got.append(" ".join(part for part in (one.value, one.mod, days) if part))
    assert got == ([wanted] if isinstance(wanted, str) else wanted)


@pytest.mark.parametrize("text", WRONG)
def test_reject(text: str) -> None:
    assert [one.expression.text for one in read(text, grammar("en"))] == []


def test_the_books_are_large_enough() -> None:
    assert len(CASES) >= 600
    assert len(WRONG) >= 200
