"""Where meanings are entered, so that rule files can name them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

MEANINGS: dict[str, Callable[..., Any]] = {}
LAZY: set[str] = set()
_Meaning = TypeVar("_Meaning", bound=Callable[..., Any])


def meaning(function: _Meaning) -> _Meaning:
    """Enter a pure function of a setting and named slots.  It gives None where the words cannot mean this."""
    MEANINGS[function.__name__] = function
    return function


def lazy_meaning(function: _Meaning) -> _Meaning:
    """Like `meaning`, for functions that take their slots unread and read them by `now.read`."""
    LAZY.add(function.__name__)
    return meaning(function)
