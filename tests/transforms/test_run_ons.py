"""A line that runs into a sentence is parted from it: the rules' own examples, and what they must leave together."""

from __future__ import annotations

import pytest

from transforms.language.run_ons import FILE, run_ons
from transforms.model import Span
from transforms.rules.event_files import read_rules

RULES = read_rules(FILE)


def _lines(text: str) -> list[str]:
    return [span.of(text) for span in run_ons(text, Span(0, len(text)))]


@pytest.mark.parametrize("lines", [lines for rule in RULES.values() for lines in rule["examples"]], ids=" | ".join)
def test_lines_part_where_the_next_sentence_begins(lines: list[str]) -> None:
    assert _lines(" ".join(lines)) == lines


@pytest.mark.parametrize("text", [text for rule in RULES.values() for text in rule["rejects"]])
def test_a_name_that_holds_such_a_word_is_not_parted(text: str) -> None:
    assert _lines(text) == [text]
