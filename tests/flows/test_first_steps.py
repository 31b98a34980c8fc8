"""What a newcomer types, and what is said to it."""

import pytest

from flows.cli.errors import one_line
from flows.explain.tree import by_rule
from flows.runtime.progress import count_in_words
from warehouse.storage.errors import QueryError


def test_a_check_that_passes_does_not_speak_of_a_closed_gate(dateline, store):
    said = dateline("check", "--store", store)

    assert said.code == 0
    assert "gate is closed" not in said.out
    assert "nothing: this was a check" in said.out


def test_status_names_the_version_that_each_run_left(dateline, store):
    runs = [line for line in dateline("status", "--store", store).out.splitlines() if " published " in line]

    assert len(runs) == 1
    assert runs[0].split()[-1] == "1"


@pytest.mark.parametrize(("rule", "more", "shown"), [("a.b", "", " (rule a.b)"), ("", "", ""), (None, "", ""),
    ("", "cue “said”", " (cue “said”)"), ("a.b", "cue “said”", " (rule a.b, cue “said”)")])  # fmt: skip
def test_no_empty_rule_is_named(rule, more, shown):
    assert by_rule(rule, more) == shown


@pytest.mark.parametrize(("done", "total", "shown"), [(0, None, ""), (7, None, "7"), (3, 9, "3/9")])
def test_a_bar_shows_no_question_mark(done, total, shown):
    assert count_in_words(done, total) == shown


def test_a_day_written_otherwise_is_answered_with_how_to_write_it(dateline):
    said = dateline("explain", "The court ruled last Friday.", "--published", "15/01/2025")

    assert said.code == 2
    assert "as in 2025-01-15" in said.err
    assert "%Y" not in said.err


@pytest.mark.parametrize(
    ("filters", "why"),
    [
        (["--type", "explosion"], "no events: nothing on the timeline has the type 'explosion'; there are: "),
        (["--type", "electoin"], "did you mean election?"),
        (["--from", "2024-06", "--to", "2024-05"], "no events: --from 2024-06-01 is after --to 2024-05-31"),
        (["--from", "1999", "--to", "2001"], "no events: the timeline runs from "),
        (["--actor", "Nobody of that name"], "no events: nothing fits all of these filters"),
    ],
)
def test_an_empty_result_says_why(dateline, store, tmp_path, filters, why):
    if "electoin" in filters:
        types = dateline("query", "--store", store, "SELECT DISTINCT event_type FROM timeline").out
        if "election" not in types:
            filters, why = ["--type", "openign"], "the type 'openign'"
    shown = dateline("timeline", "--store", store, *filters)
    exported = dateline("export", "--store", store, "--format", "csv", "--output", tmp_path / "a.csv", *filters)

    assert (shown.code, why in shown.err) == (0, True), shown.err
    assert (exported.code, why in exported.err) == (0, True)
    assert shown.out == ""


def test_programs_get_an_empty_list_in_their_own_form(dateline, store):
    assert dateline("timeline", "--store", store, "--actor", "Nobody", "--format", "json").out.strip() == "[]"


@pytest.mark.parametrize(("typed", "meant"), [("timelin", "timeline"), ("expot", "export"), ("rollbak", "rollback")])
def test_an_unknown_command_gets_a_suggestion(dateline, typed, meant):
    said = dateline(typed)

    assert (said.code, f"there is no command '{typed}'; did you mean {meant}?" in said.err) == (2, True)


def test_an_unknown_command_like_no_other_gets_the_list(dateline):
    assert "there are run, check" in dateline("xyzzy").err


def test_duckdbs_error_keeps_line_and_caret_on_a_terminal(monkeypatch):
    error = QueryError("Parser Error: syntax error\n\nLINE 1: SELECT FROM\n               ^")

    assert "\n" not in one_line(error)[0]
    monkeypatch.setattr("sys.stderr.isatty", lambda: True, raising=False)
    assert one_line(error)[0].endswith("LINE 1: SELECT FROM\n               ^")


@pytest.mark.parametrize("command", [["export", "--format", "csv"], ["digest"], ["annotate", "a.txt"]])
def test_no_folder_is_made_for_a_file_that_was_named(dateline, store, tmp_path, command):
    (tmp_path / "a.txt").write_text("The bridge opened on 3 May 2024.", encoding="utf-8")
    named = [] if command[0] == "annotate" else ["--store", store]

    said = dateline(*command, *named, "--output", tmp_path / "slip" / "a.csv")

    assert (said.code, "there is no folder" in said.err) == (1, True)
    assert not (tmp_path / "slip").exists()


def test_an_empty_first_run_says_that_nothing_was_read(dateline, tmp_path):
    (tmp_path / "empty").mkdir()

    said = dateline("run", tmp_path / "empty", "--direct", "--store", tmp_path / "store")

    assert (said.code, "nothing was read" in said.err) == (1, True)
    assert not (tmp_path / "store" / "timeline.duckdb").exists()


def test_a_later_run_that_finds_nothing_leaves_what_stands(dateline, store, tmp_path):
    (tmp_path / "empty").mkdir()

    said = dateline("run", tmp_path / "empty", "--direct", "--store", store)

    assert said.code == 0
    assert "unchanged, still version 1" in said.out
