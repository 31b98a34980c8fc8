"""The kinds of sources, run from the rule file's examples and rejects."""

from __future__ import annotations

import tomllib
from collections.abc import Callable

import pytest

from transforms.events.attribution import find_statements
from transforms.language.parse import Parse
from transforms.rules.event_files import RULES

CUES = tomllib.loads((RULES / "sources.toml").read_text(encoding="utf-8"))["cue"]
CASES = [pytest.param(case, id=case["text"]) for cue in CUES for case in (*cue["examples"], *cue["rejects"])]


@pytest.mark.parametrize("case", CASES)
def test_kind(case, parse: Callable[[str], Parse]) -> None:
    text = case["text"]
    (statement,) = find_statements(parse(text))

    assert statement.source is not None
    assert {"text": text, "source": statement.source.of(text), "kind": statement.source_kind} == case
