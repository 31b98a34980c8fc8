"""What htmldate is heard for: it confirms a weak sign of ours, and decides nothing alone."""

from __future__ import annotations

from datetime import date

import pytest
from lxml.html import document_fromstring

from tests.transforms.readers.documents import article
from transforms.publication_date.evidence import BELIEVED, DateSignal, read_signal
from transforms.publication_date.second_reading import second_reading

SEEN_ON = date(2026, 1, 1)
PAGE = "<html><body><h1>Ferry laid up</h1><p class='date'>14 November 2024</p><p>Words.</p></body></html>"


def second(*signals: DateSignal, page: str = PAGE) -> DateSignal | None:
    return second_reading(document_fromstring(page), None, signals, SEEN_ON)


@pytest.mark.parametrize(
    ("signals", "believed"),
    [
        # a sign that is nearly enough
        ([read_signal("byline", "published", "2024-11-14", 36)], True),
        # a teaser, the margin or the masthead; another day; a change; nothing
        ([read_signal("byline", "published", "2024-11-14", 24)], False),
        ([read_signal("byline", "published", "2024-11-13", 36)], False),
        ([read_signal("byline", "updated", "2024-11-14", 52)], False),
        (
            [read_signal("byline", "published", "2024-11-14", 36), read_signal("byline", "updated", "2024-11-14", 52)],
            False,
        ),
        ([], False),
    ],
)
def test_its_answer_counts_by_what_it_rests_on(signals: list[DateSignal], believed: bool) -> None:
    found = second(*signals)
    assert found is not None
    assert found.signal.day == date(2024, 11, 14)
    assert (found.rank >= BELIEVED) is believed


def test_it_is_not_asked_where_our_own_sign_is_believed() -> None:
    assert second(read_signal("meta", "published", "2024-11-10", 75)) is None


def test_a_page_without_any_date_has_none() -> None:
    assert second(page="<html><body><p>Words alone.</p></body></html>") is None


def test_the_day_of_looking_is_not_confirmed() -> None:
    words = (
        "<p>The old ferry was laid up for the winter after its engine failed twice within one week, its master said.</p>"
        * 3
    )
    page = (
        "<html><head><title>Ferry laid up</title></head><body><header><nav><time datetime='2024-12-02'>2 December 2024</time></nav></header>"
        f"<main><div><div><div><div><article><h1>Ferry laid up</h1>{words}</article></div></div></div></div></main></body></html>"
    )
    assert article(page, "a.html").published is None
