"""Where it took place, as a table: the name, its country, and whether coordinates are certain."""

from __future__ import annotations

import pytest

from tests.transforms.events.taking_part import place
from transforms.events.participants.gazetteer import look_up, place_words

TABLE = [
    ("A bomb exploded in Valparaíso, Chile.", "exploded", ("Valparaíso", "CL", True)),
    ("Soldiers attacked a village in the Kursk region of Russia.", "attacked", ("Kursk region", "RU", False)),
    ("Two divers drowned in Kenya.", "drowned", ("Kenya", "KE", False)),
    ("Police arrested a man in Kiev.", "arrested", ("Kyiv", "UA", True)),
    ("The explosion in Nairobi killed two guards.", "explosion", ("Nairobi", "KE", True)),
    ("An earthquake struck the Kenyan city of Nairobi on Monday.", "struck", ("Nairobi", "KE", True)),
    (
        "A strong earthquake struck the Chilean city of Iquique on Monday, killing 12.",
        "struck",
        ("Iquique", "CL", True),
    ),
    ("An earthquake struck Nairobi on Monday, killing twelve people.", "killing", ("Nairobi", "KE", True)),
    ("Soldiers shelled Nairobi on Monday.", "shelled", ("Nairobi", "KE", True)),
    ("Police arrested a man in Springfield.", "arrested", ("Springfield", "US", False)),
    ("Police arrested a man in Springfield, Illinois.", "arrested", ("Springfield", "US", True)),
    ("The Nairobi explosion killed two guards.", "explosion", ("Nairobi", "KE", True)),
]


@pytest.mark.parametrize(("text", "word", "expected"), TABLE, ids=[row[0] for row in TABLE])
def test_place(text, word, expected, parse):
    found = place(parse(text), word)

    assert found is not None
    assert (found.name, found.country, found.latitude is not None) == expected
    assert found.span.of(text) == found.text


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Police arrested a man in a hurry.", "arrested"),
        ("The minister praised Kenya on Monday.", "praised"),
        ("Kenya said that a man was arrested.", "arrested"),
        ("Officials in Nairobi said that the ship had sunk.", "sunk"),
    ],
)
def test_no_place(text, word, parse):
    assert place(parse(text), word) is None


def test_ambiguity_is_kept(parse):
    found = place(parse("Police arrested a man in Springfield."), "arrested")

    assert found.candidates > 1
    assert found.geoname_id is None


def test_every_other_name_and_adjective_leads_to_the_gazetteer():
    countries = {s.country for name in place_words().other_names for s in look_up(name)}

    assert all(look_up(name) for name in place_words().other_names)
    assert "GB" in countries
    assert all(len(code) == 2 for code in place_words().demonyms.values())
