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
    "a share's symbol": ("Kalm Oil (KLM.\nN) fell.", ["Kalm Oil (KLM.\nN) fell."]),
    "a party and a state": ("Sen. Ada Vale (D-Vt.)\nsaid no.", ["Sen. Ada Vale (D-Vt.)\nsaid no."]),
    "a comma behind them": ("Rep. Jo Berg (R-Tex.)\n, who won, left.", ["Rep. Jo Berg (R-Tex.)\n, who won, left."]),
    "a bracket left open": ("Two fled (one on foot.\nThey came back.", ["Two fled (one on foot.", "They came back."]),
    "a headline behind a bracket": (
        "Ferry stopped (photos)\nThe storm grew.",
        ["Ferry stopped (photos)", "The storm grew."],
    ),
    "a blank line": ("It rained and\n\nsnowed.", ["It rained and", "snowed."]),
}


@pytest.mark.parametrize("sentences", TEXTS, ids=lambda s: s[0])
def test_within_a_line(sentences):
    text = " ".join(sentences)

    assert [span.of(text) for span in split_sentences(text)] == sentences


@pytest.mark.parametrize(("text", "sentences"), LINES.values(), ids=LINES)
def test_lines(text, sentences):
    assert [span.of(text) for span in split_sentences(text)] == sentences


RUN_ONS = [
    ["Board says the dam is under control", "Another nine leaks were found on Monday."],
    ["Jo Berg chose not to speak at the trial", "There was no sign of the ferry's owner."],
    ["Vale had been ill before the voyage", "The family of the first victim left Tarn."],
    ["Kalm Index: -76.62", "Port chief Ada Vale left a meeting in Tarn."],
    ["(By Ada Vale -- Kalm Press)", "Dockers in Tarn stopped work."],
    ["The siege of the port of Kalm ended", "When the fleet came in 1711, the walls stood."],
]
NO_RUN_ONS = [
    "The mayor moved to The Hague and read The Kalm Post.",
    "The band sang There Is a Storm and Over The Hills in Tarn.",
    "Most of those who fell ill had type A influenza.",
    "The Big Three yards of Kalm and BBC Two were on strike.",
    "He walked (as he often did) to the pier.",
    "The label sold the concert film This Is It in Tarn.",
]


@pytest.mark.parametrize("lines", RUN_ONS, ids=lambda s: s[0])
def test_a_line_that_runs_into_a_sentence_is_its_own(lines):
    text = " ".join(lines)

    assert [span.of(text) for span in split_sentences(text)] == lines


@pytest.mark.parametrize("text", NO_RUN_ONS)
def test_a_name_with_a_capital_begins_no_sentence(text):
    assert [span.of(text) for span in split_sentences(text)] == [text]


@given(st.text(alphabet=st.sampled_from("aB .!?\n\t\"'1"), max_size=300))
def test_sentences_are_in_order_and_leave_out_white_space_alone(text):
    spans = split_sentences(text)

    assert all(a.end <= b.start for a, b in pairwise(spans))
    assert all(span.of(text) == span.of(text).strip() for span in spans)
    assert "".join("".join(span.of(text).split()) for span in spans) == "".join(text.split())


def test_a_long_text_without_breaks_takes_linear_time():
    assert len(split_sentences("word " * 40_000)) == 1
