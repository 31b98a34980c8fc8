"""The SQL and Python of the how-to pages run on a published file."""

import os
import re
import shlex
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
from tests.conftest import REPOSITORY, run_dateline

HOW_TO = REPOSITORY / "docs" / "how-to"


def indented(name, beginning):
    """The indented block of a page that begins with these words."""
    blocks = re.findall(r"(?:^ {4,}.*\n|^\n(?= {4}))+", (HOW_TO / name).read_text(encoding="utf-8"), re.MULTILINE)
    return next(text for block in blocks if (text := textwrap.dedent(block).strip()).startswith(beginning))


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
    scope = {}
    program = indented("own-query.md", "import duckdb").replace(
        "news/timeline.duckdb", str(demo_master / "timeline.duckdb")
    )
    exec(program, scope)
    assert len(scope["frame"]) > 0
    assert scope["frame"].dated.all()


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


def test_own_query_by_its_name(demo_master, tmp_path):
    (tmp_path / "dateline.toml").write_text(indented("own-query.md", "[query]"), encoding="utf-8")
    folder = configure({}, {}, tmp_path / "dateline.toml").settings.query.folder
    folder.mkdir()
    (folder / "busy-days.sql").write_text(indented("own-query.md", "-- On which days"), encoding="utf-8")
    listed = run_dateline("query", "--list", cwd=tmp_path)
    assert "On which days did at least so many events begin?" in " ".join(listed.stdout.split())
    asked = run_dateline("query", "busy-days", "least=2", "--store", str(demo_master), "--format", "csv", cwd=tmp_path)
    days = asked.stdout.splitlines()
    assert days[0] == "day,events"
    assert len(days) > 1
    (folder / "busy-days.sql").write_text("-- On which days?\nSELECT day FRM timeline", encoding="utf-8")
    broken = run_dateline("query", "busy-days", "--store", str(demo_master), cwd=tmp_path)
    assert broken.returncode == 1
    assert broken.stderr.startswith("dateline: queries/busy-days.sql:2: ")


def test_own_rules_are_read_and_a_phrase_too(tmp_path):
    (tmp_path / "dateline.toml").write_text(indented("own-rules.md", "[rules]"), encoding="utf-8")
    folder = configure({}, {}, tmp_path / "dateline.toml").settings.rules.folder / "en" / "times"
    folder.mkdir(parents=True)
    (folder / "harbour.toml").write_text(indented("own-rules.md", "[feast]"), encoding="utf-8")
    command = shlex.split(indented("own-rules.md", "dateline explain"))[1:]
    explained = run_dateline(*command, cwd=tmp_path)
    assert "value 2024-09-21" in explained.stdout, explained.stderr
    (folder / "tide.toml").write_text(indented("own-rules.md", "[[rule]]"), encoding="utf-8")
    explained = run_dateline("explain", "It opened in the season of 1998.", cwd=tmp_path)
    assert "tide-year" in explained.stdout
    assert "value 1998" in explained.stdout


def test_python_page_runs(demo_master, tmp_path, monkeypatch, capsys):
    (tmp_path / "articles").mkdir()
    (tmp_path / "articles" / "one.txt").write_text(
        "Pier closed\n\nThe pier was closed on 3 May 2021.", encoding="utf-8"
    )
    monkeypatch.chdir(tmp_path)
    page = (HOW_TO / "python.md").read_text(encoding="utf-8")
    blocks = re.findall(r"(?:^ {4,}.*\n|^\n(?= {4}))+", page, re.MULTILINE)
    programs = [textwrap.dedent(block) for block in blocks if "import dateline" in block]
    assert len(programs) == 6
    for program in programs:
        exec(program, {})
    printed = capsys.readouterr().out
    assert "last Friday 2025-01-10 2025-01-10 2025-01-10" in printed
    assert "ruled verdict actual 2025-01-10" in printed
    assert "weekday-shifted" in printed


def test_own_source_settings_are_settings(tmp_path):
    text = indented("own-source.md", "store = ")
    (tmp_path / "dateline.toml").write_text(text, encoding="utf-8")
    made = configure({}, {}, tmp_path / "dateline.toml")
    assert len(made.settings.source) == len(tomllib.loads(text)["source"]) == 2
