"""Runs as Prefect's flows, on real servers."""

import json
from datetime import UTC, datetime
from pathlib import Path

import pytest

from flows.errors import ServerError
from flows.orchestration.server import ADDRESS, LOCAL_API, find_server
from flows.settings.load import configure
from tests.flows.conftest import LATER, in_a_process, write_articles
from tests.flows.test_schedule import ask

pytestmark = pytest.mark.waits


def test_a_run_on_a_server_that_is_found_is_silent_and_leaves_its_receipt_there(prefect_api, articles, tmp_path):
    output = in_a_process("run", articles, "--store", tmp_path / "s", "--json", **prefect_api.environment)

    assert (output.returncode, output.stderr) == (0, "")
    receipt = json.loads(output.stdout)
    assert receipt["published"]["version"] == 1
    assert not (tmp_path / "s/prefect").exists()
    (run,) = [
        run
        for run in ask(prefect_api, "flow_runs", sort="START_TIME_DESC", limit=20)
        if f"store:{tmp_path / 's'}" in run["tags"]
    ]
    assert run["state_type"] == "COMPLETED"
    tasks = {
        task["name"].split(",")[0] for task in ask(prefect_api, "task_runs", flow_runs={"id": {"any_": [run["id"]]}})
    }
    assert tasks >= {"read documents", "find times and events", "join mentions into events", "publish"}
    (left,) = ask(
        prefect_api, "artifacts", flow_runs={"id": {"any_": [run["id"]]}}, artifacts={"key": {"any_": ["receipt"]}}
    )
    assert "published   version 1" in left["data"]


def test_a_run_that_starts_its_own_server_is_silent_and_keeps_its_history(articles, tmp_path):
    output = in_a_process("run", articles, "--store", tmp_path / "s", "--json")

    assert (output.returncode, output.stderr) == (0, "")
    assert json.loads(output.stdout)["published"]["version"] == 1
    assert list((tmp_path / "s/prefect").glob("prefect-*.db"))
    assert not (tmp_path / "s/prefect" / ADDRESS).exists()


def test_a_closed_gate_fails_the_flow_run_by_the_checks_name(prefect_api, store, tmp_path):
    from warehouse.storage.store import Store
    from warehouse.writer import open_writer

    with open_writer(Store(store)) as con:
        con.execute("UPDATE core.article SET text_kind = 'gossip' WHERE article_id = 'bridge-opens'")
    more = write_articles(tmp_path / "more.jsonl", [LATER])

    output = in_a_process("run", more, "--store", store, **prefect_api.environment)

    assert output.returncode == 3
    assert output.stderr.count("\n") == 1
    assert "article_kind_is_known" in output.stderr
    assert "nothing: the gate is closed" in output.stdout
    (run,) = [
        run
        for run in ask(prefect_api, "flow_runs", sort="START_TIME_DESC", limit=20)
        if f"store:{store}" in run["tags"]
    ]
    assert (run["state_type"], "article_kind_is_known" in run["state"]["message"]) == ("FAILED", True)


@pytest.mark.parametrize("named", ["setting", "PREFECT_API_URL", "profile"])
def test_a_server_that_is_named_and_does_not_answer_is_told(tmp_path, named):
    url = "http://127.0.0.1:9/api"
    profiles = tmp_path / "profiles.toml"
    profiles.write_text(f'active = "x"\n[profiles.x]\nPREFECT_API_URL = "{url}"\n', encoding="utf-8")
    environment = {"PREFECT_HOME": str(tmp_path if named == "profile" else tmp_path / "none")}
    if named == "PREFECT_API_URL":
        environment[named] = url

    with pytest.raises(ServerError, match=f"no Prefect server answers at {url} "):
        find_server(url if named == "setting" else "", environment, tmp_path)


