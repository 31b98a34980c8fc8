"""The kind of a text, judged by its form first and by the dates it names second.

Form decides alone: stamped updates make a live page, speakers' labels a transcript, dated entries a chronology.  A text
without such a form is narrative if it names many past years of its own and hardly speaks from its publication day;
whatever is left is news.  Mistaking one for another costs little, as "today" is read from publication in all of them.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from transforms.model import Article, ArticleKind, TimeExpression
from transforms.text_kind.chronology import Dated, parts
from transforms.text_kind.words import addressing, called_chronology, running, stamped

LEAST_STAMPS = 4
"""Stamped entries, with different times, of a live page."""
LEAST_TURNS = 4
"""Paragraphs of a transcript that begin with the name of their speaker, or that ask what the next one answers."""
SHARE_OF_TURNS = 0.4
SHARE_OF_QUESTIONS = 0.25
SHARE_OF_NAMES = 0.3
LEAST_PAST = 4
"""Dates of the past that a narrative names; an old one before any other counts as `OPENING`."""
LEAST_PAST_YEARS = 2
OLD, LONG_AGO = 400, 3650
"""Days before publication from which a date is one of the past that a text tells, not of its news; and a far past."""
OPENING = 3
NEAR = 8
"""Days around publication in which a date that is read from it speaks of the text's own today."""
PAST_TO_NEAR = 5
"""How many dates of the past outweigh one that speaks from publication."""
LEAD = 300
"""Characters at the head of a text in which news says when it happened."""
WORDS_A_DATE = 90
"""Words of a narrative for each date of the past; a text that names fewer is not led by them."""

_HOURS = re.compile(r"^[\s\W]*(?P<clock>(?:[01]\d|2[0-3])[0-5]\d)(?=\s*[–—:|-]|\s+[A-Z])", re.MULTILINE)
_TURN = re.compile(
    r"""
    ^[\s*_]*(?:\d+\.\s+)?
    (?P<label>
        [A-Z](?=[.:]\s)                                                 # Q. and A., P. and R., F: and A:
        | [A-ZÀ-Þ][\w.'’-]* (?:[ ][A-ZÀ-Þ(][\w.'’()-]*){0,4} (?=\s?:\s)
    )
    [.:\s]*\S
    """,
    re.MULTILINE | re.VERBOSE,
)
_NAME_LINE = re.compile(
    r"(?P<label>[A-ZÀ-Þ][\w.'’-]*(?: [A-ZÀ-Þ][\w.'’-]*){0,3})(?:\s*(?:--|[-–—,(|]).{0,60})?(?<![.!?:;])$"
)
_WORD = re.compile(r"\w+")


NAMED = "as named by its source or by itself"
_TOO_LONG = 370
"""Days of an expression beyond which it is no date that could lead a text (a decade, a century)."""


@dataclass(frozen=True, slots=True)
class TextKind:
    """The kind of a text and what shows it, in words."""

    kind: ArticleKind
    reason: str
    days_are_lost: bool = False
    """True for a chronology whose entries have lost their days on the way here: nobody knows what its "today" is."""


@dataclass(frozen=True, slots=True)
class _Date:
    start: int
    end: int
    first: date
    last: date
    from_publication: bool


def text_kind(article: Article, times: Sequence[TimeExpression]) -> TextKind:
    """Return the kind of a text, with the evidence that decided; what its source or itself says comes first.

    Args:
        article: The text, with its publication day.
        times: Its expressions of time, read as those of news.
    """
    if article.kind is not None:
        return TextKind(article.kind, NAMED)
    dates = _dates(times)
    return (
        _live(article)
        or _transcript(article.text)
        or _chronology(article, dates)
        or _narrative(article, dates)
        or TextKind("news", "no form of its own, and few dates of the past")
    )


def _dates(times: Sequence[TimeExpression]) -> list[_Date]:
    found = []
    for time in times:
        first, last = time.interval.earliest, time.interval.latest
        if time.timex_type in ("DATE", "TIME") and first and last and (last - first).days < _TOO_LONG:
            found.append(_Date(time.span.start, time.span.end, first, last, time.anchor_kind == "publication"))
    return found


def _live(article: Article) -> TextKind | None:
    text = article.text
    clocks = {re.sub(r"\W", "", (m["clock"] or m["head"]).lower()) for m in stamped().finditer(text)}
    if running().search(f"{article.title or ''}\n{text[:LEAD]}"):
        # Four figures alone may be years: only a page that says that it runs has hours written so.
        clocks |= {m["clock"] for m in _HOURS.finditer(text)}
    if len(clocks) < LEAST_STAMPS:
        return None
    return TextKind("live", f"{len(clocks)} entries begin with a time of day")


def _transcript(text: str) -> TextKind | None:
    paragraphs = [p.strip() for p in text.split("\n") if p.strip()]
    labels = [_speaker(m["label"]) for m in _TURN.finditer(text)]
    repeated = [label for label in labels if labels.count(label) > 1]
    if repeated and len(set(labels)) > 1 and _enough(len(labels), len(paragraphs), SHARE_OF_TURNS):
        return TextKind("transcript", f"{len(labels)} of {len(paragraphs)} paragraphs begin with who speaks")
    names = [_NAME_LINE.match(p) for p in paragraphs]
    alone = [m["label"].lower() for m in names if m is not None]
    if len(set(alone)) < len(alone) > 1 and _enough(len(alone), len(paragraphs), SHARE_OF_NAMES):
        return TextKind("transcript", f"{len(alone)} of {len(paragraphs)} lines name who speaks next")
    questions = [p for p, n in pairwise(paragraphs) if p.endswith("?") and not n.endswith("?")]
    asked = len(questions) if sum(addressing().search(q) is not None for q in questions) > 1 else 0
    if _enough(asked, len(paragraphs), SHARE_OF_QUESTIONS):
        return TextKind("transcript", f"{asked} of {len(paragraphs)} paragraphs ask what the next one answers")
    return None


def _enough(turns: int, paragraphs: int, share: float) -> bool:
    return turns >= LEAST_TURNS and turns >= share * paragraphs


def _speaker(label: str) -> str:
    """Return the last word of a speaker's label, without what stands in brackets: one name for "Mr. Coll (Skerry)"."""
    words = re.sub(r"\([^)]*\)?", "", label).split()
    return words[-1].lower() if words else label


def _chronology(article: Article, dates: Sequence[_Date]) -> TextKind | None:
    entries = parts(article.text, [Dated(d.start, d.end, d.first) for d in dates])
    if entries:
        return TextKind("chronology", f"{len(entries)} entries begin with their day")
    for head in (article.title or "", article.text[:LEAD]):
        if called := called_chronology().search(head):
            return TextKind("chronology", f"it calls itself so: “{called.group().strip()}”", days_are_lost=True)
    return None


def _narrative(article: Article, dates: Sequence[_Date]) -> TextKind | None:
    published = article.published
    if published is None:
        return None
    past = [d for d in dates if not d.from_publication and (published - d.last).days > OLD]
    near = [d for d in dates if d.from_publication and abs((published - d.last).days) <= NEAR]
    opens_long_ago = bool(dates) and dates[0] in past and (published - dates[0].last).days > LONG_AGO
    weight = len(past) + OPENING * opens_long_ago
    years = {d.first.year for d in past}
    if weight < LEAST_PAST or len(years) < LEAST_PAST_YEARS:
        return None
    if weight < PAST_TO_NEAR * len(near) or weight * WORDS_A_DATE < len(_WORD.findall(article.text)):
        return None
    return TextKind("narrative", f"{len(past)} dates of {len(years)} past years, and {len(near)} near publication")
