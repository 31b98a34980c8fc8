"""Date strings of metadata: what day, what instant, how precise."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from transforms.publication_date.date_strings import read_date
from transforms.publication_date.figures import FigureOrder, figure_order

READ = [
    # raw, language, day, at, precision
    ("2024-03-09", None, "2024-03-09", None, "day"),
    ("2024-03-09T23:30:00-05:00", None, "2024-03-09", "2024-03-09T23:30:00-05:00", "instant"),
    ("2024-03-09T04:30:00Z", None, "2024-03-09", "2024-03-09T04:30:00+00:00", "instant"),
    ("2024-03-09T04:30:00.123+0900", None, "2024-03-09", "2024-03-09T04:30:00+09:00", "instant"),
    ("2024-03-09 04:30", None, "2024-03-09", "2024-03-09T04:30:00", "instant"),
    ("2024/3/9", None, "2024-03-09", None, "day"),
    ("20240309", None, "2024-03-09", None, "day"),
    ("20240309T043000Z", None, "2024-03-09", "2024-03-09T04:30:00+00:00", "instant"),
    ("1709958600", None, "2024-03-09", "2024-03-09T04:30:00+00:00", "instant"),
    ("1709958600000", None, "2024-03-09", "2024-03-09T04:30:00+00:00", "instant"),
    ("Sat, 09 Mar 2024 23:30:00 -0500", None, "2024-03-09", "2024-03-09T23:30:00-05:00", "instant"),
    ("Sat, 09 Mar 2024 23:30:00 GMT", None, "2024-03-09", "2024-03-09T23:30:00+00:00", "instant"),
    ("March 9, 2024", "en", "2024-03-09", None, "day"),
    ("Mar 9, 2024 at 4:30 pm", "en", "2024-03-09", "2024-03-09T16:30:00", "instant"),
    ("9th March 2024", "en-GB", "2024-03-09", None, "day"),
    ("9. März 2024", "de", "2024-03-09", None, "day"),
    ("09.03.2024 - 16:30 Uhr", "de", "2024-03-09", "2024-03-09T16:30:00", "instant"),
    ("sábado, 9 de marzo de 2024", "es", "2024-03-09", None, "day"),
    ("9 mars 2024", "fr", "2024-03-09", None, "day"),
    ("9 марта 2024", "ru", "2024-03-09", None, "day"),
    ("2024年3月9日", "ja", "2024-03-09", None, "day"),
    ("03/09/2024", "en-US", "2024-03-09", None, "day"),
    ("09/03/2024", "en-GB", "2024-03-09", None, "day"),
    ("09/03/2024", "fr", "2024-03-09", None, "day"),
    ("03/29/2024", "fr", "2024-03-29", None, "day"),
    ("9.3.24", "de", "2024-03-09", None, "day"),
    ("9. März 2024", "en", "2024-03-09", None, "day"),
    ("9 בפברואר 2024", "en", "2024-02-09", None, "day"),
    ("2 listopada 2024", None, "2024-11-02", None, "day"),
    ("March 2024", "en", None, None, "month"),
    ("2024-03", None, None, None, "month"),
    ("2024", None, None, None, "year"),
]


@pytest.mark.parametrize(("raw", "language", "day", "at", "precision"), READ)
def test_reads(raw: str, language: str | None, day: str | None, at: str | None, precision: str) -> None:
    found = read_date(raw, language)
    assert (found.day and found.day.isoformat(), found.at, found.precision) == (day, at, precision)


@pytest.mark.parametrize(
    "raw",
    ["", "soon", "yesterday", "2 hours ago", "9 March", "Monday", "2024-02-30", "2024-13-01", "0000-00-00", "1", "12:30",
     "9999999999999999", "2024-03-09T04:30:00+99:00x" * 20, "today at 10:30", "0001-01-01T00:00:00Z"],
)  # fmt: skip
def test_leaves_unread(raw: str) -> None:
    assert read_date(raw, "en").precision == "unreadable"


@pytest.mark.parametrize(
    ("language", "domain", "order"),
    [
        ("en-US", None, "month first"), ("en-US", "uk", "month first"), ("en_GB", "com", "day first"), ("en-IE", None, "day first"),
        ("en", "uk", "day first"), ("en", "au", "day first"), ("en", "gov", "month first"), ("en-CA", "ca", "unknown"),
        ("en", "com", "unknown"), (None, None, "unknown"), ("de", "com", "day first"), ("es-MX", "com", "day first"),
    ],
)  # fmt: skip
def test_the_region_says_which_figure_is_the_day(language: str | None, domain: str | None, order: FigureOrder) -> None:
    assert figure_order(language, domain) == order


@given(st.dates(date(1700, 1, 1), date(2100, 1, 1)))
def test_a_day_comes_back_from_its_iso_form(day: date) -> None:
    assert read_date(day.isoformat()).day == day


@given(st.text(max_size=120))
def test_no_string_raises(raw: str) -> None:
    read_date(raw, "de")
