"""A schedule on this machine: a Prefect server that triggers runs, and a runner that executes them."""

from __future__ import annotations

import asyncio
import hashlib
import os
import signal
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any

from flows.errors import SettingsError
from flows.orchestration.run_flow import run_tags
from flows.orchestration.server import ADDRESS, QUIET, Server, StartedServer, find_server
from flows.runtime.flow_start import FlowStart
from flows.runtime.run_hooks import SERVED_BY
from flows.runtime.safe_path import VARIABLE
from flows.settings import Settings

if TYPE_CHECKING:
    pass

ENTRY_POINT = "dateline.prefect_flow.timeline"
"""The flow's public name: Prefect imports it in a process of its own, in whatever folder."""
RUNS_AT_ONCE = 2
"""One run that works, and one that arrives meanwhile only to be cancelled as one too many."""


@dataclass(frozen=True, slots=True)
class Schedule:
    """When runs are due: by `cron`, or every so many seconds."""

    cron: str | None = None
    """Five fields, as in a crontab."""
    every: float | None = None
    """Seconds from run to run, in the place of `cron`."""
    timezone: str | None = None
    """The zone that `cron` means; this machine's where `None`."""


def serve_schedule(settings: Settings, start: FlowStart, schedule: Schedule, say: Callable[[str], None]) -> None:
    """Serve runs on a schedule until the process is asked to end.

    Args:
        settings: the store, and where to look for a server.
        start: what each run reads and with which settings.
        schedule: when.
        say: called once, when the schedule stands.

    Raises:
        ServerError: where no server can be had.
        SettingsError: where the schedule cannot be read.
    """
    signal.signal(signal.SIGTERM, interrupt)
    with suppress(KeyboardInterrupt), _server(settings) as server:
        own = {SERVED_BY: str(os.getpid()), VARIABLE: "1"}
        os.environ.update({**QUIET, **server.environment, **own, **start.environment})
        # Imported only now that the environment says where the API is.
        from prefect.runner import Runner

        class Interrupted(Runner):
            """A runner that treats SIGTERM like SIGINT."""

            def handle_sigterm(self, *_: object) -> None:
                interrupt()

        name = deployment_name(settings.store)
        runner = Interrupted(limit=RUNS_AT_ONCE)
        runner.add_deployment(_deployment(name, settings.store, start, schedule))
        say(f"serving timeline/{name} on {server.api_url}; end it with Ctrl-C")
        if server.secret:
            say(f"its page asks for the second line of {settings.store / 'prefect' / ADDRESS}")
        asyncio.run(runner.start())


def interrupt(*_: object) -> None:
    """End as Ctrl-C does: a service manager's signal is taken in order, also where a shell had Ctrl-C ignored (`&`)."""
    if signal.getsignal(signal.SIGINT) in (signal.SIG_IGN, None):
        signal.signal(signal.SIGINT, signal.default_int_handler)
    signal.raise_signal(signal.SIGINT)


def _deployment(name: str, store: Path, start: FlowStart, schedule: Schedule) -> Any:
    from prefect.client.schemas.objects import ConcurrencyLimitConfig, ConcurrencyLimitStrategy
    from prefect.deployments.runner import RunnerDeployment
    from prefect.types.entrypoint import EntrypointType

    from flows.timeline import timeline

    deployment = timeline.to_deployment(
        name,
        schedule=_prefect_schedule(schedule),
        parameters={"sources": list(start.sources)},
        description=f"dateline run into {store.resolve()}",
        tags=list(run_tags(store)),
        # An overlapping run has nothing to add: the next one reads all there is.  It is cancelled, not failed.
        concurrency_limit=ConcurrencyLimitConfig(limit=1, collision_strategy=ConcurrencyLimitStrategy.CANCEL_NEW),
        entrypoint_type=EntrypointType.MODULE_PATH,
    )
    assert isinstance(deployment, RunnerDeployment)
    deployment.entrypoint = ENTRY_POINT
    return deployment


@contextmanager
def _server(settings: Settings) -> Iterator[Server]:
    """Return a running server, or start one that the store's other commands find while it runs."""
    found = find_server(settings.prefect.api_url, os.environ, settings.store)
    if found:
        yield found
        return
    started = StartedServer(settings.store / "prefect", schedules=True)
    address = started.home / ADDRESS
    try:
        yield started.wait(settings.prefect.start_seconds, address)
    finally:
        address.unlink(missing_ok=True)
        started.close()


def deployment_name(store: Path) -> str:
    """Return a name that no two stores on one server share."""
    whole = store.resolve()
    return f"{whole.name}-{hashlib.sha256(str(whole).encode()).hexdigest()[:6]}"


def _prefect_schedule(schedule: Schedule) -> Any:
    from prefect.schedules import Cron, Interval

    zone = schedule.timezone or local_zone()
    try:
        if schedule.cron:
            return Cron(schedule.cron, timezone=zone)
        return Interval(timedelta(seconds=schedule.every or 0), timezone=zone)
    except ValueError as error:
        raise SettingsError(f"the schedule cannot be read: {error}") from error


def local_zone() -> str:
    """Return the name of this machine's time zone; UTC where the system does not say."""
    if named := os.environ.get("TZ", "").lstrip(":"):
        return named
    link = Path("/etc/localtime")
    parts = link.resolve().parts if link.exists() else ()
    return "/".join(parts[parts.index("zoneinfo") + 1 :]) if "zoneinfo" in parts else "UTC"
