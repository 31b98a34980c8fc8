"""A question has limits of its own, and a person can stop it."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.conftest import REPOSITORY, run_dateline

ENDLESS = "SELECT count(*) FROM range(1000000000) a, range(100000) b WHERE a.range % 7 = b.range"
LARGE = "SELECT max(r) FROM (SELECT row_number() OVER (ORDER BY hash(range)) AS r FROM range(8000000))"
TOO_LARGE = "SELECT length(list(range::VARCHAR)) FROM range(30000000)"
# Where the tests themselves are started with the signal ignored, a child would ignore it too.
LISTENING = (
    "import signal; signal.signal(signal.SIGINT, signal.default_int_handler); from flows.cli import main; main()"
)


def test_a_question_that_takes_too_long_is_stopped_in_one_line(demo_master: Path) -> None:
    done = run_dateline("query", ENDLESS, "--timeout", "0.5", "--store", str(demo_master))

    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.startswith("dateline: no answer within 0.5 s")
    assert done.stderr.count("\n") == 1


def test_a_question_that_needs_too_much_is_stopped_in_one_line(
    demo_master: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    settings = tmp_path / "dateline.toml"
    settings.write_text("[query]\nmemory_megabytes = 100\ntemporary_megabytes = 1\n")

    done = run_dateline("query", TOO_LARGE, "--store", str(demo_master), "--config", str(settings))

    assert done.returncode == 1
    assert "query.memory_megabytes" in done.stderr
    assert done.stderr.count("\n") == 1


def test_nothing_spills_into_the_store(demo_store: Path, tmp_path: Path) -> None:
    settings = tmp_path / "dateline.toml"
    settings.write_text("[query]\nmemory_megabytes = 100\n")
    before = sorted(path.name for path in demo_store.iterdir())

    done = run_dateline("query", LARGE, "--store", str(demo_store), "--config", str(settings))

    assert done.returncode == 0, done.stderr
    assert sorted(path.name for path in demo_store.iterdir()) == before


def test_ctrl_c_ends_a_question_with_130(demo_master: Path) -> None:
    command = [sys.executable, "-c", LISTENING, "query", ENDLESS, "--store", str(demo_master)]
    running = subprocess.Popen(
        command,
        env={**os.environ, "PYTHONPATH": str(REPOSITORY)},
        stderr=subprocess.PIPE,
        text=True,
    )
    try:
        time.sleep(3)  # until it is at work; a signal before that ends it just as well
        running.send_signal(signal.SIGINT)
        _, said = running.communicate(timeout=60)
    finally:
        running.kill()

    assert running.returncode == 130
    assert "fault" not in said
