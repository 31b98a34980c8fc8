"""Bounds narrowed by relations: events as lines of days, relations between them, what is left."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.transforms.telling import day
from transforms.coreference.constraint_network import Box, Told, settle
from transforms.model import Bounds


def box(start=(None, None), end=None, **told):
    return Box(Bounds(*map(day, start)), Bounds(*map(day, end or start)), **told)


KNOWN = box(("2025-03-10", "2025-03-10"))
OPEN = box()
LONG = box(("2025-03-01", "2025-03-01"), ("2025-03-31", "2025-03-31"))


@pytest.mark.parametrize(
    ("relation", "other", "start", "end"),
    [
        ("before", KNOWN, (None, "2025-03-10"), (None, "2025-03-10")),
        ("after", KNOWN, ("2025-03-10", None), ("2025-03-10", None)),
        ("during", LONG, ("2025-03-01", "2025-03-31"), ("2025-03-01", "2025-03-31")),
        ("part_of", LONG, ("2025-03-01", "2025-03-31"), ("2025-03-01", "2025-03-31")),
        ("since", KNOWN, ("2025-03-10", None), ("2025-03-10", None)),
        ("until", KNOWN, (None, "2025-03-10"), (None, "2025-03-10")),
        ("simultaneous", LONG, (None, "2025-03-31"), ("2025-03-01", None)),
    ],
)
def test_what_a_relation_leaves(relation, other, start, end):
    left = settle({"a": OPEN, "b": other}, [Told("a", relation, "b", "m1")]).boxes["a"]

    assert left.start == Bounds(*map(day, start))
    assert left.end == Bounds(*map(day, end))


def test_days_pass_along_a_chain():
    told = [Told("a", "before", "b", "m1"), Told("b", "before", "c", "m2")]
    settled = settle({"a": OPEN, "b": OPEN, "c": KNOWN}, told)

    assert settled.boxes["a"].end.latest == date(2025, 3, 10)
    assert {(n.event_id, n.by.mention_id) for n in settled.narrowed if n.bound == "end_latest"} == {
        ("a", "m1"),
        ("b", "m2"),
    }


def test_a_circle_of_befores_ends():
    settled = settle({"a": OPEN, "b": KNOWN}, [Told("a", "before", "b", "m1"), Told("b", "before", "a", "m2")])

    assert settled.boxes["a"].start == Bounds(date(2025, 3, 10), date(2025, 3, 10))


def test_what_cannot_hold_is_given_back_and_changes_nothing():
    later = box(("2025-03-20", "2025-03-20"))
    settled = settle(
        {"a": later, "b": KNOWN, "c": OPEN}, [Told("a", "before", "b", "m1"), Told("c", "after", "a", "m2")]
    )

    assert [c.mention_id for c in settled.conflicts] == ["m1"]
    assert settled.boxes["a"] == later
    assert settled.boxes["b"] == KNOWN
    assert settled.boxes["c"].start.earliest == date(2025, 3, 20)


def test_what_has_not_happened_narrows_nothing_but_is_narrowed():
    plan = box(("2025-03-10", "2025-03-10"), passes=False)

    assert settle({"a": OPEN, "b": plan}, [Told("a", "before", "b", "m1")]).boxes["a"] == OPEN


def test_a_point_begins_and_ends_on_one_day():
    left = settle({"a": box(point=True), "b": KNOWN}, [Told("a", "after", "b", "m1")]).boxes["a"]

    assert left.start == left.end == Bounds(date(2025, 3, 10), None)


def test_an_event_has_no_relation_to_itself():
    with pytest.raises(ValueError, match="itself"):
        Told("a", "before", "a", "m1")


DAYS = st.one_of(st.none(), st.dates(date(2025, 1, 1), date(2025, 1, 9)))
SPANS = st.tuples(DAYS, DAYS).filter(lambda p: not (p[0] and p[1] and p[0] > p[1])).map(lambda p: Bounds(*p))
BOXES = st.builds(lambda b, point: Box(b, b, True, point), SPANS, st.booleans())
RELATIONS = st.sampled_from(["before", "after", "during", "since", "until", "simultaneous", "part_of"])
TOLD = st.lists(
    st.tuples(st.sampled_from("abcd"), RELATIONS, st.sampled_from("abcd"))
    .filter(lambda r: r[0] != r[2])
    .map(lambda r: Told(*r, mention_id="".join(r))),
    max_size=6,
)


@given(st.fixed_dictionaries(dict.fromkeys("abcd", BOXES)), TOLD, st.randoms(use_true_random=False))
@settings(max_examples=150)
def test_bounds_only_narrow_never_cross_and_order_does_not_matter(boxes, told, chance):
    settled = settle(boxes, told)

    assert settle(dict(sorted(boxes.items(), reverse=True)), chance.sample(told, len(told))) == settled
    for event, before in boxes.items():
        for old, new in ((before.start, settled.boxes[event].start), (before.end, settled.boxes[event].end)):
            assert old.earliest is None or (new.earliest is not None and new.earliest >= old.earliest)
            assert old.latest is None or (new.latest is not None and new.latest <= old.latest)
