"""Words of closed classes, by what they do in a phrase: `closed_class.toml`."""

from __future__ import annotations

from functools import cache

from transforms.rules.event_files import read_rules


@cache
def closed_class(name: str) -> frozenset[str]:
    """Return the words of one class, in lower case.

    Raises:
        KeyError: where the file has no such class.
    """
    return frozenset(read_rules("closed_class.toml")[name]["words"])
