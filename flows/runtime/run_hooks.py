"""What a scheduled run does beside its work: ends with its parent, says a line, and calls for help where it fails."""

from __future__ import annotations

import atexit
import json
import os
import shlex
import subprocess
import sys
import threading
import time
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from flows.runtime.safe_path import users_environment
from flows.settings import Settings
from flows.settings.load import configure

SERVED_BY = "DATELINE_SERVED_BY"
"""Tells a scheduled run whose child it is, so that it ends when `dateline serve` is killed."""
NOTIFY_SECONDS = 60
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


def settings_of(parameters: Mapping[str, Any]) -> Settings:
    """Return the settings of a run with these parameters, read anew: a flow is an entry point of its own.

    Raises:
        SettingsError: where one cannot be.
    """
    store, config = parameters.get("store"), parameters.get("config")
    flags = {**(parameters.get("overrides") or {}), "store": Path(store) if store else None}
    return configure(os.environ, flags, Path(config) if config else None).settings


def tell_end(flow: Any, flow_run: Any, state: Any) -> None:
    """One line on stderr for each scheduled run, and the notification where it did not end well."""
    del flow
    if flow_run.deployment_id is None:
        return
    due = flow_run.expected_start_time
    print(
        f"dateline: run due {due:%Y-%m-%d %H:%M:%S%z} {state.name.lower()}: {state.message or 'done'}", file=sys.stderr
    )
    if state.is_completed():
        return
    command = settings_of(flow_run.parameters).prefect.notify_command
    if command:
        notice = {"run": flow_run.name, "due": due.isoformat(), "state": state.name, "message": state.message}
        subprocess.run(
            shlex.split(command),
            input=json.dumps(notice),
            env=users_environment(),
            text=True,
            timeout=NOTIFY_SECONDS,
            check=False,
        )
