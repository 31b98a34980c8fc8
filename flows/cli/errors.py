"""What went wrong, as one line and an exit code."""

from __future__ import annotations

import errno
import traceback
from pathlib import Path

import click

from flows.errors import EXIT_ERROR, DatelineError

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
    frames = traceback.extract_tb(error.__traceback__)
    place = f" at {Path(frames[-1].filename).name}:{frames[-1].lineno}" if frames else ""
    what = f"{type(error).__name__}: {_flat(str(error))}"
    return f"a fault in dateline itself{place}: {what} (DATELINE_TRACEBACK=1 shows where; please report it)"


def _mendable(error: BaseException) -> bool:
    """True if one of our packages raised an error of its own making, whose text is written for users."""
    module = type(error).__module__.removeprefix(_ROOT)
    return module.partition(".")[0] in {"flows", "expectations", "warehouse", "transforms"}


def _flat(text: str) -> str:
    return " ".join(text.split())
