"""The language layer: what a parse holds, and what is said where a model is missing."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from transforms.language import spacy_model
from transforms.language.sentences import split_sentences
from transforms.language.spacy_model import ModelMissingError, load_model


def test_sentences_are_those_of_the_splitter(parse):
    text = 'Dr. Weiss arrived at 5 p.m. on Monday.\n\nHe said: "We left." Mr. Ito agreed.\n'
    tree = parse(text)

    assert [(s.start, s.end) for s in tree.sentences] == [(s.start, s.end) for s in split_sentences(text)]
    assert [s.i for s in tree.sentences] == list(range(len(tree.sentences)))


def test_tokens_lemmas_and_tree(parse):
    tree = parse("Two  women\twere seen in Oslo.")
    words = {t.text: t for t in tree.tokens}

    assert list(words) == ["Two", "women", "were", "seen", "in", "Oslo", "."]
    assert (words["women"].lemma, words["women"].tag, words["women"].pos) == ("woman", "NNS", "NOUN")
    assert (words["were"].lemma, words["were"].pos, words["were"].dep) == ("be", "AUX", "auxpass")
    assert words["seen"].head == words["seen"].i
    assert tree.children[words["seen"].i] == tuple(words[w].i for w in ("women", "were", "in", "."))
    assert (words["Oslo"].entity, words["Oslo"].entity_start) == ("GPE", True)


def test_texts_come_back_in_order_whatever_they_hold(model, monkeypatch):
    monkeypatch.setattr(spacy_model, "_PIECE", 200)
    long = "The mayor left the town hall. " * 40
    texts = ["", "One.", " \n\t ", long, "Two.", ""]

    parses = list(model.parse(texts))

    assert [p.text for p in parses] == texts
    assert [len(p.sentences) for p in parses] == [0, 1, 0, 40, 1, 0]
    assert parses[3].tokens[-1].end == len(long.rstrip())


def test_the_same_text_is_parsed_alike_alone_and_in_company(model):
    texts = ["Rain fell in Rome.", "The court freed two men on Friday.", "She wrote a book."]

    assert list(model.parse(texts)) == [next(model.parse([text])) for text in texts]


ANY_TEXT = st.one_of(
    st.text(alphabet=st.characters(codec="utf-8"), max_size=300),
    st.text(alphabet=".:;!?\"'()…”- \n\taAbB1é\u200b\u0301", max_size=80),
)


@given(ANY_TEXT)
@example(".:a")
@example("Stop.:a The end")
@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_invariants(model, text):
    tree = next(model.parse([text]))

    for i, token in enumerate(tree.tokens):
        assert token.i == i
        assert text[token.start : token.end] == token.text
        assert not token.text.isspace()
        assert tree.sentences[token.sentence].first <= token.head < tree.sentences[token.sentence].last
        assert all(tree.tokens[child].head == i for child in tree.children[i])
        assert tree.sentences[token.sentence].first <= i < tree.sentences[token.sentence].last
    assert [s.first for s in tree.sentences[1:]] == [s.last for s in tree.sentences[:-1]]
    covered = {place for token in tree.tokens for place in range(token.start, token.end)}
    assert all(sign.isspace() for place, sign in enumerate(text) if place not in covered)


def test_a_missing_model_says_what_to_install():
    with pytest.raises(
        ModelMissingError, match=r"^language model 'xx-none-sm' is not installed; run: pip install xx-none-sm$"
    ):
        load_model("xx-none-sm")


@pytest.mark.parametrize(
    ("sentence", "lemma"),
    [
        ("She was hoping for rain.", "hope"),
        ("She was hopping about.", "hop"),
        ("They raped and robbed.", "rape"),
        ("He hates rain.", "hate"),
        ("He was riding home.", "ride"),
        ("They stopped at noon.", "stop"),
        ("It was fixed.", "fix"),
    ],
)
def test_lemmas_of_short_verbs(sentence, lemma, parse):
    assert lemma in [token.lemma for token in parse(sentence).tokens]


@pytest.mark.parametrize("sign", ["(\"'", "a", "'s", "😀", "http://a.example/", "war "])
def test_endless_runs_take_linear_time(sign, model):
    text = sign * (60_000 // len(sign)) + " ends."
    begin, end = model._places(text, 0, len(text))

    assert "".join(text[a:b] for a, b in zip(begin, end, strict=True)) == text.replace(" ", "")
