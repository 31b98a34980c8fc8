"""The wheel, as a user installs it: one package, and no code of the folder in which a command is typed.

Building takes a network for Hatch, where it is not installed, and half a minute; it is done once, and skipped with the reason where it
cannot be.
"""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import sysconfig
import time
import venv
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.conftest import REPOSITORY

pytestmark = pytest.mark.waits

HOSTILE = (
    *("flows", "transforms", "warehouse", "expectations"),
    *(
        "multiprocessing",
        "attr",
        "json",
        "typing_extensions",
        "duckdb",
        "spacy",
        "prefect",
        "uvicorn",
        "click",
        "dateparser",
    ),
)
"""Modules of the standard library, of ours and of our libraries that a child of ours would meet early."""

Run = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An environment with the wheel in it, and the libraries of this one beside it."""
    folder = tmp_path_factory.mktemp("wheel")
    pip = [sys.executable, "-m", "pip", "--disable-pip-version-check"]
    built = subprocess.run(
        [*pip, "wheel", "--quiet", "--no-deps", "--wheel-dir", folder, REPOSITORY],
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    if built.returncode:
        pytest.skip(f"no wheel could be built here: {built.stderr.strip().splitlines()[-1]}")
    (wheel,) = folder.glob("*.whl")
    environment = folder / "environment"
    venv.create(environment, with_pip=False)
    python = environment / "bin" / "python"
    install = [*pip, "--python", python, "install", "--quiet", "--no-deps", "--no-index", wheel]
    subprocess.run(install, capture_output=True, check=True)
    # A path alone: the editable install of this environment does not come along.
    (site_packages(environment) / "libraries.pth").write_text(sysconfig.get_path("purelib") + "\n", encoding="utf-8")
    return environment


def site_packages(environment: Path) -> Path:
    return environment / "lib" / f"python{sys.version_info[0]}.{sys.version_info[1]}" / "site-packages"


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder of articles, and of modules that leave a trace when they are run."""
    folder = tmp_path_factory.mktemp("hostile")
    for name in HOSTILE:
        code = f"import os\nopen({str(folder)!r} + '/EXECUTED-{name}', 'w').close()\n"
        (folder / f"{name}.py").write_text(code, encoding="utf-8")
        (folder / name).mkdir()
        (folder / name / "__init__.py").write_text(code, encoding="utf-8")
    (folder / "in").mkdir()
    for number in range(2):
        text = f"Bridge number {number} in Lindholm was opened on 3 May 2021, the mayor said. " * 120
        (folder / "in" / f"bridge-{number}.txt").write_text(text, encoding="utf-8")
    # Two chunks for two workers: below that the work is done in line.
    (folder / "dateline.toml").write_text("[run]\nworkers = 2\nchunk_kilobytes = 16\n", encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def dateline(installed: Path, hostile: Path) -> Run:
    def run(*arguments: str, folder: Path = hostile) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [installed / "bin" / "dateline", *arguments], cwd=folder, env=_environment(), capture_output=True, text=True,
            check=False, timeout=300,
        )  # fmt: skip

    return run


def _environment() -> dict[str, str]:
    hidden = ("DATELINE_", "PREFECT_", "PYTHON")
    return {name: value for name, value in os.environ.items() if not name.startswith(hidden)}


def executed(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.glob("EXECUTED-*"))


def test_one_package_is_all_that_is_installed(installed: Path) -> None:
    names = {path.name.partition("-")[0] for path in site_packages(installed).iterdir()}
    assert names == {"dateline", "libraries.pth"}
    assert (site_packages(installed) / "dateline" / "py.typed").exists()


def test_types_rules_and_statements_lie_where_they_are_looked_for(installed: Path, tmp_path: Path) -> None:
    code = (
        "import dateline, sys\n"
        "(time,) = dateline.find_times('It closed last Friday.', published='2025-01-13')\n"
        "print(time.value, dateline.__version__ != '0+unknown')\n"
        "print(*sorted({name.partition('.')[0] for name in sys.modules} & {'flows', 'transforms', 'warehouse', 'expectations'}))\n"
        "from dateline.plugins import Format, Writer, Check, Language\n"
        "print(Format.__module__)\n"
    )
    done = subprocess.run(
        [installed / "bin" / "python", "-c", code],
        cwd=tmp_path,
        env=_environment(),
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.splitlines() == ["2025-01-10 True", "", "dateline.transforms.readers.format"]


def test_a_project_with_the_same_names_keeps_them(installed: Path, tmp_path: Path) -> None:
    (tmp_path / "flows").mkdir()
    (tmp_path / "flows" / "__init__.py").write_text("WHOSE = 'theirs'\n", encoding="utf-8")
    code = "import dateline, flows; dateline.annotate('It closed on 3 May 2021.', language='en'); print(flows.WHOSE)"
    done = subprocess.run(
        [installed / "bin" / "python", "-c", code],
        cwd=tmp_path,
        env=_environment(),
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout == "theirs\n"


def test_no_command_runs_code_of_the_current_folder(dateline: Run, hostile: Path) -> None:
    commands = [
        ["annotate", "in/bridge-0.txt", "in/bridge-1.txt"],
        ["run", "in", "--store", "news"],  # on a server of Prefect of its own, with two workers
        ["check"], ["publish"], ["timeline"], ["query", "key-days"], ["export", "--format", "ics"], ["status"], ["versions"],
        ["explain", "It closed last Friday."], ["config", "show"], ["doctor"],
    ]  # fmt: skip
    for command in commands:
        stored = command[0] not in ("annotate", "run")
        done = dateline(*command, *(["--store", "news"] if stored else []))
        assert done.returncode == 0, f"{command}: {done.stderr}"
        assert executed(hostile) == [], command
    assert dateline("query", "SELECT count(*) AS n FROM event", "--format", "csv", "--store", "news").stdout != "n\n0\n"


def test_a_schedule_runs_no_code_of_the_current_folder(installed: Path, hostile: Path) -> None:
    command = [installed / "bin" / "dateline", "serve", "in", "--store", "served", "--every", "2"]
    serving = subprocess.Popen(command, cwd=hostile, env=_environment(), stderr=subprocess.PIPE, text=True)
    try:
        deadline = time.monotonic() + 240
        while not (hostile / "served" / "timeline.duckdb").exists():
            assert time.monotonic() < deadline
            assert serving.poll() is None, serving.stderr.read() if serving.stderr else ""
            time.sleep(0.5)
    finally:
        serving.send_signal(signal.SIGINT)
        serving.wait(60)
    assert executed(hostile) == []
