"""Which mentions of one article are one happening, by texts: what must join, and its near misses."""

from __future__ import annotations

from datetime import date

import pytest

from transforms.annotate import annotate_parsed
from transforms.coreference.resolve import merge
from transforms.model import Article
from transforms.times import find_times


@pytest.fixture
def together(parse):
    """True if the two words marked in a text are of one event."""

    def of(text: str) -> bool:
        plain, at = "", []
        for n, part in enumerate(text.replace("]", "[").split("[")):
            if n % 2:
                at.append(len(plain))
            plain += part
        article = Article("a", plain, published=date(2025, 3, 9), language="en")
        found = annotate_parsed(article, parse(plain), find_times(article)).mentions
        ids = [next(m.mention_id for m in found if m.trigger_start <= i < m.trigger_start + len(m.trigger)) for i in at]
        return any(set(ids) <= set(e.mention_ids) for e in merge(found).events)

    return of


ONE = {
    "how it was done": "Ada Vale was [killed] as two men [sprayed] the bar with bullets.",
    "gunfire": "Vale was [killed] in May when gunfire [erupted] outside the bar.",
    "a name and a description": "Two men [killed] father of nine in Tarn\nKarl Brant was [killed] by two men on Friday.",
    "harm in a row": "Ten people were [killed] and fifty injured when an [earthquake] razed huts near Tarn.",
    "what a clause describes": "There was a [blast] aboard the ferry that [killed] six sailors.",
    "harm of the only disaster": (
        "An [earthquake] struck the island of Tarn on Sunday. The quake was felt in Orvel.\n"
        "Rescuers dug all night. The mayor said 40 people had been [killed]."
    ),
    "it did it": "A fierce storm hit Tarn on Sunday. The [storm] came from the sea. It [destroyed] forty houses.",
    "a move": "The chairman, Ada Vale, is [stepping] down. The [move] surprised the board.",
    "his departure": "The coach, Karl Brant, [resigned] on Monday. His [departure] surprised the club.",
    "a verdict": "The driver was [acquitted] on Friday. The [verdict] angered the families.",
    "a settlement of long ago": "The suit was [settled] in 1991. The [settlement] barred the firm from selling songs.",
    "an event": "Orvel Motors held a press [conference] on Monday. The [event] lasted an hour.",
    "testimony": "Karl Brant, a porter, [told] the court that the ward was locked. Mr Brant also [said] he had no keys.",
    "not the plan": (
        "Crews got ready for a possible oil spill at Tarn. The [spill] off Tarn began on Monday, after a crash. "
        "Fishermen sued over the [spill]."
    ),
}


@pytest.mark.parametrize("text", ONE.values(), ids=ONE)
def test_one_happening(together, text):
    assert together(text)


TWO = {
    "two people": "Two men kill mother of nine\nAda Vale was [killed] in Tarn on Monday. Karl Brant was [killed] in Orvel.",
    "war has more than one attack": (
        "Tarn has been hit by [airstrikes] for a second day. Ten people were wounded on Monday.\n"
        "The mayor said 40 people had been [killed] this week."
    ),
    "another disaster just before": (
        "An [earthquake] struck Tarn on Sunday. The quake was felt in Orvel. The quake lasted a minute.\n"
        "A quake in China ended a week of rain. It [destroyed] forty houses."
    ),
    "another cause": (
        "An [earthquake] struck Tarn on Sunday. The quake was felt in Orvel.\n"
        "The mayor said 40 people had been [killed] by soldiers."
    ),
    "a move that says where": "The chairman, Ada Vale, is [stepping] down. The [move] to Orvel is planned for May.",
    "a departure of another": "The coach, Karl Brant, [resigned] on Monday. Ada Vale's [departure] surprised the club.",
    "a verdict of none": "The driver was [arrested] on Friday. The [verdict] is due in May.",
    "far before": (
        "The chairman is [stepping] down. Trains ran late. A storm hit Tarn. The firm sold a mill. "
        "The [move] surprised the board."
    ),
    "said to police": "Karl Brant [told] the court that the ward was locked. Ada Vale [said] he had no keys.",
}


@pytest.mark.parametrize("text", TWO.values(), ids=TWO)
def test_two_happenings(together, text):
    assert not together(text)
