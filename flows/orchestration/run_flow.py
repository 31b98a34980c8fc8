"""One run as a Prefect flow, on a server that is found or started for it, without output of Prefect's own."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, cast

from flows.orchestration.server import QUIET, Server, StartedServer, find_server
from flows.receipt import Receipt
from flows.runtime.flow_start import VARIABLE, FlowStart
from flows.settings import Settings

DRAIN_SECONDS = 5
"""How long the run's last events may take to reach a server that is about to end."""


def run_flow(settings: Settings, sources: Sequence[str], config: Path | None, overrides: Mapping[str, Any]) -> Receipt:
    """Carry out one run as a flow.

    Args:
        settings: where to look for a server, and where a new one keeps its history.
        sources: what to read.
        config: the settings' file, where one was found.
        overrides: what the command line said, by dotted name.

    Raises:
        GateClosedError: where a critical check failed.
        ServerError: where no server can be had.
    """
    found = find_server(settings.prefect.api_url, os.environ, settings.store)
    started = None if found else StartedServer(settings.store / "prefect")
    server = found or (started.server if started else Server("", ""))
    start = FlowStart(str(settings.store), str(config) if config else None, overrides, tuple(sources))
    try:
        _settle_environment(server, started, start)
        # Imported while a server that was just started is still coming up: both take seconds.
        from prefect import tags
        from prefect.events.worker import EventsWorker
        from prefect.settings import PREFECT_FLOWS_HEARTBEAT_FREQUENCY, temporary_settings

        from flows.timeline import timeline

        if started:
            started.wait(settings.prefect.start_seconds)
        # The heartbeat's thread costs each flow a second at its end, and tells nobody anything in a run we wait for.
        with temporary_settings({PREFECT_FLOWS_HEARTBEAT_FREQUENCY: None}), tags(*run_tags(settings.store)):
            try:
                made = timeline(sources=list(sources))
            finally:
                if started:
                    EventsWorker.drain_all(timeout=DRAIN_SECONDS)
        return Receipt.from_dict(cast("Mapping[str, Any]", made))
    finally:
        os.environ.pop(VARIABLE, None)
        if started:
            started.close()


def run_tags(store: Path) -> tuple[str, ...]:
    """Return what the runs of a store are marked with on Prefect's pages."""
    return ("dateline", f"store:{store.resolve()}")


def _settle_environment(server: Server, started: StartedServer | None, start: FlowStart) -> None:
    """Say where the API is, that Prefect is to be silent and what is to run, before any of its modules is imported."""
    os.environ.update({**QUIET, **server.environment, **start.environment})
    if started:
        os.environ["PREFECT_HOME"] = str(started.home.resolve())
        os.environ["PREFECT_LOGGING_TO_API_ENABLED"] = "false"
