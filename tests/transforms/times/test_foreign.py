"""Explicit dates in languages without rules of their own; nothing relative, nothing that two readers read differently."""

from __future__ import annotations

import tomllib
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.steps import grows_linearly
from transforms.model import Article
from transforms.times import explain_times, find_times, rules_version
from transforms.times.languages import codes

from .phrases import phrase

BOOK = tomllib.loads((Path(__file__).parents[2] / "corpus/times/explicit.toml").read_text(encoding="utf-8"))
CASES = [(code, text, value) for code, table in BOOK["dates"].items() for text, value in table.items()]
WRONG = [(code, text) for code, texts in BOOK["rejects"].items() for text in texts]
PUBLISHED = date(2024, 5, 15)


def article(code: str | None, text: str) -> Article:
    return Article("a", text, language=code, published=PUBLISHED)


@pytest.mark.parametrize(("code", "marked", "value"), CASES, ids=[f"{code}: {text}" for code, text, _ in CASES])
def test_explicit_date(code: str, marked: str, value: str | list[str]) -> None:
    parsed = phrase(marked)
    found = find_times(article(code, parsed.text))
    assert [(one.span.start, one.span.end) for one in found] == list(parsed.spans)
    assert [one.value for one in found] == ([value] if isinstance(value, str) else value)
    for one in found:
        assert one.span.of(parsed.text) == one.text
        assert (one.timex_type, one.precision, one.edtf) == ("DATE", "day", one.value)
        assert one.interval.is_day
        assert one.interval.earliest == date.fromisoformat(one.value)
        assert one.rule_id == f"{code}/explicit-date"
    assert [one.expression for one in explain_times(article(code, parsed.text))] == list(found)


@pytest.mark.parametrize(("code", "text"), WRONG, ids=[f"{code}: {text}" for code, text in WRONG])
def test_no_explicit_date(code: str, text: str) -> None:
    assert find_times(article(code, text)) == ()


def test_the_book_holds_many_languages_without_rules() -> None:
    assert len(BOOK["dates"]) >= 25
    assert not set(BOOK["dates"]) & set(codes())


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("On 2021-05-17 it began.", ["2021-05-17"]),
        ("2021-05-17T20:15:00Z", ["2021-05-17"]),
        ("2021年5月17日に始まった。", ["2021-05-17"]),
        ("They met on Friday, 17 May 2021, at 17/05/2021.", []),
        ("yesterday, mañana, 1994, May 2021", []),
        ("Order 12-2021-05-17-3, part 2021-05-170", []),
        ("2021-02-30", []),
    ],
)
@pytest.mark.parametrize("code", [None, "xx"])
def test_in_an_unknown_language_only_what_means_the_same_in_all(code: str | None, text: str, values: list[str]) -> None:
    assert [one.value for one in find_times(article(code, text))] == values


@given(
    st.sampled_from(["it", "ru", "zh", "ar", "he"]), st.text(alphabet="19 5./-,'’年月日º\nmagioмаяTماي", max_size=60)
)
def test_any_text_can_be_read(code: str, text: str) -> None:
    for one in find_times(article(code, text)):
        assert one.span.of(text) == one.text


@pytest.mark.parametrize("piece", ["maggio ", "17 ", "17 maggio ", "1.1.", "17 de ", "2021-05-", "1 maggio 2021 "])
def test_hostile_text_costs_what_its_length_does(piece: str) -> None:
    assert grows_linearly(lambda size: lambda: find_times(article("it", (piece * size)[:size])), 5_000)


def test_the_version_is_that_of_dateparser() -> None:
    assert "dateparser " in rules_version("it")
    assert rules_version("en-GB") == rules_version("en")
    assert rules_version("es") != rules_version("en")
    assert rules_version() not in {rules_version("en"), rules_version("es")}


@pytest.mark.parametrize(
    ("code", "text", "reader"),
    [
        ("it", "il 17 maggio 1981", "dateparser, held to that language, reads 1981-05-17"),
        ("it", "il 1981-05-17", "year, month and day stand in this order: 1981-05-17"),
        (None, "1981-05-17", "the language is not known"),
    ],
)
def test_the_derivation_tells_who_read_it(code: str | None, text: str, reader: str) -> None:
    (one,) = explain_times(article(code, text))
    assert any(reader in line for line in one.lines)
