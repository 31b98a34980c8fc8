"""What may be decided: which value each action takes, in the words that a person writes."""

from __future__ import annotations

from datetime import date
from typing import Final

from transforms.decisions.dates import decided_when
from transforms.decisions.values import UNKNOWN_DATE, Action
from transforms.events.mentions.event_types import EVENT_TYPES
from transforms.model import Modality

LEVELS: Final = ("key", "detail", "aside")
MODALITIES: Final[dict[str, Modality]] = {
    "happened": "actual",
    "denied": "negated",
    "planned": "planned",
    "possible": "possible",
    "hypothetical": "hypothetical",
    "generic": "generic",
}
"""What a person calls it → what it is called in the tables."""
LONGEST: Final = 2_000
"""Code points of a value or a reason."""
_NOTHING: Final = ("hide", "show", "star", "dispute", "confirm", "merge", "split", "exclude", "undo")


def require_value(action: Action, value: tuple[str, ...]) -> None:
    """Refuse a value that the action does not take.

    Raises:
        ValueError: and says what it takes.
    """
    if action in _NOTHING:
        if value:
            raise ValueError(f"{action} takes no value")
        return
    if not value or (len(value) > 1 and action != "actor") or not all(one.strip() for one in value):
        raise ValueError(f"{action} takes {_takes(action)}")
    if any(len(one) > LONGEST for one in value):
        raise ValueError(f"{action}: longer than {LONGEST} characters")
    _require_word(action, value[0].strip())


def _require_word(action: Action, word: str) -> None:
    if action == "date":
        decided_when(word)
    elif action == "published" and word != UNKNOWN_DATE:
        try:
            date.fromisoformat(word)
        except ValueError:
            raise ValueError(f"{word!r} is no day: published takes {_takes('published')}") from None
    elif action in _CLOSED and word not in _CLOSED[action]:
        raise ValueError(f"{word!r} is no {action}: {action} takes {_takes(action)}")


_CLOSED: Final[dict[Action, tuple[str, ...]]] = {
    "level": LEVELS,
    "modality": tuple(MODALITIES),
    "type": tuple(sorted({t.name for t in EVENT_TYPES})),
}
_OPEN: Final[dict[Action, str]] = {
    "date": "a date, as in 2023-03-06, or unknown",
    "published": "a day, as in 2023-03-06, or unknown",
    "title": "a title",
    "place": "the name of a place",
    "actor": "one name or several",
    "note": "a text",
}


def _takes(action: Action) -> str:
    return f"one of {', '.join(_CLOSED[action])}" if action in _CLOSED else _OPEN[action]
