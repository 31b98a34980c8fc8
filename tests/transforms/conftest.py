"""The language model, loaded once for all tests that need a parse."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

import pytest

from transforms.language.parse import Parse
from transforms.language.spacy_model import SpacyModel, load_model


@pytest.fixture(scope="session")
def model() -> SpacyModel:
    return load_model()


@pytest.fixture(scope="session")
def parse(model: SpacyModel) -> Callable[[str], Parse]:
    """Parse one text; the same text is parsed once a session."""

    @cache
    def parse_text(text: str) -> Parse:
        return next(model.parse([text]))

    return parse_text
