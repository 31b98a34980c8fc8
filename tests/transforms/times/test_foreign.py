"""Explicit dates in languages without rules of their own; nothing relative."""

from __future__ import annotations

from datetime import date

import pytest

from transforms.model import Article
from transforms.times import explain_times, find_times, rules_version

SENTENCES = [
    ("fr", "Elle est née le 17 mai 1981 à Lyon.", ["1981-05-17"]),
    ("fr", "Le 1er août 1914, la guerre éclata.", ["1914-08-01"]),
    ("it", "Il trattato fu firmato il 25 marzo 1957.", ["1957-03-25"]),
    ("pt", "Foi assinado em 5 de maio de 2021.", ["2021-05-05"]),
    ("nl", "Op 5 mei 2021 begon het.", ["2021-05-05"]),
    ("ru", "Это было 9 мая 1945 года.", ["1945-05-09"]),
    ("pl", "Podpisano 3 maja 1791 roku.", ["1791-05-03"]),
    ("sv", "Det hände den 6 juni 1944.", ["1944-06-06"]),
    ("tr", "29 Ekim 1923 tarihinde kuruldu.", ["1923-10-29"]),
    ("cs", "Stalo se to 28. října 1918.", ["1918-10-28"]),
    ("hu", "Ez 1956. október 23. napján volt.", ["1956-10-23"]),
    ("ja", "2021年5月17日に始まった。", ["2021-05-17"]),
    ("ko", "2021년 5월 17일에 시작했다.", ["2021-05-17"]),
    ("fr", "Signé le 03/04/2021.", ["2021-04-03"]),
    ("da", "Den 5. juni 1849 og 9. april 1940.", ["1849-06-05", "1940-04-09"]),
    ("fr", "Il viendra lundi, demain ou en mai.", []),
    ("fr", "Il a vendu 17 mais 1981 sont restés.", []),
    ("it", "Il 31 aprile 1957 non esiste.", []),
    ("ru", "Это было вчера.", []),
    ("xx", "5 mai 2021", []),
]


@pytest.mark.parametrize(("language", "text", "values"), SENTENCES, ids=[text for _, text, _ in SENTENCES])
def test_explicit_dates(language: str, text: str, values: list[str]) -> None:
    article = Article("a", text, language=language, published=date(2024, 5, 15))
    found = find_times(article)
    assert [one.value for one in found] == values
    for one in found:
        assert one.span.of(text) == one.text
        assert one.interval.is_day
        assert one.rule_id == f"{language}/explicit-date"
    assert [one.expression for one in explain_times(article)] == list(found)


def test_the_version_is_that_of_dateparser() -> None:
    assert rules_version("fr").startswith("dateparser ")
    assert rules_version("en-GB") == rules_version("en")
    assert rules_version("es") != rules_version("en")
