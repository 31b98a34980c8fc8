"""Scheduled runs, on a real Prefect server."""

import base64
import json
import os
import re
import subprocess
import sys
import time
import urllib.request
from pathlib import Path

import pytest

from flows.orchestration.serve import deployment_name, local_zone
from tests.flows.conftest import ARTICLES, LATER, ROOT, Api, write_articles

pytestmark = pytest.mark.waits

PATIENCE = 150
"""Seconds that a scheduled run may take to come and to end on a busy machine."""


def headers(api: Api) -> dict[str, str]:
    secret = base64.b64encode(api.environment["PREFECT_API_AUTH_STRING"].encode()).decode()
    return {"Content-Type": "application/json", "Authorization": f"Basic {secret}"}


def ask(api: Api, what: str, **body: object) -> list[dict]:
    request = urllib.request.Request(f"{api}/{what}/filter", json.dumps(body).encode(), headers(api))
    with urllib.request.urlopen(request, timeout=30) as response:
        return json.load(response)


def ended_runs(api: Api, store: Path) -> list[dict]:
    """Runs of the store's deployment that have ended, the earliest first."""
    runs = ask(
        api,
        "flow_runs",
        deployments={"name": {"any_": [deployment_name(store)]}},
        flow_runs={"state": {"type": {"any_": ["COMPLETED", "FAILED", "CRASHED"]}}},
        sort="START_TIME_ASC",
    )
    return sorted(runs, key=lambda run: run["start_time"] or "")


def wait_for(condition, what: str):
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until:
        if found := condition():
            return found
        time.sleep(0.5)
    raise AssertionError(f"{what} did not come within {PATIENCE} s")


@pytest.fixture
def serving(prefect_api, tmp_path):
    """`dateline serve` on a folder with one article, every few seconds."""
    folder, store = tmp_path / "in", tmp_path / "store"
    folder.mkdir()
    write_articles(folder / "first.jsonl", ARTICLES[:1])
    notes = tmp_path / "notes.json"
    environment = {k: v for k, v in os.environ.items() if not k.startswith(("DATELINE_", "PREFECT_"))}
    log = tmp_path / "serve.log"
    with log.open("w") as file:
        process = subprocess.Popen(
            [sys.executable, "-m", "flows.cli", "serve", folder, "--every", "3", "--store", store, "--workers", "1"],
            env={
                **environment,
                "PYTHONPATH": str(ROOT),
                **prefect_api.environment,
                "PREFECT_RUNNER_POLL_FREQUENCY": "2",
                "DATELINE_PREFECT_NOTIFY_COMMAND": f"tee {notes}",
            },
            stdout=file,
            stderr=file,
        )
    try:
        yield folder, store, notes, log
    finally:
        process.terminate()
        process.wait(30)
    assert "Traceback" not in log.read_text(encoding="utf-8")
    assert "leaked" not in log.read_text(encoding="utf-8")


def events(store: Path) -> str:
    from warehouse.storage.connect import open_reader
    from warehouse.storage.store import Store

    if not Store(store).timeline.exists():
        return ""
    with open_reader(Store(store)) as con:
        return " / ".join(row[0] for row in con.execute("SELECT title FROM event ORDER BY event_id").fetchall())


