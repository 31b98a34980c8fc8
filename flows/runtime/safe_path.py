"""Child processes that run no code of the folder they are started in.

Python puts the current folder, or an empty name that stands for it, in front of its path for `-m` and `-c`: a file
`multiprocessing.py` beside a folder of articles would be executed.  PYTHONSAFEPATH (since Python 3.11) forbids that.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Final

VARIABLE: Final = "PYTHONSAFEPATH"
_OURS: Final = (VARIABLE, "DATELINE_FLOW", "PREFECT_API_AUTH_STRING")
"""What a command of the user's own has no use for: how our children are started, and our server's secret."""


@contextmanager
def safe_path() -> Iterator[None]:
    """Start child processes safely within the block, without changing the environment beyond it."""
    before = os.environ.get(VARIABLE)
    os.environ[VARIABLE] = "1"
    try:
        yield
    finally:
        if before is None:
            os.environ.pop(VARIABLE, None)
        else:
            os.environ[VARIABLE] = before


def users_environment() -> Mapping[str, str]:
    """Return the environment for a command of the user's own, which may lean on modules beside it."""
    return {name: value for name, value in os.environ.items() if name not in _OURS}
