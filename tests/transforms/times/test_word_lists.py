"""Lists of words that include others: what they hold, and what is refused, with its file and line."""

from __future__ import annotations

from pathlib import Path

import pytest

from transforms.language.month_names import ENGLISH_MONTHS
from transforms.rules.files import FOLDER, RuleError
from transforms.times.grammar.loader import build
from transforms.times.grammar.values import Grammar

RULE = """
[[rule]]
id = "moon-alone"
gives = "date"
shape = "{parts:iso_date}"
meaning = "days.iso_day"
examples = { "2021-05-17" = "2021-05-17" }
rejects = ["2021-13-41"]
"""


def _built(folder: Path, *files: str) -> Grammar:
    paths = [folder / f"{n}.toml" for n in range(len(files))]
    for path, content in zip(paths, files, strict=True):
        path.write_text(content, encoding="utf-8")
    return build("xx", paths)


def _known(grammar: Grammar, category: str) -> set[tuple[str, object]]:
    """Every form that a category knows, in small letters, with its value."""
    words = ((form.lower(), entry) for form, word in grammar.table.items() for entry in word.entries)
    return {(form, entry.value) for form, entry in words if entry.category == category}


MOONS = """
[moon_full]
1 = ["wolfmoon"]
2 = ["snowmoon"]

[moon_short]
2 = ["snm."]

[moon]
include = ["moon_full", "moon_short"]
3 = ["worm"]
"""


def test_a_table_holds_the_words_of_those_that_it_includes(tmp_path: Path) -> None:
    grammar = _built(tmp_path, MOONS + RULE)
    assert _known(grammar, "moon") == {("wolfmoon", 1), ("snowmoon", 2), ("snm", 2), ("worm", 3)}
    assert _known(grammar, "moon_full") == {("wolfmoon", 1), ("snowmoon", 2)}


def test_a_context_includes_tables_and_contexts_of_any_file_without_their_full_stops(tmp_path: Path) -> None:
    contexts = """
[context.beside_a_moon]
include = ["moon", "context.article"]
words = ["Every", "edge"]

[context.article]
words = ["the"]

[context.only_moons]
include = ["moon_short"]
"""
    grammar = _built(tmp_path, contexts, MOONS + RULE)
    assert grammar.contexts["beside_a_moon"] == {"wolfmoon", "snowmoon", "snm", "worm", "the", "every", "edge"}
    assert grammar.contexts["only_moons"] == {"snm"}


def test_what_two_files_say_of_one_context_is_joined(tmp_path: Path) -> None:
    one, other = '[context.near]\nwords = ["in"]\n', '[context.near]\ninclude = ["moon_full"]\n'
    assert _built(tmp_path, one, other, MOONS + RULE).contexts["near"] == {"in", "wolfmoon", "snowmoon"}


@pytest.mark.parametrize(
    ("content", "line", "reason"),
    [
        (
            '[context.near]\nwords = ["in"]\ninclude = [\n  "moons",\n]\n',
            4,
            "there is no list of words 'moons' to include",
        ),
        ('[context.near]\ninclude = ["far"]\n[context.far]\nwords = ["in"]\n', 2, "no list of words 'far'"),
        ('[moon]\n1 = ["wolfmoon"]\ninclude = ["context.near"]\n[context.near]\nwords = ["in"]\n', 3, "'context.near'"),
        ('[one]\ninclude = ["two"]\n[two]\ninclude = ["one"]\n', 4, "'one' would include itself"),
        ('[one]\n\ninclude = ["one"]\n', 3, "'one' would include itself"),
        ('[context.near]\ninclude = ["context.near"]\n', 2, "would include itself"),
        ('\n[one]\ninclude = "two"\n', 2, "one.include is not a list of words"),
        ('\n[context.near]\ninclude = "two"\n', 2, "has no list of words"),
        ("\n[context.near]\n", 2, "has no list of words"),
        ('[context.near]\nwords = ["in"]\nincludes = ["one"]\n', 1, "has no list of words"),
    ],
)
def test_a_list_that_cannot_be_included_is_refused_where_it_is_named(
    content: str, line: int, reason: str, tmp_path: Path
) -> None:
    with pytest.raises(RuleError) as refused:
        _built(tmp_path, content, RULE)
    assert (refused.value.file, refused.value.line) == (str(tmp_path / "0.toml"), line)
    assert reason in refused.value.reason


def test_the_months_of_the_rules_are_those_that_dates_are_written_with() -> None:
    files = sorted((FOLDER / "en" / "times").glob("*.toml"))
    grammar = build("en", [*files, *(FOLDER / "common" / "times").glob("*.toml")])
    assert _known(grammar, "month_full") == {(name.lower(), number) for number, name in ENGLISH_MONTHS.items()}
