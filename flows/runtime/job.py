"""One run, before it starts."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime

from flows.runtime.own_files import require_sound_own_files
from flows.settings import Settings, SourceSettings
from warehouse.storage.store import Store


@dataclass(frozen=True, slots=True)
class Job:
    """One run: what it reads, when, and how."""

    settings: Settings
    sources: tuple[SourceSettings, ...]
    started_at: datetime
    logical_at: datetime
    """The moment the run stands for: when it was due, where a schedule started it; else `started_at`."""
    command: str | None = None
    """What a second writer reads about who holds the store."""

    @property
    def run_id(self) -> str:
        """The run's id: sorts by time, and is unique within a store, which has one writer."""
        return self.started_at.astimezone(UTC).strftime("%Y%m%dT%H%M%S%f")[:-3]

    @property
    def store(self) -> Store:
        """The store."""
        return Store(self.settings.store)


def job(
    settings: Settings, sources: tuple[str, ...], logical_at: datetime | None = None, command: str | None = None
) -> Job:
    """Return a run that starts now, over the sources named, else over those of the settings.

    Raises:
        CheckFileError: where a check of the user's own cannot be judged, naming file and line.
    """
    require_sound_own_files(settings)
    named = tuple(SourceSettings(location=source) for source in sources)
    now = datetime.now(UTC)
    return Job(settings, named or settings.source, now, logical_at or now, command)
