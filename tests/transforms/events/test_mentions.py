"""Which words of a sentence are event mentions, of which class and type, and what light verbs and phases serve."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from transforms.events.mentions import find_mentions
from transforms.events.mentions.event_types import EVENT_TYPES
from transforms.model import Mention, Span, TimeExpression

# sentence → its mentions as "word class type", in text order; "word light type > word" where one serves another,
# "word?" where it is only named in passing
SENTENCES = {
    "Troops entered the town on Monday, the ministry said.": [
        "entered event movement",
        "said reporting statement",
    ],
    "Rebels launched an attack on the port.": [
        "launched light attack > attack",
        "attack event attack",
    ],
    "A survey was conducted after the earthquake.": [
        "survey event investigation",
        "conducted light work > survey",
        "earthquake event natural_disaster",
    ],
    "The war ended in 1953.": ["war event battle", "ended aspect start_or_end > war"],
    "The end of the strike pleased shopkeepers.": [
        "end aspect start_or_end > strike",
        "strike event protest",
        "pleased event emotion",
    ],
    "The firm began selling bread.": ["began aspect start_or_end > selling", "selling event trade"],
    "The shop opened in May.": ["opened event business_opening"],
    "Engineers launched a rocket.": ["launched event spaceflight"],
    "The editor was fired.": ["fired event departure_from_office"],
    "Soldiers fired rockets at the bridge.": ["fired event attack"],
    "Three people are dead.": ["dead event death"],
    "The blast left nine people dead.": ["blast event accident", "left event occurrence", "dead event death"],
    "The mayor is angry about the delay.": ["angry state emotion", "delay event change"],
    "He has to leave.": ["leave event movement"],
    "It is going to rain.": ["rain event natural_disaster"],
    "He went to visit her.": ["went event movement", "visit event movement"],
    "Sales rose in May.": ["rose event change"],
    "She owns a bakery.": ["owns state relation"],
    "Surgery is expensive.": [],
    "She left after surgery.": ["left event movement", "surgery event treatment"],
    "The quarter ended June 30 was good.": [],
    "The group, based in Oslo, makes tyres.": ["makes event production"],
    "The company, which makes tyres, burned down.": ["makes event production", "burned event accident"],
    "Costs, including rent, rose.": ["rose event change"],
    "Earthquake shakes port city": ["Earthquake event natural_disaster", "shakes event emotion"],
    "The minister promised a full inquiry.": ["promised reporting promise", "inquiry event investigation"],
    "Residents called for an inquiry.": ["called event request", "inquiry event investigation"],
    "OSLO, May 4 - The Dock Union called off on Thursday the strike that it had planned.": [
        "called event arrangement",
        "strike event protest",
        "planned state thought",
    ],
    "Rebels tried to seize the port.": ["tried aspect use > seize", "seize event conquest"],
    "He sought to explode a bomb.": ["sought aspect request > explode", "explode event accident"],
    "They made an attempt to seize the port.": [
        "made light other > attempt",
        "attempt aspect use > seize",
        "seize event conquest",
    ],
    "The attempt failed.": ["attempt event use", "failed event other"],
    "They sought the withdrawal of the bill.": ["sought event request", "withdrawal event withdrawal"],
    "The banker was arrested on suspicion of fraud.": [
        "arrested event arrest",
        "suspicion? state thought",
        "fraud? event crime",
    ],
    "Both men face murder charges.": [
        "face light charge > charges",
        "murder? event killing",
        "charges event charge",
    ],
    "Police searched the blast site.": ["searched event investigation", "blast event accident"],
    "The riot police left.": ["left event movement"],
    "The mill was damaged by fire.": ["damaged event damage", "fire event accident"],
    "Gunmen opened fire.": ["opened event attack"],
    "Rebels launched raids on the port.": ["launched light attack > raids", "raids event attack"],
    "The wounded sailor slept.": ["wounded state injury", "slept event waiting"],
    "Hurricane Ida hit the port.": ["Hurricane event natural_disaster", "hit event occurrence"],
    "Damage from Typhoon Mara was severe.": ["Damage? event damage", "Typhoon event natural_disaster"],
    "The Lisbon Summit ended on Friday.": ["Summit event meeting", "ended aspect start_or_end > Summit"],
    "She will host the Oscars.": ["host event meeting", "Oscars event ceremony"],
    "Veteran Actor Hugo Brandt Dies At 84": ["Dies event death"],
    "Mayor Carla Nunez To Host Harbour Festival": ["Host? event meeting", "Festival event ceremony"],
    "The prisoner's transport to Oslo took a day.": ["transport event movement", "took state waiting"],
    "A break-in at the museum was filmed.": ["break-in event crime", "filmed event performance"],
    "Guards found the stolen painting.": ["found event discovery", "stolen state crime"],
    "Sport | Games | Travel | Help": ["Help? event aid"],
    "He spent years at the station near the government department.": ["spent event payment"],
}


def named(mentions: tuple[Mention, ...]) -> list[str]:
    return [
        f"{m.text}{'?' * m.in_passing} {m.event_class} {m.event_type}"
        + (f" > {mentions[m.serves].text}" if m.serves is not None else "")
        for m in mentions
    ]


@pytest.mark.parametrize(("sentence", "expected"), SENTENCES.items(), ids=SENTENCES)
def test_mentions(sentence, expected, parse):
    assert named(find_mentions(parse(sentence), ())) == expected


def test_a_word_within_a_time_expression_is_no_mention(parse):
    text = "Prices fell after the fall of 1989."
    fall = TimeExpression(Span(22, 34), text[22:34], "DATE", "1989-FA", "season")

    assert [m.text for m in find_mentions(parse(text), ())] == ["fell", "fall"]
    assert [m.text for m in find_mentions(parse(text), (fall,))] == ["fell"]


def test_mentions_are_where_they_say(parse):
    text = "\n\n".join(SENTENCES)
    tree = parse(text)
    mentions = find_mentions(tree, ())
    types = {t.name for t in EVENT_TYPES}

    assert [m.head for m in mentions] == sorted({m.head for m in mentions})
    for mention in mentions:
        assert mention.trigger.of(text) == mention.text
        assert mention.sentence.holds(mention.trigger)
        assert tree.tokens[mention.head].end == mention.trigger.end
        assert mention.event_type in types
        assert mention.serves is None or mentions[mention.serves].sentence_index == mention.sentence_index
        assert (mention.event_class in ("light", "aspect")) == (mention.serves is not None)


@given(st.lists(st.sampled_from(list(SENTENCES)), min_size=1, max_size=4), st.sampled_from(["", "\n\n", " \t\n "]))
@settings(max_examples=20, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_padding_shifts_spans_only(parse, sentences, padding):
    text = "\n\n".join(sentences)
    plain = find_mentions(parse(text), ())
    padded = find_mentions(parse(padding + text), ())

    assert named(padded) == named(plain)
    assert [m.trigger.start - len(padding) for m in padded] == [m.trigger.start for m in plain]


@given(st.text(alphabet=st.characters(codec="utf-8"), max_size=200))
@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_text_is_read(parse, text):
    for mention in find_mentions(parse(text), ()):
        assert mention.trigger.of(text) == mention.text
