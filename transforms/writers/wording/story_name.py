"""What a story is called where nobody named it: by those whom its most important events are about."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Any

NAMES = 2
UNNAMED = "Timeline"


def story_name(events: Iterable[Mapping[str, Any]]) -> str:
    """Return the names that weigh most in the key events, e.g. "Kord and Selm"; "Timeline" where there is none."""
    weights: dict[str, float] = defaultdict(float)
    for event in events:
        if event.get("level") == "key":
            for name in dict.fromkeys([*(event["actors"] or ()), *([event["place"]] if event["place"] else ())]):
                weights[name] += event["importance"] or 0.0
    named = [name for name in weights if name[:1].isupper()]
    chosen = sorted(named, key=lambda name: (-round(weights[name], 6), name))[:NAMES]
    return " and ".join(chosen) or UNNAMED
