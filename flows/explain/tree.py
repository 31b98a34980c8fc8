"""Facts that rest on other facts, drawn as a tree, one fact a line."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from transforms.writers.wording.sanitize import one_line


@dataclass(slots=True)
class Fact:
    """One line, and what it rests on."""

    text: str
    because: list[Fact] = field(default_factory=list)

    def add(self, text: str, *because: Fact) -> Fact:
        """Add a fact that this one rests on, and return it."""
        made = Fact(text, list(because))
        self.because.append(made)
        return made


def by_rule(rule: str | None, more: str = "") -> str:
    """Return the rule behind a fact in brackets, with what goes with it; "" where the fact needs neither."""
    inside = ", ".join(filter(None, [f"rule {rule}" if rule else "", more]))
    return f" ({inside})" if inside else ""


def drawn(fact: Fact) -> Iterator[str]:
    """Return the tree as lines."""
    yield one_line(fact.text)
    for nth, below in enumerate(fact.because, start=1):
        last = nth == len(fact.because)
        for row, line in enumerate(drawn(below)):
            if row == 0:
                yield ("└─ " if last else "├─ ") + line
            else:
                yield ("   " if last else "│  ") + line


def from_indented(lines: Iterable[str]) -> Fact:
    """Return the tree of lines, each hanging on the nearest less indented one above it; the first is the root.

    Raises:
        ValueError: where there is no line.
    """
    stack: list[tuple[int, Fact]] = []
    for line in lines:
        depth = len(line) - len(line.lstrip())
        while len(stack) > 1 and stack[-1][0] >= depth:
            stack.pop()
        if stack:
            stack.append((depth, stack[-1][1].add(line.strip())))
        else:
            stack.append((depth, Fact(line.strip())))
    if not stack:
        raise ValueError("a tree needs a root")
    return stack[0][1]
