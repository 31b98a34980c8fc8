"""A decision: who settled what, when and why, and the words of the text that it is about.

What a decision is about is named by the mention of a text, never by the id of an event: events join and part as
articles come and go, the sentence that a person read stays.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Final, Literal, get_args

from transforms.ids import mention_id

EventAction = Literal[
    "date", "hide", "show", "level", "title", "type", "modality", "place", "actor", "note", "star", "dispute", "confirm"
]
"""What can be decided about one row."""
GroupAction = Literal["merge", "split"]
"""What can be decided about which mentions are one happening."""
ArticleAction = Literal["published", "exclude"]
"""What can be decided about an article."""
Action = Literal[EventAction, GroupAction, ArticleAction, "undo"]

EVENT_ACTIONS: Final = get_args(EventAction)
GROUP_ACTIONS: Final = get_args(GroupAction)
ARTICLE_ACTIONS: Final = get_args(ArticleAction)
ACTIONS: Final[tuple[Action, ...]] = (*EVENT_ACTIONS, *GROUP_ACTIONS, *ARTICLE_ACTIONS, "undo")

Slot = Literal[
    "date", "shown", "level", "title", "type", "modality", "place", "actor", "note", "star", "verdict", "group",
    "published", "exclude", "undo",
]  # fmt: skip
"""What a decision settles: of two about one slot of one row the later holds."""
_SLOTS: Final[dict[Action, Slot]] = {
    "hide": "shown", "show": "shown", "dispute": "verdict", "confirm": "verdict", "merge": "group", "split": "group",
}  # fmt: skip


def known_action(word: str) -> Action | None:
    """Return the action of this name; `None` where there is none."""
    return next((action for action in ACTIONS if action == word), None)


UNKNOWN_DATE: Final = "unknown"
"""The value of `date` that says that nobody knows when it was."""


@dataclass(frozen=True, slots=True)
class ArticleRef:
    """An article as a decision names it: by its id, else by its address or its text."""

    article_id: str
    url: str | None = None
    text_sha256: str | None = None


@dataclass(frozen=True, slots=True)
class MentionRef:
    """A mention as a decision names it: the words of the article that a person read."""

    article: ArticleRef
    sentence: str
    trigger: str
    nth: int = 0
    """Which of the mentions of the article with this sentence and this trigger, from 0."""
    start: int | None = None
    """Where its trigger stood in the article's text."""
    end: int | None = None

    @property
    def mention_id(self) -> str:
        """The id that the mention has while its article has its id."""
        return mention_id(self.article.article_id, self.sentence, self.trigger, self.nth)


@dataclass(frozen=True, slots=True)
class Decision:
    """What one person settled once."""

    decision_id: str
    decided_at: datetime
    """With a zone."""
    who: str
    action: Action
    mentions: tuple[MentionRef, ...] = ()
    """Of a row, the mention whose sentence leads it; of `merge` and `split`, all mentions of the one side."""
    others: tuple[MentionRef, ...] = ()
    """Of `merge` and `split`, all mentions of the other side."""
    article: ArticleRef | None = None
    undoes: str | None = None
    """The decision that `undo` takes back."""
    value: tuple[str, ...] = ()
    """What was decided: one word or text, several names for `actor`, nothing where the action says it all."""
    why: str = ""
    forgotten: bool = False
    """Whether the article that it was about has been forgotten: nothing is left but that it was made."""

    @property
    def slot(self) -> Slot:
        """What it settles."""
        return _SLOTS.get(self.action, self.action)  # type: ignore[arg-type]

    @property
    def place(self) -> tuple[datetime, str]:
        """Its place among others: the later holds, whatever the order of the lines."""
        return self.decided_at, self.decision_id
