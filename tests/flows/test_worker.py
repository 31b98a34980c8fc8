"""The deployment that prefect.yaml describes, made on a real server and run by a real worker."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.flows.conftest import ARTICLES, ROOT, write_articles
from tests.flows.test_schedule import ask, events

pytestmark = pytest.mark.waits


@pytest.fixture
def prefect(prefect_api, tmp_path):
    """Runs Prefect's own command line against the server, as docs/how-to/worker.md tells, in a folder."""
    inherited = {k: v for k, v in os.environ.items() if not k.startswith(("DATELINE_", "PREFECT_"))}
    environment = {
        **inherited,
        "PREFECT_HOME": str(tmp_path / "prefect"),
        **prefect_api.environment,
        "PREFECT_CLI_PROMPT": "false",
        "DO_NOT_TRACK": "1",
        "DATELINE_RUN_WORKERS": "1",
        "DATELINE_CONFIG": str(tmp_path / "worker" / "dateline.toml"),
        "PYTHONPATH": str(ROOT),
    }

    def run(*arguments: str, folder: Path) -> str:
        done = subprocess.run(
            [sys.executable, "-m", "prefect", *arguments],
            env=environment, cwd=folder, capture_output=True, text=True, timeout=180, check=False,
        )  # fmt: skip
        assert done.returncode == 0, done.stdout + done.stderr
        return done.stdout

    return run


def ended(prefect_api) -> list[dict]:
    runs = ask(
        prefect_api,
        "flow_runs",
        deployments={"name": {"any_": ["hourly"]}},
        flow_runs={"state": {"type": {"any_": ["COMPLETED", "FAILED", "CRASHED"]}}},
    )
    return sorted(runs, key=lambda run: run["start_time"] or "")


def test_a_deployment_made_in_one_folder_runs_on_a_worker_in_another_and_its_failure_is_told(
    prefect, prefect_api, tmp_path
):
    made_in, worker = tmp_path / "checkout", tmp_path / "worker"
    made_in.mkdir()
    worker.mkdir()
    shutil.copy(ROOT / "prefect.yaml", made_in)
    settings = f"""store = "news"
[prefect]
notify_command = "tee {tmp_path / "notice.json"}"
[[source]]
location = "in.jsonl"
"""
    (worker / "dateline.toml").write_text(settings, encoding="utf-8")
    write_articles(worker / "in.jsonl", ARTICLES[:1])
    prefect("work-pool", "create", "dateline", "--type", "process", folder=made_in)
    prefect("deploy", "--all", folder=made_in)
    shutil.rmtree(made_in)  # as far away as on another machine

    prefect("deployment", "run", "timeline/hourly", folder=worker)
    prefect("worker", "start", "--pool", "dateline", "--run-once", folder=worker)

    (run,) = ended(prefect_api)
    assert run["state_type"] == "COMPLETED", run["state"]["message"]
    assert "opened" in events(worker / "news")
    assert not (tmp_path / "notice.json").exists()
    (made,) = ask(prefect_api, "deployments", deployments={"name": {"any_": ["hourly"]}})
    assert (made["entrypoint"], made["pull_steps"], made["concurrency_options"]["collision_strategy"]) == (
        "dateline.prefect_flow.timeline",
        [],
        "CANCEL_NEW",
    )
    assert [schedule["schedule"]["cron"] for schedule in made["schedules"]] == ["7 * * * *"]

    # Settings that cannot be read are a failure like any other, and the command that is told of it stands in them.
    (worker / "dateline.toml").write_text(f"stoer = 1\n{settings}", encoding="utf-8")
    prefect("deployment", "run", "timeline/hourly", folder=worker)
    prefect("worker", "start", "--pool", "dateline", "--run-once", folder=worker)

    assert [run["state_type"] for run in ended(prefect_api)] == ["COMPLETED", "FAILED"]
    notice = json.loads((tmp_path / "notice.json").read_text(encoding="utf-8"))
    assert "unknown setting 'stoer'" in notice["message"]
