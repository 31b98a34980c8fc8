"""Where sentences begin and end."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from transforms.language.sentences import split_sentences

TEXTS = [
    ["Mr. Lee met Sen. Ito at 5 p.m. on Monday.", "They ate."],
    ["The U.S. Army left.", "It came back."],
    ["“Will it rain?” she asked.", "“No!” he said."],
    ["Prices rose 3.5 percent.", "Then they fell."],
]
LINES = {
    "a headline, short": ("Ferry stopped\nThe storm grew.", ["Ferry stopped", "The storm grew."]),
    "a headline, long": (
        "The ferry between the two islands is stopped by a storm again\nThe storm grew on Monday.",
        ["The ferry between the two islands is stopped by a storm again", "The storm grew on Monday."],
    ),
    "one wrapped line": (
        "The ferry between the two islands was stopped by the storm on\nand off.",
        ["The ferry between the two islands was stopped by the storm on\nand off."],
    ),
    "a wrapped mail": (
        "The ferry between the two islands was stopped by the storm on\nMonday, and hundreds of travellers spent the night in\nschools. It sailed.",
        [
            "The ferry between the two islands was stopped by the storm on\nMonday, and hundreds of travellers spent the night in\nschools.",
            "It sailed.",
        ],
    ),
    "a list": ("Two injured\nOne missing\n", ["Two injured", "One missing"]),
    "a blank line": ("It rained and\n\nsnowed.", ["It rained and", "snowed."]),
}


@pytest.mark.parametrize("sentences", TEXTS, ids=lambda s: s[0])
def test_within_a_line(sentences):
    text = " ".join(sentences)

    assert [span.of(text) for span in split_sentences(text)] == sentences


@pytest.mark.parametrize(("text", "sentences"), LINES.values(), ids=LINES)
def test_lines(text, sentences):
    assert [span.of(text) for span in split_sentences(text)] == sentences


@given(st.text(alphabet=st.sampled_from("aB .!?\n\t\"'1"), max_size=300))
def test_sentences_are_in_order_and_leave_out_white_space_alone(text):
    spans = split_sentences(text)

    assert all(a.end <= b.start for a, b in pairwise(spans))
    assert all(span.of(text) == span.of(text).strip() for span in spans)
    assert "".join("".join(span.of(text).split()) for span in spans) == "".join(text.split())


def test_a_long_text_without_breaks_takes_linear_time():
    assert len(split_sentences("word " * 40_000)) == 1
