"""A second reading of a page's date, by htmldate: heard only where our own signals are too weak to be believed.

It answers nearly always, from whatever holds a date.  So its answer counts by what it rests on: a day that one of
our own weak signals names is confirmed by it; one that we know to be a change, or that nothing names, decides nothing.
"""

from __future__ import annotations

import logging
from collections.abc import Sequence
from datetime import date

from lxml.html import HtmlElement

from transforms.publication_date.evidence import BELIEVED, DateSignal, read_signal

SOURCE = "htmldate"
CONFIRMED, ALONE = 42, 20
_WEAK = 34
"""Ranks below this are those of other stories, of margins and of the masthead, which shows the day of looking."""


def second_reading(
    tree: HtmlElement, url: str | None, signals: Sequence[DateSignal], not_after: date
) -> DateSignal | None:
    """Return htmldate's answer as a signal, ranked by what it rests on; `None` where ours decide, or it has none."""
    if any(s.signal.field == "published" and s.signal.day is not None and s.rank >= BELIEVED for s in signals):
        return None
    first = _answer(tree, url, not_after, extensive=False)
    if first is None or _rank(first, signals) < BELIEVED:
        # Its search of running text finds the dates of events too: it may confirm, and no more.
        second = _answer(tree, url, not_after, extensive=True)
        if second is not None and (first is None or _rank(second, signals) >= BELIEVED):
            first = second
    if first is None:
        return None
    rank = _rank(first, signals)
    detail = "confirms what the page shows" if rank >= BELIEVED else "nothing that was found confirms it"
    return read_signal(SOURCE, "published", first, rank, detail)


def _rank(answer: str, signals: Sequence[DateSignal]) -> int:
    """Return the rank of a day by what else names it: as the publication, as a change, or nothing."""
    same = [s for s in signals if s.other is None and s.signal.day is not None and s.signal.day.isoformat() == answer]
    if any(s.signal.field == "updated" and s.rank >= BELIEVED for s in same):
        return ALONE
    return CONFIRMED if any(s.signal.field == "published" and s.rank >= _WEAK for s in same) else ALONE


def _answer(tree: HtmlElement, url: str | None, not_after: date, *, extensive: bool) -> str | None:
    import htmldate  # takes time to load, and few pages need it

    logging.getLogger("htmldate").setLevel(logging.CRITICAL)
    try:
        found = htmldate.find_date(
            tree, url=url, original_date=True, extensive_search=extensive, max_date=not_after.isoformat()
        )
    except (ValueError, TypeError, LookupError, AttributeError, RecursionError, OverflowError):
        return None
    return str(found) if found else None
