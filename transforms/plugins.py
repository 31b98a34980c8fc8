"""What installed packages add to dateline: values found by the entry points of a group.

A package names in its own metadata (`[project.entry-points."dateline.formats"]`) an object of the group's type, a
sequence of them, or a function without parameters that gives either.  Every process finds them anew, so that workers
have what their parent has.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from importlib.metadata import EntryPoint, entry_points
from typing import Generic, TypeVar

Value = TypeVar("Value")


class PluginError(ValueError):
    """An installed package that does not bring what its entry point says: which package, which entry point, why."""


@dataclass(frozen=True, slots=True)
class Plugin(Generic[Value]):
    """One value that an installed package brings."""

    value: Value
    origin: str
    """The package and its entry point, for messages and versions."""


@cache
def plugins(group: str, kind: type[Value]) -> tuple[Plugin[Value], ...]:
    """Return the values of one group, by the names of their entry points.

    Raises:
        PluginError: where one cannot be loaded or is of another type.
    """
    found = sorted(entry_points(group=group), key=lambda point: (point.name, point.value))
    return tuple(plugin for point in found for plugin in _loaded(point, kind))


def _loaded(point: EntryPoint, kind: type[Value]) -> Iterable[Plugin[Value]]:
    package = f"{point.dist.name} {point.dist.version}" if point.dist else "an installed package"
    origin = f"{package}, entry point {point.group}:{point.name}"
    try:
        found = point.load()
        if not isinstance(found, kind) and callable(found):
            found = found()
    except Exception as error:  # a package of somebody else's: whatever it does is to be one line with its name
        raise PluginError(f"{origin}: {point.value} cannot be loaded: {type(error).__name__}: {error}") from error
    several = [found] if isinstance(found, kind) else list(found) if isinstance(found, Iterable) else [found]
    for value in several:
        if not isinstance(value, kind):
            raise PluginError(f"{origin}: {point.value} gives a {type(value).__name__}, not a {kind.__name__}")
        yield Plugin(value, origin)
