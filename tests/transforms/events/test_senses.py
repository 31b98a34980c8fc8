"""The type of a word in its place: its subject, its object and what follows it decide."""

from __future__ import annotations

import pytest

from transforms.events.mentions import find_mentions
from transforms.events.mentions.event_types import EVENT_TYPES
from transforms.events.mentions.senses import senses

# word → sentences with the type that it has in each
TYPES = {
    "fell": {
        "Exports fell by a third in June.": "change",
        "Rents fell by a third in June.": "price_change",
        "Two corporals fell in battle.": "death",
        "The rider fell near the barn.": "other",
    },
    "gained": {
        "The peso gained 2 percent.": "price_change",
        "Turnout gained 2 percent.": "change",
        "The marchers gained ground.": "other",
    },
    "declined": {"The envoy declined to comment.": "rejection", "Rents declined last year.": "price_change"},
    "ruled": {
        "The tribunal ruled that the sale was void.": "verdict",
        "His father ruled the island for decades.": "relation",
    },
    "charged": {
        "Prosecutors charged the treasurer with fraud.": "charge",
        "Mounted police charged at the marchers.": "attack",
    },
    "captured": {
        "Rebels captured the airport.": "conquest",
        "Rebels captured two pilots.": "arrest",
        "The film captured her mood.": "other",
    },
    "fired": {
        "Rebels fired a rocket.": "attack",
        "The board fired the manager.": "departure_from_office",
    },
    "erupted": {"A riot erupted in the port.": "occurrence", "The volcano erupted at dawn.": "natural_disaster"},
    "shared": {"The actor shared a photo of the dog.": "publication", "The brothers shared a room.": "relation"},
    "left": {
        "The envoy left the city.": "movement",
        "The treasurer left the board.": "departure_from_office",
        "The flood left hundreds homeless.": "occurrence",
    },
    "came": {"The envoy came to Oslo.": "movement", "The ruling came after nine days.": "occurrence"},
    "opened": {"The museum opened in May.": "business_opening", "She opened the letter.": "other"},
    "tested": {"The goalkeeper tested positive on Monday.": "illness", "Engineers tested the valve.": "research"},
    "released": {
        "Guards released two miners.": "release",
        "The singer released an album.": "publication",
        "The valve released steam.": "accident",
    },
    "strike": {
        "A drone strike destroyed the barn.": "attack",
        "The strike by nurses lasted a week.": "protest",
    },
    "sealed": {
        "The well was capped in June and sealed in May.": "change",
        "The clerk opened the box and sealed it.": "arrangement",
    },
    "struck": {"A tanker struck a rock in May.": "accident", "The firms struck a deal.": "agreement"},
    "burned": {"Rebels burned a mosque.": "attack", "The oil rig burned for a day.": "accident"},
    "took": {"She took over at the ministry.": "appointment", "Rebels took over the town.": "conquest"},
    "called": {"The mayor called for calm.": "request", "The defence called two witnesses.": "trial"},
    "move": {"The move to the capital took a year.": "movement", "The move angered the union.": "decision"},
}
ROWS = [(word, sentence, event_type) for word, of in TYPES.items() for sentence, event_type in of.items()]


@pytest.mark.parametrize(("word", "sentence", "event_type"), ROWS)
def test_a_type_needs_its_arguments(word, sentence, event_type, parse) -> None:
    (mention,) = [m for m in find_mentions(parse(sentence), ()) if m.text == word]

    assert mention.event_type == event_type


def test_every_sense_gives_a_known_type() -> None:
    assert {sense.event_type for of in senses().values() for sense in of} <= {t.name for t in EVENT_TYPES}


def test_a_word_has_one_sense_at_most_that_always_fits() -> None:
    for word, of in senses().items():
        assert sum(sense.otherwise for sense in of) <= 1, word
