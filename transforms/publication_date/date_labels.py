"""The dates in a short text, and what the words beside each say of it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Literal

from transforms.publication_date.figures import may_be_swapped
from transforms.publication_date.names import DATE_WORD, OTHER_WORD, PUBLISHED_WORD, UPDATED_WORD

Label = Literal["published", "updated", "date", "other", "unknown", ""]
"""What a date is called: `date` leaves open which one it is, `unknown` is a word with a colon that no list holds."""

_MOST = 4
"""Dates in one short text; one with more is a table."""
_MONTH_WORD = r"[^\W\d_]{3,14}"
DATE = re.compile(
    r"(?<![\d/.-])(?:"
    r"(?:19|20)\d{2}[-/.]\s?\d{1,2}[-/.]\s?\d{1,2}(?:[T\s]\d{2}:\d{2}(?::\d{2})?(?:Z|[+-]\d{2}:?\d{2})?)?(?!\d)"
    r"|\d{1,2}[./-]\s?\d{1,2}[./-]\s?(?:(?:19|20)\d{2}|\d{2}(?![\d:]))(?!\d)"
    rf"|\d{{1,2}}(?:st|nd|rd|th|er|\.|º|ª)?,?[\s-]{{1,3}}(?:de\s|of\s)?{_MONTH_WORD}\.?(?:\s/\s{_MONTH_WORD})?,?[\s-]{{1,3}}(?:de\s|del\s)?(?:19|20)\d{{2}}(?!\d)"
    rf"|{_MONTH_WORD}\.?\s{{1,3}}\d{{1,2}}(?:st|nd|rd|th)?,?\s{{1,3}}(?:19|20)\d{{2}}(?!\d)"
    rf"|(?:19|20)\d{{2}}\.?\s{{1,3}}{_MONTH_WORD}\.?\s{{1,3}}\d{{1,2}}(?!\d)"
    r"|(?:19|20)\d{2}\s?[年년]\s?\d{1,2}\s?[月월]\s?\d{1,2}\s?[日일]"
    r")"
)
_CLOCK = re.compile(
    r"[\s,.|–-]{0,5}(?:um |at |kl\. ?|às |a las |@ ?)?(?P<clock>\d{1,2}[:.h]\d{2}(?::\d{2})?"
    r"(?:\s?[AaPp]\.?[Mm]\b\.?)?)(?!\d)"
)
_WORD_BEFORE = re.compile(r"([^\W\d_]{2,14})[.,]?\s{0,3}$")
_WORD_AFTER = re.compile(r"\s{0,2}[(,]\s?([^\W\d_]{2,14})\b")
_NAMED = re.compile(r"[^\W\d_]{3}[^:]{0,30}:\s*$")
_PLACE = re.compile(r"[A-ZÄÖÜÁÉÍÓÚÑ .'’-]{3,30}:\s*$")


@dataclass(frozen=True, slots=True)
class LabelledDate:
    """One date of a text."""

    raw: str
    """As it is written, with its weekday where that may tell day and month apart, and its time of day."""
    start: int
    end: int
    label: Label


def labelled_dates(text: str, before: str = "") -> list[LabelledDate]:
    """Return the dates of a short text, each with the label in front of it.

    Of several, the one without a label is the publication where another is called a change.
    """
    found = list(_dates(text, before))
    if any(d.label == "updated" for d in found):
        found = [replace(d, label="published") if d.label == "" else d for d in found]
    return found


def _dates(text: str, before: str) -> Iterator[LabelledDate]:
    behind = 0
    for n, m in enumerate(DATE.finditer(text)):
        if n == _MOST:
            return
        words = f"{before} {text[: m.start()]}" if n == 0 else text[behind : m.start()]
        yield LabelledDate(_written(text, m), m.start(), m.end(), label_in(words))
        behind = m.end()


def label_in(words: str) -> Label:
    """Return what the words in front of a date call it."""
    if PUBLISHED_WORD.search(words):
        return "published"
    if UPDATED_WORD.search(words):
        return "updated"
    if OTHER_WORD.search(words):
        return "other"
    if DATE_WORD.search(words):
        return "date"
    return "unknown" if _NAMED.search(words) and not _PLACE.search(words) else ""


def _written(text: str, date: re.Match[str]) -> str:
    raw = date.group()
    clock = None if ":" in raw else _CLOCK.match(text, date.end())
    if may_be_swapped(raw):
        named = _WORD_BEFORE.search(text[: date.start()]) or _WORD_AFTER.match(text, date.end())
        raw = f"{named[1]} {raw}" if named else raw
    return f"{raw} {clock['clock']}" if clock else raw
