"""What a verb names together with its words: the sentences beside the rules of `predicates.toml`."""

from __future__ import annotations

import re

import pytest

from transforms.coreference.predicates import FILE, named_together, own_words
from transforms.rules.event_files import read_rules

RULES = [*read_rules(FILE)["predicate"], *read_rules(FILE)["noun"]]
_MARKED = re.compile(r"\[(\w+)\]")


def named(parse, line: str) -> str:
    """What the marked word of a line names."""
    at = _MARKED.search(line).start()
    found = parse(_MARKED.sub(r"\1", line))
    return named_together(found, next(t.i for t in found.tokens if t.start == at))


@pytest.mark.parametrize(("of", "line"), [(r["is"], line) for r in RULES for line in r["examples"]])
def test_example(parse, of, line):
    assert named(parse, line) == of


@pytest.mark.parametrize(("of", "line"), [(r["is"], line) for r in RULES for line in r["rejects"]])
def test_reject(parse, of, line):
    assert named(parse, line) != of


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("The guards opened [fire] on the crowd.", "shoot"),
        ("The clerk gave [evidence] on Monday.", "testify"),
        ("The clerk told the [trial] about the keys.", ""),
        ("The bullet that [hit] the clerk came from a roof.", "shoot"),
        ("The oil that was [gushing] from the pipe reached the bay.", "spill"),
        ("The clerk [opened] the door.", ""),
    ],
)
def test_the_object_and_the_noun_that_a_clause_describes(parse, line, expected):
    assert named(parse, line) == expected


def test_what_only_helps_to_name_it_is_no_participant():
    assert {"bullet", "gunfir"} <= own_words("shoot")
    assert "oil" not in own_words("spill")
    assert own_words("") == frozenset()
