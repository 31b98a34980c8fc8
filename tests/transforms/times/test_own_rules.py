"""Rules of a user's folder: read beside our own, checked as strictly, and part of the version."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from transforms.model import Article
from transforms.rules.files import RuleError, use_own_rules
from transforms.times import find_times, rules_version
from transforms.times.languages import codes

FEAST = '[feast]\n"09-21" = ["Harbour Day"]\n'


@pytest.fixture(autouse=True)
def _back_to_our_own() -> Iterator[None]:
    yield
    use_own_rules(None)


def written(folder: Path, text: str, name: str = "en/times/harbour.toml") -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return folder


def values(text: str, language: str = "en") -> list[str]:
    return [time.value for time in find_times(Article("a", text, language=language, published=date(2024, 9, 30)))]


def test_a_word_of_ones_own_is_read_and_taken_back(tmp_path: Path) -> None:
    text = "The pier was closed on Harbour Day."
    before = rules_version()
    assert values(text) == []

    use_own_rules(written(tmp_path, FEAST))
    assert values(text) == ["2024-09-21"]
    assert len(values("It ended on Christmas Eve.")) == 1
    assert rules_version() != before

    use_own_rules(None)
    assert values(text) == []
    assert rules_version() == before


def test_a_language_of_ones_own_is_a_folder(tmp_path: Path) -> None:
    from tests.plugins.test_plugins import DUTCH

    use_own_rules(written(tmp_path, DUTCH, "nl/times/words.toml"))
    assert "nl" in codes()
    assert values("De brug werd op 3 mei 2021 geopend.", "nl") == ["2021-05-03"]


@pytest.mark.parametrize(
    ("name", "text", "line", "message"),
    [
        ("en/times/own.toml", "[feast\n", 1, "not TOML"),
        (
            "en/times/own.toml",
            '[[rule]]\nid = "x"\ngives = "point"\nshape = "x"\nmeaning = "days.nothing"\n',
            2,
            "no meaning",
        ),
        ("en/times/own.toml", '[feast]\n"09-21" = "Harbour Day"\n', 1, "not a list of words"),
        ("en/own.toml", FEAST, 1, "are <language>/times/"),
        ("en/events/own.toml", FEAST, 1, "are <language>/times/"),
    ],
)
def test_a_mistake_is_told_with_its_file_and_line(
    name: str, text: str, line: int, message: str, tmp_path: Path
) -> None:
    def read() -> None:
        use_own_rules(written(tmp_path, text, name))
        values("Anything.")

    with pytest.raises(RuleError) as error:
        read()
    assert str(error.value).startswith(f"{tmp_path / name}:{line}: ")
    assert message in str(error.value)
