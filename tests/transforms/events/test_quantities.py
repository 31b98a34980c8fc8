"""How many, as a table: measure, low, high, unit, qualifier, adds, scope."""

from __future__ import annotations

import pytest

from tests.transforms.events.taking_part import quantities
from transforms.events.participants.numeric_phrases import figures, quantity_rules
from transforms.rules.event_files import read_rules

TABLE = [
    ("The blast killed 12 people.", "killed", ("killed", 12, 12, "person", None, False, None)),
    ("At least 30 miners died.", "died", ("killed", 30, None, "person", "at least", False, None)),
    ("Nearly 300 sailors were injured.", "injured", ("injured", None, 300, "person", "nearly", False, None)),
    ("Around 2,700 more miners were injured.", "injured", ("injured", 2700, 2700, "person", "about", True, None)),
    ("Police arrested another twelve protesters.", "arrested", ("arrested", 12, 12, "person", None, True, None)),
    ("The fire destroyed between 20 and 30 houses.", "destroyed", ("house", 20, 30, "house", None, False, None)),
    ("Dozens of sailors died.", "died", ("killed", 12, None, "person", None, False, None)),
    ("Up to 50 people were killed.", "killed", ("killed", None, 50, "person", "up to", False, None)),
    (
        "The army retook over 40 % of the 984 square kilometres.",
        "retook",
        ("share", 40, None, "%", "more than", False, "the 984 square kilometres"),
    ),
    ("Two hundred and fifty miners died.", "died", ("killed", 250, 250, "person", None, False, None)),
    ("No people were injured.", "injured", ("injured", 0, 0, "person", None, False, None)),
    ("At least half a million people fled.", "fled", ("displaced", 500000, None, "person", "at least", False, None)),
    ("More than a dozen miners died.", "died", ("killed", 12, None, "person", "more than", False, None)),
    ("Tens of thousands marched.", "marched", ("march", 20000, None, "person", None, False, None)),
    ("Two or three sailors drowned.", "drowned", ("killed", 2, 3, "person", None, False, None)),
    ("The toll rose from 30 to 45.", "rose", ("killed", 45, 45, "person", None, False, None)),
    ("Nobody was hurt.", "hurt", ("injured", 0, 0, "person", None, False, None)),
    ("None of the sailors died.", "died", ("killed", 0, 0, "person", None, False, "the sailors")),
    ("Nearly 300 of the 900 barns burned.", "burned", ("barn", None, 300, "barn", "nearly", False, "the 900 barns")),
    ("The bank paid $20bn to growers.", "paid", ("amount", 20e9, 20e9, "USD", None, False, None)),
    ("The bank paid £2.5m in fines.", "paid", ("amount", 2.5e6, 2.5e6, "GBP", None, False, None)),
    ("Rents rose between 2% and 3%.", "rose", ("share", 2, 3, "%", None, False, None)),
    ("Nine sailors, including two boys, drowned.", "drowned", ("killed", 9, 9, "person", None, False, None)),
    ("The fraud cost $2.5 million.", "cost", ("amount", 2500000, 2500000, "USD", None, False, None)),
]


@pytest.mark.parametrize(("text", "word", "expected"), TABLE, ids=[row[0] for row in TABLE])
def test_quantity(text, word, expected, parse):
    found = quantities(parse(text), word)[0]

    assert (found.measure, found.low, found.high, found.unit, found.qualifier, found.additive, found.scope) == expected
    assert found.span.of(text) == found.text


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Tom Reed, 33, was arrested.", "arrested"),
        ("A 33-year-old man was arrested.", "arrested"),
        ("Flight 1549 crashed.", "crashed"),
        ("61. The mayor resigned.", "resigned"),
        ("Two thirds of the crew left.", "left"),
        ("One in nine growers left.", "left"),
        ("He was arrested in 1999.", "arrested"),
        ("He was arrested at 11 p.m.", "arrested"),
    ],
)
def test_no_quantity(text, word, parse):
    assert quantities(parse(text), word) == ()


RULES = read_rules("quantities.toml")
MEASURES = [*RULES["measure"], *RULES["measure_under"]]


@pytest.mark.parametrize(("rule", "text"), [(q["id"], e) for q in RULES["qualifier"] for e in q["examples"]])
def test_qualifier_example(rule, text, parse):
    assert [f.qualifier for f in figures(parse(f"They counted {text} there."))] == [rule]


@pytest.mark.parametrize(("rule", "text"), [(q["id"], r) for q in RULES["qualifier"] for r in q["rejects"]])
def test_qualifier_reject(rule, text, parse):
    assert rule not in [f.qualifier for f in figures(parse(f"They counted {text} there."))]


@pytest.mark.parametrize("text", RULES["additive"]["examples"])
def test_additive_example(text, parse):
    assert [f.additive for f in figures(parse(f"They counted {text} there."))] == [True]


@pytest.mark.parametrize("text", RULES["additive"]["rejects"])
def test_additive_reject(text, parse):
    assert [f.additive for f in figures(parse(f"They counted {text} there."))] == [False]


def measured(parse, text):
    parsed = parse(text)
    verb = next(t for t in parsed.tokens if t.dep == "ROOT" or t.pos == "VERB")
    return {q.measure for q in quantities(parsed, verb.text)}


@pytest.mark.parametrize(("rule", "text"), [(m["id"], e) for m in MEASURES for e in m["examples"]])
def test_measure_example(rule, text, parse):
    assert rule in measured(parse, text)


@pytest.mark.parametrize(("rule", "text"), [(m["id"], r) for m in MEASURES for r in m["rejects"]])
def test_measure_reject(rule, text, parse):
    assert rule not in measured(parse, text)


def test_a_word_measures_one_thing():
    lemmas = [lemma for m in RULES["measure"] for lemma in m["lemmas"]]

    assert len(lemmas) == len(set(lemmas)) == len(quantity_rules().measures)
