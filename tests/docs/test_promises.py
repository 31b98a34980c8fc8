"""What is promised is said once, and what each bound of a dependency waits for."""

from __future__ import annotations

import re
import tomllib

import pytest

from tests.conftest import REPOSITORY

PROJECT = tomllib.loads((REPOSITORY / "pyproject.toml").read_text(encoding="utf-8"))["project"]
BOUNDED = sorted(re.split(r"[<>=~!]", one)[0] for one in PROJECT["dependencies"] if re.search(r"<|==", one))


def test_a_citation_names_the_release_that_is_built() -> None:
    citation = (REPOSITORY / "CITATION.cff").read_text(encoding="utf-8")
    assert re.search(r"^version: (.+)$", citation, re.MULTILINE)[1] == PROJECT["version"]  # type: ignore[index]
    assert re.search(r"^license: (.+)$", citation, re.MULTILINE)[1] == PROJECT["license"]  # type: ignore[index]


def test_a_way_to_report_a_weakness_is_said() -> None:
    assert "report" in (REPOSITORY / "SECURITY.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("promised", ["the commands", "the tables", "import dateline", "1.0"])
def test_what_stays_and_how_it_would_change_is_said(promised: str) -> None:
    readme = (REPOSITORY / "README.md").read_text(encoding="utf-8")
    section = readme.partition("## What stays as it is\n")[2].partition("\n## ")[0]
    assert promised in section.lower()


@pytest.mark.parametrize("name", BOUNDED)
def test_every_bound_has_its_reason(name: str) -> None:
    page = (REPOSITORY / "docs" / "decisions" / "0001-dependencies.md").read_text(encoding="utf-8")
    assert re.search(rf"^\|.*\b{re.escape(name)}\b", page, re.IGNORECASE | re.MULTILINE)


def test_the_newest_of_everything_is_tried_every_week() -> None:
    assert "scripts/try_newest.py" in (REPOSITORY / ".ci" / "weekly").read_text(encoding="utf-8")
