"""Who takes part, as a table; and the examples beside the rules."""

from __future__ import annotations

import pytest

from tests.transforms.events.taking_part import mention_at, roles
from transforms.events.participants.actors import find_actors, role_words
from transforms.events.participants.entities import Register
from transforms.language.names import described, name_key, name_rules, name_words
from transforms.model import SourceKind, Span, Statement
from transforms.rules.event_files import read_rules

TABLE = [
    ("Police arrested Ada Vale in Orvel.", "arrested", {"agent": ["Police"], "patient": ["Ada Vale"]}),
    (
        "Ada Vale was arrested by the harbour police.",
        "arrested",
        {"patient": ["Ada Vale"], "agent": ["harbour police"]},
    ),
    ("Rebels attacked the town and captured two guards.", "captured", {"agent": ["Rebels"], "patient": ["two guards"]}),
    ("Ada Vale was shot and killed in Orvel.", "killed", {"patient": ["Ada Vale"]}),
    ("A driver was arrested and admitted the theft.", "admitted", {"speaker": ["driver"], "topic": ["theft"]}),
    ("A driver was arrested and has fled.", "fled", {"agent": ["driver"]}),
    ("Two divers drowned near the old pier.", "drowned", {"patient": ["Two divers"]}),
    (
        "The arrest of Ada Vale by the police surprised the town.",
        "arrest",
        {"patient": ["Ada Vale"], "agent": ["police"]},
    ),
    ("Ada Vale's arrest surprised the town.", "arrest", {"patient": ["Ada Vale"]}),
    ("Mayor Ada Vale spoke on Monday. Vale resigned on Tuesday.", "resigned", {"agent": ["Ada Vale"]}),
    ("Ada Vale spoke on Monday. She resigned on Tuesday.", "resigned", {"agent": ["Ada Vale"]}),
    (
        "Ada Vale won the prize in May. She moved to Orvel. The town is small. She resigned on Tuesday.",
        "resigned",
        {"agent": ["Ada Vale"]},
    ),
    ("Mr Tom Reed met Ms Ada Vale on Monday. She resigned on Tuesday.", "resigned", {"agent": ["Ada Vale"]}),
    ("Ms Ada Vale met Mr Tom Reed on Monday. He resigned on Tuesday.", "resigned", {"agent": ["Tom Reed"]}),
    ("In her speech on Monday, Ada Vale attacked the plan.", "speech", {"agent": ["Ada Vale"]}),
    ("The harbour minister, Ada Vale, resigned on Tuesday.", "resigned", {"agent": ["Ada Vale"]}),
    ("The hall was empty. The tide was low. It rained. He resigned on Tuesday.", "resigned", {"agent": ["He"]}),
    ("OSLO, June 20 (AP) — A court fined Tom Reed on Monday.", "fined", {"agent": ["court"], "patient": ["Tom Reed"]}),
    ("Mayor Ada Vale spoke on Monday. The mayor resigned on Tuesday.", "resigned", {"agent": ["Ada Vale"]}),
    ("Soldiers who attacked the camp fled.", "attacked", {"agent": ["Soldiers"], "patient": ["camp"]}),
    ("The two men captured by rebels in May are home.", "captured", {"patient": ["two men"], "agent": ["rebels"]}),
    ("The boats that the storm smashed were new.", "smashed", {"agent": ["storm"], "patient": ["boats"]}),
    ("He explained what the firm bought.", "bought", {"agent": ["firm"]}),
    ("Ada Vale and Tom Reed met in Orvel.", "met", {"agent": ["Ada Vale", "Tom Reed"]}),
]


@pytest.mark.parametrize(("text", "word", "expected"), TABLE, ids=[row[0] for row in TABLE])
def test_roles(text, word, expected, parse):
    assert roles(parse(text), word) == expected


