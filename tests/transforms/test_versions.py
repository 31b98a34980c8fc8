"""Which stages notice which change of code, rules and words."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.conftest import REPOSITORY
from transforms.rules.versions import BUILT, STAGES, file_hash, file_hashes, stage_hashes, stage_version


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
        ("transforms/times/algebra.py", a_line, {"times"}),
        ("transforms/times/algebra.py", a_comment, set()),
        ("transforms/rules/en/times/calendar.toml", a_rule, {"times"}),
        ("transforms/rules/en/times/calendar.toml", a_comment, set()),
        ("transforms/rules/de/times/calendar.toml", a_rule, {"times"}),
        ("transforms/events/dating/tense.py", a_line, {"events"}),
        ("transforms/events/dating/tense.py", a_docstring, set()),
        ("transforms/rules/en/events/dating.toml", a_rule, {"events"}),
        ("transforms/coreference/features.py", a_line, {"features"}),
        ("transforms/coreference/scoring.py", a_line, {"scoring"}),
        ("transforms/rules/en/events/same_happening.toml", a_rule, {"scoring"}),
        ("transforms/coreference/publishable.py", a_line, {"scoring", "selection"}),
        ("transforms/selection/levels.py", a_line, {"selection"}),
        ("transforms/selection/signs.py", a_line, {"features"}),
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


def test_a_checkout_has_no_hashes_of_a_wheel_and_each_stage_its_own_version() -> None:
    assert not (REPOSITORY / BUILT).exists()
    assert {len(stage_version(stage)) for stage in STAGES} == {16}
    assert len({stage_version(stage) for stage in STAGES}) == len(STAGES)
