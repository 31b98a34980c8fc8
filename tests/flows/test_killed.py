"""Killed at any moment, a run leaves nothing behind, and the next one comes to the same end."""

import os
import signal
import subprocess
import sys
import time
import uuid
from functools import partial
from pathlib import Path

import pytest

from tests.flows.conftest import ARTICLES, LATER, ROOT, write_articles

pytestmark = pytest.mark.waits

GONE_WITHIN = 10
"""Seconds within which what a killed run started must have ended, on a busy machine."""


@pytest.fixture(scope="module")
def many(tmp_path_factory) -> Path:
    """Enough articles for several chunks, so that processes are at work."""
    folder = tmp_path_factory.mktemp("many")
    for copy in range(6):
        command = [
            {**a, "id": f"{a['id']}-{copy}", "text": f"{a['text']} This was report {copy}."} for a in [*ARTICLES, LATER]
        ]
        write_articles(folder / f"{copy}.jsonl", command)
    (folder / "broken.jsonl").write_text("{\n", encoding="utf-8")
    return folder


def started(mark: str, *arguments: object, background: bool = False) -> subprocess.Popen:
    """Start a command; in the background of a script it would ignore Ctrl-C, whatever these tests were started by."""
    environment = {k: v for k, v in os.environ.items() if not k.startswith(("DATELINE_", "PREFECT_"))}
    interrupted = signal.SIG_IGN if background else signal.SIG_DFL
    process = subprocess.Popen(
        [sys.executable, "-m", "flows.cli", *map(str, arguments)],
        env={**environment, "PYTHONPATH": str(ROOT), "MARK": mark, "DATELINE_RUN_CHUNK_KILOBYTES": "16"},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
        preexec_fn=partial(signal.signal, signal.SIGINT, interrupted),  # noqa: PLW1509 - these tests start no thread
    )
    assert ignores_interrupt(process.pid) is background
    return process


def ignores_interrupt(pid: int) -> bool:
    status = Path(f"/proc/{pid}/status")
    ignored = next(line for line in status.read_text().splitlines() if line.startswith("SigIgn:"))
    return bool(int(ignored.split()[1], 16) & 1 << (signal.SIGINT - 1))


def left(mark: str) -> list[str]:
    """Command lines of the processes that carry the mark."""
    found = []
    for folder in Path("/proc").iterdir():
        if folder.name.isdigit():
            try:
                state = (folder / "stat").read_text().rpartition(")")[2].split()[0]
                if f"MARK={mark}".encode() in (folder / "environ").read_bytes() and state != "Z":
                    found.append((folder / "cmdline").read_bytes().replace(b"\0", b" ").decode())
            except OSError:
                continue
    return found


def nothing_is_left(mark: str) -> None:
    until = time.monotonic() + GONE_WITHIN
    while (found := left(mark)) and time.monotonic() < until:
        time.sleep(0.1)
    assert found == []


def digest(store: Path) -> str:
    from warehouse.storage.connect import open_reader
    from warehouse.storage.store import Store

    with open_reader(Store(store)) as con:
        return con.execute("SELECT digest FROM publication ORDER BY version DESC LIMIT 1").fetchone()[0]


@pytest.fixture(scope="module")
def undisturbed(many, tmp_path_factory) -> str:
    store = tmp_path_factory.mktemp("undisturbed") / "store"
    assert started("undisturbed", "run", many, "--direct", "--store", store).wait(180) == 0
    return digest(store)


@pytest.mark.skipif(not Path("/proc/self/environ").exists(), reason="looks for processes in /proc")
@pytest.mark.parametrize(
    ("flags", "moments"), [(["--direct"], [0.5, 2, 4, 7]), ([], [1, 3, 6, 10])], ids=["direct", "prefect"]
)
def test_killed_again_and_again_it_leaves_nothing_and_ends_the_same(many, undisturbed, tmp_path, flags, moments):
    store, mark = tmp_path / "store", uuid.uuid4().hex
    for moment in moments:
        run = started(mark, "run", many, *flags, "--workers", "2", "--store", store)
        try:
            run.wait(moment)
        except subprocess.TimeoutExpired:
            run.send_signal(signal.SIGKILL)
            run.wait()
        nothing_is_left(mark)

    assert started(mark, "run", many, "--direct", "--store", store).wait(180) == 0

    assert digest(store) == undisturbed
    assert not (store / "work").exists()
    nothing_is_left(mark)


@pytest.mark.skipif(not Path("/proc/self/environ").exists(), reason="looks for processes in /proc")
@pytest.mark.parametrize(
    ("ending", "background"),
    [(signal.SIGINT, False), (signal.SIGTERM, False), (signal.SIGTERM, True), (signal.SIGKILL, False)],
)
def test_a_schedule_that_is_ended_takes_its_server_and_its_runs_along(many, tmp_path, ending, background):
    mark = uuid.uuid4().hex
    served = started(mark, "serve", many, "--every", "5", "--store", tmp_path / "store", background=background)
    until = time.monotonic() + 90
    while not (tmp_path / "store/prefect/server.address").exists() and time.monotonic() < until:
        time.sleep(0.2)
    time.sleep(6)

    served.send_signal(ending)
    code = served.wait(40)

    nothing_is_left(mark)
    assert code == (-signal.SIGKILL if ending == signal.SIGKILL else 0)
