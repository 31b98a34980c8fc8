"""What changed between two versions, as lines of text: the event, below it what and why."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Final

from transforms.writers.wording.sanitize import one_line

if TYPE_CHECKING:
    from warehouse.publication.diff import Change

SIGNS: Final = {"added": "+", "removed": "-", "joined": ">", "changed": "~"}


def change_lines(changes: Sequence[Change]) -> Iterator[str]:
    """Return the changes in timeline order, followed by a count of each kind."""
    for change in changes:
        when = " → ".join(dict.fromkeys(edtf or "undated" for edtf in _times(change)))
        yield f"{SIGNS.get(change.change, '?')} {when}  {one_line(change.title)}  {change.event_id}"
        yield from (f"    {one_line(what)}" for what in change.what)
        yield from (f"    because {one_line(why)}" for why in change.because)
    counts = Counter(change.change for change in changes)
    summary = ", ".join(f"{count} {kind}" for kind, count in sorted(counts.items()))
    yield summary or "no event differs"


def _times(change: Change) -> tuple[str | None, ...]:
    if change.change == "added":
        return (change.edtf_after,)
    if change.change == "removed":
        return (change.edtf_before,)
    return change.edtf_before, change.edtf_after
