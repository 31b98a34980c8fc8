"""What a word of an article stands for, as a table: the words in brackets, and what a line by itself calls them."""

from __future__ import annotations

import re

import pytest

from transforms.events.participants.entities import Register
from transforms.rules.event_files import read_rules
from transforms.titles.naming.references import references

_BRACKETS = re.compile(r"\[([^\]]+)\]")
LISTS = read_rules("references.toml")

NAMED = [
    ("Henrik Larsen came to Kalm. On Monday [Larsen] opened the port.", "Henrik Larsen"),
    ("Henrik Larsen came to Kalm. Then Mr [Larsen] opened the port.", "Henrik Larsen"),
    ("Henrik Stone came to Kalm. On Monday [Stone] opened the port.", "Henrik Stone"),
    ("Ms Ada Vale came to Kalm. Then Ms [Vale] opened the port.", "Ada Vale"),
    ("The [mayor], Ada Vale, opened the port.", "mayor Ada Vale"),
    ("Nordhavn fired its chief [executive], Jorge Berg, on Friday.", "chief executive Jorge Berg"),
    ("Norway's chief medical [officer], Jorge Berg, spoke on Friday.", "Norway's chief medical officer Jorge Berg"),
    ("The new acting chief medical [officer], Jorge Berg, spoke on Friday.", "Jorge Berg"),
    ("His [father], Jorge Berg, was a diver.", "Jorge Berg"),
    ("The [chairman] of the harbour board, Jorge Berg, resigned.", "Jorge Berg"),
    ("Ada Vale, a [professor] of law at Kalm who wrote the report, has left.", "Ada Vale"),
    ("The Kalm Maritime Agency spoke on Monday. On Tuesday the [agency] closed the port.", "Kalm Maritime Agency"),
    ("A diver works for the MCA in Kalm. On Monday the [agency] closed the port.", "MCA"),
    ("Shares in Nordhavn Corp fell on Monday. The [company] had closed its mine.", "Nordhavn"),
    ("Detective Maria Larsen was the first witness. The [detective] saw a knife.", "Maria Larsen"),
    ("The Kalm ferry left on Monday. At night there was a fire on the [ferry].", "Kalm ferry"),
    ("Dr Maria Larsen was heard first. The [doctor] saw a knife.", "Maria Larsen"),
    ("Storms hit Mexico on Monday. The [country]'s ports were closed.", "Mexico"),
    ("Storms hit Chicago on Monday. On Tuesday people left the [city].", "Chicago"),
    (
        "Chevron shares fell on Monday. It rained. It snowed. It rained again. The [company] had closed its mine.",
        "Chevron",
    ),
    ("Chevron shares fell, Reuters said on Monday. The [company] had closed its mine.", "Chevron"),
    ("Her [school], Lund community college, has been closed.", "Lund community college"),
    ("There is swine flu in Kalm. Doctors fear swine flu. Two men have caught the [virus].", "swine flu virus"),
    ("A gas explosion shook Kalm on Monday. Nobody was hurt by the [explosion].", "gas explosion"),
]
OWN_WORDS = [
    "Henrik Larsen and Ada Larsen came to Kalm. On Monday [Larsen] opened the port.",
    "Henrik Larsen came to Kalm. Then Mrs [Larsen] opened the port.",
    "Mr Henrik Larsen came to Kalm. Then Ms [Larsen] opened the port.",
    "Henrik Larsen came to Kalm. On Monday the [Larsen] family opened the port.",
    "Henrik Houston came to Kalm. On Monday he flew to [Houston].",
    "Henrik Larsen came to Kalm. On Monday [Henrik] opened the port.",
    "Detective Maria Larsen was heard first. Then came detective Jorge Berg. The [detective] saw a knife.",
    "Detective Maria Larsen was a witness. It rained. It snowed. It rained again. Then came May. A [detective] saw a knife.",
    "Jorge Berg, a former mayor, ran in May. The [mayor] won.",
    "The Kalm Maritime Agency spoke. The Lund Flood Agency listened. On Tuesday the [agency] closed the port.",
    "The Kalm Maritime Agency spoke. Nordhavn Hospital listened. On Tuesday the [agency] closed the port.",
    "A diver works for the MCA in Kalm. On Monday the [ministry] closed the port.",
    "Shares in Harland Corp and Calder Inc fell on Monday. The [company] had closed its mine.",
    "Greenpeace met in Oslo. The [company] had closed its mine.",
    "Dr Maria Larsen was heard first, then Dr Jorge Berg. The [doctor] saw a knife.",
    "Storms hit Mexico and Cuba on Monday. The [country]'s ports were closed.",
    "Storms hit Mexico on Monday, Cuban sailors said. The [country]'s ports were closed.",
    "Storms hit Mexico on Monday. The [city] was flooded.",
    "Storms hit Mexico on Monday. Last year a [country] in the south was flooded.",
    "Her [school], a large college, has been closed.",
    "There is swine flu in Kalm. Doctors fear swine flu, and bird flu. Two men have caught the [virus].",
    "There is swine flu in Kalm. Doctors fear swine flu. Two men have caught a [virus].",
    "Two men have caught the [virus]. There is swine flu in Kalm. Doctors fear swine flu.",
    "The BBC spoke to a diver. On Monday the [commission] closed the port.",
    "Unlike the Lund ferry, the Kalm ferry had boats. There was a fire on the [ferry].",
    "The Lund ferry was new. The Lund ferry is old. It rained. It snowed. It was May. I saw the Kalm ferry. The [ferry] had a fire.",
    "The Kalm ferry left on Monday. At night there was a fire on a [ferry].",
    "The Kalm ferry left on Monday. At night there was a fire on the [ferries].",
    "The Kalm ferry left on Monday. At night there was a fire on the [ferry] from Lund.",
    "There was a fire on the [ferry]. The Kalm ferry left on Monday.",
]


