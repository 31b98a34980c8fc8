"""Text made to cost time: all hanging on one word, or each word on the one before."""

from __future__ import annotations

import time

import pytest

from tests.transforms.events.judging import flat_parse, mention_of
from transforms.events.actors import find_actors
from transforms.events.places import find_places
from transforms.events.quantities import find_quantities
from transforms.headline import headline
from transforms.language import Parse

COUNT = 1_500
WORDS = [
    ("died", "VBD", "conj", "die"),
    ("Vale", "NNP", "compound", "Vale"),
    ("12", "CD", "nummod", "12"),
    ("in", "IN", "prep", "in"),
]


@pytest.mark.parametrize("nested", [False, True], ids=["flat", "nested"])
@pytest.mark.parametrize("word", WORDS, ids=[w[0] for w in WORDS])
def test_linear(word, nested):
    flat = flat_parse(*word, COUNT, nested=nested)
    named = tuple(
        t._replace(pos="VERB" if t.tag == "VBD" else "PROPN", entity="PERSON", entity_start=True) for t in flat.tokens
    )
    parse = Parse(flat.text, named, flat.sentences, flat.children)
    mentions = tuple(mention_of(parse, token) for token in parse.tokens)
    begun = time.process_time()
    find_actors(parse, mentions)
    find_places(parse, mentions)
    find_quantities(parse, mentions)
    for m in mentions[:: COUNT // 200]:
        headline(parse, m.head)

    assert time.process_time() - begun < 4