def test_actors_spans_are_the_text(parse):
    text = "Mayor Ada Vale spoke on Monday. Falcon 9 exploded over Orvel, killing two engineers of the Harbour Board."
    parsed = parse(text)
    found = mention_at(parsed, "spoke")[0]

    for actor in (a for of in find_actors(parsed, found) for a in of):
        assert actor.span.of(text) == actor.text


def test_who_speaks_is_meant_by_i(parse):
    text = "Ada Vale wrote: I resigned in May."
    parsed = parse(text)
    found, at = mention_at(parsed, "resigned")
    kind: SourceKind = "named person"
    said = Statement(Span(0, 8), kind, "Ada Vale", Span(9, 14), (Span(16, 34),), "test")
    chains = [(said,) if i == at else () for i in range(len(found))]

    assert [(a.role, a.name) for a in find_actors(parsed, found, chains)[at]] == [("agent", "Ada Vale")]


ROLE_RULES = {r["id"]: r for r in read_rules("actor_roles.toml")["roles"]}
EXPECTED = {"subject-suffers": "patient", "owner-suffers": "patient", "of-does": "agent"}


@pytest.mark.parametrize(("rule", "text"), [(i, t) for i, r in ROLE_RULES.items() for t in r["examples"]])
def test_role_example(rule, text, parse):
    parsed = parse(text)
    word = next(t.text for t in parsed.tokens if t.lemma.casefold() in role_words()[rule])

    assert set(roles(parsed, word)) == {EXPECTED[rule]}


@pytest.mark.parametrize(("rule", "text"), [(i, t) for i, r in ROLE_RULES.items() for t in r["rejects"]])
def test_role_reject(rule, text, parse):
    heads = {t.lemma.casefold() for t in parse(text).tokens if t.dep in ("ROOT", "nsubj", "nsubjpass")}

    assert not heads & role_words()[rule] or rule == "of-does"


@pytest.mark.parametrize("rule", read_rules("names.toml")["spelling"], ids=lambda r: r["ending"])
def test_spelling(rule):
    for line in rule["examples"]:
        first, second = line.split(" = ")
        assert name_key(first) == name_key(second), line
    for line in rule["rejects"]:
        first, second = line.split(" = ")
        assert name_key(first) != name_key(second), line


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("President Ada Vale", ("ada", "vale")),
        ("the Orvel Mining Co.", ("orvel", "mining")),
        ("Ada Vale's", ("ada", "vale")),
        ("José Núñez", ("jose", "nunez")),
    ],
)
def test_name_words(name, words):
    assert name_words(name) == words


def test_titles_are_plain():
    assert all(t == t.casefold() for t in name_rules().titles)


def test_a_surname_that_is_taken_for_a_noun_is_still_its_persons(parse):
    text = "Keiko Harada flew to Oslo.\n\nHarada urged growers to stay."
    parsed = parse(text)
    surname = [t for t in parsed.tokens if t.text == "Harada"][1]
    # Whatever the tagger says of it: once as a noun.
    tokens = tuple(t._replace(pos="NOUN", tag="NN", entity="") if t.i == surname.i else t for t in parsed.tokens)

    assert Register(parsed._replace(tokens=tokens)).who(surname.i)[2] == "Keiko Harada"


def test_a_common_word_is_no_surname(parse):
    text = "Ada Stone flew to Oslo. The stone was cold.\n\nStone walls fell."
    parsed = parse(text)
    last = [t for t in parsed.tokens if t.text == "Stone"][1]
    tokens = tuple(t._replace(pos="NOUN", tag="NN", entity="") if t.i == last.i else t for t in parsed.tokens)

    assert Register(parsed._replace(tokens=tokens)).who(last.i)[2] == "Stone"


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("The coast guard", "coast guard"),
        ("a police official", "police official"),
        ("His lawyer", "his lawyer"),
        ("Prosecutors", "Prosecutors"),
        ("Theatre staff", "Theatre staff"),
        ("It", "It"),
        ("the", "the"),
    ],
)
def test_somebody_without_a_name_is_called_the_same_wherever_it_stands(words, expected):
    assert described(words) == expected