def called(text: str, parse) -> str | None:
    """What the word in brackets is called, if not by its own words."""
    found = _BRACKETS.search(text)
    assert found
    parsed = parse(_BRACKETS.sub(r"\1", text))
    i = next(t.i for t in parsed.tokens if t.start == found.start())
    reference = references(parsed, Register(parsed)).get(i)
    return None if reference is None else reference.name


@pytest.mark.parametrize(("text", "name"), NAMED)
def test_a_word_is_called_by_the_name_that_the_article_has_for_it(text, name, parse):
    assert called(text, parse) == name


@pytest.mark.parametrize("text", OWN_WORDS)
def test_a_word_that_may_stand_for_two_keeps_its_own(text, parse):
    assert called(text, parse) is None


@pytest.mark.parametrize(("words", "row"), [(name, row) for name, table in LISTS.items() for row in table["examples"]])
def test_a_list_of_words_gives_the_name_that_stands_beside_it(words, row, parse):
    text, name = row
    assert (called(text, parse) or "").endswith(name)


@pytest.mark.parametrize(("words", "text"), [(name, row) for name, table in LISTS.items() for row in table["rejects"]])
def test_a_list_of_words_gives_no_name_to_what_stands_beside_it(words, text, parse):
    assert called(text, parse) is None


def test_a_last_name_behind_a_title_is_no_first_name(parse):
    parsed = parse("President Larsen came to Oslo. Larsen Berg was there as well.")
    assert Register(parsed).full("Larsen") == "Larsen"


def test_two_references_share_no_word(parse):
    for text in (*(row[0] for row in NAMED), *OWN_WORDS):
        parsed = parse(_BRACKETS.sub(r"\1", text))
        for i, reference in references(parsed, Register(parsed)).items():
            assert reference.first <= i < reference.last <= len(parsed.tokens)
            assert reference.first <= reference.head < reference.last
