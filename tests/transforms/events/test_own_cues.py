"""Cues of a user's folder are read after our own, and are as strictly checked."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.conftest import REPOSITORY
from transforms.events.attribution.cues import reporting_cues
from transforms.events.modality.cues import modal_cues
from transforms.rules.files import RuleError, use_own_rules

PAGE = (REPOSITORY / "docs" / "how-to" / "own-rules.md").read_text(encoding="utf-8")
TELEX = textwrap.dedent(re.search(r"(?m)^    \[\[cue\]\]\n(?:    .*\n)+", PAGE)[0])


@pytest.fixture(autouse=True)
def _back_to_our_own() -> Iterator[None]:
    yield
    use_own_rules(None)


def written(folder: Path, name: str, text: str) -> Path:
    path = folder / "en" / "events" / name
    path.parent.mkdir(parents=True)
    path.write_text(text, encoding="utf-8")
    use_own_rules(folder)
    return path


def test_a_verb_of_ones_own_attributes(tmp_path: Path) -> None:
    ours = reporting_cues()
    assert ("verb", "telex") not in ours.by_lemma

    written(tmp_path, "attribution.toml", TELEX)

    assert reporting_cues().by_lemma["verb", "telex"][0].id == "own.telex"
    assert reporting_cues().by_lemma["verb", "say"] == ours.by_lemma["verb", "say"]
    use_own_rules(None)
    assert ("verb", "telex") not in reporting_cues().by_lemma


@pytest.mark.parametrize(
    ("change", "line", "message"),
    [
        (("own.telex", next(iter(reporting_cues().by_id))), 1, "this id occurs twice"),
        (('part = "verb"', 'part = "word"'), 1, "unknown part"),
        (('rejects = ["They telexed the port."]', ""), 1, "'rejects' is missing"),
    ],
)
def test_a_mistake_is_told_with_the_users_file(
    change: tuple[str, str], line: int, message: str, tmp_path: Path
) -> None:
    path = written(tmp_path, "attribution.toml", TELEX.replace(*change))
    with pytest.raises(RuleError, match=message) as error:
        reporting_cues()
    assert str(error.value).startswith(f"{path}:{line}: ")


def test_a_word_that_has_an_entry_is_refused(tmp_path: Path) -> None:
    kind, word = next(key for key in modal_cues().by_word if key[0] == "negator")
    text = (
        f'[[cue]]\nid = "own.no"\nkind = "{kind}"\nmodality = "negated"\nwords = ["{word}"]\n'
        'examples = ["a"]\nrejects = ["b"]\n'
    )
    path = written(tmp_path, "modality.toml", text)
    with pytest.raises(RuleError, match="twice") as error:
        modal_cues()
    assert str(error.value).startswith(f"{path}:1: ")
