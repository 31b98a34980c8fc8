"""The language of an article: named, else detected, else unknown."""

from __future__ import annotations

import pytest

from transforms.language.detection import detect_language, language_code


@pytest.mark.parametrize(
    ("named", "code"),
    [
        ("en-GB", "en"), ("pt_BR", "pt"), ("zh-Hans-CN", "zh"), ("DE", "de"), ("fil", "fil"), ("und", None), ("zxx", None),
        ("", None), (None, None), ("english", None), ("en US", None), ("no", "nb"), ("nb-NO", "nb"), ("eng", "en"),
        ("iw", "he"), ("x-default", None), ("en, de", None), ("{{ locale }}", None), ("qqq", None),
    ],
)  # fmt: skip
def test_a_tag_names_a_language(named: str | None, code: str | None) -> None:
    assert language_code(named) == code


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("The old bridge over the river reopened on Saturday after two years of repairs, the council said.", "en"),
        ("Die alte Brücke über den Fluss ist seit Samstag nach zwei Jahren wieder offen, sagte der Rat.", "de"),
        ("El viejo puente sobre el río volvió a abrirse el sábado tras dos años de obras, dijo el alcalde.", "es"),
        ("Le vieux pont a rouvert samedi après deux ans de travaux, a annoncé le conseil municipal.", "fr"),
        ("Старый мост через реку снова открыт с субботы после двух лет ремонта, сообщил совет.", "ru"),
    ],
)
def test_detected_from_the_text(text: str, code: str) -> None:
    found, probability = detect_language(text)
    assert found == code
    assert probability is not None
    assert 0.5 < probability <= 1


def test_what_is_named_is_believed() -> None:
    assert detect_language("Die alte Brücke über den Fluss ist seit Samstag wieder offen.", "en-US") == ("en", 1.0)


def test_too_little_text_is_no_evidence() -> None:
    assert detect_language("Brücke 2024") == (None, None)
    assert detect_language("") == (None, None)
