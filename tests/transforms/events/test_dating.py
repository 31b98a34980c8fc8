"""When events happened: a phrase book, what is kept with a date, and what must hold for any article."""

from __future__ import annotations

import tomllib
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.transforms.events.dated import PUBLISHED, read
from transforms.events import dating

_CASES = tomllib.loads((Path(__file__).parents[2] / "corpus" / "dating.toml").read_text(encoding="utf-8"))["case"]
_ROWS = [(c, word, edtf) for c in _CASES for word, edtf in c["when"].items()]


@pytest.mark.parametrize(("case", "word", "edtf"), _ROWS, ids=[f"{w}: {c['text']}" for c, w, _ in _ROWS])
def test_phrase_book(case, word, edtf, parse):
    published = case.get("published", PUBLISHED.isoformat())
    dated = read(parse(case["text"]), date.fromisoformat(published) if published else None)

    when = dated.when(case.get("words", {}).get(word, word))

    assert (when.edtf if when else "none") == edtf


def test_every_bound_has_one_evidence(parse):
    text = " ".join(case["text"] for case in _CASES)
    for when in read(parse(text)).whens:
        if when is None:
            continue
        bounds = {
            "start_earliest": when.start.earliest,
            "start_latest": when.start.latest,
            "end_earliest": when.end.earliest,
            "end_latest": when.end.latest,
        }

        own = [e for e in when.evidence if e.kind != "relation"]
        assert {e.bound: e.value for e in own} == {k: v for k, v in bounds.items() if v is not None}
        assert len(when.evidence) == len({e.bound for e in when.evidence})
        assert when.dated == any(e.kind == "told" for e in when.evidence)


def test_a_bound_that_only_a_relation_gives_dates_nothing(parse):
    dated = read(parse("The crowd left after the speech. The speech was given on January 6."))
    when = dated.when("left")

    assert not when.dated
    assert when.start.earliest is None
    assert [(e.bound, e.kind, e.value) for e in when.evidence if e.kind == "relation"] == [
        ("start_earliest", "relation", date(2025, 1, 6)),
        ("end_earliest", "relation", date(2025, 1, 6)),
    ]


@pytest.mark.parametrize(
    ("text", "word", "modality"),
    [
        ("Tomorrow's parade will draw a crowd.", "parade", "planned"),
        ("She is slated to open the pool at a ceremony on Friday.", "ceremony", "planned"),
        ("She opened the pool at a ceremony on Monday.", "ceremony", "actual"),
        ("The envoy told viewers early Thursday that he had resigned.", "told", "actual"),
        ("The envoy, who turns 70 on Friday, has resigned.", "turns", "planned"),
    ],
)
def test_what_lies_wholly_ahead_is_planned(text, word, modality, parse):
    dated = read(parse(text))

    assert [j.modality for m, j in zip(dated.mentions, dated.judgements, strict=True) if m.text == word] == [modality]


def test_evidence_leads_to_the_expression_and_to_the_other_event(parse):
    dated = read(parse("The mayor resigned two days after the flood. The flood came on January 6."))
    when = dated.when("resigned")

    evidence = {e.bound: e for e in when.evidence}["start_earliest"]

    assert (evidence.kind, evidence.rule_id) == ("told", "after-event")
    assert dated.mentions[evidence.mention].text == "flood"


@pytest.mark.parametrize(
    ("text", "word", "kind", "ongoing"),
    [
        ("The bridge collapsed.", "collapsed", "point", False),
        ("Rebels are shelling the town.", "shelling", "state", True),
        ("The war ruined the town.", "war", "span", False),
        ("He worked in Lima from 1990 to 1994.", "worked", "span", False),
    ],
)
def test_kind(text, word, kind, ongoing, parse):
    when = read(parse(text)).when(word)

    assert (when.kind, when.ongoing) == (kind, ongoing)


def test_told_in_the_past_is_listed_but_not_dated(parse):
    when = read(parse("The bridge collapsed.")).when("collapsed")

    assert (when.precision, when.dated, when.reason) == ("before", False, "told-in-past")
    assert {e.kind for e in when.evidence} == {"publication"}


@pytest.mark.parametrize(
    ("text", "word", "day"),
    [
        ("The minister denounced the plan.", "denounced", True),
        ("The minister said the plan was dead.", "said", True),
        ("The minister said that the bishop had said nothing of it.", "said#2", False),
        ("The minister did not say so.", "say", False),
        ("The minister said in May that the plan was dead.", "said", False),
        ("The bridge collapsed.", "collapsed", False),
        ("The minister will say so.", "say", False),
        ("Hale denounced the plan, speaking in the town hall.", "speaking", True),
        ("Hale left the town hall, speaking to nobody.", "speaking", False),
        ("The share fell after the firm said that it had debts.", "said", False),
        ("The mayor declined to speak of the plan.", "declined", True),
        ("Income declined by 4 percent.", "declined", False),
    ],
)
def test_reporting_convention_is_a_switch(text, word, day, parse):
    without = read(parse(text)).when(word)
    when = read(parse(text), assume_reporting_day=True).when(word)

    assert without is None or without.reason != "reporting-convention"
    assert (when is not None and when.reason == "reporting-convention") == day
    if day:
        assert when.edtf == "2025-01-15"
        assert not when.dated


def test_the_convention_narrows_nothing_else(parse):
    text = "The minister said that the bridge had collapsed. The crowd left after the minister spoke."
    plain, assumed = read(parse(text)), read(parse(text), assume_reporting_day=True)

    changed = [m.text for m, a, b in zip(plain.mentions, plain.whens, assumed.whens, strict=True) if a != b]

    assert set(changed) <= {"said", "spoke"}


def test_only_what_happened_narrows_others(parse):
    dated = read(parse("The crowd left before the army could attack on January 6."))

    assert dated.when("left").end.latest == PUBLISHED


def test_rules_version_is_stable():
    assert dating.rules_version() == dating.rules_version()
    assert len(dating.rules_version()) == 16


_SENTENCES = [c["text"] for c in _CASES if c.get("published") is None]


@settings(max_examples=25)
@given(st.sampled_from(_SENTENCES), st.integers(min_value=0, max_value=40))
def test_padding_shifts_spans_only(model, sentence, padding):
    plain = read(next(model.parse([sentence])))
    padded = read(next(model.parse(["\n" * padding + sentence])))

    assert padded.whens == plain.whens
    assert [m.trigger.start - padding for m in padded.mentions] == [m.trigger.start for m in plain.mentions]


@settings(max_examples=25)
@given(st.sampled_from(_SENTENCES))
def test_a_sentence_elsewhere_leaves_a_mention_alone(model, sentence):
    plain = read(next(model.parse([sentence])))
    longer = read(next(model.parse([f"{sentence}\n\nThe gardener watered a rose.\n"])))

    assert longer.whens[: len(plain.whens)] == plain.whens
