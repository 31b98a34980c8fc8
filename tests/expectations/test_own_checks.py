"""Checks that somebody adds in a folder or a package: judged as our own are, and refused by file and line."""

from __future__ import annotations

from pathlib import Path

import duckdb
import pytest

from expectations.checks import Check, CheckFileError, added, built_in, checks_in, checks_version
from expectations.gate import judge_candidate
from expectations.sound import require_sound
from tests.conftest import run_dateline
from tests.expectations import candidate
from tests.expectations.test_suites import RUN_STARTED

HEADER = "-- no event is called so\n-- table: event\n-- severity: warning\n-- remedy: call it otherwise\n"
QUERY = "SELECT event_id AS row_key, NULL AS article_id, title AS detail FROM event WHERE title LIKE '%mill%'"


def written(folder: Path, text: str, name: str = "event_is_not_called_so.sql") -> Path:
    folder.mkdir(exist_ok=True)
    (folder / name).write_text(text, encoding="utf-8")
    return folder


def test_a_check_in_a_folder_is_judged_with_our_own(tmp_path):
    own = added(written(tmp_path / "checks", HEADER + QUERY))
    require_sound(own)

    verdict = judge_candidate(candidate.write(tmp_path / "c.duckdb"), run_started=RUN_STARTED, added=own)

    result = next(r for r in verdict.results if r.name == "event_is_not_called_so")
    assert (result.table, result.severity, result.description) == ("event", "warning", "no event is called so")
    assert (result.remedy, result.passed, result.error) == ("call it otherwise", False, None)
    assert [f.row_key for f in verdict.failures if f.check == result.name] == ["fire"]
    assert len(verdict.results) > len(built_in())


def test_a_check_may_judge_any_published_table(tmp_path):
    text = "-- no sign\n-- severity: info\n-- remedy: none\nSELECT source AS row_key, article_id, raw AS detail FROM article_signal"
    own = added(_below(tmp_path, "article_signal", text))
    require_sound(own)

    verdict = judge_candidate(candidate.write(tmp_path / "c.duckdb"), run_started=RUN_STARTED, added=own)

    result = next(r for r in verdict.results if r.name == "no_sign")
    assert (result.table, result.passed, result.rows_failed) == ("article_signal", False, 2)


def _below(root: Path, table: str, text: str) -> Path:
    (root / "checks").mkdir()
    written(root / "checks" / table, text, "no_sign.sql")
    return root / "checks"


MISTAKES = [
    ("SELECT 1", 1, "the first line must be a comment"),
    ("-- severity: warning\n" + QUERY, 1, "the first line must be a comment"),
    (HEADER.replace("table", "tables") + QUERY, 2, "unknown key 'tables'"),
    (HEADER.replace("-- severity: warning\n", "") + QUERY, 3, "does not say its severity"),
    (HEADER.replace("warning", "grave") + QUERY, 3, "severity is 'grave', not one of critical, warning, info"),
    (HEADER + "-- fault: cell\n" + QUERY, 5, "fault is 'cell', not one of row, table"),
    (
        HEADER.replace("table: event", "table: quantity") + "-- fault: row\n" + QUERY,
        5,
        "single rows can be withheld of",
    ),
    (HEADER, 5, "there is no query"),
    (HEADER.replace("table: event", "table: happening") + QUERY, 1, "there is no published table 'happening'"),
    (HEADER + QUERY.replace(" FROM event", "\nFROM event").replace("title LIKE", "name LIKE"), 6, "name"),
    (HEADER + QUERY.replace("WHERE", "WERE"), 5, "syntax error"),
    (HEADER + "DROP TABLE event", 5, "a check is one query, a SELECT"),
    (HEADER + f"{QUERY};\n{QUERY}", 5, "a check is one query, a SELECT"),
    (HEADER + "SELECT event_id AS row_key FROM event", 5, "this one has no article_id, detail"),
    (HEADER + "SELECT * FROM read_csv('/etc/passwd')", 5, "disabled"),
]


@pytest.mark.parametrize(("text", "line", "message"), MISTAKES, ids=[message for _, _, message in MISTAKES])
def test_a_mistake_is_told_with_its_file_and_line(text, line, message, tmp_path):
    folder = written(tmp_path / "checks", text)

    with pytest.raises(CheckFileError) as error:
        require_sound(added(folder))

    assert str(error.value).startswith(f"{folder / 'event_is_not_called_so.sql'}:{line}: ")
    assert message in str(error.value)
    assert "\n" not in str(error.value)


def test_a_name_is_given_once(tmp_path):
    twice = written(tmp_path / "twice", HEADER + QUERY, "event_day_is_one_day.sql")
    with pytest.raises(CheckFileError, match="a check of this name already"):
        added(twice)
    deep = written(tmp_path / "deep", HEADER + QUERY)
    written(deep / "more", HEADER + QUERY)
    with pytest.raises(CheckFileError, match="has this name too"):
        checks_in(deep)


def test_our_own_checks_are_sound_and_lie_with_their_table():
    require_sound(built_in())
    assert [c.name for c in built_in() if c.path.parent.name != c.table] == []


@pytest.mark.parametrize("change", [("severity: warning", "severity: info"), ("'%mill%'", "'%dam%'")])
def test_another_check_is_another_version(change, tmp_path):
    before = checks_version(checks_in(written(tmp_path / "a", HEADER + QUERY)))
    assert before != checks_version(checks_in(written(tmp_path / "b", (HEADER + QUERY).replace(*change))))
    assert before != checks_version(())
    assert checks_version(()) == checks_version(list[Check]())


def test_the_command_judges_a_folder_named_in_the_settings(demo_store, tmp_path):
    written(tmp_path / "checks", HEADER.replace("warning", "critical") + QUERY.replace("title LIKE '%mill%'", "true"))
    (tmp_path / "dateline.toml").write_text('[check]\nfolder = "checks"\n', encoding="utf-8")

    closed = run_dateline("check", "--store", str(demo_store), cwd=tmp_path)

    assert closed.returncode == 3
    assert "event_is_not_called_so" in closed.stderr + closed.stdout
    with duckdb.connect(str(demo_store / "quality.duckdb"), read_only=True) as con:
        failed = con.execute(
            "SELECT count(*) FROM check_failure WHERE check_name = 'event_is_not_called_so'"
        ).fetchone()
    assert failed is not None
    assert failed[0] > 0


def test_a_mistake_stops_the_command_at_its_start(demo_store, tmp_path):
    written(tmp_path / "checks", HEADER + "SELECT name FROM event")
    (tmp_path / "dateline.toml").write_text('[check]\nfolder = "checks"\n', encoding="utf-8")
    (tmp_path / "one.txt").write_text("A bridge opened on 3 May 2021.", encoding="utf-8")

    done = run_dateline("run", "--direct", "one.txt", "--store", str(demo_store), cwd=tmp_path)

    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.startswith("dateline: checks/event_is_not_called_so.sql:5: ")
    assert done.stderr.count("\n") == 1
