"""The examples and rejects of every attribution rule, run."""

from __future__ import annotations

import tomllib
from collections.abc import Callable

import pytest

from transforms.events.attribution import find_statements
from transforms.language.parse import Parse
from transforms.rules.event_files import RULES

CUES = tomllib.loads((RULES / "attribution.toml").read_text(encoding="utf-8"))["cue"]
EXAMPLES = [pytest.param(cue["id"], example, id=example["text"]) for cue in CUES for example in cue["examples"]]
REJECTS = [pytest.param(cue["id"], text, id=f"{cue['id']}: {text}") for cue in CUES for text in cue["rejects"]]


@pytest.mark.parametrize(("rule", "example"), EXAMPLES)
def test_example(rule, example, parse: Callable[[str], Parse]) -> None:
    text = example["text"]
    found = [s for s in find_statements(parse(text)) if s.rule_id == rule]

    assert [
        {
            "text": text,
            "cue": s.cue.of(text),
            "content": [part.of(text) for part in s.content],
            **({} if s.source is None else {"source": s.source.of(text)}),
        }
        for s in found
    ] == [example]


@pytest.mark.parametrize(("rule", "text"), REJECTS)
def test_reject(rule, text, parse: Callable[[str], Parse]) -> None:
    assert [s for s in find_statements(parse(text)) if s.rule_id == rule] == []
