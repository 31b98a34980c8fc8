"""Events as lines of text: on a terminal by month, with a date column; in a pipe one line each."""

from __future__ import annotations

import shutil
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, Final

from flows.outputs.tables import table_lines, wrapped
from transforms.writers.wording.dates import heading_of, when_in_words
from transforms.writers.wording.sanitize import one_line

DATE_COLUMNS: Final = 24
LEAST_COLUMNS, MOST_COLUMNS = 60, 110
NAMES_SHOWN: Final = 3
ID_SHOWN: Final = 9
"""Letters of an id that are shown: enough to be taken up again, since a unique beginning will do."""
_BOLD, _DIM, _PLAIN = "\x1b[1m", "\x1b[2m", "\x1b[0m"

Row = Mapping[str, Any]


def mark(event: Row) -> str:
    """Return how well the time is known: ● a day, ◐ dated but coarser or approximate, ○ not dated by any text."""
    if not event["dated"]:
        return "○"
    return "●" if event["precision"] == "day" and not event["approximate"] else "◐"


def event_lines(events: Iterable[Row], terminal: bool) -> Iterator[str]:
    """Return the events as lines of text."""
    if not terminal:
        yield from table_lines(("id", "when", "", "what", "said by", "told in"), [_line(event) for event in events])
        return
    columns = max(LEAST_COLUMNS, min(shutil.get_terminal_size().columns, MOST_COLUMNS))
    count, above = 0, ""
    for count, event in enumerate(events, start=1):  # noqa: B007 -- the last number is the count
        heading = heading_of(event)
        if heading != above and event["level"] != "detail":
            yield from ([""] if above else [])
            yield f"{_BOLD}{heading}{_PLAIN}"
            above = heading
        yield from _block(event, columns)
    yield f"{_DIM}{count} events · ● day known ◐ coarser ○ no date told · dateline explain ID{_PLAIN}"


def _block(event: Row, columns: int) -> Iterator[str]:
    """Return one event: when on the left, what and by whom on the right, in as many lines as either needs."""
    beside = columns - DATE_COLUMNS - 4
    left = wrapped(when_in_words(event), DATE_COLUMNS)
    right = wrapped(_title(event), beside)
    lower = wrapped(_details(event), beside)
    for nth in range(max(len(left), len(right) + len(lower))):
        date = left[nth] if nth < len(left) else ""
        sign = mark(event) if nth == 0 else " "
        if nth < len(right):
            body = right[nth]
        else:
            body = f"{_DIM}{lower[nth - len(right)]}{_PLAIN}" if nth - len(right) < len(lower) else ""
        yield f"{date:<{DATE_COLUMNS}} {sign}  {body}".rstrip()


def _line(event: Row) -> list[str]:
    return [
        event["event_id"],
        when_in_words(event),
        mark(event),
        _title(event),
        _some(event["speakers"]),
        _some(event["sites"]),
    ]


def _some(names: Sequence[str]) -> str:
    """Return the first names and how many more there are."""
    more = len(names) - NAMES_SHOWN
    return ", ".join(map(one_line, names[:NAMES_SHOWN])) + (f" and {more} more" if more > 0 else "")


def _title(event: Row) -> str:
    return ("└ " if event["level"] == "detail" and event["parent_event_id"] else "") + one_line(event["title"])


def _details(event: Row) -> str:
    """Return who says so, which outlets report it, and the id to ask for more."""
    parts = []
    if event["speakers"]:
        parts.append("says " + _some(event["speakers"]))
    if event["sites"]:
        parts.append(_some(event["sites"]))
    if event["articles"] > 1:
        parts.append(f"{event['articles']} articles")
    if event["contested"]:
        parts.append("contested")
    if event["level"] == "aside":
        parts.append("aside")
    if not event["on_timeline"]:
        parts.append(f"left out: {event['reason'] or event['modality']}")
    elif event["reason"]:
        parts.append(str(event["reason"]))
    return " · ".join([*parts, event["event_id"][:ID_SHOWN]])
