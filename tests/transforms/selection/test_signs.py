"""What a sentence says of a mention's weight: of what kind the article is, before whom a saying is made."""

from datetime import date

import pytest

from transforms.annotate import annotate_parsed
from transforms.model import Article
from transforms.rules.event_files import read_rules
from transforms.selection.news_value import FILE, captions
from transforms.selection.signs import quoted
from transforms.selection.story_words import STORY_WORDS, most_salient
from transforms.selection.voice import is_essay
from transforms.times import find_times

COLUMN = """Why did nobody see the flood coming? I walked along the quay last night. The mayor opened the new dam in June.
We have paid for this neglect for years. You would think that somebody kept the plans. The council met on Monday."""
REPORT = """The mayor opened the new dam in June. The council met on Monday. Engineers said that we should wait.
The flood reached the market on Sunday. A school was closed. The US sent pumps. Farmers lost their crops."""
INTERVIEW = """The mayor opened the new dam in June. "I never saw such a flood, and we must learn from it," he said.
The council met on Monday. "You cannot plan for this," said an engineer. Farmers lost their crops. A school was closed."""
LETTER = "The dam should have been rebuilt long ago. Who will answer for it now?"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(COLUMN, True, id="a column"),
        pytest.param(LETTER, True, id="a letter of two sentences"),
        pytest.param(REPORT, False, id="a report of what others say should be done"),
        pytest.param(INTERVIEW, False, id="a report that quotes"),
        pytest.param("", False, id="nothing"),
    ],
)
def test_an_essay_is_known_by_its_own_sentences(parse, text, expected):
    assert is_essay(parse(text), quoted(text)) is expected


@pytest.mark.parametrize(
    ("text", "trigger", "present", "absent"),
    [
        pytest.param("Ada Brink told the jury that the door was locked.", "told", "saying-news", "saying-plain", id="a jury"),
        pytest.param("Ada Brink said to the committee that the dam leaked.", "said", "saying-news", "saying-plain", id="a committee"),
        pytest.param("Ada Brink told her sister that the door was locked.", "told", "saying-plain", "saying-news", id="a sister"),
        pytest.param("Ada Brink said the court was wrong.", "said", "saying-plain", "saying-news", id="about a court"),
        pytest.param("Ada Brink announced the closure.", "announced", "named-agent", "saying-plain", id="who announces has a name"),
        pytest.param("Ada Brink said it was late.", "said", "saying-plain", "named-agent", id="who merely says it does nothing"),
        pytest.param("Ada Brink (L) greets Jon Vale during a visit to Orvel, May 19, 2009.", "visit", "caption", "essay", id="under a picture"),
        pytest.param("File photo: a ferry burned off Orvel in 2009.", "burned", "caption", "essay", id="an old picture"),
        pytest.param("Ada Brink (Labour) visited Orvel on May 19, 2009.", "visited", "past", "caption", id="a party in brackets"),
        pytest.param("Ada Brink opens a market in Orvel on May 17, 2024.", "opens", "caption", "past", id="what is seen in a picture of a day"),
        pytest.param("May 17: A heron flaps over Orvel harbour.", "flaps", "caption", "past", id="the same, its day first"),
        pytest.param("Ada Brink opened a market in Orvel on Friday.", "opened", "own-date", "caption", id="a past day told in the past"),
        pytest.param("Prices in Orvel have doubled over the past decade.", "doubled", "perfect", "own-date", id="years are no date"),
        pytest.param("Prices in Orvel doubled in 2021.", "doubled", "own-date", "present", id="one year is"),
        pytest.param("An inquiry published on Friday said that the dam leaked.", "published", "of-source", "past-perfect", id="when a source came out"),
        pytest.param("The council published an inquiry on Friday.", "published", "own-date", "of-source", id="that one came out"),
        pytest.param("A prisoner held since Friday said that the dam leaked.", "held", "relative", "of-source", id="what is no publication"),
        pytest.param("The ferry burned as passengers slept below.", "slept", "circumstance", "relative", id="what went on meanwhile"),
        pytest.param("After a march on Friday the shops opened again.", "march", "noun-circumstance", "noun-subject", id="what only tells when"),
        pytest.param("The march on Friday drew thousands.", "march", "noun-subject", "noun-circumstance", id="what the sentence is about"),
        pytest.param("Doctors have warned of the dam for years.", "warned", "years-long", "perfect", id="what has gone on for years is no news"),
        pytest.param("Doctors have warned of the dam.", "warned", "perfect", "years-long", id="what has just been done is"),
        pytest.param("Orvel has spent millions on the dam since 2000.", "spent", "spans-years", "own-date", id="years by their date"),
        pytest.param("Orvel has spent millions on the dam since May.", "spent", "own-date", "spans-years", id="weeks by their date"),
        pytest.param("The council set up a fund of two million euros.", "set", "deed", "thin", id="a verb of two words"),
    ],
)  # fmt: skip
def test_signs_of_a_mention(parse, text, trigger, present, absent):
    article = Article("a", text, published=date(2024, 6, 3), language="en")
    events = annotate_parsed(article, parse(text), find_times(article)).annotation.events
    (signs,) = {e.signs for e in events if e.mention.text == trigger}

    assert present in signs
    assert absent not in signs


@pytest.mark.parametrize(
    ("text", "is_one"), [(t, f == "examples") for f in ("examples", "rejects") for t in read_rules(FILE)["captions"][f]]
)
def test_captions_by_their_words(text, is_one):
    assert bool(captions().search(text)) is is_one


def test_a_story_is_about_what_is_frequent_in_it_and_rare_elsewhere():
    sentences = {"ferry": 9, "harbour": 7, "the": 90, "was": 50} | {f"word{n}": 1 for n in range(40)}
    found = most_salient(sentences)

    assert {"ferry", "harbour"} <= found
    assert not {"the", "was"} & found
    assert len(found) == STORY_WORDS
