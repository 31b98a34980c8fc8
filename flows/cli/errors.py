"""What went wrong, as one line and an exit code."""

from __future__ import annotations

import errno
import sys
import traceback
from pathlib import Path

import click

from flows.errors import EXIT_ERROR, DatelineError
from transforms.writers.wording.sanitize import inert

INTERRUPTED = 130
_ROOT = __name__.removesuffix("flows.cli.errors")
"""What stands before our packages' names: nothing in a checkout, `dateline.` where they are installed."""


def one_line(error: BaseException) -> tuple[str, int]:
    """Return the line that the user sees ("" for none) and the exit code."""
    if isinstance(error, click.exceptions.Exit):
        return "", error.exit_code
    if isinstance(error, SystemExit):
        return ("" if isinstance(error.code, int | None) else f"dateline: {error.code}"), _code(error.code)
    if isinstance(error, click.exceptions.NoArgsIsHelpError):
        return error.format_message(), error.exit_code
    if isinstance(error, click.UsageError):
        hint = f" (see {error.ctx.command_path} --help)" if error.ctx else ""
        return f"dateline: {_flat(error.format_message())}{hint}", error.exit_code
    if isinstance(error, click.ClickException):
        return f"dateline: {_flat(error.format_message())}", error.exit_code
    if isinstance(error, click.Abort | KeyboardInterrupt):
        return "dateline: interrupted; the next run goes on from here", INTERRUPTED
    if isinstance(error, DatelineError):
        return f"dateline: {_flat(str(error))}", error.exit_code
    if type(error).__name__ == "QueryError" and sys.stderr.isatty():
        return f"dateline: {inert(str(error))}", EXIT_ERROR  # DuckDB points at the place, on lines of its own
    return f"dateline: {_message(error)}", EXIT_ERROR


def _code(code: object) -> int:
    return code if isinstance(code, int) else 0 if code is None else EXIT_ERROR


def _message(error: BaseException) -> str:
    full = isinstance(error, OSError) and error.errno in {errno.ENOSPC, errno.EDQUOT}
    if full or "no space left" in str(error).lower():
        return f"the disk is full ({_flat(str(error))}); nothing was published, free some space and run again"
    if isinstance(error, OSError) and error.errno:
        place = f"{error.filename}: " if error.filename else ""
        return f"{place}{error.strerror}"
    if _mendable(error):
        return _flat(str(error))
    if outside := _outside(error):
        return outside
    frames = traceback.extract_tb(error.__traceback__)
    place = f" at {Path(frames[-1].filename).name}:{frames[-1].lineno}" if frames else ""
    what = f"{type(error).__name__}: {_flat(str(error))}"
    return f"a fault in dateline itself{place}: {what} (DATELINE_TRACEBACK=1 shows where; please report it)"


def _outside(error: BaseException) -> str:
    """Return the line for what this machine, its limits, its disk or a server did; "" where it was none of them."""
    kind, what = type(error), _flat(str(error))
    package = kind.__module__.partition(".")[0]
    if isinstance(error, MemoryError) or (package in {"duckdb", "_duckdb"} and "out of memory" in what.lower()):
        return f"there is not enough memory{f' ({what})' if what else ''}: use fewer --workers, or free some memory"
    if kind.__name__ == "BrokenProcessPool":
        return "a worker process was ended from outside, most often for want of memory: use fewer --workers"
    if isinstance(error, RuntimeError) and "can't start new thread" in what:
        return "no more threads can be started: raise the limit of processes (ulimit -u)"
    if package in {"duckdb", "_duckdb"}:
        from warehouse.storage.integrity import shows_damage

        if shows_damage(error):
            return f"a file of the store is damaged ({what}): dateline doctor says which, and what to do"
        return f"the store could not be read or written: {what}" if kind.__name__ == "IOException" else ""
    if package == "sqlite3":
        return f"Prefect's history of runs cannot be used ({what}): remove the store's folder prefect, or use --direct"
    if package in {"httpx", "httpcore"} or kind.__name__ == "PrefectHTTPStatusError":
        return f"the Prefect server failed ({kind.__name__}: {what}): look at its log, or use --direct"
    return ""


def _mendable(error: BaseException) -> bool:
    """True if one of our packages raised an error of its own making, whose text is written for users."""
    module = type(error).__module__.removeprefix(_ROOT)
    return module.partition(".")[0] in {"flows", "expectations", "warehouse", "transforms"}


def _flat(text: str) -> str:
    return " ".join(text.split())
