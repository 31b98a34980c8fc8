"""Parts that many tests share: the demo's store, made once by the real command."""

import fcntl
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import settings

# No example is judged by a clock: a busy machine is no fault.  Where a change is judged, the examples are the same every
# time; new ones are looked for at a developer's desk.
settings.register_profile("desk", deadline=None)
settings.register_profile("ci", deadline=None, derandomize=True)
settings.load_profile("ci" if os.environ.get("CI") else "desk")

REPOSITORY = Path(__file__).parents[1]
DEMO = REPOSITORY / "examples" / "demo"


def run_dateline(*arguments: str, cwd: Path | None = None) -> subprocess.CompletedProcess[str]:
    """The command as a person types it, in a process of its own."""
    environment = {k: v for k, v in os.environ.items() if not k.startswith("DATELINE_")}
    command = [sys.executable, "-P", "-m", "flows.cli", *arguments]
    environment["PYTHONPATH"] = str(REPOSITORY)
    return subprocess.run(command, cwd=cwd, env=environment, capture_output=True, text=True, check=False, timeout=300)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Begin with what waits: meanwhile the other processes take over the rest, and none is idle at the end."""
    items.sort(key=lambda item: item.get_closest_marker("waits") is None)


@pytest.fixture(scope="session")
def demo_master(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store with the demo published once, shared by all workers of a test run: read it, never write to it."""
    shared = tmp_path_factory.getbasetemp()
    if os.environ.get("PYTEST_XDIST_WORKER"):
        shared = shared.parent
    store = shared / "demo-store"
    with (shared / "demo-store.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not (store / "timeline.duckdb").exists():
            done = run_dateline("run", "--direct", str(DEMO), "--store", str(store))
            assert done.returncode == 0, done.stderr
    return store


@pytest.fixture
def demo_store(demo_master: Path, tmp_path: Path) -> Path:
    """A copy of the demo's store that a test may change."""
    return Path(shutil.copytree(demo_master, tmp_path / "store"))
