"""Phrase books of the languages other than English: what words mean on one day, and words that mean no time."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from tests.steps import grows_linearly
from transforms.times.languages import codes, grammar

from .phrases import phrase, read
from .test_phrases import day_or_blank

CORPUS = Path(__file__).parents[2] / "corpus/times"
CODES = [code for code in codes() if code != "en"]
BOOKS: dict[str, Any] = {code: tomllib.loads((CORPUS / f"{code}.toml").read_text(encoding="utf-8")) for code in CODES}
CASES = [
    pytest.param(code, text, wanted, id=f"{code}: {text}")
    for code, book in BOOKS.items()
    for family in book["phrases"].values()
    for text, wanted in family.items()
]
WRONG = [
    pytest.param(code, text, id=f"{code}: {text}")
    for code, book in BOOKS.items()
    for family in book["rejects"].values()
    for text in family
]


@pytest.mark.parametrize(("code", "text", "wanted"), CASES)
def test_phrase(code: str, text: str, wanted: str | list[str]) -> None:
    parsed = phrase(text)
    found = {
        (one.expression.span.start, one.expression.span.end): one.expression for one in read(parsed.text, grammar(code))
    }
    assert set(parsed.spans) <= set(found), f"found only {[one.text for one in found.values()]}"
    got = []
    for span in parsed.spans:
        one = found[span]
        days = f"{day_or_blank(one.interval.earliest)}/{day_or_blank(one.interval.latest)}"
        got.append(" ".join(part for part in (one.value, one.mod, days) if part))
    assert got == ([wanted] if isinstance(wanted, str) else wanted)


@pytest.mark.parametrize(("code", "text"), WRONG)
def test_reject(code: str, text: str) -> None:
    assert [one.expression.text for one in read(text, grammar(code))] == []


@pytest.mark.parametrize("code", CODES)
def test_the_books_are_large_enough(code: str) -> None:
    assert sum(map(len, BOOKS[code]["phrases"].values())) >= 80
    assert sum(map(len, BOOKS[code]["rejects"].values())) >= 25


@pytest.mark.parametrize(
    ("code", "piece"),
    [
        ("es", "año "),
        ("es", "dos y medio "),
        ("es", "el día de la "),
        ("es", "3 de mayo de "),
        ("fr", "année "),
        ("fr", "il y a deux "),
        ("fr", "le 1er mai "),
        ("fr", "la nuit de lundi à "),
        ("de", "Jahr "),
        ("de", "zwei bis drei "),
        ("de", "den letzten "),
        ("de", "3. Mai "),
    ],
)
def test_hostile_text_costs_what_its_length_does(code: str, piece: str) -> None:
    assert grows_linearly(lambda size: lambda: read((piece * size)[:size], grammar(code)), 4_000)


@pytest.mark.parametrize(
    ("code", "text"),
    [("es", "Se vieron el viernes."), ("de", "Sie trafen sich am Freitag."), ("fr", "Ils se sont vus vendredi.")],
)
def test_nothing_is_guessed_without_a_publication_date(code: str, text: str) -> None:
    (one,) = read(text, grammar(code), None)
    assert one.expression.value == "XXXX-WXX-5"
    assert (one.expression.interval.earliest, one.expression.interval.latest) == (None, None)
