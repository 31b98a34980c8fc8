"""What a scheduled run does besides its work: end with its parent, print a line, and notify if it fails."""

from __future__ import annotations

import atexit
import os
import sys
import threading
import time
import tomllib
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any

from flows.errors import DatelineError
from flows.runtime.flow_start import flow_settings
from flows.runtime.notify import notify

SERVED_BY = "DATELINE_SERVED_BY"
"""Tells a scheduled run whose child it is, so that it ends when `dateline serve` is killed."""
WARNING = "Warning"
"""The name of the state in which a run ends that published what it could and lost a source."""
_NOTIFY = "DATELINE_PREFECT_NOTIFY_COMMAND"
_LOOK_SECONDS = 0.5


def end_with_server() -> None:
    """End this process at once when the `dateline serve` that started it is gone; elsewhere do nothing."""
    parent = os.environ.get(SERVED_BY)
    if not parent or os.getppid() != int(parent):
        return

    def watch() -> None:
        while os.getppid() == int(parent):
            time.sleep(_LOOK_SECONDS)
        os._exit(1)

    threading.Thread(target=watch, daemon=True).start()
    # Prefect's threads outlive the interpreter's own end, on which DuckDB's bindings print a page about leaked types.
    atexit.register(lambda: os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stderr.fileno()))


def tell_end(flow: Any, flow_run: Any, state: Any) -> None:
    """Say one line on stderr for each scheduled run, and call for help where it did not end well or lost a source."""
    del flow
    if flow_run.deployment_id is None:
        return
    due = flow_run.expected_start_time
    name = state.name.lower()
    print(f"dateline: run due {due:%Y-%m-%d %H:%M:%S%z} {name}: {state.message or 'done'}", file=sys.stderr)
    if state.is_completed() and state.name != WARNING:
        return
    command = notify_command(os.environ)
    if command:
        notice = {"run": flow_run.name, "due": due.isoformat(), "state": state.name, "message": state.message}
        notify(command, notice)


def notify_command(environment: Mapping[str, str]) -> str:
    """Return the command that is called on a failure, also where the failure is that the settings cannot be read."""
    try:
        return flow_settings(environment).prefect.notify_command
    except DatelineError as error:
        print(f"dateline: {error}", file=sys.stderr)
    with suppress(OSError, ValueError, AttributeError):
        named = Path(environment.get("DATELINE_CONFIG") or "dateline.toml")
        said = tomllib.loads(named.read_text(encoding="utf-8")).get("prefect", {}).get("notify_command", "")
        return environment.get(_NOTIFY) or str(said)
    return environment.get(_NOTIFY, "")
