"""The words of `joining.toml`, each by the sentences that stand beside them."""

from __future__ import annotations

import re
from datetime import date

import pytest

from transforms.annotate import annotate_parsed
from transforms.coreference.joining_rules import FILE, joining_rules
from transforms.coreference.values import MergeMention
from transforms.language.concepts import concept
from transforms.model import Article
from transforms.rules.event_files import read_rules
from transforms.times import find_times

RULES = read_rules(FILE)
_MARKED = re.compile(r"\[(\w+)\]")


def lines(rules, kind):
    return [line for rule in rules for line in rule[kind]]


def marked(line: str) -> tuple[str, str]:
    return _MARKED.sub(r"\1", line), _MARKED.search(line)[1]


@pytest.fixture
def read(parse):
    """The mentions of a text, for merging."""

    def of(text: str) -> list[MergeMention]:
        article = Article("a", text, published=date(2025, 3, 9), language="en")
        return list(annotate_parsed(article, parse(text), find_times(article)).mentions)

    return of


def one(found: list[MergeMention], word: str) -> MergeMention:
    return next(m for m in found if m.trigger.endswith(word))


@pytest.mark.parametrize("line", lines(RULES["weak"], "examples"))
def test_weak(read, line):
    text, word = marked(line)

    assert one(read(text), word).lemma in joining_rules().weak


@pytest.mark.parametrize("line", lines(RULES["weak"], "rejects"))
def test_not_weak(read, line):
    text, word = marked(line)

    assert one(read(text), word).lemma not in joining_rules().weak


@pytest.mark.parametrize("line", lines([RULES[k] for k in ("occurring", "delivering", "finding")], "examples"))
def test_carried(read, line):
    text, word = marked(line)
    found = read(text)

    assert one(found, word).mention_id in {m.carries for m in found}


@pytest.mark.parametrize("line", lines([RULES[k] for k in ("occurring", "delivering", "finding")], "rejects"))
def test_not_carried(read, line):
    text, _ = marked(line)

    assert not any(m.carries for m in read(text))


@pytest.mark.parametrize("line", RULES["beside"]["examples"])
def test_beside(read, line):
    text, word = marked(line)

    assert one(read(text), word).beside


@pytest.mark.parametrize("line", RULES["beside"]["rejects"])
def test_not_beside(read, line):
    text, word = marked(line)

    assert not one(read(text), word).beside


@pytest.mark.parametrize("line", RULES["effect"]["examples"])
def test_what_a_happening_did(read, line):
    text, word = marked(line)
    found = read(text)

    assert one(found, word).effect_of in {m.mention_id for m in found}


@pytest.mark.parametrize("line", RULES["effect"]["rejects"])
def test_not_what_a_happening_did(read, line):
    text, _ = marked(line)

    assert not any(m.effect_of for m in read(text))


@pytest.mark.parametrize("kind", ["examples", "rejects"])
def test_serial(read, kind):
    (line,) = RULES["serial"][kind]
    text, word = marked(line)

    assert (concept(one(read(text), word).lemma) in joining_rules().serial) is (kind == "examples")
