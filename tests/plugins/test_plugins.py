"""A package of somebody else's adds a format, an export, a language and a check: made from the how-to pages, and really found."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import textwrap
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.conftest import REPOSITORY

HOW_TO = REPOSITORY / "docs" / "how-to"
ENTRY_POINTS = """
[dateline.formats]
clip = newsroom_clips:CLIP
[dateline.writers]
lines = newsroom_exports:LINES
[dateline.languages]
nl = newsroom_dutch:language
[dateline.checks]
newsroom = newsroom_checks:checks
"""
DUTCH = """
triggers = ["month", "deictic_day"]

[options]
day_first = true

[month]
5 = ["mei"]

[deictic_day]
-1 = ["gisteren"]

[[rule]]
id = "point"
gives = "date"
shape = "{inner:point}"
meaning = "days.itself"
examples = { "3 mei 2021" = "2021-05-03" }
rejects = ["mei"]

[[rule]]
id = "day-month-year"
gives = "point"
shape = "{day:int} {month} {year:year}"
meaning = "days.calendar_day_or_first"
examples = { "3 mei 2021" = "2021-05-03" }
rejects = ["3 mei"]
"""
CHECK = """-- no title is empty
-- table: event
-- severity: info
-- remedy: look at its sentence
SELECT event_id AS row_key, NULL AS article_id, 'no title' AS detail FROM event WHERE true;
"""
CLIPPING = """CLIPPING
Title: Bridge opened
Paper: Harbour Wire
Day: 2021-05-04

The bridge in Lindholm was opened on Monday, the mayor said.
"""


def code_of(page: str, beginning: str) -> str:
    """The indented block of a page that begins so."""
    text = (HOW_TO / page).read_text(encoding="utf-8")
    blocks = re.findall(r"(?:^ {4,}.*\n|^\n(?= {4}))+", text, re.MULTILINE)
    return next(code for block in blocks if (code := textwrap.dedent(block).strip()).startswith(beginning)) + "\n"


@pytest.fixture
def package(tmp_path: Path) -> Path:
    """A folder with the package as an installer would leave it."""
    root = tmp_path / "site"
    root.mkdir()
    (root / "newsroom_clips.py").write_text(code_of("own-source.md", "# newsroom_clips.py"), encoding="utf-8")
    (root / "newsroom_exports.py").write_text(code_of("own-export.md", "# newsroom_exports.py"), encoding="utf-8")
    (root / "newsroom_checks.py").write_text(code_of("own-check.md", "# in pyproject.toml"), encoding="utf-8")
    dutch = code_of("own-rules.md", "# in pyproject.toml")
    (root / "newsroom_dutch.py").write_text(dutch, encoding="utf-8")
    (root / "times").mkdir()
    (root / "times" / "words.toml").write_text(DUTCH, encoding="utf-8")
    (root / "checks").mkdir()
    (root / "checks" / "event_has_some_title.sql").write_text(CHECK, encoding="utf-8")
    installed = root / "newsroom-1.0.dist-info"
    installed.mkdir()
    (installed / "METADATA").write_text("Metadata-Version: 2.1\nName: newsroom\nVersion: 1.0\n", encoding="utf-8")
    (installed / "entry_points.txt").write_text(ENTRY_POINTS, encoding="utf-8")
    return root


Run = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture
def dateline(package: Path, tmp_path: Path) -> Run:
    def run(*arguments: str) -> subprocess.CompletedProcess[str]:
        environment = {name: value for name, value in os.environ.items() if not name.startswith("DATELINE_")}
        environment["PYTHONPATH"] = os.pathsep.join([str(package), str(REPOSITORY)])
        command = [sys.executable, "-P", "-m", "dateline", *arguments]
        return subprocess.run(command, cwd=tmp_path, env=environment, capture_output=True, text=True, check=False)

    return run


def test_all_four_are_found_by_the_commands(dateline: Run, tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "one.clip").write_text(CLIPPING, encoding="utf-8")
    (tmp_path / "in" / "two").write_text(CLIPPING.replace("Monday", "3 May"), encoding="utf-8")  # by its content alone

    ran = dateline("run", "--direct", "in", "--store", "news", "--json")
    assert ran.returncode == 0, ran.stderr
    receipt = json.loads(ran.stdout)
    assert receipt["articles"]["new"] == 2
    assert "event_has_some_title" in {failure["name"] for failure in receipt["checks"]["failures"]}

    article = dateline(
        "query", "SELECT DISTINCT title, site, published FROM article", "--store", "news", "--format", "csv"
    )
    assert article.stdout.splitlines()[1:] == ["Bridge opened,Harbour Wire,2021-05-04"]

    exported = dateline("export", "--store", "news", "--format", "lines")
    assert exported.returncode == 0, exported.stderr
    assert "2021-05-03\t" in (tmp_path / "news" / "exports" / "timeline.tsv").read_text(encoding="utf-8")

    (tmp_path / "nl.txt").write_text("De brug werd op 3 mei 2021 geopend.", encoding="utf-8")
    dutch = dateline("annotate", "nl.txt", "--only", "times", "--language", "nl")
    (time,) = json.loads(dutch.stdout)["times"]
    assert (time["value"], time["rule"]) == ("2021-05-03", "nl/day-month-year")


@pytest.mark.parametrize(
    ("file", "code", "message"),
    [
        (
            "newsroom_exports.py",
            "LINES = 'lines'",
            "entry point dateline.writers:lines: newsroom_exports:LINES gives a str, not a Writer",
        ),
        (
            "newsroom_exports.py",
            "import nothing_of_that_name",
            "newsroom_exports:LINES cannot be loaded: ModuleNotFoundError",
        ),
        (
            "newsroom_exports.py",
            "from dateline.plugins import Writer\nLINES = Writer('ics', 'ics', str)",
            "there is an export format 'ics' already",
        ),
    ],
    ids=["another type", "a fault", "a name that is taken"],
)
def test_a_broken_package_is_named_in_one_line(
    file: str, code: str, message: str, dateline: Run, package: Path
) -> None:
    (package / file).write_text(code + "\n", encoding="utf-8")
    done = dateline("export", "--format", "lines")
    assert done.returncode == 1
    assert done.stderr.startswith("dateline: newsroom 1.0, entry point dateline.writers:lines")
    assert message in done.stderr
    assert done.stderr.count("\n") == 1
