"""What the page and the exports are made of: published rows, as mappings with the published tables' column names."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

Row = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Stamp:
    """Since when an event has stood on the timeline, for those who follow it."""

    first_id: str
    """The id under which it came there: what a feed calls it for as long as it stands."""
    first_version: int
    first_at: str
    """ISO 8601, UTC."""
    changed_version: int
    changed_at: str
    """When what it says last changed."""


@dataclass(frozen=True, slots=True)
class TimelineRows:
    """The rows that belong to the events shown, in the timeline's own order."""

    title: str
    version: int | None
    published_at: str | None
    """When this version was published, for people."""
    events: Sequence[Row]
    mentions: Sequence[Row] = ()
    articles: Sequence[Row] = ()
    times: Sequence[Row] = ()
    mention_times: Sequence[Row] = ()
    bounds: Sequence[Row] = ()
    joins: Sequence[Row] = ()
    figures: Sequence[Row] = ()
    conflicts: Sequence[Row] = ()
    """`event_id`, `detail`: what could not all be true."""
    aliases: Sequence[Row] = ()
    """`old_event_id`, `event_id`: where links to events that were joined since lead."""
    places: Sequence[Row] = ()
    """`event_id`, `name`, `country`, `latitude`, `longitude`, where the place is certain."""
    page: str = ""
    """The file of the page that shows these rows, where feeds lead to it."""
    stamps: Mapping[str, Stamp] = field(default_factory=dict)
    """For each key event, since when it has stood on the timeline, where that is known."""

    decisions: Sequence[Row] = ()
    """What people decided about these events, rows of `decision`."""

    def mentions_of(self) -> dict[str, list[Row]]:
        """Return the mentions of each event, in their order."""
        found: dict[str, list[Row]] = defaultdict(list)
        for mention in self.mentions:
            if mention["event_id"] is not None:
                found[mention["event_id"]].append(mention)
        return found

    def article_by_id(self) -> dict[str, Row]:
        """Return the articles by their ids."""
        return {article["article_id"]: article for article in self.articles}

    def place_of(self) -> dict[str, Row]:
        """Return the certain place of each event that has one."""
        return {place["event_id"]: place for place in self.places}
