"""A parse that was packed comes back as it was, for its own text and for no other."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date
from itertools import accumulate

from hypothesis import given
from hypothesis import strategies as st

from tests.golden.frozen import SENTENCES
from transforms.annotate import Annotator
from transforms.language.kept import is_whole, packed, unpacked
from transforms.language.parse import Parse, Token, parse_of
from transforms.language.spacy_model import SpacyModel
from transforms.model import Article

WORDS = st.text(st.characters(exclude_categories=("Cs",)), min_size=1, max_size=12)
LABELS = st.sampled_from(["", "NN", "VBD", "nsubj", "ROOT", "PERSON", "ein Wort", "_SP"])
GAPS = st.sampled_from(["", " ", "\n\n", " " * 400])


@st.composite
def parses(draw: st.DrawFn) -> Parse:
    words = draw(st.lists(st.tuples(GAPS, WORDS, st.booleans()), max_size=30))
    text = "".join(gap + word for gap, word, _ in words) + draw(GAPS)
    ends = list(accumulate(len(gap) + len(word) for gap, word, _ in words))
    numbers = list(accumulate(int(first and i > 0) for i, (_, _, first) in enumerate(words)))
    lemmas = [draw(st.sampled_from([word, word.lower(), "be", "", "Größe"])) for _, word, _ in words]
    return parse_of(
        text,
        tuple(
            Token(
                i=i,
                start=end - len(word),
                end=end,
                text=word,
                lemma=lemmas[i],
                tag=draw(LABELS),
                pos=draw(LABELS),
                dep=draw(LABELS),
                head=draw(st.integers(0, len(words) - 1)),
                entity=draw(LABELS),
                entity_start=draw(st.booleans()),
                sentence=numbers[i],
            )
            for i, ((_, word, _), end) in enumerate(zip(words, ends, strict=True))
        ),
    )


@given(parses())
def test_a_packed_parse_comes_back(parse: Parse) -> None:
    assert unpacked(packed(parse), parse.text) == parse


@given(parses())
def test_a_parse_of_another_text_is_none(parse: Parse) -> None:
    assert unpacked(packed(parse), parse.text + ".") is None


@given(parses(), st.data())
def test_damage_is_noticed(parse: Parse, data: st.DataObject) -> None:
    content = bytearray(packed(parse))
    content[data.draw(st.integers(16, len(content) - 1))] ^= data.draw(st.integers(1, 255))

    assert not is_whole(bytes(content))
    assert unpacked(bytes(content), parse.text) is None


class Closed:
    """A model that must not be asked."""

    language, name, version = "en", "closed", "1"

    def parse(self, texts: Iterable[str]) -> Iterator[Parse]:
        raise AssertionError(f"parsed again: {list(texts)}")


def test_annotations_are_the_same_from_kept_parses(model: SpacyModel) -> None:
    rows = [json.loads(line) for line in SENTENCES.read_text(encoding="utf-8").splitlines()]
    articles = [Article(row["id"], row["text"], language="en", published=date(2024, 5, 13)) for row in rows]
    first = list(Annotator({"en": model}, keep_parse=True).annotate(articles))
    kept = {one.annotation.article.article_id: one.parse for one in first if one.parse}

    again = list(Annotator({"en": Closed()}, keep_parse=True).annotate(articles, kept))

    assert len(kept) == len(articles)
    assert again == [replace(one, parse=None) for one in first]


def test_a_kept_parse_of_another_text_is_made_anew(model: SpacyModel) -> None:
    annotator = Annotator({"en": model}, keep_parse=True)
    (one,) = annotator.annotate([Article("a", "A dam broke on Monday.", language="en")])
    (other,) = annotator.annotate([Article("a", "Two dams broke on Monday.", language="en")], {"a": one.parse or b""})

    assert other.parse not in (None, one.parse)
    assert [event.mention.text for event in other.annotation.events] == ["broke"]
