"""The closed list of reason codes: complete, told to the user, and in the documentation as it is in the code."""

from __future__ import annotations

from pathlib import Path

import pytest

from transforms.readers.reasons import REASONS, is_warning, refuse

ROOT = Path(__file__).parents[3]


@pytest.mark.parametrize("code", REASONS)
def test_the_documentation_says_what_the_code_says(code: str) -> None:
    reason = REASONS[code]
    row = f"| `{code}`{' *note*' if reason.warning else ''} | {reason.meaning} | {reason.remedy} |"
    assert row in (ROOT / "docs" / "data-sources.md").read_text("utf-8").splitlines()


def test_a_refusal_bears_meaning_and_remedy() -> None:
    refusal = refuse("empty", "s", "s#1")
    assert (refusal.source, refusal.location, refusal.detail) == ("s", "s#1", REASONS["empty"].meaning)
    assert refusal.remedy == REASONS["empty"].remedy
    assert not is_warning(refusal)
    assert is_warning(refuse("encoding_guessed", "s", "s"))


def test_a_code_that_is_not_on_the_list_is_a_fault() -> None:
    with pytest.raises(KeyError):
        refuse("misc", "s", "s")
