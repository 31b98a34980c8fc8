"""One run as a flow of Prefect, on a server that is found or started for it, without a word on the terminal."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from flows.orchestration.server import QUIET, StartedServer, find_server
from flows.receipt import Receipt
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
    server = find_server(settings.prefect.api_url, os.environ, settings.store)
    started = None if server else StartedServer(settings.store / "prefect")
    try:
        _settle_environment(server.api_url if server else started.api_url if started else "", started)
        # Imported while a server that was just started is still coming up: both take seconds.
        from prefect.events.worker import EventsWorker
        from prefect.settings import PREFECT_FLOWS_HEARTBEAT_FREQUENCY, temporary_settings

        from flows.timeline import timeline

        if started:
            started.wait(settings.prefect.start_seconds)
        # The heartbeat's thread costs each flow a second at its end, and tells nobody anything in a run we wait for.
        with temporary_settings({PREFECT_FLOWS_HEARTBEAT_FREQUENCY: None}):
            try:
                made = timeline(
                    sources=list(sources),
                    store=str(settings.store),
                    config=str(config) if config else None,
                    overrides=dict(overrides),
                )
            finally:
                if started:
                    EventsWorker.drain_all(timeout=DRAIN_SECONDS)
        return Receipt.from_dict(made)
    finally:
        if started:
            started.close()


def _settle_environment(api_url: str, started: StartedServer | None) -> None:
    """Say where the API is and that Prefect is to be silent, before any of its modules is imported."""
    os.environ.update(QUIET)
    os.environ["PREFECT_API_URL"] = api_url
    os.environ["PREFECT_LOGGING_LEVEL"] = "CRITICAL"
    if started:
        os.environ["PREFECT_HOME"] = str(started.home.resolve())
        os.environ["PREFECT_LOGGING_TO_API_ENABLED"] = "false"
