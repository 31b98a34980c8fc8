"""The closed list of event types, with the nearest category of the PLOVER codebook."""

from __future__ import annotations

from typing import NamedTuple

from transforms.rules.event_files import fault, read_rules

TYPE_FILES = tuple(
    f"types/{name}.toml"
    for name in ("speech", "politics", "conflict", "law", "life", "business", "world", "culture", "general")
)
CLASS_FILE = "events.toml"
SENSE_FILE = "senses.toml"
OTHER = "other"


class EventType(NamedTuple):
    """A kind of happening; `plover` is the nearest PLOVER category, or `None` where it has none."""

    name: str
    description: str
    plover: str | None


def _load() -> tuple[EventType, ...]:
    types: dict[str, EventType] = {}
    for file in TYPE_FILES:
        for table in read_rules(file)["type"]:
            name = table["name"]
            if name in types:
                raise fault(file, name, f"type {name!r} is described twice")
            types[name] = EventType(name, table["description"], table.get("plover"))
    return tuple(types.values())


EVENT_TYPES = _load()