def test_a_scheduled_run_publishes_and_one_whose_gate_closes_changes_nothing(prefect_api, serving):
    folder, store, notes, log = serving
    wait_for(lambda: "opened" in events(store), "the first publication")

    write_articles(folder / "later.jsonl", [LATER])
    wait_for(lambda: "elect" in events(store).lower(), "the new article's event")

    run = wait_for(lambda: ended_runs(prefect_api, store), "the end of a run")[0]
    assert run["state_type"] == "COMPLETED"
    assert run["auto_scheduled"]
    artifacts = ask(prefect_api, "artifacts", flow_runs={"id": {"any_": [run["id"]]}})
    assert {artifact["key"] for artifact in artifacts} >= {"receipt", "counts", "report", "page"}
    assert re.fullmatch(r"\d{4}-\d\d-\d\d \d\d:\d\d:\d\d UTC", run["name"])
    assert run["expected_start_time"].replace("T", " ")[:19] == run["name"][:19]
    assert f"store:{store}" in run["tags"]
    tasks = ask(prefect_api, "task_runs", flow_runs={"id": {"any_": [run["id"]]}})
    assert {task["name"] for task in tasks} >= {"join mentions into events", "publish", "write the page"}
    logged = ask(prefect_api, "logs", logs={"flow_run_id": {"any_": [run["id"]]}})
    assert [line["message"] for line in logged if line["message"].startswith("published   version 1")]
    (page,) = [artifact["data"] for artifact in artifacts if artifact["key"] == "page"]
    assert (store / "site" / "index.html").resolve().as_uri() in page

    damage(store)
    write_articles(folder / "last.jsonl", [ARTICLES[2]])
    before = (store / "timeline.duckdb").read_bytes()
    failed = wait_for(
        lambda: [run for run in ended_runs(prefect_api, store) if run["state_type"] == "FAILED"], "the failure"
    )[0]

    assert "article_kind_is_known" in failed["state"]["message"]
    assert (store / "timeline.duckdb").read_bytes() == before
    assert (store / "candidate.duckdb").exists()
    # Runs are due more often than they end: those that came meanwhile were cancelled, none failed on the held store.
    ended = ended_runs(prefect_api, store)
    assert {run["state_type"] for run in ended} == {"COMPLETED", "FAILED"}
    assert all("article_kind_is_known" in run["state"]["message"] for run in ended if run["state_type"] == "FAILED")
    notice = wait_for(lambda: notes.exists() and notes.read_text(encoding="utf-8"), "the notification")
    assert "article_kind_is_known" in json.loads(notice)["message"]
    assert "article_kind_is_known" in log.read_text(encoding="utf-8")


def damage(store: Path) -> None:
    """Put a word into the store that no rule writes: between two runs, when nobody holds it."""
    from warehouse.storage.errors import StoreLockedError
    from warehouse.storage.store import Store
    from warehouse.writer import open_writer

    until = time.monotonic() + PATIENCE
    while True:
        try:
            with open_writer(Store(store)) as con:
                con.execute("UPDATE core.article SET text_kind = 'gossip' WHERE article_id = 'bridge-opens'")
            return
        except StoreLockedError:
            assert time.monotonic() < until
            time.sleep(0.2)


def test_a_store_has_a_deployment_of_its_own(tmp_path):
    one, other = tmp_path / "a" / "news", tmp_path / "b" / "news"

    assert deployment_name(one) != deployment_name(other)
    assert deployment_name(one).startswith("news-")
    assert deployment_name(one) == deployment_name(one)


def test_the_zone_is_this_machines(monkeypatch):
    monkeypatch.setenv("TZ", ":Europe/Riga")

    assert local_zone() == "Europe/Riga"


@pytest.mark.parametrize(
    ("arguments", "code", "message"),
    [
        (["serve", "x"], 2, "give a schedule: --cron or --every"),
        (["serve", "x", "--cron", "* * * * *", "--every", "3"], 2, "give a schedule"),
        (["serve", "--cron", "* * * * *"], 1, "nothing to read"),
    ],
)
def test_a_schedule_that_cannot_be_is_refused(dateline, arguments, code, message):
    said = dateline(*arguments)

    assert (said.code, message in said.err) == (code, True)


def test_a_cron_line_that_cannot_be_read_is_told(dateline, prefect_api, monkeypatch):
    monkeypatch.setenv("DATELINE_PREFECT_API_URL", prefect_api)

    said = dateline("serve", "x", "--cron", "every monday")

    assert said.code == 1
    assert "the schedule cannot be read" in said.err


@pytest.mark.parametrize("ignored", [False, True], ids=["as a person starts it", "as a script's & does"])
def test_sigterm_ends_it_whatever_was_done_with_ctrl_c(tmp_path, ignored):
    program = (
        "import signal, time; from flows.orchestration.serve import interrupt\n"
        f"{'signal.signal(signal.SIGINT, signal.SIG_IGN)' if ignored else ''}\n"
        "signal.signal(signal.SIGTERM, interrupt)\n"
        "try:\n    print('ready', flush=True); time.sleep(60)\nexcept KeyboardInterrupt:\n    print('in order')"
    )
    process = subprocess.Popen(
        [sys.executable, "-c", program], stdout=subprocess.PIPE, text=True, env={**os.environ, "PYTHONPATH": str(ROOT)}
    )
    assert process.stdout.readline() == "ready\n"
    process.terminate()

    assert (process.communicate(timeout=20)[0], process.returncode) == ("in order\n", 0)
