"""The command `dateline`."""

from __future__ import annotations

from flows.cli import main

__all__ = ["main"]
