"""Text made to cost time: all hanging on one word, or each word on the one before."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.steps import grows_linearly
from tests.transforms.events.judging import flat_parse, mention_of
from transforms.events.participants.actors import find_actors
from transforms.events.participants.places import find_places
from transforms.events.participants.quantities import find_quantities
from transforms.language.parse import Parse
from transforms.language.phrases import MOST
from transforms.model import Annotation, Article, EventMention, Judgement
from transforms.titles.article import article_titles

WORDS = [
    ("died", "VBD", "conj", "die"),
    ("Vale", "NNP", "compound", "Vale"),
    ("12", "CD", "nummod", "12"),
    ("in", "IN", "prep", "in"),
]


def titles(parse, mentions):
    events = tuple(EventMention(m, Judgement("actual", ""), None) for m in mentions)
    return article_titles(Annotation(Article("a", parse.text), events=events), parse)


PARTS = {
    "actors": find_actors,
    "places": find_places,
    "quantities": find_quantities,
    "titles": titles,
}


@pytest.mark.parametrize("nested", [False, True], ids=["flat", "nested"])
@pytest.mark.parametrize("word", WORDS, ids=[w[0] for w in WORDS])
@pytest.mark.parametrize("part", PARTS)
def test_linear(part, word, nested):
    def work(size: int) -> Callable[[], object]:
        parse, mentions = _hostile(word, size, nested=nested)
        return lambda: PARTS[part](parse, mentions)

    assert grows_linearly(work, 2 * MOST)  # beyond what one mention looks at


def _hostile(word, count, *, nested):
    flat = flat_parse(*word, count, nested=nested)
    named = tuple(
        t._replace(pos="VERB" if t.tag == "VBD" else "PROPN", entity="PERSON", entity_start=True) for t in flat.tokens
    )
    parse = Parse(flat.text, named, flat.sentences, flat.children)
    mentions = tuple(mention_of(parse, token) for token in parse.tokens)
    return parse, mentions
