"""Short ids made from content: the same for the same input on any machine, on any day.

An id is the first 80 bits of a SHA-256 in lower-case base 32 (16 characters of a-z and 2-7) behind a letter for its
kind: among ten million rows of a kind two would meet with a chance of one in twenty thousand million.
"""

from __future__ import annotations

import hashlib
from base64 import b32encode
from collections.abc import Iterable

ID_BYTES = 10


def digest(*parts: str | int | None) -> str:
    """Return a short hash of a row of values; `None` differs from "", and ("ab", "c") from ("a", "bc")."""
    hashed = hashlib.sha256()
    for part in parts:
        raw = b"" if part is None else str(part).encode("utf-8", "surrogatepass")
        hashed.update(b"-" if part is None else str(len(raw)).encode())
        hashed.update(b":" + raw)
    return b32encode(hashed.digest()[:ID_BYTES]).decode().lower()


def sha256(data: bytes) -> str:
    """Return the whole SHA-256 in hexadecimal, of a snapshot's or a text's content."""
    return hashlib.sha256(data).hexdigest()


def mention_id(article_id: str, sentence: str, trigger: str, nth: int) -> str:
    """Identity of an event mention: its article, its sentence's words, its trigger's words, and `nth`.

    `nth` counts from 0, in text order, the mentions that share all three.  The id survives edits elsewhere in the
    article.
    """
    return "m" + digest(article_id, sentence, trigger, nth)


def mention_ids(article_id: str, triggers: Iterable[tuple[str, str]]) -> tuple[str, ...]:
    """Return the ids of one article's mentions, given as (sentence, trigger) in text order."""
    seen: dict[tuple[str, str], int] = {}
    ids = []
    for sentence, trigger in triggers:
        nth = seen.get((sentence, trigger), 0)
        seen[sentence, trigger] = nth + 1
        ids.append(mention_id(article_id, sentence, trigger, nth))
    return tuple(ids)


def event_id(founding_mention_id: str) -> str:
    """Identity of an event: that of its founding mention."""
    return "e" + digest(founding_mention_id)


def story_id(founding_article_id: str) -> str:
    """Identity of a story: that of its earliest article."""
    return "s" + digest(founding_article_id)


def time_expression_id(article_id: str, start: int, end: int, text: str) -> str:
    """Identity of a time expression: its article, its place in the text and its words."""
    return "t" + digest(article_id, start, end, text)


def run_id(started_at: str, *parts: str) -> str:
    """Return the id of a run: the moment it began (ISO 8601, microseconds) and what else marks it (host, process)."""
    return "r" + digest(started_at, *parts)


def rules_digest(texts: Iterable[tuple[str, bytes]]) -> str:
    """One hash over rule files given as (name, content), whatever their order: the version of a rule set."""
    return digest(*(part for name, raw in sorted(texts) for part in (name, sha256(raw))))
