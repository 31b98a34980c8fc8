"""The closed list of event types, and which type a word has."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from transforms.events.rule_files import RuleError, digest, line_of, read_rules

_FILE = "types.toml"
OTHER = "other"


class EventType(NamedTuple):
    """A kind of happening; `plover` is the nearest category of the PLOVER codebook, if it has one."""

    name: str
    description: str
    plover: str | None


def _load() -> tuple[EventType, ...]:
    return tuple(EventType(t["name"], t["description"], t.get("plover")) for t in read_rules(_FILE)["type"])


EVENT_TYPES = _load()


def rules_version() -> str:
    """A hash of the rule files that find, class and type mentions."""
    return digest("events.toml", _FILE)


@cache
def typed_words(field: str) -> dict[str, str]:
    """Lemma → type, of the `verbs`, `nouns` or `adjectives`.

    Raises:
        RuleError: where a word has two types.
    """
    words: dict[str, str] = {}
    for table in read_rules(_FILE)["type"]:
        for word in table.get(field, ()):
            if word in words:
                raise RuleError(_FILE, line_of(_FILE, word), f"{word!r} is {words[word]} and {table['name']}")
            words[word] = table["name"]
    return words
