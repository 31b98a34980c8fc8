"""What is wrong with a rule file is told with its path and line."""

from __future__ import annotations

from pathlib import Path

import pytest

from transforms.rules.files import RuleError, files_version, read_rule_file


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b'a = 1\nb = "\n', ":2: not TOML: "),
        (b"a = 1\n[[b", ":2: not TOML: "),
        (b"a = 1\nb = '\xff'\n", ":2: not in UTF-8"),
    ],
)
def test_a_broken_file_is_refused_with_its_line(content: bytes, message: str, tmp_path: Path) -> None:
    path = tmp_path / "broken.toml"
    path.write_bytes(content)
    with pytest.raises(RuleError) as error:
        read_rule_file(path)
    assert str(error.value).startswith(f"{path}{message}")


def test_lines_are_found_by_what_stands_on_them(tmp_path: Path) -> None:
    path = tmp_path / "rules.toml"
    path.write_text('[[a]]\nid = "x"\nwords = "quay dock"\n[[a]]\nid = "y"\nwords = "dock"\n', encoding="utf-8")
    file = read_rule_file(path)
    assert file.lines_of("[[a]]") == [1, 4]
    assert (file.line_of('id = "y"'), file.line_of("nowhere")) == (5, 1)
    assert (file.last_line_of("dock"), file.last_line_of("doc")) == (6, 1)


def test_the_version_minds_names_and_bytes(tmp_path: Path) -> None:
    one, other = tmp_path / "one.toml", tmp_path / "other.toml"
    one.write_text("a = 1", encoding="utf-8")
    other.write_text("a = 2", encoding="utf-8")
    before = files_version([one, other])
    assert files_version([other, one]) == before
    other.write_text("a = 3", encoding="utf-8")
    assert files_version([one, other]) != before
