"""What is wrong in a rule file is named with its file and line, before anything is annotated."""

from __future__ import annotations

from pathlib import Path

import pytest

from transforms.events.attribution.cues import read_cues, reporting_cues
from transforms.events.attribution.sources import kinds_of_nouns
from transforms.events.modality.cues import modal_cues, read_modal_cues
from transforms.rules.files import RuleError

SAY = """
[[cue]]
id = "say"
part = "verb"
commitment = "asserted"
frames = ["clause"]
lemmas = ["say"]
examples = [{}]
rejects = ["Nothing."]
"""
NOT = """
[[cue]]
id = "not"
kind = "negator"
modality = "negated"
words = ["not"]
examples = [{}]
rejects = [{}]
"""


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (SAY.replace("asserted", "sung"), "cues.toml:2: 'say': unknown commitment ['sung']"),
        (SAY.replace('part = "verb"', 'part = "tune"'), "cues.toml:2: 'say': unknown part 'tune'"),
        (SAY.replace('["clause"]', '["refrain"]'), "cues.toml:2: 'say': unknown frames ['refrain']"),
        (SAY.replace('["clause"]', '["preposition"]'), "prepositions and the frame of that name go together"),
        (SAY.replace("lemmas", "lemons"), "cues.toml:2: 'say': unknown key 'lemons'"),
        (SAY.replace('lemmas = ["say"]\n', ""), "cues.toml:2: 'say': 'lemmas' is missing"),
        (SAY.replace('rejects = ["Nothing."]', "rejects = []"), "examples and rejects may not be empty"),
        (SAY + SAY, "cues.toml:11: 'say': this id occurs twice"),
        ("[[cue]]\nid = \n", "cues.toml:2: not TOML"),
        ("title = 'none'", "cues.toml:1: a file of cues holds entries"),
    ],
)
def test_wrong_reporting_cues_are_named(content, message, tmp_path: Path) -> None:
    file = tmp_path / "cues.toml"
    file.write_text(content, encoding="utf-8")

    with pytest.raises(RuleError) as error:
        read_cues(file)
    assert message in str(error.value)


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (NOT.replace('"negator"', '"tenor"'), "cues.toml:2: 'not': unknown kind 'tenor'"),
        (NOT.replace('modality = "negated"', 'modality = "sung"'), "cues.toml:2: 'not': unknown modality ['sung']"),
        (NOT.replace('"negator"', '"embedding"'), "frames are for embedding words"),
        (NOT + NOT.replace('id = "not"', 'id = "again"'), "cues.toml:10: 'again': 'not' is a negator twice"),
    ],
)
def test_wrong_modality_cues_are_named(content, message, tmp_path: Path) -> None:
    file = tmp_path / "cues.toml"
    file.write_text(content, encoding="utf-8")

    with pytest.raises(RuleError) as error:
        read_modal_cues(file)
    assert message in str(error.value)


def test_the_packaged_rules_load() -> None:
    assert ("verb", "say") in reporting_cues().by_lemma
    assert ("negator", "not") in modal_cues().by_word
    assert kinds_of_nouns()["ministry"] == "organisation"
