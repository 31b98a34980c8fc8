"""Where each event stands: scripts that lead from an event's id, or an earlier one of it, to the page that shows it.

Many small files instead of one: `index.html` loads that of the id's last character.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable

from transforms.writers.site_files.plan import Page
from transforms.writers.site_files.values import Site

_FOLDER = "events"
_SHARDS = "abcdefghijklmnopqrstuvwxyz234567_"
"""The last characters of ids (`transforms.ids`), each with a file even where it is empty, and one for all others."""


def event_place_files(site: Site, pages: Iterable[Page]) -> dict[str, str]:
    """Return the scripts by their names."""
    at = _places(site, pages)
    found: dict[str, dict[str, str]] = defaultdict(dict)
    moved: dict[str, dict[str, str]] = defaultdict(dict)
    for event_id, file in at.items():
        found[_shard(event_id)][event_id] = file
    for old, new in site.moved.items():
        if new in at:
            found[_shard(old)][old] = at[new]
            moved[_shard(old)][old] = new
    return {f"{_FOLDER}/{shard}.js": _script(found[shard], moved[shard]) for shard in _SHARDS}


def _script(found: dict[str, str], moved: dict[str, str]) -> str:
    """Return a call with the pages of a shard, each named once, and the number of the page of each event."""
    pages = sorted(set(found.values()))
    number = {file: nth for nth, file in enumerate(pages)}
    data = {
        "pages": pages,
        "at": {event_id: number[file] for event_id, file in sorted(found.items())},
        "moved": dict(sorted(moved.items())),
    }
    return f"events({json.dumps(data, ensure_ascii=True, separators=(',', ':'))});\n"


def _places(site: Site, pages: Iterable[Page]) -> dict[str, str]:
    """Return the file of each event: the page of the story that tells of it most, whole pages before their parts."""
    at: dict[str, str] = {}
    own: set[str] = set()
    for page in pages:
        story = page.story.story_id if page.story else None
        for event_id in page.events:
            is_own = site.story_of.get(event_id) == story
            if event_id not in at or (is_own and event_id not in own):
                at[event_id] = page.file
                if is_own:
                    own.add(event_id)
    return at


def _shard(event_id: str) -> str:
    last = event_id[-1:]
    return last if last and last in _SHARDS else "_"
