"""Make `transforms/writers/page/coast.txt` from Natural Earth's land, as the npm package world-atlas carries it.

Run once, when the coast is to be renewed, with the package's file (`npm pack world-atlas@2.0.2`, then unpack it):

    python scripts/build_coast.py package/land-50m.json

One line of text a coast line: its points in twentieths of a degree, `longitude,latitude` of the first, then the steps
between them.  What no map of a page can show is left out: islands smaller than a third of a degree, and points that lie
within an eighth of a degree of the line without them.
"""

from __future__ import annotations

import json
import sys
from itertools import accumulate, pairwise
from pathlib import Path

from transforms.writers.page.coast import GRID

Point = tuple[float, float]

TARGET = Path(__file__).parent.parent / "transforms/writers/page/coast.txt"
NEAR = 0.125
"""In degrees: a point that bends its line by no more is left out."""
SMALL = 0.33
"""In degrees: an island narrower and lower than this is left out."""


def decoded(topology: dict[str, object]) -> list[list[Point]]:
    """Return the lines of a TopoJSON file in degrees: its arcs are steps on a grid."""
    (scale_x, scale_y), (from_x, from_y) = (topology["transform"][key] for key in ("scale", "translate"))  # type: ignore[index]
    return [
        [
            (x * scale_x + from_x, y * scale_y + from_y)
            for x, y in accumulate(map(tuple, arc), lambda at, step: (at[0] + step[0], at[1] + step[1]))
        ]
        for arc in topology["arcs"]  # type: ignore[attr-defined]
    ]


def simplified(line: list[Point], near: float) -> list[Point]:
    """Return the line without the points that bend it by no more than this (Douglas and Peucker's way)."""
    kept, waiting = {0, len(line) - 1}, [(0, len(line) - 1)]
    if line[0] == line[-1]:
        # A ring has no two ends to span: its point farthest from the first one parts it.
        half = max(range(len(line)), key=lambda i: _length(line[0], line[i]))
        kept.add(half)
        waiting = [(0, half), (half, len(line) - 1)]
    while waiting:
        first, last = waiting.pop()
        far = max(range(first + 1, last), key=lambda i: _distance(line[i], line[first], line[last]), default=None)
        if far is not None and _distance(line[far], line[first], line[last]) > near:
            kept.add(far)
            waiting += [(first, far), (far, last)]
    return [line[i] for i in sorted(kept)]


def _length(a: Point, b: Point) -> float:
    return float(((a[0] - b[0]) ** 2 + (a[1] - b[1]) ** 2) ** 0.5)


def _distance(point: Point, a: Point, b: Point) -> float:
    """The distance of a point from the line between two others."""
    length = _length(a, b)
    if not length:
        return _length(point, a)
    along = ((point[0] - a[0]) * (b[0] - a[0]) + (point[1] - a[1]) * (b[1] - a[1])) / length**2
    along = min(1.0, max(0.0, along))
    return _length(point, (a[0] + along * (b[0] - a[0]), a[1] + along * (b[1] - a[1])))


def written(line: list[Point]) -> str:
    """Return a line as text: its first point, then the steps."""
    points = list(dict.fromkeys((round(x * GRID), round(y * GRID)) for x, y in line))
    if line[0] == line[-1]:
        points.append(points[0])
    steps = [points[0], *((b[0] - a[0], b[1] - a[1]) for a, b in pairwise(points))]
    return " ".join(f"{x},{y}" for x, y in steps)


def main() -> None:
    """Write the file, byte for byte the same for the same package."""
    lines = decoded(json.loads(Path(sys.argv[1]).read_text(encoding="utf-8")))
    large = [
        line for line in lines if line[0] != line[-1] or any(max(c) - min(c) >= SMALL for c in zip(*line, strict=True))
    ]
    found = sorted(written(simplified(line, NEAR)) for line in large)
    TARGET.write_text("".join(f"{line}\n" for line in found if line.count(" ") > 1), encoding="ascii")


if __name__ == "__main__":
    main()
