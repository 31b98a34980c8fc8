"""A decision from the command line: tried, made, listed, taken back, and seen wherever the row is."""

import json

import dateline as python
from flows.decide import decider
from flows.settings import Settings
from warehouse.storage.store import Store


def row(dateline, store):
    """The id and the day of the row that is decided about."""
    asked = dateline(
        "query",
        "--store",
        store,
        "--format",
        "json",
        "SELECT event_id, edtf FROM timeline ORDER BY importance DESC LIMIT 1",
    )
    (found,) = json.loads(asked.out)
    return found["event_id"], found["edtf"]


def test_a_date_is_decided_seen_and_taken_back(dateline, store):
    event, before = row(dateline, store)
    what = (event[:9], "date", "1999-05-01", "--why", "the log", "--who", "Ann", "--store", store)

    tried = dateline("decide", *what, "--dry-run")
    assert "after   " in tried.out
    assert "1 May 1999" in tried.out
    assert not Store(store).decisions.exists()

    made = dateline("decide", *what)
    assert made.code == 0, made.err
    assert "1 May 1999" in made.out
    explained = dateline("explain", event, "--store", store).out
    assert "decided by Ann" in explained
    assert "why: the log" in explained
    assert f"dateline itself: {before}" in explained
    assert '"decided by Ann' in (store / "site" / "index.html").read_text(encoding="utf-8")
    shown = dateline(
        "export",
        "--store",
        store,
        "--format",
        "markdown",
        "--from",
        "1999",
        "--to",
        "1999",
        "--output",
        store / "may.md",
    )
    assert shown.code == 0
    assert "decided by a person" in (store / "may.md").read_text(encoding="utf-8")

    listed = json.loads(dateline("decisions", "--store", store, "--format", "json").out)
    assert [(d["who"], d["action"], d["value"], d["state"]) for d in listed] == [("Ann", "date", "1999-05-01", "holds")]
    undone = dateline("decisions", "--undo", listed[0]["decision_id"][:6], "--who", "Bo", "--store", store)
    assert undone.code == 0, undone.err
    assert row(dateline, store) == (event, before)
    assert json.loads(dateline("decisions", "--store", store, "--format", "json").out) == []


def test_what_cannot_be_decided_is_said_in_one_line(dateline, store):
    event, _ = row(dateline, store)
    for words, message in [
        ((event, "date", "soon"), "'soon' is no date"),
        ((event, "level", "top"), "level takes one of key, detail, aside"),
        ((event, "hide", "now"), "hide takes no value"),
        ((event, "merge", event), "is the event itself"),
        ((event, "split", "m"), "more than one event_mention"),
        (("enothing", "hide"), "no event has an id that begins with 'enothing'"),
    ]:
        said = dateline("decide", *words, "--store", store)
        assert (said.code, said.out) == (1, ""), words
        assert message in said.err
        assert len(said.err.splitlines()) == 1
    assert not Store(store).decisions.exists()


def test_a_bad_line_stops_a_run_and_names_itself(dateline, store):
    Store(store).decisions.write_text('{"id": 7}\n')
    said = dateline("check", "--store", store)

    assert said.code == 1
    assert "decisions.jsonl:1: " in said.err


def test_python_decides_too(dateline, store):
    event, _ = row(dateline, store)
    decided = python.decide(event, "title", "What happened", store=store, who="Ann", dry_run=True)

    assert [one["title"] for one in decided.after] == ["What happened"]
    assert decided.before[0]["title"] != "What happened"


def test_who_decides():
    assert decider(Settings(), "Ann") == "Ann"
    assert decider(Settings())
