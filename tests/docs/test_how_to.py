"""The SQL and Python of the how-to pages run on a published file."""

import os
import re
import shutil
import subprocess
import sys
import textwrap
import tomllib

import duckdb
import pytest

from expectations.checks import added
from expectations.sound import require_sound
from flows.settings.load import configure
from tests.conftest import REPOSITORY

HOW_TO = REPOSITORY / "docs" / "how-to"


def indented(name, beginning):
    """The indented block of a page that begins with these words."""
    blocks = re.findall(r"(?:^ {4,}.*\n|^\n(?= {4}))+", (HOW_TO / name).read_text(encoding="utf-8"), re.MULTILINE)
    return next(told for block in blocks if (told := textwrap.dedent(block).strip()).startswith(beginning))


@pytest.fixture
def con(demo_master):
    with duckdb.connect(str(demo_master / "timeline.duckdb"), read_only=True) as con:
        yield con


def test_own_check_is_sound_and_finds_something(tmp_path, con):
    (tmp_path / "dateline.toml").write_text(indented("own-check.md", "[check]"), encoding="utf-8")
    folder = configure({}, {}, tmp_path / "dateline.toml").settings.check.folder
    folder.mkdir()
    (folder / "attack_has_two_outlets.sql").write_text(indented("own-check.md", "-- an attack"), encoding="utf-8")
    (check,) = added(folder)
    require_sound([check])
    assert (check.table, check.severity) == ("event", "warning")
    assert con.execute(check.sql.replace("event_type = 'attack' AND ", "")).fetchall() != []


def test_own_query_of_the_shell(con):
    sql = indented("own-query.md", "duckdb -readonly").partition("D ")[2]
    assert con.execute(sql).fetchall()


def test_own_query_in_python(demo_master):
    told = {}
    program = indented("own-query.md", "import duckdb").replace(
        "news/timeline.duckdb", str(demo_master / "timeline.duckdb")
    )
    exec(program, told)
    assert len(told["frame"]) > 0
    assert told["frame"].dated.all()


@pytest.mark.skipif(shutil.which("Rscript") is None, reason="R is not installed: no Rscript")
def test_own_query_in_r(demo_master, tmp_path):
    dateline = tmp_path / "dateline"
    dateline.write_text(f'#!/bin/sh\nexec {sys.executable} -m flows.cli "$@"\n', encoding="utf-8")
    dateline.chmod(0o755)
    (tmp_path / "recipe.R").write_text(
        indented("own-query.md", "events <- ").replace("news", str(demo_master)), encoding="utf-8"
    )
    done = subprocess.run(
        ["Rscript", tmp_path / "recipe.R"],
        env={**os.environ, "PATH": f"{tmp_path}:{os.environ['PATH']}", "PYTHONPATH": str(REPOSITORY)},
        capture_output=True, text=True, timeout=120, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert "2023-03" in done.stdout


def test_own_source_settings_are_settings(tmp_path):
    text = indented("own-source.md", "store = ")
    (tmp_path / "dateline.toml").write_text(text, encoding="utf-8")
    made = configure({}, {}, tmp_path / "dateline.toml")
    assert len(made.settings.source) == len(tomllib.loads(text)["source"]) == 2
