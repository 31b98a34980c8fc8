"""Words of closed classes, by what they do in a phrase: `closed_class.toml`."""

from __future__ import annotations

import re
from functools import cache

from transforms.rules.event_files import read_rules


@cache
def closed_class(name: str) -> frozenset[str]:
    """Return the words of one class, in lower case.

    Raises:
        KeyError: where the file has no such class.
    """
    return frozenset(read_rules("closed_class.toml")[name]["words"])


@cache
def any_of(name: str) -> str:
    """Return a pattern for any word of one class, the longest first."""
    return "(?:" + "|".join(map(re.escape, sorted(closed_class(name), key=lambda word: (-len(word), word)))) + ")"
