"""What stands on a timeline of one sentence: what happened, and not what is planned, denied, habitual or so by nature."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from transforms.annotate import Annotator
from transforms.language.apostrophes import with_apostrophes
from transforms.model import Article

PUBLISHED = date(2031, 6, 11)
"""A Wednesday."""

# sentence → the words of it that are events told as having happened
HAPPENED = {
    # A day ahead of the publication.
    "Tomorrow's parade will cross the bridge.": [],
    "The ferry company is getting ready for Sunday's regatta.": [],
    "Judges praised last Sunday's regatta.": ["praised", "regatta"],
    "Police closed two roads ahead of the regatta.": ["closed"],
    "Police closed two roads because of the regatta.": ["closed", "regatta"],
    "The minister opens the tunnel on Monday.": [],
    "The vote on 20 June 2031 divides the party.": [],
    "The vote on 20 June 2029 divided the party.": ["vote", "divided"],
    "Voters rejected the mayor in a vote last week.": ["rejected", "vote"],
    # Commands, wishes, questions.
    "Leave the valley at once, the mayor said.": ["said"],
    "They left the valley at once, the mayor said.": ["left", "said"],
    "Minister to resign over letters": [],
    "Minister resigns over letters": ["resigns"],
    # What did not come about.
    "Miners threatened a walkout.": ["threatened"],
    "The singer was sentenced to pay a fine.": ["sentenced"],
    "The club was one goal short of winning.": [],
    "The firm dismissed reports of a merger.": ["dismissed"],
    "The firm dismissed its director after a merger.": ["dismissed", "merger"],
    "The court ordered the release of two sailors.": ["ordered"],
    "The alleged assault lasted a minute.": [],
    "The union called a strike.": ["called"],
    # Habits and states.
    "The mill employs sixty people.": [],
    "The mill, which employs sixty people, burned down.": ["burned"],
    "The mill hired sixty people.": ["hired"],
    "The mill has hired sixty people.": ["hired"],
    "The bank refuses to pay.": [],
    "The bank refused to pay.": ["refused"],
    "The choir sang in the chapel every Friday.": [],
    "The choir sang in the chapel on Friday.": ["sang"],
    "The keeper used to row across the bay.": [],
    "The keeper rowed across the bay.": ["rowed"],
    "Using a rope, the crew reached the boat.": ["Using", "reached"],
    "Fire destroys chapel in Porto": ["Fire", "destroys"],
    "The mill operated by his aunt burned down.": ["burned"],
    "The sailors rescued by his aunt went home.": ["rescued", "went"],
    "You waited for hours and the doctor left.": ["left"],
    "In the end the doctor left.": ["left"],
    "At the end of the war the doctor left.": ["war", "left"],
    "Who will lead the party? Who led the party?": [],
    "Why did the minister leave the hall?": ["leave"],
    "The lawyer may argue that his client fled.": [],
    "There could be smoke coming from the mine.": [],
    "There was smoke coming from the mine.": ["coming"],
    "Soldiers are shelling the port.": ["shelling"],
    "Rents are rising.": [],
    "In 1931 the king opens the bridge.": ["opens"],
    "4 June: A storm hits the island. The harbour closes.\n\n9 June: The mayor resigns.": [
        "storm",
        "hits",
        "closes",
        "resigns",
    ],
}


@pytest.fixture(scope="module")
def annotator(model) -> Annotator:
    return Annotator({model.language: model})


def happened(annotator: Annotator, text: str) -> list[str]:
    (annotated,) = annotator.annotate([Article("", text, language="en", published=PUBLISHED)])
    return [
        e.mention.text
        for e in annotated.annotation.events
        if e.mention.event_class in ("event", "reporting") and e.judgement.modality == "actual"
    ]


@pytest.mark.parametrize("text", HAPPENED)
def test_only_what_happened_is_told_as_having_happened(annotator, text) -> None:
    assert happened(annotator, text) == HAPPENED[text]


@pytest.mark.parametrize(
    ("text", "mended"),
    [
        ("The strike wouldn\ufffdt end.", "The strike wouldn't end."),
        ("She didn`t go; it?s late and they´ve left.", "She didn't go; it's late and they've left."),
        ("Did he go? Then so did she.", None),
        ("See https://example.com/page?s=1 for more.", None),
        ("`tis", None),
    ],
)
def test_broken_apostrophes_are_mended_and_nothing_else(text, mended) -> None:
    assert with_apostrophes(text) == (mended or text)


def test_a_broken_apostrophe_still_negates(annotator) -> None:
    assert happened(annotator, "The strike didn\ufffdt close the pier.") == ["strike"]


@given(st.text())
def test_mending_keeps_every_offset(text) -> None:
    assert len(with_apostrophes(text)) == len(text)
