"""Chronologies: dates that head entries ("3 May: The mill closes") date what their entries say, in the present too."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from itertools import pairwise

from transforms.events.dating.values import ArticleView, Attachment, Candidate
from transforms.model import Span, TimeExpression

RULE = "date-heading-an-entry"
_COLON = re.compile(r"\s?:\s")
_LINE_ENDS = re.compile(r"[ \t.:]*\n")
_QUOTE = re.compile(r"[\"“]")
_LONGEST = 1200
"""Characters of an entry; what follows further on belongs to the text around it."""
_SHORT = 400
"""Characters at the end of a text that belong to its last entry where entries have several lines."""
_INLINE = 3
"""As many dates with a colon in one line make a chronology; at the head of lines, two do."""
_OPENS_LINE = re.compile(r"(?:^|\n)[\s>*•–-]*$")
_MAIN = frozenset({"ROOT", "conj", "parataxis"})


def entries(view: ArticleView) -> dict[int, Span]:
    """Return the text of each entry by the expression that heads it."""
    text, times = view.parse.text, view.times
    heads = [i for i, time in enumerate(times) if _may_head(text, time)]
    lines = {i for i in heads if _OPENS_LINE.search(text, max(0, times[i].span.start - 20), times[i].span.start)}
    if len(heads) < _INLINE:
        heads = [i for i in heads if i in lines]
    if len(heads) < 2:
        return {}
    found: dict[int, Span] = {}
    several = _has_entries_of_lines(text, [times[i].span.start for i in heads])
    for at, i in enumerate(heads):
        start = times[i].span.end
        line = text.find("\n", start + 2)
        last = len(text) if line < 0 or (several and len(text) - start <= _SHORT) else line
        end = times[heads[at + 1]].span.start if at + 1 < len(heads) else last
        if i not in lines and (quote := _QUOTE.search(text, start, end)):
            end = quote.start()  # the entries are over where somebody speaks
        if start < min(end, start + _LONGEST):
            found[i] = Span(start, min(end, start + _LONGEST))
    return found


def _has_entries_of_lines(text: str, starts: Sequence[int]) -> bool:
    """True if an entry before the last has several lines, as the last may have too."""
    return any(text.count("\n", first, second) > 1 for first, second in pairwise(starts))


def _may_head(text: str, time: TimeExpression) -> bool:
    """True if a date with a day, month or year stands before a colon, or alone on its line."""
    if time.timex_type != "DATE" or time.interval.earliest is None or time.interval.latest is None or time.connective:
        return False
    if time.stamp is not None or time.precision not in ("day", "month", "year"):
        return False
    if _COLON.match(text, time.span.end):
        return True
    opens = _OPENS_LINE.search(text, max(0, time.span.start - 20), time.span.start)
    return opens is not None and _LINE_ENDS.match(text, time.span.end) is not None


def attach_entries(view: ArticleView, candidates: Sequence[Candidate], found: dict[int, Span]) -> list[Attachment]:
    """Return the attachments of chronologies: each date at the main verbs of its entry."""
    attachments = []
    starts = [one.mention.trigger.start for one in candidates]
    for index, span in found.items():
        first = True
        for i in range(bisect_left(starts, span.start), bisect_left(starts, span.end)):
            one = candidates[i]
            if one.modality != "actual" or not one.tense.own or one.tense.past_perfect or one.tense.modal:
                continue
            if not first and view.parse.tokens[one.mention.head].dep not in _MAIN:
                continue
            first = False
            if one.bounds.kind == "state" and not one.tense.progressive:
                one.bounds.kind = "point"  # the present of a chronology is what took place
            attachments.append(Attachment(index, i, "", RULE))
    return attachments
