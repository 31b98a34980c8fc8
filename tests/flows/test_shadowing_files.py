"""A folder of articles may hold Python files of any name: none of them is executed."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.flows.conftest import ARTICLES, LATER, ROOT, write_articles

pytestmark = pytest.mark.waits

NAMES = (
    "attr", "multiprocessing", "random", "socket", "json", "logging", "asyncio", "click", "duckdb", "flows", "prefect",
    "sitecustomize", "spacy", "typing_extensions", "uvicorn", "warehouse", "_bootstrap",
)  # fmt: skip


@pytest.fixture
def folder(tmp_path) -> Path:
    """Articles in several chunks beside modules that leave a mark when they are executed."""
    for name in NAMES:
        (tmp_path / f"{name}.py").write_text(
            f"open({str(tmp_path / 'executed')!r}, 'a').write({name!r} + '\\n')\nraise SystemExit(99)\n",
            encoding="utf-8",
        )
    (tmp_path / "in").mkdir()
    for copy in range(9):  # two chunks of work and more
        told = [{**a, "id": f"{a['id']}-{copy}", "text": f"{a['text']} Report {copy}."} for a in [*ARTICLES, LATER]]
        write_articles(tmp_path / "in" / f"{copy}.jsonl", told)
    return tmp_path


def run(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run the command as the installed script does: with a path of its own, and nothing in the environment."""
    inherited = {k: v for k, v in os.environ.items() if not k.startswith(("DATELINE_", "PREFECT_", "PYTHONSAFE"))}
    return subprocess.run(
        [sys.executable, "-P", "-m", "flows.cli", *arguments],
        cwd=folder,
        env={**inherited, "PYTHONPATH": str(ROOT), "DATELINE_RUN_CHUNK_KILOBYTES": "16"},
        capture_output=True, text=True, timeout=240, check=False,
    )  # fmt: skip


def test_no_command_executes_code_of_the_folder_it_is_typed_in(folder):
    commands = [
        ["run", "in", "--direct", "--workers", "2"],
        ["run", "in"],
        ["check"],
        ["doctor"],
        ["query", "SELECT count(*) FROM timeline"],
        ["annotate", "in", "--only", "times", "--workers", "2"],
    ]
    for command in commands:
        done = run(folder, *command)
        assert done.returncode == 0, (command, done.stderr)
        assert not (folder / "executed").exists(), (command, (folder / "executed").read_text(encoding="utf-8"))
