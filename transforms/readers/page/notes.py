"""What a browser or an extension notes in a page that it saves as one file: the address, and when it was saved."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime, timedelta, timezone

from transforms.language.month_names import ENGLISH_MONTHS

_HEAD = 4_000
_BROWSER = re.compile(r"<!--\s{0,3}saved from url=\(\d{1,6}\)(\S{1,2000})\s{0,3}-->", re.IGNORECASE)
_SINGLE_FILE = re.compile(
    r"<!--\s{0,9}Page saved with SingleFile\s{1,9}url:\s{0,9}(\S{1,2000})(?:\s{1,9}saved date:\s{0,9}([^\n]{10,80}))?"
)
_WRITTEN = re.compile(r"[A-Z][a-z]{2} ([A-Z][a-z]{2}) (\d{2}) (\d{4}) (\d{2}):(\d{2}):(\d{2}) GMT([+-])(\d{2})(\d{2})")
_MONTHS = tuple(name[:3] for name in ENGLISH_MONTHS.values())
_EMBEDDED = re.compile(r"data:[\w/+.;=-]{0,100};base64,[A-Za-z0-9+/=\s]{500,}")


@dataclass(frozen=True, slots=True)
class SavedFrom:
    """Where a page was saved from, and when, as far as it is noted."""

    url: str | None = None
    at: datetime | None = None


def saved_from(text: str) -> SavedFrom:
    """Return what is noted at the beginning of a page."""
    head = text[:_HEAD]
    if m := _SINGLE_FILE.search(head):
        return SavedFrom(_address(m[1]), _moment(m[2] or ""))
    if m := _BROWSER.search(head):
        return SavedFrom(_address(m[1]))
    return SavedFrom()


def without_embedded(text: str) -> str:
    """Return the page without the pictures and fonts in it: the parser stops at attributes of that length."""
    return _EMBEDDED.sub("data:,", text) if ";base64," in text else text


def _address(url: str) -> str | None:
    return url if url.startswith(("http://", "https://")) else None


def _moment(words: str) -> datetime | None:
    m = _WRITTEN.search(words)
    if m is None or m[1] not in _MONTHS:
        return None
    offset = timedelta(hours=int(m[8]), minutes=int(m[9])) * (-1 if m[7] == "-" else 1)
    try:
        zone = timezone(offset)
        return datetime(int(m[3]), _MONTHS.index(m[1]) + 1, int(m[2]), int(m[4]), int(m[5]), int(m[6]), tzinfo=zone)
    except ValueError:
        return None
