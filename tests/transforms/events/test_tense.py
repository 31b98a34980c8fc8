"""Tense and aspect of event words, as a table."""

from __future__ import annotations

import pytest

from transforms.events.dating.tense import TenseReader


@pytest.mark.parametrize(
    ("text", "word", "name", "form", "perfect", "progressive"),
    [
        ("The mayor resigned.", "resigned", "past", "finite", False, False),
        ("The mayor resigns.", "resigns", "present", "finite", False, False),
        ("The mayor will resign.", "resign", "future", "finite", False, False),
        ("The mayor is going to resign.", "resign", "future", "infinitive", False, False),
        ("The mayor has resigned.", "resigned", "present", "finite", True, False),
        ("The mayor had resigned.", "resigned", "past", "finite", True, False),
        ("The mayor has been arrested.", "arrested", "present", "finite", True, False),
        ("The mayor was arrested.", "arrested", "past", "finite", False, False),
        ("The army is shelling the town.", "shelling", "present", "finite", False, True),
        ("The army was shelling the town.", "shelling", "past", "finite", False, True),
        ("The army has been shelling the town.", "shelling", "present", "finite", True, True),
        ("The mayor did not resign.", "resign", "past", "finite", False, False),
        ("The mayor refused to resign.", "resign", "past", "infinitive", False, False),
        ("The crowd watched the execution.", "execution", "past", "noun", False, False),
        ("The mayor was ill.", "ill", "past", "adjective", False, False),
        ("The mayor could resign.", "resign", "unknown", "finite", False, False),
        ("They will stay until the war ends.", "ends", "future", "finite", False, False),
        ("She was arrested and jailed.", "jailed", "past", "finite", False, False),
    ],
)
def test_tense(text, word, name, form, perfect, progressive, parse):
    tree = parse(text)
    at = next(t.i for t in tree.tokens if t.text == word)

    tense = TenseReader(tree).of(at)

    assert (tense.name, tense.form, tense.perfect, tense.progressive) == (name, form, perfect, progressive)


def test_a_modal_is_kept(parse):
    tree = parse("The mayor might resign.")

    assert TenseReader(tree).of(3).modal == "might"


def test_a_long_chain_of_joined_verbs_is_read(parse):
    tree = parse("He " + ", ".join(["ran"] * 400) + " and left.")

    assert all(TenseReader(tree).of(t.i).name in ("past", "unknown") for t in tree.tokens if t.pos == "VERB")
