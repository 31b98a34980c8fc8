"""Finding a Prefect server, or starting one that lives no longer than this process.

Nothing here imports Prefect: a server takes seconds to start, and its child process does so while this one goes on to
import what it needs.  Where Prefect's modules are imported afterwards they find everything in the environment.
"""

from __future__ import annotations

import json
import os
import secrets
import shutil
import sqlite3
import subprocess
import sys
import time
import tomllib
import urllib.error
import urllib.request
from collections.abc import Mapping
from contextlib import closing, suppress
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path
from typing import Final

from flows.errors import ServerError
from flows.runtime.safe_path import VARIABLE

LOCAL_PORT: Final = 4200
LOCAL_API: Final = f"http://127.0.0.1:{LOCAL_PORT}/api"
"""Where `prefect server start` listens by default."""
QUIET: Final = {
    "DO_NOT_TRACK": "1",
    "PREFECT_SERVER_ANALYTICS_ENABLED": "false",
    "PREFECT_TELEMETRY_ENABLE_RESOURCE_METRICS": "false",
    "PREFECT_CLI_PROMPT": "false",
    "PREFECT_LOGGING_LEVEL": "CRITICAL",
    # What a run itself has to say goes to its page, and not to the terminal.
    "PREFECT_LOGGING_LOGGERS_PREFECT_FLOW_RUNS_LEVEL": "INFO",
    "PREFECT_LOGGING_HANDLERS_CONSOLE_LEVEL": "CRITICAL",
}
"""Neither telemetry nor questions, and nothing on the terminal but what we say."""
ADDRESS: Final = "server.address"
"""In a store's `prefect` folder, for its owner alone: where the server of its schedule listens, and its secret."""
AUTHENTICATION: Final = "PREFECT_API_AUTH_STRING"
"""The variable by which Prefect's clients know a server's secret."""
_PROBE_SECONDS, _STOP_SECONDS, _POLL_SECONDS = 0.5, 6.0, 0.05


@dataclass(frozen=True, slots=True)
class Server:
    """A Prefect API and how it was found."""

    api_url: str
    found_in: str
    """What named it, or "started" for our own."""
    log: Path | None = None
    secret: str = ""
    """What a client must say; empty where the user's own settings say it, or nothing is asked for."""

    @property
    def environment(self) -> Mapping[str, str]:
        """What Prefect's clients in this process and its children must find in their environment."""
        return {"PREFECT_API_URL": self.api_url} | ({AUTHENTICATION: self.secret} if self.secret else {})


def find_server(setting: str, environment: Mapping[str, str], store: Path) -> Server | None:
    """Find the server that the setting, the environment or the active profile names, else one running on this machine.

    On this machine that is the one which `dateline serve` started for the store, or one on Prefect's usual port.

    Raises:
        ServerError: where one is named and does not answer.
    """
    named = [
        (setting, "prefect.api_url"),
        (environment.get("PREFECT_API_URL", ""), "PREFECT_API_URL"),
        (_profile_api(environment), "the active Prefect profile"),
    ]
    for url, place in named:
        if url:
            if not environment.get("PREFECT_API_KEY") and not _answers(url, 5.0):
                raise ServerError(f"no Prefect server answers at {url} (named by {place}); start it or unset that")
            return Server(url, place)
    url, secret = _served_api(store)
    if url and _answers(url, _PROBE_SECONDS):
        return Server(url, "this machine", secret=secret)
    if is_ours(LOCAL_PORT) and _answers(LOCAL_API, _PROBE_SECONDS):
        return Server(LOCAL_API, "this machine")
    return None


def serving(store: Path) -> bool:
    """True if the server that `dateline serve` started for the store is running."""
    url, _ = _served_api(store)
    return bool(url) and _answers(url, _PROBE_SECONDS)


def _served_api(store: Path) -> tuple[str, str]:
    """Return the address and the secret of the server that the store's schedule runs on; "" for what is not known."""
    with suppress(OSError):
        url, _, secret = (store / "prefect" / ADDRESS).read_text(encoding="utf-8").partition("\n")
        return url.strip(), secret.strip()
    return "", ""


def is_ours(port: int) -> bool:
    """True if no other user's process is known to listen on a port of this machine.

    Who answers there hands out the runs: a port that any user can open must not be trusted with that.
    """
    try:
        lines = Path("/proc/net/tcp").read_text(encoding="ascii").splitlines()[1:]
    except OSError:
        return True  # no Linux: it cannot be known
    rows = [line.split() for line in lines]
    owners = {int(row[7]) for row in rows if row[3] == "0A" and row[1].endswith(f":{port:04X}")}
    return owners <= {0, os.getuid()}


def _profile_api(environment: Mapping[str, str]) -> str:
    home = Path(environment.get("PREFECT_HOME") or Path.home() / ".prefect")
    path = Path(environment.get("PREFECT_PROFILES_PATH") or home / "profiles.toml")
    try:
        table = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return ""
    profile = table.get("profiles", {}).get(environment.get("PREFECT_PROFILE") or table.get("active", ""), {})
    return str(profile.get("PREFECT_API_URL", ""))


def _answers(api_url: str, seconds: float) -> bool:
    try:
        with urllib.request.urlopen(f"{api_url.rstrip('/')}/health", timeout=seconds) as response:
            return bool(json.load(response) is True)
    except (OSError, ValueError):
        return False


