"""A decision about a published row, article or decision, with the words of the texts by which it will be found again.

asked = Asked("e2bnn", "date", ("2023-03-06",), who="Ann", why="the hearing's minutes")
decision = decision_about(con, asked, now)
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from itertools import count
from typing import Any

from duckdb import DuckDBPyConnection

from transforms.decisions.allowed import require_value
from transforms.decisions.codec import with_id
from transforms.decisions.values import ARTICLE_ACTIONS, Action, ArticleRef, Decision, MentionRef
from transforms.ids import mention_id, sha256
from warehouse.access.timeline import whole_id
from warehouse.storage.errors import NotFoundError
from warehouse.storage.statements import dict_rows, statement

_ALIKE = 1_000
"""The most mentions of one article with one sentence and one trigger."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What a person wants to settle."""

    about: str
    """The beginning of an event's id; of an article's, for what is decided of articles."""
    action: Action
    value: tuple[str, ...] = ()
    """What the action takes; for `merge` another event, for `split` the mentions that are another."""
    who: str = ""
    why: str = ""


def decision_about(con: DuckDBPyConnection, asked: Asked, now: datetime) -> Decision:
    """Return the decision that a person asks for.

    Args:
        con: a reader of the published file.
        asked: what is to be settled.
        now: with a zone.

    Raises:
        NotFoundError: where what it is about is not there, or not the only one.
        ValueError: where the action takes no such value.
    """
    made = Decision("", now, asked.who, asked.action, why=asked.why)
    if asked.action in ARTICLE_ACTIONS:
        require_value(asked.action, asked.value)
        article = _article(con, whole_id(con, "article", asked.about))
        return with_id(replace(made, article=article, value=asked.value))
    event_id = whole_id(con, "event", asked.about)
    if asked.action == "merge":
        others = _merged(con, event_id, asked.value)
        return with_id(replace(made, mentions=_mentions(con, event_id), others=others))
    if asked.action == "split":
        parted, rest = _parted(con, event_id, asked.value)
        return with_id(replace(made, mentions=parted, others=rest))
    require_value(asked.action, asked.value)
    return with_id(replace(made, mentions=_mentions(con, event_id)[:1], value=asked.value))


def undoing(decision_id: str, who: str, why: str, now: datetime) -> Decision:
    """Return the decision that takes another one back."""
    return with_id(Decision("", now, who, "undo", undoes=decision_id, why=why))


def rows_of(con: DuckDBPyConnection, mentions: Sequence[str]) -> list[dict[str, Any]]:
    """Return the events of some mentions as a reader sees them, in the order of the timeline."""
    return dict_rows(con.execute(statement("steps/access/decided_rows"), {"mentions": list(mentions)}))


def _merged(con: DuckDBPyConnection, event_id: str, value: tuple[str, ...]) -> tuple[MentionRef, ...]:
    if len(value) != 1:
        raise ValueError("merge takes another event's id")
    other = whole_id(con, "event", value[0])
    if other == event_id:
        raise ValueError(f"{value[0]!r} is the event itself: merge takes another one's id")
    return _mentions(con, other)


def _parted(
    con: DuckDBPyConnection, event_id: str, value: tuple[str, ...]
) -> tuple[tuple[MentionRef, ...], tuple[MentionRef, ...]]:
    wanted = {whole_id(con, "event_mention", beginning) for beginning in value}
    every = _mentions(con, event_id)
    ids = {ref.mention_id for ref in every}
    if strange := sorted(wanted - ids):
        raise NotFoundError(f"mention {strange[0]} tells of another event than {event_id}")
    if not wanted or wanted == ids:
        raise ValueError("split takes the ids of some of the event's mentions, not of all: dateline explain shows them")
    return tuple(r for r in every if r.mention_id in wanted), tuple(r for r in every if r.mention_id not in wanted)


def _mentions(con: DuckDBPyConnection, event_id: str) -> tuple[MentionRef, ...]:
    """Return the mentions of an event, first the one that leads it."""
    rows = con.execute(statement("steps/access/decided_mentions"), {"event_id": event_id}).fetchall()
    return tuple(_mention(row) for row in rows)


def _mention(row: tuple[Any, ...]) -> MentionRef:
    found, article_id, url, text, sentence, trigger, start, end = row
    nth = next(n for n in count() if n > _ALIKE or mention_id(article_id, sentence, trigger, n) == found)
    article = ArticleRef(article_id, url, sha256(text.encode("utf-8", "surrogatepass")))
    return MentionRef(article, sentence, trigger, 0 if nth > _ALIKE else nth, start, end)


def _article(con: DuckDBPyConnection, article_id: str) -> ArticleRef:
    ((url, text),) = con.execute("SELECT url, text FROM article WHERE article_id = ?", [article_id]).fetchall()
    return ArticleRef(article_id, url, sha256(text.encode("utf-8", "surrogatepass")))
