"""The examples and rejects of every modality rule, run."""

from __future__ import annotations

import tomllib
from collections.abc import Callable

import pytest

from tests.transforms.events.judging import judgement_of
from transforms.language.parse import Parse
from transforms.rules.event_files import RULES

CUES = tomllib.loads((RULES / "modality.toml").read_text(encoding="utf-8"))["cue"]
EXAMPLES = [pytest.param(cue["id"], case, id=case["text"]) for cue in CUES for case in cue["examples"]]
REJECTS = [pytest.param(cue["id"], case, id=f"{cue['id']}: {case['text']}") for cue in CUES for case in cue["rejects"]]
WITH_ANOTHER = {"happen", "dismiss a claim", "drop a claim", "get done"}
"""Entries that only open the way for another one, which decides."""


@pytest.mark.parametrize(("rule", "case"), EXAMPLES)
def test_example(rule, case, parse: Callable[[str], Parse]) -> None:
    judgement = judgement_of(parse, case["text"], case["word"])

    assert judgement.modality == case["modality"]
    if case["modality"] != "actual" and rule not in WITH_ANOTHER:
        assert judgement.rule_id == rule


@pytest.mark.parametrize(("rule", "case"), REJECTS)
def test_reject(rule, case, parse: Callable[[str], Parse]) -> None:
    judgement = judgement_of(parse, case["text"], case["word"])

    assert judgement.modality == case["modality"]
    assert judgement.rule_id != rule
