"""Words for one happening: the examples and rejects beside the groups, and the file itself."""

from __future__ import annotations

import re

import pytest

from tests.transforms.events.lemmas import lemma_of
from transforms.language.concepts import FILE, concept, families, stem, wholes
from transforms.rules.event_files import read_rules

GROUPS = read_rules(FILE)["same"]


def halves(line: str) -> tuple[str, str]:
    first, second = re.fullmatch(r"(\S+) = (\S+)", line).groups()
    return first, second


@pytest.mark.parametrize(("group", "line"), [(g["id"], e) for g in GROUPS for e in g["examples"]])
def test_example(group, line):
    first, second = halves(line)

    assert concept(lemma_of(first)) == concept(lemma_of(second)) == group


@pytest.mark.parametrize(("group", "line"), [(g["id"], r) for g in GROUPS for r in g["rejects"]])
def test_reject(group, line):
    first, second = halves(line)

    assert concept(lemma_of(first)) == group
    assert concept(lemma_of(second)) != group


def test_every_family_names_groups_that_are_there():
    ids = {g["id"] for g in GROUPS}

    assert all(set(f["groups"]) <= ids for f in read_rules(FILE)["family"])
    assert families("kill") == ("violent death", "violence")
    assert families("visit") == ()


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("kills", "kill"),
        ("fired", "fir"),
        ("fire", "fir"),
        ("parties", "party"),
        ("stopped", "stop"),
        ("loss", "loss"),
        ("is", "is"),
    ],
)
def test_stem(word, expected):
    assert stem(word) == expected


def test_a_word_that_is_in_no_group_is_its_own_concept():
    assert concept("Yodel") == "yodel"
    assert "war" in wholes()
