"""What an expression is reckoned from: the anchor's kind, which way it was looked from there, and both in words."""

from __future__ import annotations

from typing import NamedTuple

from transforms.model import AnchorDirection, AnchorKind


class Anchor(NamedTuple):
    """Why an expression has the days it has, or why it has none; `text` is for people alone."""

    text: str
    kind: AnchorKind
    direction: AnchorDirection | None = None

    def add(self, why: str, direction: AnchorDirection | None = None) -> Anchor:
        """Return the anchor with what chose among the days reckoned from it."""
        return Anchor(f"{self.text}: {why}", self.kind, direction)


PUBLICATION = Anchor("publication date", "publication")


def from_date(words: str) -> Anchor:
    """Return the anchor of what is reckoned from the date last mentioned."""
    return Anchor(f"last date told: “{words}”", "text")


def from_year(words: str) -> Anchor:
    """Return the anchor of what lies in the year last mentioned."""
    return Anchor(f"year last told: “{words}”", "text")


def beside(why: str) -> Anchor:
    """Return the anchor of what the words beside an expression settle."""
    return Anchor(why, "text")


def without(why: str) -> Anchor:
    """Return the reason for having no anchor."""
    return Anchor(why, "none")
