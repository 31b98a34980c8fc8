"""How many days a duration may be, where it is counted."""

from __future__ import annotations

import re

HOURS = frozenset({"PTXH", "PTXM", "PTXS"})
"""Hours or less, not counted ("hours later"): the same day or the next."""
_PERIOD = re.compile(r"PT?(?P<count>\d{1,6})(?P<unit>[DWMYHS])\Z")
_FARTHEST = 40_000
"""Days; what is farther away is presented as history, not reckoned."""
_DAYS = {"D": (1, 0), "W": (7, 3), "M": (30, 15), "Y": (365, 183)}
"""A unit's length in days, and how far off a text that counts in it may be."""


def distance(value: str) -> tuple[int, int] | None:
    """Return how many days a length may be, at least and at most; `None` where it is not counted ("days later").

    Hours reach into the next day.
    """
    if value in HOURS:
        return 0, 1
    found = _PERIOD.match(value)
    if found is None:
        return None
    count = int(found["count"])
    if value.startswith("PT"):
        return 0, 1 + count // 24 if found["unit"] == "H" else 1
    length, slack = _DAYS[found["unit"]]
    days = count * length
    return (days - slack, days + slack) if days <= _FARTHEST else None
