"""The progress of a run, shown on stderr if that is a terminal."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from rich.progress import Progress as Bars
    from rich.progress import TaskID


class Progress(Protocol):
    """What the stages report their progress to."""

    def begin(self, stage: str, total: int | None = None) -> None:
        """Begin a stage, with the number of things to do where that is known."""
        ...

    def advance(self, done: int = 1) -> None:
        """Count so many more things as done."""
        ...


class Silent:
    """Progress that nobody watches."""

    def begin(self, stage: str, total: int | None = None) -> None:
        """Say nothing."""

    def advance(self, done: int = 1) -> None:
        """Say nothing."""


@contextmanager
def progress(shown: bool) -> Iterator[Progress]:
    """Show bars with counts and remaining time while the block runs, if `shown` and stderr is a terminal."""
    if not (shown and sys.stderr.isatty()):
        yield Silent()
        return
    from rich.console import Console
    from rich.progress import BarColumn, ProgressColumn, Task, TextColumn, TimeElapsedColumn, TimeRemainingColumn
    from rich.progress import Progress as Shown
    from rich.text import Text

    class Count(ProgressColumn):
        """How many are done."""

        def render(self, task: Task) -> Text:
            """Return the count as text."""
            return Text(count_in_words(int(task.completed), None if task.total is None else int(task.total)))

    left = TimeRemainingColumn()
    columns = (TextColumn("{task.description:<9}"), BarColumn(24), Count(), TimeElapsedColumn(), left)
    with Shown(*columns, console=Console(stderr=True), transient=True) as bars:
        yield _Shown(bars)


def count_in_words(done: int, total: int | None) -> str:
    """Return what a bar says of how far it is: how many of how many, as far as that is known."""
    if total is not None:
        return f"{done}/{total}"
    return str(done) if done else ""


class _Shown:
    def __init__(self, bars: Bars) -> None:
        self._bars = bars
        self._task: TaskID | None = None

    def begin(self, stage: str, total: int | None = None) -> None:
        """Finish the previous bar and show one for this stage."""
        if self._task is not None:
            self._bars.stop_task(self._task)
        self._task = self._bars.add_task(stage, total=total)

    def advance(self, done: int = 1) -> None:
        """Move the bar on."""
        if self._task is not None:
            self._bars.advance(self._task, done)
