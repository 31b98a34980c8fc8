"""The deployment that prefect.yaml describes, made on a real server and run by a real worker."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.flows.conftest import ARTICLES, ROOT, write_articles
from tests.flows.test_schedule import ask, events


@pytest.fixture
def prefect(prefect_api, tmp_path):
    """Runs Prefect's own command line against the server, as docs/how-to/worker.md tells."""
    (tmp_path / "dateline.toml").write_text('store = "news"\n[[source]]\nlocation = "in.jsonl"\n', encoding="utf-8")
    inherited = {k: v for k, v in os.environ.items() if not k.startswith(("DATELINE_", "PREFECT_"))}
    environment = {
        **inherited,
        "PREFECT_HOME": str(tmp_path / "prefect"),
        "PREFECT_API_URL": prefect_api,
        "PREFECT_CLI_PROMPT": "false",
        "DO_NOT_TRACK": "1",
        "DATELINE_CONFIG": str(tmp_path / "dateline.toml"),
        "DATELINE_RUN_WORKERS": "1",
        "PYTHONPATH": str(ROOT),
    }

    def run(*arguments: str, folder: Path = tmp_path) -> str:
        done = subprocess.run(
            [sys.executable, "-m", "prefect", *arguments],
            env=environment, cwd=folder, capture_output=True, text=True, timeout=180, check=False,
        )  # fmt: skip
        assert done.returncode == 0, done.stdout + done.stderr
        return done.stdout

    return run


def test_a_worker_runs_the_deployment_and_publishes(prefect, prefect_api, tmp_path):
    write_articles(tmp_path / "in.jsonl", ARTICLES[:1])
    prefect("work-pool", "create", "dateline", "--type", "process")
    prefect("deploy", "--all", folder=ROOT)

    prefect("deployment", "run", "timeline/hourly")
    prefect("worker", "start", "--pool", "dateline", "--run-once")

    (run,) = ask(
        prefect_api,
        "flow_runs",
        deployments={"name": {"any_": ["hourly"]}},
        flow_runs={"state": {"type": {"any_": ["COMPLETED", "FAILED", "CRASHED"]}}},
    )
    assert run["state_type"] == "COMPLETED", run["state"]["message"]
    assert "opened" in events(tmp_path / "news")
    (made,) = ask(prefect_api, "deployments", deployments={"name": {"any_": ["hourly"]}})
    assert (made["entrypoint"], made["concurrency_options"]["collision_strategy"]) == (
        "dateline.prefect_flow.timeline",
        "CANCEL_NEW",
    )
    assert [schedule["schedule"]["cron"] for schedule in made["schedules"]] == ["7 * * * *"]
