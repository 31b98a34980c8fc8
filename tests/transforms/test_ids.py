"""Identity is content."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from transforms import ids


def test_a_row_of_values_is_not_its_concatenation() -> None:
    assert ids.digest("ab", "c") != ids.digest("a", "bc")
    assert ids.digest("a", None) != ids.digest("a", "")
    assert ids.digest("a:1", "b") != ids.digest("a", "1:b")


@given(st.lists(st.one_of(st.none(), st.text(), st.integers())))
def test_an_id_is_short_and_plain(parts: list[str | int | None]) -> None:
    assert re.fullmatch(r"[a-z2-7]{16}", ids.digest(*parts))


def test_equal_words_in_equal_sentences_are_counted() -> None:
    triggers = [("It rained.", "rained"), ("It snowed.", "snowed"), ("It rained.", "rained")]
    first, second, third = ids.mention_ids("a1", triggers)

    assert len({first, second, third}) == 3
    assert first == ids.mention_id("a1", "It rained.", "rained", 0)
    assert third == ids.mention_id("a1", "It rained.", "rained", 1)
    assert ids.event_id(first) != first


def test_rules_digest_forgets_the_order_and_minds_the_content() -> None:
    files = [("a.toml", b"x"), ("b.toml", b"y")]

    assert ids.rules_digest(files) == ids.rules_digest(files[::-1])
    assert ids.rules_digest(files) != ids.rules_digest([("a.toml", b"y"), ("b.toml", b"x")])
