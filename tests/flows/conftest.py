"""A few articles of our own, a store made of them, and one real Prefect server for all tests that need one."""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]

ARTICLES = [
    {
        "id": "bridge-opens",
        "title": "Lindholm bridge opens",
        "published": "2024-05-14",
        "site": "North Post",
        "language": "en",
        "text": "The new bridge in Lindholm was opened on Monday. The mayor, Greta Falk, said the works had begun in"
        " March 2021. The next inspection is planned for May 20.",
    },
    {
        "id": "bridge-closed",
        "title": "Lindholm bridge closed after crash",
        "published": "2024-05-22",
        "site": "River Echo",
        "language": "en",
        "text": "Two people were injured on Tuesday when a lorry hit the bridge in Lindholm, police said. The bridge was"
        " closed for six hours. Police arrested the driver on Wednesday.",
    },
    {
        "id": "mayor-resigns",
        "title": "Mayor resigns",
        "published": "2024-06-03",
        "site": "North Post",
        "language": "en",
        "text": "Greta Falk resigned on June 1, 2024. The council will elect a new mayor on June 17.",
    },
]
LATER = {
    "id": "mayor-elected",
    "title": "Council elects mayor",
    "published": "2024-06-18",
    "site": "North Post",
    "language": "en",
    "text": "The council of Lindholm elected Jonas Berg as mayor on Monday.",
}


def write_articles(path: Path, articles: list[dict]) -> Path:
    path.write_text("".join(json.dumps(article) + "\n" for article in articles), encoding="utf-8")
    return path


@pytest.fixture(scope="session")
def articles(tmp_path_factory) -> Path:
    """A folder with three articles in one file."""
    folder = tmp_path_factory.mktemp("articles")
    write_articles(folder / "news.jsonl", ARTICLES)
    return folder


@pytest.fixture(scope="session")
def published(articles, tmp_path_factory) -> Path:
    """A store in which the articles are published; not to be written to."""
    from flows.direct import run_direct
    from flows.settings.load import configure

    store = tmp_path_factory.mktemp("published") / "store"
    run_direct(configure({}, {"store": store, "run.workers": 1}).settings, [str(articles)])
    return store


@pytest.fixture
def store(published, tmp_path) -> Path:
    """A copy of that store, to do with as one likes."""
    shutil.copytree(published, tmp_path / "store")
    return tmp_path / "store"


@dataclass
class Printed:
    """What a command said."""

    code: int
    out: str
    err: str


@pytest.fixture
def dateline(capfd, monkeypatch, tmp_path):
    """Runs a command line in this process, in an empty folder and an environment without settings."""
    from flows.cli import carry_out

    monkeypatch.chdir(tmp_path)
    for name in list(os.environ):
        if name.startswith(("DATELINE_", "PREFECT_API_URL")):
            monkeypatch.delenv(name)

    def run(*arguments: object) -> Printed:
        capfd.readouterr()
        code = carry_out([str(argument) for argument in arguments])
        printed = capfd.readouterr()
        return Printed(code, printed.out, printed.err)

    return run


def in_a_process(*arguments: object, **environment: str) -> subprocess.CompletedProcess[str]:
    """Runs a command line as a user does; with `PYTHONDONTWRITEBYTECODE` unset, as nobody sets it."""
    inherited = {k: v for k, v in os.environ.items() if not k.startswith(("DATELINE_", "PREFECT_", "PYTHONDONTWRITE"))}
    return subprocess.run(
        [sys.executable, "-m", "flows.cli", *map(str, arguments)],
        env={**inherited, "PYTHONPATH": str(ROOT), **environment},
        capture_output=True,
        text=True,
        timeout=180,
        check=False,
    )


class Api(str):
    """The address of a server's API, and what its clients must find in their environment."""

    environment: dict[str, str]


@pytest.fixture(scope="session")
def prefect_api(tmp_path_factory) -> Iterator[Api]:
    """The API of a real Prefect server that fires schedules."""
    from flows.orchestration.server import StartedServer

    started = StartedServer(tmp_path_factory.mktemp("prefect"), schedules=True)
    try:
        server = started.wait(180)
        api = Api(server.api_url)
        api.environment = dict(server.environment)
        yield api
    finally:
        started.close()
