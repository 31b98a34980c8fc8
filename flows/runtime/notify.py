"""Calls a user's command with a notice on its standard input, as JSON.

The command is the user's, from their settings, and runs without a shell: nothing of an article is ever a part of it.
"""

from __future__ import annotations

import json
import shlex
import subprocess
from collections.abc import Mapping
from typing import Any

from flows.runtime.safe_path import users_environment

NOTIFY_SECONDS = 60
"""A command that takes longer is stopped."""


def notify(command: str, notice: Mapping[str, Any]) -> int:
    """Run the command, hand it the notice, and return how it ended.

    Raises:
        ValueError: where the command cannot be split into words.
        OSError: where it cannot be run.
        subprocess.TimeoutExpired: where it did not end.
    """
    return subprocess.run(
        shlex.split(command),
        input=json.dumps(notice),
        env=users_environment(),
        text=True,
        timeout=NOTIFY_SECONDS,
        check=False,
    ).returncode
