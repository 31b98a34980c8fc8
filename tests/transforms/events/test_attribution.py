"""Who says what, as a table of texts, and what holds for any text."""

from __future__ import annotations

import tomllib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.steps import grows_linearly
from tests.transforms.events.judging import flat_parse
from transforms.events.attribution import chain_of, chains_of, find_statements, outermost
from transforms.language.parse import Parse
from transforms.model import Span, Statement

CORPUS = Path(__file__).parents[2] / "corpus" / "attribution.toml"
TEXTS: list[dict[str, Any]] = tomllib.loads(CORPUS.read_text(encoding="utf-8"))["text"]
SENTENCES = [
    "The warden said that the gate was open.",
    "“The levee is leaking,” Maria Keller said.",
    "According to the ministry, nobody drowned.",
    "The bishop praised the rescuers.",
    "Rain fell on the old harbour.",
]


def shown(text: str, statements: tuple[Statement, ...]) -> list[dict[str, Any]]:
    rows = []
    for statement in statements:
        row: dict[str, Any] = {"cue": statement.cue.of(text), "kind": statement.source_kind}
        row["content"] = [part.of(text) for part in statement.content]
        if statement.source is not None:
            row["source"] = statement.source.of(text)
        if statement.source_name is not None:
            row["name"] = statement.source_name
        chain = [s for s in statements if s is not statement and any(p.holds(statement.cue) for p in s.content)]
        if chain:
            row["within"] = statements.index(min(chain, key=lambda s: sum(p.end - p.start for p in s.content)))
        rows.append(row)
    return rows


@pytest.mark.parametrize("case", TEXTS, ids=[case["name"] for case in TEXTS])
def test_statements(case, parse: Callable[[str], Parse]) -> None:
    assert shown(case["text"], find_statements(parse(case["text"]))) == case["statements"]


def test_outermost_leaves_out_what_stands_in_another(parse: Callable[[str], Parse]) -> None:
    text = "A lawmaker said the agency had found that the wreck is a frigate."
    statements = find_statements(parse(text))

    assert [s.cue.of(text) for s in statements] == ["said", "found"]
    assert [s.cue.of(text) for s in outermost(statements)] == ["said"]


def test_chain_runs_from_the_outermost_inwards(parse: Callable[[str], Parse]) -> None:
    text = "A lawmaker said the agency had found that the frigate sank."
    statements = find_statements(parse(text))
    sank = Span(text.index("sank"), text.index("sank") + 4)

    assert [s.cue.of(text) for s in chain_of(sank, statements)] == ["said", "found"]


def test_a_cue_does_not_stand_in_its_own_statement(parse: Callable[[str], Parse]) -> None:
    text = "The levee, the warden said, is leaking."
    statements = find_statements(parse(text))

    assert chain_of(statements[0].cue, statements) == ()


@pytest.mark.parametrize(
    ("text", "word", "cues"),
    [
        ("The bishop praised the rescue of the miners.", "rescue", []),
        ("The council plans to repair the pier.", "repair", []),
        ("The council promised to repair the pier.", "repair", ["promised"]),
        ("Parliament is expected to debate the law.", "debate", []),
        ("The airline confirmed the crash.", "crash", []),
        ("The airline announced a strike.", "strike", ["announced"]),
    ],
)
def test_only_what_a_source_tells_is_its_own(text, word, cues, parse: Callable[[str], Parse]) -> None:
    span = Span(text.index(word), text.index(word) + len(word))

    assert [s.cue.of(text) for s in chain_of(span, find_statements(parse(text)))] == cues


@settings(max_examples=20, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(order=st.permutations(SENTENCES), padding=st.integers(0, 3))
def test_padding_shifts_spans_only(order, padding, parse: Callable[[str], Parse]) -> None:
    text = "\n\n".join(order)
    padded = "\n" * padding + text

    assert shown(padded, find_statements(parse(padded))) == shown(text, find_statements(parse(text)))


@settings(max_examples=20, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(order=st.permutations(SENTENCES))
def test_a_paragraph_elsewhere_leaves_a_statement_alone(order, parse: Callable[[str], Parse]) -> None:
    together = shown("\n\n".join(order), find_statements(parse("\n\n".join(order))))
    apart = [row for sentence in order for row in shown(sentence, find_statements(parse(sentence)))]

    assert together == apart


@settings(max_examples=30, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    words=st.lists(
        st.sampled_from([*'“”":.,?;—', "\n\n", "said", "he", "Keller", "that", "to", "rain", "fell"]), max_size=25
    )
)
def test_any_text_gives_spans_within_it(words, parse: Callable[[str], Parse]) -> None:
    text = " ".join(words)
    whole = range(len(text) + 1)
    statements = find_statements(parse(text))

    assert all(p.start in whole and p.end in whole for s in statements for p in (s.cue, *s.content))
    assert chains_of((), statements) == ()


def test_no_text_no_statements(parse: Callable[[str], Parse]) -> None:
    assert find_statements(parse("")) == ()


@pytest.mark.parametrize("nested", [False, True], ids=["one governor", "each under the last"])
@pytest.mark.parametrize(
    ("tag", "dep", "lemma"), [("VBD", "ccomp", "say"), ("VB", "xcomp", "want"), ("NN", "acl", "claim")]
)
def test_hostile_text_costs_what_its_length_does(tag, dep, lemma, nested) -> None:
    def work(size: int) -> Callable[[], object]:
        parsed = flat_parse("word", tag, dep, lemma, size, nested=nested)
        triggers = [Span(t.start, t.end) for t in parsed.tokens]
        return lambda: chains_of(triggers, find_statements(parsed))

    assert grows_linearly(work, 400)
