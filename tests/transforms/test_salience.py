"""Salient words of small texts."""

from __future__ import annotations

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
