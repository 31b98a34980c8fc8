"""Telling words and headlines of small texts."""

from __future__ import annotations

import pytest

from transforms.coreference.title import MOST_WORDS, headline
from transforms.language.salience import rarity, salient_words, sentence_words

TEXT = "Ada Vale said on Monday that the harbour of Tarn was closed. The harbour opened again on Friday."


def test_common_words_tell_less_than_rare_ones():
    assert rarity("the") < rarity("time") < rarity("harbour") < rarity("quillmoss")


def test_names_and_repeated_words_come_first_and_days_do_not_count(parse):
    words = [s.word for s in salient_words(parse(TEXT))]

    assert set(words[:4]) == {"ada", "vale", "tarn", "harbour"}
    assert not {"monday", "friday", "the", "on"} & set(words)


def test_an_articles_words_hang_on_it_alone(parse):
    assert salient_words(parse(TEXT)) == salient_words(parse(TEXT))
    assert sentence_words(parse(TEXT), 1)[0] == "harbour"


@pytest.mark.parametrize(
    ("text", "word", "line"),
    [
        ("A bomb exploded in Tarn on Monday, killing two guards.", "exploded", "bomb exploded in Tarn"),
        ("On Friday the minister said that the harbour was closed.", "said", "minister said harbour was closed"),
        ("The attack on the harbour killed two guards.", "attack", "attack on harbour"),
        (
            "TARN, March 9 — Harbour Minister Ada Vale on Thursday ordered an inquiry into the fire.",
            "ordered",
            "Harbour Minister Ada Vale ordered inquiry",
        ),
        ("TARN, June 20 (AP) — A court fined a haulage firm on Monday.", "fined", "court fined haulage firm"),
        ("Tarn, March 3 (Reuters) -- Police arrested Ada Vale.", "arrested", "Police arrested Ada Vale"),
        ("TARN (AP) - Rescuers found two divers.", "found", "Rescuers found two divers"),
    ],
)
def test_headline(text, word, line, parse):
    parsed = parse(text)
    found = headline(parsed, next(t.i for t in parsed.tokens if t.text == word))

    assert found == line
    assert len(found.split()) <= MOST_WORDS
