"""Keeps DuckDB's binding from printing pages about "leaked" types as an interpreter ends.

Other libraries (Great Expectations with the SQLAlchemy dialect, Dask) keep those types alive to the very end; nothing
is lost by it.
"""

from __future__ import annotations

import atexit
import os
import sys
from functools import cache


@cache
def swallow_last_words() -> None:
    """Close this process's stderr at its very end: exit handlers run last in, first out, so call this early."""
    atexit.register(_close_standard_error)


def _close_standard_error() -> None:
    sys.stderr.flush()
    with open(os.devnull, "wb") as nowhere:  # noqa: PTH123 - a descriptor is wanted, not a path
        os.dup2(nowhere.fileno(), 2)
