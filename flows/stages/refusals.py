"""What a run refused: of one file some hundred refusals are listed, and what is beyond them is counted."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from transforms.model import Refusal
from transforms.readers.reasons import is_warning, refuse

LISTED = 200
"""Refusals of one file that get a row of the quarantine each."""


class Refusals:
    """The refusals of one run, while it goes on."""

    def __init__(self) -> None:
        """Begin with none."""
        self.listed: list[Refusal] = []
        self.lost = 0
        """How many there are in all, notes about what went through apart."""
        self._of_file: Counter[tuple[str, str]] = Counter()

    def take(self, items: Sequence[Refusal]) -> list[Refusal]:
        """Count refusals, and return those of them that are to be listed."""
        new = []
        for item in items:
            self.lost += not is_warning(item)
            file = (item.source, file_of(item.location))
            self._of_file[file] += 1
            if self._of_file[file] <= LISTED:
                new.append(item)
        self.listed += new
        return new

    def rest(self) -> list[Refusal]:
        """Return one refusal for each file that has more than are listed."""
        return [
            refuse("more_refused", source, file, f"{count - LISTED} more of {count} refusals of this file")
            for (source, file), count in sorted(self._of_file.items())
            if count > LISTED
        ]


def file_of(location: str) -> str:
    """Return the file or the address within which a place lies."""
    return location.partition("#")[0]
