"""Offices that one person of a country holds, as a table: what the text gives a name, and what a description means."""

from __future__ import annotations

import pytest

from transforms.events.participants.entities import Register
from transforms.events.participants.offices import office

HELD = [
    ("Ukrainian President Ada Vale spoke in Kyiv.", "Ada Vale", "president UA"),
    ("Ada Vale, the president of Ukraine, spoke in Kyiv.", "Ada Vale", "president UA"),
    ("U.S. President Tom Reed spoke.", "Tom Reed", "president US"),
    ("British Prime Minister Jo Lund spoke in London.", "Jo Lund", "prime minister GB"),
    ("Former French President Tom Reed spoke in Paris.", "Tom Reed", None),
    ("President Ada Vale spoke.", "Ada Vale", None),
]
MEANT = [
    ("The Ukrainian president spoke.", "president", "president UA"),
    ("Ukraine's president spoke.", "president", "president UA"),
    ("The president of the United States spoke.", "president", "president US"),
    ("The deputy prime minister of Spain spoke.", "minister", None),
    ("The president of the club spoke.", "president", None),
    ("A Ukrainian soldier spoke.", "soldier", None),
]


@pytest.mark.parametrize(("text", "name", "expected"), HELD, ids=[row[0] for row in HELD])
def test_held(text, name, expected, parse):
    parsed = parse(text)
    head = next(t.i for t in parsed.tokens if t.text == name.split()[-1])

    assert Register(parsed).office(head, name) == expected


@pytest.mark.parametrize(("text", "word", "expected"), MEANT, ids=[row[0] for row in MEANT])
def test_meant(text, word, expected, parse):
    parsed = parse(text)
    head = next(t.i for t in parsed.tokens if t.text == word)

    assert office(parsed, head, Register(parsed).at) == expected
