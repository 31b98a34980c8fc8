"""Whether it happened, as a table of sentences, and what holds for any text."""

from __future__ import annotations

import tomllib
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.steps import grows_linearly
from tests.transforms.events.judging import flat_parse, judgement_of, mention_of
from transforms.events.attribution import chains_of, find_statements
from transforms.events.mentions import find_mentions
from transforms.events.modality import judge
from transforms.language.parse import Parse

CORPUS = Path(__file__).parents[2] / "corpus" / "modality.toml"
TABLE: dict[str, list[list[str]]] = tomllib.loads(CORPUS.read_text(encoding="utf-8"))
ROWS = [pytest.param(text, word, label, id=f"{label}: {text}") for label, rows in TABLE.items() for text, word in rows]
SENTENCES = [
    "The harbour did not burn.",
    "If the river rises, the town will move the school.",
    "The council plans to reopen the pool.",
    "Villagers believe that wolves killed the ewe.",
    "Rain fell on the old harbour.",
    "Did the thieves escape by boat?",
]


def modalities(parse: Callable[[str], Parse], text: str) -> list[tuple[str, str, str]]:
    parsed = parse(text)
    mentions = [mention_of(parsed, token) for token in parsed.tokens]
    chains = chains_of([mention.trigger for mention in mentions], find_statements(parsed))
    judged = judge(parsed, mentions, chains)
    return [
        (m.text, j.modality, "" if j.cue is None else j.cue.of(text)) for m, j in zip(mentions, judged, strict=True)
    ]


@pytest.mark.parametrize(("text", "word", "modality"), ROWS)
def test_modality(text, word, modality, parse: Callable[[str], Parse]) -> None:
    assert judgement_of(parse, text, word).modality == modality


@pytest.mark.parametrize(
    ("text", "word", "denied"),
    [
        ("The guard denied that he stole the van.", "stole", True),
        ("The guard denied stealing the van.", "stealing", True),
        ("The guard did not steal the van, his lawyer said.", "steal", True),
        ("The guard had never entered the house.", "entered", True),
        ("The firm dismissed reports of a sale.", "sale", True),
        ("Nobody died.", "died", True),
        ("The guard left without paying.", "paying", False),
        ("The guard fled instead of fighting.", "fighting", False),
        ("The guard failed to stop the van.", "stop", False),
        ("The guard will not resign.", "resign", False),
        ("The police prevented a march.", "march", False),
        ("The guard stole the van.", "stole", False),
    ],
)
def test_a_denial_is_told_from_what_did_not_come_about(text, word, denied, parse) -> None:
    assert judgement_of(parse, text, word).denied is denied


@pytest.mark.parametrize(
    ("text", "word", "modality"),
    [
        ("Both men face murder charges.", "murder", "possible"),
        ("The clerk was charged with murder.", "murder", "possible"),
        ("There was no talk of murder.", "murder", "possible"),
        ("Police searched the blast site.", "blast", "actual"),
        ("The mill was damaged by fire.", "fire", "actual"),
        ("The talks ended without agreement.", "agreement", "negated"),
    ],
)
def test_what_is_named_in_passing_is_not_told_as_having_happened(text, word, modality, parse) -> None:
    parsed = parse(text)
    (mention,) = [m for m in find_mentions(parsed, ()) if m.text == word]
    chains = chains_of((mention.trigger,), find_statements(parsed))

    assert judge(parsed, (mention,), chains)[0].modality == modality


@pytest.mark.parametrize(
    ("text", "word", "cue"),
    [
        ("The harbour did not burn.", "burn", "not"),
        ("The council will reopen the pool.", "reopen", "will"),
        ("The pump failed to start.", "start", "failed"),
        ("“The dam has burst,” the warden believes.", "burst", "believes"),
        ("If the river rises, the town moves the school.", "moves", "If"),
    ],
)
def test_the_cue_that_decides_is_named(text, word, cue, parse: Callable[[str], Parse]) -> None:
    found = judgement_of(parse, text, word).cue

    assert found is not None
    assert found.of(text) == cue


@settings(max_examples=20, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(order=st.permutations(SENTENCES), padding=st.integers(0, 3))
def test_other_sentences_leave_a_judgement_alone(order, padding, parse: Callable[[str], Parse]) -> None:
    text = "\n" * padding + "\n\n".join(order)
    apart = [row for sentence in order for row in modalities(parse, sentence)]

    assert modalities(parse, text) == apart


def test_no_mention_no_judgement(parse: Callable[[str], Parse]) -> None:
    assert judge(parse("The harbour burned."), (), ()) == ()


@pytest.mark.parametrize("nested", [False, True], ids=["one governor", "each under the last"])
@pytest.mark.parametrize(
    ("tag", "dep", "lemma"), [("VBD", "ccomp", "say"), ("VB", "xcomp", "want"), ("VB", "conj", "be")]
)
def test_hostile_text_costs_what_its_length_does(tag, dep, lemma, nested) -> None:
    def work(size: int) -> Callable[[], object]:
        parsed = flat_parse("word", tag, dep, lemma, size, nested=nested)
        mentions = [mention_of(parsed, token) for token in parsed.tokens]
        return lambda: judge(parsed, mentions, [()] * len(mentions))

    assert grows_linearly(work, 400)
