"""The page on event types names every type with its PLOVER category, and no other."""

from __future__ import annotations

import re
from pathlib import Path

from transforms.events.mentions.event_types import EVENT_TYPES

PAGE = Path(__file__).parents[3] / "docs" / "event-types.md"


def test_the_page_is_the_list():
    rows = re.findall(r"^\| `(\w+)` \| ([^|]+) \| (\S+) \|$", PAGE.read_text(encoding="utf-8"), re.MULTILINE)

    assert rows == [(t.name, t.description.rstrip("."), t.plover or "–") for t in EVENT_TYPES]
