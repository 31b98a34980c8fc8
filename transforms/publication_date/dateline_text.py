"""The dateline of a news text: the place and day in front of its first sentence."""

from __future__ import annotations

import re
from datetime import date, timedelta

from transforms.language.month_names import ENGLISH_MONTHS
from transforms.model import PublicationSignal
from transforms.publication_date.evidence import DateSignal

_MONTHS = {form.casefold(): n for n, name in ENGLISH_MONTHS.items() for form in (name, name[:3])} | {"sept": 9}
_MONTH = r"(?P<month>[A-Z][a-z]{2,8})\.?"
# As agencies write it: the place in capitals, the day, perhaps the agency in brackets, and a dash.
_DATELINE = re.compile(
    r"[A-Z][A-Z'’.\- ]{1,40}(?:,\s[A-Z][A-Za-z.'’ ]{1,30})?,\s{1,3}"
    rf"(?:{_MONTH}\s(?P<day>\d{{1,2}})|(?P<day_first>\d{{1,2}})\s(?P<month_after>[A-Z][a-z]{{2,8}})\.?)"
    r"(?:,?\s(?P<year>\d{4}))?(?:\s?\([^()\n]{1,40}\))?\s{0,2}(?:[-–—:]|_{1,2})"
)


def dateline_sign(text: str, near: date | None = None, rank: int = 0) -> DateSignal | None:
    """Return the sign that the dateline gives, if one of the first lines is one.

    A dateline without a year takes it from `near` (a day known otherwise: the nearest such day within half a year);
    without `near` the year stays open, and so does the day.
    """
    for line in text[:1500].splitlines()[:8]:
        m = _DATELINE.match(line.strip())
        if m is None:
            continue
        month = _MONTHS.get((m["month"] or m["month_after"]).casefold())
        if month is None:
            continue
        day_of_month, words = int(m["day"] or m["day_first"]), m.group().strip()
        day = _day(int(m["year"]), month, day_of_month) if m["year"] else _nearest(month, day_of_month, near)
        return DateSignal(
            PublicationSignal("dateline", "published", words, day, None, "day" if day else "unreadable", words), rank
        )
    return None


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _nearest(month: int, day: int, near: date | None) -> date | None:
    if near is None:
        return None
    days = [d for d in (_day(near.year + step, month, day) for step in (-1, 0, 1)) if d is not None]
    best = min(days, key=lambda d: abs(d - near), default=None)
    return best if best is not None and abs(best - near) <= timedelta(days=183) else None