class StartedServer:
    """A server of our own that ends with `close` or with this process, whichever comes first.

    Its history lies in the store.  Making an empty database takes Prefect ten seconds, so an empty one is kept in the
    user's cache and copied.
    """

    def __init__(self, home: Path, *, schedules: bool = False) -> None:
        """Start it; it answers once `wait` returns.

        Args:
            home: the folder for its database and log.
            schedules: whether it must fire schedules, which costs a slower start and is useless to a single run.
        """
        home.mkdir(parents=True, exist_ok=True)
        self.home, self.log = home, home / "server.log"
        self.secret = new_secret()
        release = version("prefect")
        self._database = home / f"prefect-{release}.db"
        self._empty = _cache() / f"prefect-{release}-empty.db"
        self._ready = home / f"prefect-{release}.ready"
        self._drop_damaged()
        self._new = not self._ready.exists()
        if self._new and self._empty.exists() and not self._database.exists():
            part = self._database.with_suffix(".part")
            shutil.copyfile(self._empty, part)
            part.replace(self._database)
            self._ready.touch()
            self._new = False
        environment = {**os.environ, **QUIET, **self._environment(schedules)}
        with self.log.open("wb") as log:
            self._process = subprocess.Popen(
                [sys.executable, "-P", "-m", f"{__package__}.server_process"],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=log,
                env=environment,
                start_new_session=True,  # the terminal's interrupt is ours to handle: we end it in order
            )
        assert self._process.stdout
        port = self._process.stdout.readline().decode().strip()
        if not port:
            raise ServerError(f"Prefect's server did not start; see {self.log}")
        self.api_url = f"http://127.0.0.1:{port}/api"

    def _environment(self, schedules: bool) -> dict[str, str]:
        values = {
            "PREFECT_HOME": str(self.home.resolve()),
            "PREFECT_SERVER_DATABASE_CONNECTION_URL": f"sqlite+aiosqlite:///{self._database.resolve()}",
            "PREFECT__SERVER_FINAL": "1",
            "PREFECT_LOGGING_SERVER_LEVEL": "ERROR",
            "PREFECT_SERVER_API_AUTH_STRING": self.secret,
            AUTHENTICATION: self.secret,
            "PYTHONPATH": os.pathsep.join(filter(None, [_beside_checkout(), os.environ.get("PYTHONPATH")])),
            VARIABLE: "1",
        }
        if not schedules:
            values |= {
                "PREFECT__SERVER_EPHEMERAL": "1",
                "PREFECT_UI_ENABLED": "0",
                "PREFECT_SERVER_UI_ENABLED": "0",
            }
        if not self._new:
            values |= {
                "PREFECT_SERVER_DATABASE_MIGRATE_ON_START": "false",
                "PREFECT_API_BLOCKS_REGISTER_ON_START": "false",
            }
        return values

    def wait(self, seconds: float, announce: Path | None = None) -> Server:
        """Return once it answers; `announce` is a file to write its address to.

        Raises:
            ServerError: where it ends, or takes longer than `seconds`.
        """
        until = time.monotonic() + seconds
        while not _answers(self.api_url, _PROBE_SECONDS):
            if self._process.poll() is not None:
                raise ServerError(f"Prefect's server ended at once; see {self.log}, or use --direct")
            if time.monotonic() > until:
                raise ServerError(f"Prefect's server did not answer within {seconds:g} s; see {self.log}")
            time.sleep(_POLL_SECONDS)
        if self._new:
            self._keep_empty()
            self._ready.touch()
        server = self.server
        if announce:
            announce.unlink(missing_ok=True)
            handle = os.open(announce, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
            with os.fdopen(handle, "w", encoding="utf-8") as file:
                file.write(f"{server.api_url}\n{server.secret}\n")
        return server

    @property
    def server(self) -> Server:
        """The server, which answers once `wait` has returned."""
        return Server(self.api_url, "started", self.log, self.secret)

    def _drop_damaged(self) -> None:
        """Begin a new history where the old one cannot be read: it is no part of what the store keeps."""
        if not self._database.exists():
            self._ready.unlink(missing_ok=True)
            return
        try:
            with closing(sqlite3.connect(self._database)) as con:
                con.execute("SELECT count(*) FROM alembic_version").fetchone()
        except sqlite3.DatabaseError:
            for file in self.home.glob(f"{self._database.name}*"):
                file.unlink()
            self._ready.unlink(missing_ok=True)

    def _keep_empty(self) -> None:
        """Copy the fresh database into the cache; if that cannot be written, the next store waits again."""
        with suppress(OSError, sqlite3.Error):
            self._empty.parent.mkdir(parents=True, exist_ok=True)
            part = self._empty.with_suffix(f".{os.getpid()}")
            with closing(sqlite3.connect(self._database)) as old, closing(sqlite3.connect(part)) as new:
                old.backup(new)
            part.replace(self._empty)

    def close(self) -> None:
        """End it and wait until it is gone."""
        assert self._process.stdin
        assert self._process.stdout
        with suppress(OSError):
            self._process.stdin.close()
        self._process.stdout.close()
        try:
            self._process.wait(_STOP_SECONDS)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()


def new_secret() -> str:
    """Return what a server's clients must say; nobody can guess it."""
    return f"dateline:{secrets.token_urlsafe(24)}"


def _beside_checkout() -> str:
    """Return the folder of a checkout, which need not be on the path; where we are installed the child finds us."""
    return str(Path(__file__).parents[2]) if __name__.startswith("flows.") else ""


def _cache() -> Path:
    return Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "dateline"
