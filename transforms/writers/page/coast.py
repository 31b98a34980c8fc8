"""Which coast lines lie near the places of a story?

In: places in degrees.  Out: the lines of `coast.txt` that a map of them may show, as that file holds them.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from itertools import accumulate
from pathlib import Path

GRID = 20
"""The file counts in such parts of a degree."""
AROUND = 25.0
"""Degrees beyond the outermost places that a map may show."""

Box = tuple[float, float, float, float]


def coast_near(places: Sequence[tuple[float, float]]) -> list[str]:
    """Return the coast lines near places (degrees north, east), each a line of the file."""
    if not places:
        return []
    norths, easts = zip(*places, strict=True)
    wanted = (min(easts) - AROUND, min(norths) - AROUND, max(easts) + AROUND, max(norths) + AROUND)
    return [line for line, box in _lines() if _meet(box, wanted)]


def _meet(a: Box, b: Box) -> bool:
    return a[0] <= b[2] and b[0] <= a[2] and a[1] <= b[3] and b[1] <= a[3]


@cache
def _lines() -> tuple[tuple[str, Box], ...]:
    """Every coast line with the box of degrees that it lies in: west, south, east, north."""
    text = (Path(__file__).parent / "coast.txt").read_text(encoding="ascii")
    return tuple((line, _box(line)) for line in text.splitlines())


def _box(line: str) -> Box:
    steps = [tuple(map(int, point.split(","))) for point in line.split()]
    easts, norths = (list(accumulate(axis)) for axis in zip(*steps, strict=True))
    return min(easts) / GRID, min(norths) / GRID, max(easts) / GRID, max(norths) / GRID