def test_the_server_of_the_stores_own_schedule_is_found(prefect_api, tmp_path):
    (tmp_path / "prefect").mkdir()
    (tmp_path / "prefect" / ADDRESS).write_text(f"{prefect_api}\nname:secret\n", encoding="utf-8")

    found = find_server("", {"PREFECT_HOME": str(tmp_path)}, tmp_path)

    assert (found.api_url, found.secret) == (prefect_api, "name:secret")


def test_where_none_answers_none_is_found(tmp_path):
    (tmp_path / "prefect").mkdir()
    (tmp_path / "prefect" / ADDRESS).write_text("http://127.0.0.1:9/api", encoding="utf-8")

    found = find_server("", {"PREFECT_HOME": str(tmp_path)}, tmp_path)

    assert found is None or found.api_url == LOCAL_API


def test_a_run_stands_for_the_day_it_was_due(articles, tmp_path):
    from flows.pipeline import carry_out
    from flows.runtime.engine import Direct
    from flows.runtime.job import job
    from flows.runtime.progress import Silent
    from flows.runtime.worker_pool import WorkerPool

    settings = configure({}, {"store": tmp_path / "s"}).settings
    due = datetime(2024, 7, 1, 6, 0, tzinfo=UTC)

    receipt = carry_out(job(settings, (str(articles),), due), Direct(WorkerPool(1)), Silent())

    assert receipt.logical_date == "2024-07-01"
    found = standing_runs(tmp_path / "s")
    assert [str(run["logical_date"]) for run in found] == ["2024-07-01"]


def standing_runs(path: Path) -> tuple:
    from flows.outputs.store_status import store_status
    from warehouse.storage.store import Store

    return store_status(Store(path)).runs


def test_a_run_with_dask_gives_the_same_timeline(prefect_api, articles, published, tmp_path):
    pytest.importorskip("prefect_dask", reason="the extra dask is not installed")

    output = in_a_process(
        "run", articles, "--store", tmp_path / "s", "--json", "--workers", "2",
        **prefect_api.environment, DATELINE_RUN_ENGINE="dask",
    )  # fmt: skip

    assert (output.returncode, output.stderr) == (0, "")
    assert json.loads(output.stdout)["events"] > 0
    from tests.flows.test_killed import digest

    assert digest(tmp_path / "s") == digest(published)


def test_a_run_that_lost_one_of_two_sources_shows_it_at_once(prefect_api, articles, tmp_path):
    output = in_a_process(
        "run", articles, tmp_path / "gone.jsonl", "--store", tmp_path / "s", "--json", **prefect_api.environment
    )

    assert (output.returncode, output.stderr) == (0, "")
    assert json.loads(output.stdout)["lost_sources"] == [f"{tmp_path / 'gone.jsonl'}: there is no such file"]
    (run,) = [
        run
        for run in ask(prefect_api, "flow_runs", sort="START_TIME_DESC", limit=20)
        if f"store:{tmp_path / 's'}" in run["tags"]
    ]
    assert (run["state_type"], run["state_name"]) == ("COMPLETED", "Warning")
    assert run["state"]["message"].startswith("1 of 2 sources gave nothing: ")
    left = ask(prefect_api, "artifacts", flow_runs={"id": {"any_": [run["id"]]}})
    assert "gone.jsonl" in next(artifact["data"] for artifact in left if artifact["key"] == "lost-sources")


@pytest.mark.parametrize(("name", "called"), [("Completed", False), ("Warning", True), ("Failed", True)])
def test_the_notice_comes_where_a_run_failed_or_lost_a_source(monkeypatch, tmp_path, name, called):
    from types import SimpleNamespace

    from flows.runtime.run_hooks import tell_end

    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("DATELINE_PREFECT_NOTIFY_COMMAND", f"tee {tmp_path / 'notice.json'}")
    run = SimpleNamespace(deployment_id="x", expected_start_time=datetime(2025, 1, 1, tzinfo=UTC), name="a run")
    state = SimpleNamespace(name=name, message="why", is_completed=lambda: name != "Failed")

    tell_end(None, run, state)

    assert (tmp_path / "notice.json").exists() == called
