"""The one line a user sees when something cannot be done, and the exit code that goes with it."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from flows.receipt import Receipt

EXIT_ERROR = 1
EXIT_CHECKS = 3
"""2 is click's, for a command line that is wrong."""


class DatelineError(Exception):
    """Something that the user can fix; its text is one line: what, where, what to do."""

    exit_code = EXIT_ERROR


class SettingsError(DatelineError):
    """A setting that is unknown or has a value it cannot have; names the file and line, variable or flag."""


class ServerError(DatelineError):
    """A Prefect server that does not answer or does not start."""


class NothingReadError(DatelineError):
    """Sources were given, but not one article could be read."""


class GateClosedError(DatelineError):
    """A critical check failed: nothing was published, and the last good timeline stays.

    The text names the checks, since Prefect shows it as the flow run's state; `receipt` tells the rest of the run.
    """

    exit_code = EXIT_CHECKS

    def __init__(self, text: str, receipt: Receipt) -> None:
        super().__init__(text)
        self.receipt = receipt
