"""When an event happened, in words that say no more than is known."""

from datetime import date
from typing import Any

import pytest

from transforms.writers.wording.dates import when_in_words

TABLE = [
    ("13 January 2025", "2025-01-13 2025-01-13 2025-01-13 2025-01-13", {}),
    (
        "13 January 2025, 20:15 GMT",
        "2025-01-13 2025-01-13 2025-01-13 2025-01-13",
        {"local_time": "20:15", "zone": "GMT"},
    ),
    ("13 January 2025, night", "2025-01-13 2025-01-13 2025-01-13 2025-01-13", {"local_time": "NI"}),
    ("about 13 January 2025", "2025-01-13 2025-01-13 2025-01-13 2025-01-13", {"approximate": True}),
    ("August 2024", "2024-08-01 2024-08-31 2024-08-01 2024-08-31", {}),
    ("second quarter of 1998", "1998-04-01 1998-06-30 1998-04-01 1998-06-30", {}),
    ("first half of 1998", "1998-01-01 1998-06-30 1998-01-01 1998-06-30", {}),
    ("1998", "1998-01-01 1998-12-31 1998-01-01 1998-12-31", {}),
    ("the 1990s", "1990-01-01 1999-12-31 1990-01-01 1999-12-31", {}),
    ("between 1995 and 1999", "1995-01-01 1999-12-31 1995-01-01 1999-12-31", {}),
    ("between 1 and 13 January 2025", "2025-01-01 2025-01-13 2025-01-01 2025-01-13", {}),
    ("between 30 January and 13 February 2025", "2025-01-30 2025-02-13 2025-01-30 2025-02-13", {}),
    ("between 30 December 2024 and 13 February 2025", "2024-12-30 2025-02-13 2024-12-30 2025-02-13", {}),
    ("by 13 January 2025", "- 2025-01-13 - 2025-01-13", {}),
    ("on or after 13 January 2025", "2025-01-13 - 2025-01-13 -", {}),
    ("from 1950 to 1953", "1950-01-01 1950-12-31 1953-01-01 1953-12-31", {}),
    ("from a day between 1995 and 1999 to 13 January 2025", "1995-01-01 1999-12-31 2025-01-13 2025-01-13", {}),
    ("until 13 January 2025", "- - 2025-01-13 2025-01-13", {}),
    ("since 13 January 2025", "2025-01-13 2025-01-13 - -", {"ongoing": True}),
    ("date unknown", "- - - -", {}),
    ("date unknown", "- - - -", {"approximate": True}),
]


@pytest.mark.parametrize(("words", "bounds", "more"), TABLE)
def test_date_in_words(words: str, bounds: str, more: dict[str, Any]) -> None:
    days = [None if text == "-" else date.fromisoformat(text) for text in bounds.split()]
    row = dict(zip(("start_earliest", "start_latest", "end_earliest", "end_latest"), days, strict=True))
    row |= {"precision": "day", "approximate": False, "ongoing": False, "local_time": None, "zone": None} | more

    assert when_in_words(row) == words
