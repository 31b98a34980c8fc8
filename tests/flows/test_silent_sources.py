"""A source that gives nothing: its own failure alone, told by receipt, status and, when it lasts, by a check."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.flows.conftest import ARTICLES, write_articles
from tests.flows.misbehaving_server import Server, misbehaving_server


@pytest.fixture
def server() -> Iterator[Server]:
    with misbehaving_server() as running:
        yield running


@pytest.fixture
def settings(monkeypatch: pytest.MonkeyPatch, dateline) -> None:
    """After the fixture `dateline`, which clears the environment."""
    monkeypatch.setenv("DATELINE_FETCH_ALLOW_PRIVATE", "true")
    monkeypatch.setenv("DATELINE_FETCH_HOST_PAUSE_SECONDS", "0")
    monkeypatch.setenv("DATELINE_CHECK_SILENT_FOR_RUNS", "2")


def test_a_dead_feed_is_told_and_after_some_runs_a_check_warns(
    dateline, settings, server: Server, tmp_path: Path
) -> None:
    store, dead, folder = tmp_path / "store", f"{server.address}/gone", tmp_path / "in"
    folder.mkdir()
    write_articles(folder / "one.jsonl", ARTICLES[:1])
    run = ("run", "--direct", "--json", folder, dead, f"{server.address}/tagged", "--store", store)

    first = json.loads(dateline(*run).out)
    assert "source_gives_something" not in {failure["name"] for failure in first["checks"]["failures"]}
    assert not [warning for warning in first["warnings"] if dead in warning]
    standing = dateline("status", "--store", store).out
    assert f"{dead}: nothing in the last run, nor ever before: status 404" in standing

    write_articles(folder / "two.jsonl", ARTICLES[1:2])
    second = dateline(*run)
    receipt = json.loads(second.out)
    assert second.code == 0
    assert ("source_gives_something", "warning", 1) in {
        tuple(failure.values()) for failure in receipt["checks"]["failures"]
    }
    assert [warning for warning in receipt["warnings"] if dead in warning] == [
        f"{dead} gave nothing in the last 2 runs: status 404"
    ]
    # The page that did not change since is no silent source.
    assert (
        f"{server.address}/tagged"
        not in dateline("status", "--store", store).out.partition("gave nothing")[2].partition("checks")[0]
    )

    third = json.loads(dateline(*run).out)
    assert third["published"]["unchanged"]
    assert f"{dead} gave nothing in the last 3 runs: status 404" in third["warnings"]


def test_a_run_in_which_nothing_changed_is_no_failure(dateline, settings, server: Server, tmp_path: Path) -> None:
    store, page, dead = tmp_path / "store", f"{server.address}/tagged", f"{server.address}/gone"
    assert dateline("run", "--direct", page, "--store", store).code == 0

    again = dateline("run", "--direct", "--json", page, dead, "--store", store)

    assert (again.code, json.loads(again.out)["warnings"]) == (0, [])
