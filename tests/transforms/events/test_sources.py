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


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The strike is over, the Seafarers' Union said on Friday.", "Seafarers' Union"),
        ("The European Union's spokesman was silent, but the European Union said it would help.", "European Union"),
    ],
)
def test_a_source_keeps_the_spelling_of_its_name(text, name, parse: Callable[[str], Parse]) -> None:
    assert find_statements(parse(text))[-1].source_name == name
