"""By day, then time of day, then what is known to come first, then importance; what has no day of its own apart."""

from datetime import date

import pytest

from transforms.selection.order import day_positions, section, story_period
from transforms.selection.values import EventFeatures

MAY_1, MAY_9, MAY_31 = date(2024, 5, 1), date(2024, 5, 9), date(2024, 5, 31)
STORY = (MAY_1, MAY_31)


def event(
    key: str, first: date | None, last: date | None = None, *, dated: bool = True, time: str | None = None, end=None
):
    last = last or first
    return EventFeatures(
        key, "attack", "event", dated=dated, sort_date=last, start_earliest=first, start_latest=last,
        end_earliest=first, end_latest=end or last, first_reported=MAY_9, local_time=time,
    )  # fmt: skip


def ordered(events, importance=None, before=()):
    positions = day_positions(events, importance or {e.event_id: 0.5 for e in events}, before)
    return sorted(positions, key=positions.__getitem__)


@pytest.mark.parametrize(
    ("events", "importance", "before", "expected"),
    [
        pytest.param([event("b", MAY_1, time="14:00"), event("a", MAY_1, time="09:30")], None, [], ["a", "b"], id="by the clock"),
        pytest.param([event(time, MAY_1, time=time) for time in ("NI", "EV", "AF", "MI", "MO")], None, [], ["MO", "MI", "AF", "EV", "NI"], id="by parts of the day"),
        pytest.param([event("b", MAY_1, time="NI"), event("a", MAY_1, time="19:30")], None, [], ["a", "b"], id="a clock time before the night"),
        pytest.param([event("a", MAY_1), event("b", MAY_1)], {"a": 0.2, "b": 0.9}, [], ["b", "a"], id="by importance"),
        pytest.param([event("a", MAY_1), event("b", MAY_1)], {"a": 0.2, "b": 0.9}, [("a", "b")], ["a", "b"], id="what came first"),
        pytest.param([event("month", MAY_1, MAY_31), event("day", MAY_31)], {"month": 0.9, "day": 0.2}, [], ["day", "month"], id="a period stands at its end"),
        pytest.param([event("a", MAY_1), event("b", MAY_1)], None, [("a", "b"), ("b", "a")], ["a", "b"], id="a circle says nothing"),
    ],
)  # fmt: skip
def test_within_a_day(events, importance, before, expected):
    assert ordered(events, importance, before) == expected


@pytest.mark.parametrize(
    ("one", "expected"),
    [
        pytest.param(event("a", MAY_9), "story", id="a day"),
        pytest.param(event("a", MAY_1, MAY_31), "story", id="a month"),
        pytest.param(event("a", MAY_9, dated=False), "undated", id="nobody dates it"),
        pytest.param(event("a", date(1986, 4, 26)), "background", id="long before the story"),
        pytest.param(event("a", date(2023, 1, 1), MAY_9), "span", id="somewhere within more than a year"),
        pytest.param(event("a", MAY_1, end=MAY_31), "story", id="what lasts begins in the story"),
    ],
)
def test_sections(one, expected):
    assert section(one, STORY) == expected


@pytest.mark.parametrize(
    ("days", "expected"),
    [
        ([MAY_1, MAY_9], (MAY_1, MAY_9)),
        ([date(1986, 4, 26), MAY_1, MAY_31], (MAY_1, MAY_31)),
        ([date(2024, 2, 1), date(2024, 3, 20), MAY_9], (date(2024, 2, 1), MAY_9)),
        ([], None),
    ],
)
def test_the_storys_own_period_leaves_out_lone_days_of_the_past(days, expected):
    assert story_period([event(str(day), day) for day in days]) == expected
