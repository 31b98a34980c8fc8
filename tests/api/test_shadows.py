"""A checkout whose packages are shadowed by somebody else's says so, in one line."""

from __future__ import annotations

import subprocess
import sys

import pytest

from tests.conftest import REPOSITORY


@pytest.fixture
def shadowed(tmp_path):
    (tmp_path / "transforms").mkdir()
    (tmp_path / "transforms" / "__init__.py").write_text("raise SystemExit('imported')\n", encoding="utf-8")

    def run(*arguments: str) -> subprocess.CompletedProcess[str]:
        environment = {"PYTHONPATH": f"{tmp_path}:{REPOSITORY}", "PATH": "/usr/bin:/bin"}
        command = [sys.executable, "-P", *arguments]
        return subprocess.run(command, env=environment, capture_output=True, text=True, check=False)

    return run


def test_the_command_ends_with_one_line(shadowed, tmp_path):
    done = shadowed("-m", "dateline", "--version")
    assert done.returncode == 1
    assert done.stderr.startswith(
        f"dateline: {tmp_path}/transforms stands in the way of dateline's own package 'transforms'"
    )
    assert done.stderr.count("\n") == 1


def test_importing_is_an_import_error(shadowed):
    done = shadowed("-c", "import dateline")
    assert done.stderr.splitlines()[-1].startswith("ImportError: ")
    assert "stands in the way" in done.stderr.splitlines()[-1]


def test_importing_tells_nothing_where_the_packages_are_our_own(tmp_path):
    done = subprocess.run(
        [sys.executable, "-c", "import dateline"],
        env={"PYTHONPATH": str(REPOSITORY)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")
