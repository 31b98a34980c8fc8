"""A mistake in a rule file stops a run before it has read anything, in one line that says where."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

REPOSITORY = Path(__file__).parents[2]
PACKAGES = ("flows", "expectations", "warehouse", "transforms")


@pytest.mark.parametrize(
    "file", ["transforms/rules/en/times/sets.toml", "transforms/rules/en/events/dating.toml"], ids=["times", "events"]
)
def test_a_broken_rule_file_stops_a_run_at_its_start(file: str, tmp_path: Path) -> None:
    for package in PACKAGES:
        shutil.copytree(REPOSITORY / package, tmp_path / package)
    broken = tmp_path / file
    lines = broken.read_text(encoding="utf-8").count("\n")
    broken.write_text(broken.read_text(encoding="utf-8") + "[[broken\n", encoding="utf-8")
    (tmp_path / "one.txt").write_text("The bridge opened on 3 May 2021.", encoding="utf-8")

    command = [sys.executable, "-m", "flows.cli", "run", "--direct", "one.txt", "--store", "store"]
    environment = os.environ | {"PYTHONPATH": str(tmp_path)}
    done = subprocess.run(command, cwd=tmp_path, env=environment, capture_output=True, text=True, check=False)

    assert done.returncode == 1
    assert done.stdout == ""
    assert done.stderr.startswith(f"dateline: {file}:{lines + 1}: ")
    assert done.stderr.count("\n") == 1
    assert not (tmp_path / "store" / "timeline.duckdb").exists()
