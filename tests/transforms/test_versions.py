"""Which stages notice which change of code, rules and words."""

import ast
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.conftest import REPOSITORY
from transforms.rules.versions import BUILT, STAGES, StageName, file_hash, file_hashes, stage_hashes, stage_version


@pytest.fixture(scope="module")
def hashes() -> dict[str, str]:
    return file_hashes(REPOSITORY)


def a_line(text: str) -> str:
    return f"{text}\nADDED = 1\n"


def a_comment(text: str) -> str:
    return f"# Another remark.\n{text}"


def a_docstring(text: str) -> str:
    return text.replace('"""', '"""In other words: ', 1)


def a_rule(text: str) -> str:
    return f'added = "something"\n{text}'


def a_statement(text: str) -> str:
    return f"{text}\nSELECT 1;\n"


def a_remark(text: str) -> str:
    return f"-- Another remark.\n{text}"


@pytest.mark.parametrize(
    ("path", "change", "noticed"),
    [
        ("transforms/readers/web_page.py", a_line, {"reading"}),
        ("transforms/readers/web_page.py", a_docstring, set()),
        ("transforms/publication_date/names.toml", a_rule, {"reading"}),
        ("transforms/language/sentences.py", a_line, {"parse"}),
        ("transforms/rules/en/events/run_ons.toml", a_rule, {"parse"}),
        ("transforms/language/kept.py", a_line, {"parse"}),
        ("transforms/language/clauses.py", a_line, {"events"}),
        ("transforms/language/pronouns.py", a_line, {"events", "stories"}),
        ("transforms/times/algebra.py", a_line, {"times"}),
        ("transforms/times/algebra.py", a_comment, set()),
        ("transforms/rules/en/times/calendar.toml", a_rule, {"times"}),
        ("transforms/rules/en/times/calendar.toml", a_comment, set()),
        ("transforms/rules/de/times/calendar.toml", a_rule, {"times"}),
        ("transforms/events/dating/tense.py", a_line, {"events"}),
        ("transforms/events/dating/tense.py", a_docstring, set()),
        ("transforms/rules/en/events/dating.toml", a_rule, {"events"}),
        ("transforms/coreference/features.py", a_line, {"features"}),
        ("transforms/coreference/pointing.py", a_line, {"features", "scoring"}),
        ("transforms/coreference/scoring.py", a_line, {"scoring"}),
        ("transforms/rules/en/events/same_happening.toml", a_rule, {"scoring"}),
        ("transforms/rules/en/events/joining.toml", a_rule, {"features", "scoring"}),
        ("transforms/coreference/publishable.py", a_line, {"scoring", "selection"}),
        ("transforms/selection/levels.py", a_line, {"selection"}),
        ("transforms/stories/grouping.py", a_line, {"stories"}),
        ("transforms/selection/signs.py", a_line, {"features"}),
        ("transforms/selection/voice.py", a_line, {"features", "selection"}),
        ("transforms/rules/en/events/news_value.toml", a_rule, {"features", "selection"}),
        ("warehouse/models/event.sql", a_statement, {"selection"}),
        ("warehouse/models/event.sql", a_remark, set()),
        ("transforms/model.py", a_line, {"reading", "times", "events", "features", "scoring"}),
    ],
)
def test_a_change_is_noticed_by_the_stages_it_is_in(
    path: str, change: Callable[[str], str], noticed: set[str], hashes: dict[str, str], tmp_path: Path
) -> None:
    changed = tmp_path / Path(path).name
    changed.write_text(change((REPOSITORY / path).read_text(encoding="utf-8")), encoding="utf-8")
    before, after = stage_hashes(hashes), stage_hashes({**hashes, path: file_hash(changed)})

    assert {stage for stage in STAGES if before[stage] != after[stage]} == noticed


def test_a_string_that_is_used_is_no_docstring(tmp_path: Path) -> None:
    one, other = tmp_path / "one.py", tmp_path / "other.py"
    one.write_text('"""Words."""\nNAME = "a"\n"""What it is."""\n')
    other.write_text('NAME = "a"\n')
    assert file_hash(one) == file_hash(other)
    other.write_text('NAME = "b"\n')
    assert file_hash(one) != file_hash(other)


def test_all_that_an_article_passes_through_belongs_to_a_stage(hashes: dict[str, str]) -> None:
    beside = ("transforms/writers/", "transforms/plugins.py", "transforms/validate_rules.py", "transforms/__init__.py")
    code = {path.relative_to(REPOSITORY).as_posix() for path in (REPOSITORY / "transforms").rglob("*.py")}
    assert {path for path in code - hashes.keys() if not path.startswith(beside)} == set()


def imported(path: str) -> set[str]:
    """What a module leans on, directly and through others, within transforms."""
    found, waiting = set(), [path]
    while waiting:
        found.add(path := waiting.pop())
        for node in ast.walk(ast.parse((REPOSITORY / path).read_text(encoding="utf-8"))):
            if isinstance(node, ast.ImportFrom) and node.module and node.module.startswith("transforms"):
                names = [node.module, *(f"{node.module}.{alias.name}" for alias in node.names)]
                files = [f"{name.replace('.', '/')}{end}" for name in names for end in (".py", "/__init__.py")]
                waiting += [file for file in files if file not in found and (REPOSITORY / file).is_file()]
    return found


@pytest.mark.parametrize(
    ("first", "stages"),
    [
        ("transforms/readers/registry.py", ["reading"]),
        ("transforms/times/finder.py", ["times", "parse"]),
        ("transforms/annotate.py", ["parse", "times", "events", "features"]),
        ("transforms/coreference/resolve.py", ["parse", "times", "events", "features", "scoring"]),
        ("transforms/stories/grouping.py", ["stories"]),
        ("transforms/stories/terms.py", ["parse", "times", "stories"]),
        ("transforms/selection/choose.py", ["parse", "times", "events", "features", "scoring", "selection"]),
    ],
)
def test_whatever_a_stage_leans_on_is_in_its_version_or_in_one_before_it(
    first: str, stages: list[StageName], hashes: dict[str, str]
) -> None:
    words_alone = {path for path in imported(first) if len(ast.parse((REPOSITORY / path).read_text("utf-8")).body) == 1}
    leans_on = (
        imported(first) - words_alone - {"transforms/plugins.py", "transforms/rules/versions.py"}
    )  # name and hash
    before = stage_hashes(hashes)

    unnoticed = {
        path for path in leans_on if all(stage_hashes({**hashes, path: "other"})[s] == before[s] for s in stages)
    }
    assert unnoticed == set()


def test_a_checkout_has_no_hashes_of_a_wheel_and_each_stage_its_own_version() -> None:
    assert not (REPOSITORY / BUILT).exists()
    assert {len(stage_version(stage)) for stage in STAGES} == {16}
    assert len({stage_version(stage) for stage in STAGES}) == len(STAGES)
