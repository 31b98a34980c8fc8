"""The registry of meanings: rule files name a function by its module and name."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, TypeVar

_Function = TypeVar("_Function", bound=Callable[..., Any])


@dataclass(frozen=True, slots=True)
class Meaning:
    """A registered function, named as rule files name it, and where it is defined."""

    name: str
    function: Callable[..., Any]
    file: str
    line: int
    lazy: bool = False
    """Takes its slots unread."""
    exact: bool = False
    """An approximator before the words is no part of them ("about yesterday" speaks about yesterday)."""
    carries: bool = False
    """Only hands on the phrase inside."""

    @property
    def place(self) -> str:
        """File and line of the definition."""
        return f"{self.file}:{self.line}"


MEANINGS: dict[str, Meaning] = {}


def meaning(function: _Function) -> _Function:
    """Register a pure function of the discourse and named slots; it returns None where the words cannot mean this."""
    return _register(function)


def lazy_meaning(function: _Function) -> _Function:
    """Register a function that takes its slots unread and interprets them by `discourse.read`."""
    return _register(function, lazy=True)


def exact_meaning(function: _Function) -> _Function:
    """Register a meaning that no approximator goes with."""
    return _register(function, exact=True)


def carrying_meaning(function: _Function) -> _Function:
    """Register a meaning that only hands on the phrase inside."""
    return _register(function, carries=True)


def _register(function: _Function, **traits: bool) -> _Function:
    module = function.__module__
    name = f"{module.rpartition('.')[2]}.{function.__name__}"
    file = module.replace(".", "/") + ".py"
    MEANINGS[name] = Meaning(name, function, file, function.__code__.co_firstlineno, **traits)
    return function
