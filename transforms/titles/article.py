"""The titles of all mentions of an article, its own headline among them where that reports one of them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from transforms.events.participants.entities import Register
from transforms.language.parse import Parse
from transforms.model import Annotation, EventMention
from transforms.titles.attributed import sayer
from transforms.titles.title import LONGEST, Title, title_of
from transforms.titles.view import View, view_of
from transforms.titles.wholeness.faults import is_sound
from transforms.titles.wording import tidy, with_capital
from transforms.titles.words import title_words

_FIRST = 4
"""Sentences of an article in which the content of its headline is looked for."""
_SHARED, _SHARE = 3, 0.6
_MOST_SIGNS = 110
_SITE = re.compile(r"\s+(?:[|•»]|[-–—]{1,2})\s+[^|•»]{2,40}$")
_WORD = re.compile(r"[^\W_]+")


def article_titles(annotation: Annotation, parse: Parse, register: Register | None = None) -> tuple[Title, ...]:
    """Return a title for each mention of an annotation, in its order; one of them may have the article's headline."""
    view = view_of(annotation, parse, register)
    titles = [_opened(view, event, title_of(view, event)) for event in annotation.events]
    headed = headline_of(annotation, titles)
    if headed is not None:
        titles[headed[0]] = Title(headed[1], "headline")
    return tuple(titles)


def _opened(view: View, event: EventMention, title: Title) -> Title:
    """Return a title with the length of what says in front of it who says so."""
    found = sayer(view, event.chain)
    said = with_capital(f"{found[1]} ") if found else ""
    return title._replace(opening=len(said)) if said and title.text.startswith(said) else title


def headline_of(annotation: Annotation, titles: Sequence[Title]) -> tuple[int, str] | None:
    """Find the mention that an article's headline reports, and return its number and the headline."""
    line = _clean(annotation.article.title or "")
    if not line or not _tells(line):
        return None
    wanted = _stems(line)
    best: tuple[float, int] | None = None
    for n, event in enumerate(annotation.events):
        if event.mention.sentence_index >= _FIRST or not _may(event):
            continue
        given = _stems(titles[n].text) | _stems(event.mention.lemma)
        shared = len(wanted & given)
        if shared < _SHARED or shared / len(wanted) < _SHARE or not _stems(event.mention.lemma) & wanted:
            continue
        score = shared / len(wanted) - 0.01 * event.mention.sentence_index
        if best is None or score > best[0]:
            best = score, n
    return None if best is None else (best[1], line)


def _clean(title: str) -> str:
    line = tidy(title)
    while (shorter := _SITE.sub("", line)) != line and len(shorter.split()) >= _SHARED + 1:
        line = shorter
    return line


def _tells(line: str) -> bool:
    """True if a headline reports a happening: it asks nothing, looks at nothing ahead, and is a sound line."""
    words = line.casefold().split()
    if not 4 <= len(words) <= LONGEST or line.endswith("?") or ":" in line or len(line) > _MOST_SIGNS:
        return False
    if words[0] in title_words().not_headlines or title_words().ahead & set(words):
        return False
    return is_sound(line)


def _may(event: EventMention) -> bool:
    return event.judgement.modality == "actual" and event.mention.event_class in ("event", "reporting")


def _stems(text: str) -> set[str]:
    return {w[:5].rstrip("s") for w in _WORD.findall(text.casefold()) if w not in title_words().small and len(w) > 1}
