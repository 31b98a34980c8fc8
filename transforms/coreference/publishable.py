"""What may stand on the timeline: events and reports that are presented as done; all else is left out, and says why."""

from __future__ import annotations

from typing import Literal

from transforms.model import EventClass, Modality

LeftOut = Literal["state", "aspect", "light", "negated", "planned", "possible", "hypothetical", "generic", "furniture"]
"""Why a mention or an event stands on no timeline."""

SENTENCES: dict[LeftOut, str] = {
    "state": "what it names holds or lasts, and does not happen",
    "aspect": "what it names is the beginning or end of another happening",
    "light": "what it names is told by another word",
    "negated": "the text denies it",
    "planned": "the text tells it as intended, asked for or to come",
    "possible": "the text leaves open whether it happened",
    "hypothetical": "the text tells it under a condition",
    "generic": "the text tells of a kind of happening, not of one",
    "furniture": "it stands in a part of the page that is not the article",
}


def left_out(event_class: EventClass, modality: Modality) -> LeftOut | None:
    """Return why a mention or an event of this class and modality may not stand on the timeline; `None` if it may."""
    if event_class == "state" or event_class == "aspect" or event_class == "light":
        return event_class
    return None if modality == "actual" else modality


def why_left_out(reason: str) -> str:
    """Return a reason as people read it: its word, and what that means where it is one of ours."""
    sentence = next((said for name, said in SENTENCES.items() if name == reason), None)
    return f"{reason} ({sentence})" if sentence else reason
