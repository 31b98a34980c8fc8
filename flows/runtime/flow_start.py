"""What the command that starts a flow hands down to it: its store, its settings and its sources.

They come by the environment, which only who starts the process can write.  A run's parameters come from whoever reaches
the Prefect API, so they may choose among the sources that were named, and nothing else.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, Final

from flows.errors import SettingsError
from flows.settings import Settings
from flows.settings.load import configure

VARIABLE: Final = "DATELINE_FLOW"


@dataclass(frozen=True, slots=True)
class FlowStart:
    """What a command was asked to run."""

    store: str
    config: str | None
    overrides: Mapping[str, Any]
    """What its command line said, by dotted name, in JSON's types."""
    sources: tuple[str, ...]
    """Empty: those of the settings."""

    @property
    def environment(self) -> dict[str, str]:
        """The variable by which a flow finds this."""
        return {VARIABLE: json.dumps(asdict(self))}


def found(environment: Mapping[str, str]) -> FlowStart | None:
    """Return what a command handed down to this process; `None` on a worker, which has its own settings."""
    text = environment.get(VARIABLE)
    if not text:
        return None
    given = json.loads(text)
    return FlowStart(**{**given, "sources": tuple(given["sources"])})


def flow_settings(environment: Mapping[str, str]) -> Settings:
    """Return the settings of a flow: those that were handed down, else those of its own environment.

    Raises:
        SettingsError: where one cannot be.
    """
    start = found(environment)
    if start is None:
        return configure(environment).settings
    flags = {**start.overrides, "store": Path(start.store)}
    return configure(environment, flags, Path(start.config) if start.config else None).settings


def flow_sources(environment: Mapping[str, str], settings: Settings, asked: Sequence[str]) -> tuple[str, ...]:
    """Return what a run reads: what its parameters ask for, as far as they may; none reads those of the settings.

    Raises:
        SettingsError: where they ask for a source that the command was not asked to read.
    """
    start = found(environment)
    if start is None:
        return tuple(asked)
    allowed = start.sources or tuple(source.location for source in settings.source)
    if foreign := [source for source in asked if source not in allowed]:
        raise SettingsError(f"this run's parameters name a source that was not given to dateline: {foreign[0]}")
    return tuple(asked) or start.sources
