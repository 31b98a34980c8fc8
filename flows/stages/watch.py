"""Followed stories: what is new in them goes to the command that the user named for it."""

from __future__ import annotations

import subprocess
from pathlib import Path

from flows.runtime.notify import notify
from flows.settings import StorySettings
from warehouse.access.watched import Watched, find_watched
from warehouse.storage.store import Store


def call_watcher(settings: StorySettings, store: Store, before: Path | None) -> tuple[str, ...]:
    """Hand the new key events of followed stories to the command; return a warning where that failed.

    Args:
        settings: what is followed, and the command.
        store: the store, with its new version published.
        before: the file of the version before; `None` where there was none, so that everything is new.
    """
    if not settings.watch or not settings.notify_command:
        return ()
    found = find_watched(store, settings.watch, before)
    if not found:
        return ()
    try:
        ended = notify(settings.notify_command, _notice(store, found))
    except (OSError, ValueError, subprocess.TimeoutExpired) as error:
        return (f"story.notify_command could not be run: {error}",)
    return (f"story.notify_command ended with {ended}",) if ended else ()


def _notice(store: Store, found: tuple[Watched, ...]) -> dict[str, object]:
    return {
        "store": str(store.path.resolve()),
        "version": found[0].version,
        "stories": [
            {
                "watch": story.watch,
                "story_id": story.story_id,
                "title": story.title,
                "events": [dict(event) for event in story.events],
            }
            for story in found
        ],
    }
