"""The days that matter, and the sentences that tell them best."""

import json
from datetime import date

import pytest

from transforms.selection.digest import DayEvidence, Line, choose_days, choose_lines
from transforms.writers.digest_file import FORMATS, DigestDay, DigestLine

MAY_1, MAY_2, LONG_AGO = date(2024, 5, 1), date(2024, 5, 2), date(1827, 1, 9)


def line(text: str, *, named: bool = True, editors: bool = False) -> Line:
    return Line(MAY_1, text, f"m{abs(hash(text))}", named, editors)


@pytest.mark.parametrize(
    ("evidence", "expected"),
    [
        pytest.param([DayEvidence(MAY_1, named=9, sources=5), DayEvidence(MAY_2, named=1, sources=1)], MAY_1, id="told by more"),
        pytest.param([DayEvidence(MAY_1), DayEvidence(MAY_2, chronologies=1)], MAY_2, id="another editor chose it"),
        pytest.param([DayEvidence(MAY_1), DayEvidence(LONG_AGO, named=8, sources=1, in_story=False)], MAY_1, id="a lone day of the past comes last"),
        pytest.param([DayEvidence(MAY_1), DayEvidence(LONG_AGO, named=8, sources=2, in_story=False)], LONG_AGO, id="unless two articles tell of it"),
    ],
)  # fmt: skip
def test_days(evidence, expected):
    assert choose_days(evidence, 1)[0].day == expected


FIRE = line("The warehouse fire at Marlow dock destroyed forty containers.")
AGAIN = line("Forty containers burned when fire broke out in the warehouse at Marlow dock.")
ASIDE = line("Reporters were offered sandwiches and lukewarm coffee.")


def test_the_sentence_nearest_to_all_that_is_told_comes_first_and_order_of_arrival_says_nothing():
    chosen = choose_lines([ASIDE, AGAIN, FIRE], frozenset(), 1)

    assert chosen[0] in (FIRE, AGAIN)
    assert choose_lines([FIRE, ASIDE, AGAIN], frozenset(), 1) == chosen


def test_a_sentence_is_about_the_story_and_no_longer_than_asked_for():
    assert choose_lines([ASIDE], frozenset({"fire"}), 1) == []
    assert choose_lines([FIRE], frozenset({"fire"}), 1, 5) == []


DAY = DigestDay(
    MAY_1,
    "Fire at <Marlow> dock",
    (
        DigestLine(
            "A *fire* broke out & spread </li>.", "m1", "e1", "a1", "Fire", "Post", "https://post.example/1", MAY_2
        ),
    ),
)


@pytest.mark.parametrize("form", sorted(FORMATS))
def test_every_format_names_day_sentence_and_source_and_lets_no_mark_through(form):
    text = FORMATS[form]("Story", [DAY])

    assert "fire" in text
    assert "https://post.example/1" in text
    assert "2024" in text
    if form in ("json", "timelinejs"):
        json.loads(text)
    if form != "json":
        assert "</li>." not in text
