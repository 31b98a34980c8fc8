"""One function says what may stand on the timeline, and every reason it gives has a sentence."""

from itertools import product
from typing import get_args

import pytest

from transforms.coreference.publishable import SENTENCES, LeftOut, left_out, why_left_out
from transforms.model import EventClass, Modality


@pytest.mark.parametrize(
    ("event_class", "modality", "reason"),
    [
        ("event", "actual", None),
        ("reporting", "actual", None),
        ("state", "actual", "state"),
        ("aspect", "actual", "aspect"),
        ("light", "planned", "light"),
        ("event", "negated", "negated"),
        ("reporting", "hypothetical", "hypothetical"),
    ],
)
def test_why_a_mention_or_an_event_is_left_out(event_class, modality, reason):
    assert left_out(event_class, modality) == reason


def test_the_reasons_are_a_closed_list_with_a_sentence_each():
    given = {left_out(*pair) for pair in product(get_args(EventClass), get_args(Modality))} - {None}

    assert given < set(get_args(LeftOut))
    assert set(SENTENCES) == set(get_args(LeftOut))


def test_a_reason_is_read_with_its_meaning():
    assert why_left_out("negated") == "negated (the text denies it)"
    assert why_left_out("a reason of one's own") == "a reason of one's own"
