"""What changed between two versions, as lines of text: the event, below it what and why; then the stories."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from typing import TYPE_CHECKING, Final

from transforms.writers.wording.sanitize import one_line
from transforms.writers.wording.stories import turn_in_words

if TYPE_CHECKING:
    from warehouse.publication.diff import Change
    from warehouse.publication.story_changes import StoryChange

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


def story_lines(changes: Sequence[StoryChange]) -> Iterator[str]:
    """Return what became of each story, followed by a count of each kind."""
    for change in changes:
        yield f"story {change.story_id}  {one_line(change.title)}: {turn_in_words(asdict(change))}"
    counts = Counter(change.change for change in changes)
    yield "stories: " + (", ".join(f"{count} {kind}" for kind, count in sorted(counts.items())) or "none differs")


def _times(change: Change) -> tuple[str | None, ...]:
    if change.change == "added":
        return (change.edtf_after,)
    if change.change == "removed":
        return (change.edtf_before,)
    return change.edtf_before, change.edtf_after
