"""The parts of a sentence that may stand in a title, each with how much the title needs it.

Rank 0 is what the title cannot do without; of the rest, the lower ranks come first while there is room.  A part stands
only where the part that it hangs on stands, and only what is of one line of the page with the title's own word.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from transforms.titles.view import View


@dataclass(frozen=True, slots=True)
class Part:
    """Some words, their rank, and the part they hang on."""

    words: frozenset[int]
    rank: int
    parent: int | None


@dataclass(slots=True)
class Parts:
    """Gathers the parts of one title; `path` are the words that lead from its verb to the trigger: all needed."""

    view: View
    run: range
    """The tokens of the line that the title is made from."""
    path: frozenset[int] = frozenset()
    rich: bool = False
    """Whether what stands beside the clause is taken too: after what, during what, because of what."""
    found: list[Part] = field(default_factory=list)

    def add(self, words: Iterable[int], rank: int, parent: int | None = None) -> int:
        """Add a part and return its number."""
        self.found.append(Part(frozenset(i for i in words if i in self.run), rank, parent))
        return len(self.found) - 1

    def chosen(self, room: int, taken: int = 0) -> set[int]:
        """Return the words that stand: all of rank 0, then others as long as there is room for them.

        What hangs on a part with its rank stands or falls with it.
        """
        units: dict[int, set[int]] = {}
        unit_of: list[int] = []
        for n, part in enumerate(self.found):
            above = part.parent
            joins = above is not None and self.found[above].rank == part.rank
            unit_of.append(unit_of[above] if above is not None and joins else n)
            units.setdefault(unit_of[n], set()).update(part.words)
        kept: set[int] = set()
        words: set[int] = set()
        for n in sorted(units, key=lambda n: (self.found[n].rank, n)):
            above = self.found[n].parent
            if above is not None and unit_of[above] not in kept:
                continue
            if self.found[n].rank > 0 and taken + self._count(words | units[n]) > room:
                continue
            kept.add(n)
            words |= units[n]
        return words - self.view.asides or words

    def _count(self, words: set[int]) -> int:
        """How many words a reader will count: what is written as one is one."""
        tokens = self.view.tokens
        return sum(
            1
            for i in words
            if tokens[i].pos not in ("PUNCT", "PART", "SYM")
            and not (i - 2 in words and tokens[i - 1].text == "-" and tokens[i - 1].end == tokens[i].start)
        )
