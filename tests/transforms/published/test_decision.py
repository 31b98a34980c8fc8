"""Which of several signs decides the publication day."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from transforms.publication_date.decision import BELIEVED, decide
from transforms.publication_date.evidence import DateSignal, read_signal

READ_ON = date(2026, 1, 1)


def day_of(*signs: DateSignal, not_after: date | None = READ_ON) -> str | None:
    published = decide(signs, not_after).published
    return published and published.isoformat()


def test_the_highest_rank_decides_and_is_marked() -> None:
    decision = decide(
        [read_signal("meta", "published", "2024-03-08", 75), read_signal("manifest", "published", "2024-03-09", 100)]
    )
    assert (decision.published, decision.signal) == (date(2024, 3, 9), "manifest")
    assert [s.chosen for s in decision.signals] == [False, True]


def test_without_a_sign_the_day_is_unknown() -> None:
    decision = decide([], READ_ON)
    assert (decision.published, decision.published_at, decision.signal, decision.precision) == (None, None, None, None)


def test_an_update_is_no_publication() -> None:
    decision = decide([read_signal("meta", "updated", "2024-03-09T10:00:00Z", 75)], READ_ON)
    assert (decision.published, decision.updated) == (None, date(2024, 3, 9))


def test_a_month_is_no_day() -> None:
    decision = decide([read_signal("meta", "published", "March 2024", 75)], READ_ON)
    assert (decision.published, decision.precision) == (None, "month")


def test_nothing_appears_after_it_was_read_unless_a_person_says_so() -> None:
    assert day_of(read_signal("meta", "published", "2031-05-05", 75)) is None
    assert day_of(read_signal("manifest", "published", "2031-05-05", 100)) == "2031-05-05"


def test_a_weak_sign_is_kept_and_does_not_decide() -> None:
    decision = decide([read_signal("byline", "published", "2024-03-09", BELIEVED - 1)], READ_ON)
    assert decision.published is None
    assert len(decision.signals) == 1


def test_a_change_before_the_publication_is_left_out() -> None:
    decision = decide(
        [read_signal("meta", "published", "2024-03-09", 75), read_signal("meta", "updated", "2024-03-07", 75)], READ_ON
    )
    assert (decision.published, decision.updated) == (date(2024, 3, 9), None)


@pytest.mark.parametrize(
    ("other", "day"),
    [
        # the same instant with the paper's own offset
        (read_signal("time-element", "published", "2024-03-08T21:10:00-05:00", 52), "2024-03-08"),
        # an address made from the paper's own day
        (read_signal("url", "published", "2024-03-08", 56), "2024-03-08"),
        # the paper's own clock: five hours behind Greenwich, to the minute
        (read_signal("byline", "published", "March 8, 2024 9:10 PM", 50), "2024-03-08"),
        # a clock that is in no zone at that instant belongs to something else
        (read_signal("byline", "published", "March 8, 2024 9:33 PM", 50), "2024-03-09"),
        # another instant
        (read_signal("time-element", "published", "2024-03-08T09:00:00-05:00", 52), "2024-03-09"),
        # no zone is a day and a half behind
        (read_signal("url", "published", "2024-03-07", 56), "2024-03-09"),
    ],
)
def test_the_day_is_that_of_the_place_where_it_was_written(other: DateSignal, day: str) -> None:
    assert day_of(read_signal("json-ld", "published", "2024-03-09T02:10:00Z", 80), other) == day


def test_the_instant_is_kept_beside_the_local_day() -> None:
    decision = decide(
        [
            read_signal("json-ld", "published", "2024-03-09T02:10:00Z", 80),
            read_signal("url", "published", "2024-03-08", 56),
        ],
        READ_ON,
    )
    assert (decision.published, decision.published_at, decision.signal) == (
        date(2024, 3, 8), "2024-03-09T02:10:00+00:00", "url",
    )  # fmt: skip


@given(
    st.lists(
        st.builds(
            read_signal,
            st.sampled_from(["meta", "json-ld", "byline", "url"]),
            st.sampled_from(["published", "updated"]),
            st.datetimes().map(str) | st.text(max_size=20),
            st.integers(0, 100),
        ),
        max_size=6,
    )
)
def test_the_day_is_always_one_that_a_sign_gives(signs: list[DateSignal]) -> None:
    decision = decide(signs, READ_ON)
    days = {s.signal.day for s in signs if s.signal.field == "published"}
    assert decision.published is None or decision.published in days
    assert decision.updated is None or decision.published is None or decision.updated >= decision.published
    assert len(decision.signals) == len(signs)
