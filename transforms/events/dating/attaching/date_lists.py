"""Several dates of one event, joined by commas and a word: "in May, June and July", "on Friday or Saturday"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from transforms.events.dating.values import ArticleView, Attachment
from transforms.model import TimeExpression

_JOINED = re.compile(r"\s*(?:,\s*)?(?P<word>and|or|,|&)\s*(?:(?:on|in)\s+)?", re.IGNORECASE)


def joined_lists(view: ArticleView, attachments: Sequence[Attachment]) -> list[Attachment]:
    """Return the attachments with the dates of one list as one attachment, at its first date."""
    found: list[Attachment] = []
    place: dict[tuple[int, int], int] = {}
    for attachment in attachments:
        within = view.rules.is_within(attachment.connective)
        before = place.get((attachment.mention, attachment.time - 1)) if within else None
        word = joining(view, attachment.time) if before is not None else None
        if before is None or word is None:
            if within:
                place[(attachment.mention, attachment.time)] = len(found)
            found.append(attachment)
            continue
        each = word != "or" and (found[before].each or found[before].last is None)
        found[before] = found[before]._replace(last=attachment.time, each=each)
        place[(attachment.mention, attachment.time)] = before
    return found


def joining(view: ArticleView, index: int) -> str | None:
    """Return the word or mark that joins a date to the one before it; `None` where the two are no list."""
    first, second = view.times[index - 1], view.times[index]
    behind = _JOINED.fullmatch(view.parse.text, first.span.end, second.span.start)
    if behind is None or not _is_date(first) or not _is_date(second) or first.precision != second.precision:
        return None
    runs = (
        first.interval.latest is not None
        and second.interval.earliest is not None
        and first.interval.latest < second.interval.earliest
    )
    return behind["word"].lower() if runs else None


def _is_date(time: TimeExpression) -> bool:
    """True if an expression names days, not a length or how often."""
    return time.timex_type in ("DATE", "TIME") and time.stamp is None
