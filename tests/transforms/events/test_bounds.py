"""Four bounds: what narrows them, what is refused, and that they never cross."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from transforms.events.dating.bounds import NAMES, Draft
from transforms.events.edtf import event_edtf, event_precision

JAN = [date(2025, 1, 1) + timedelta(days=n) for n in range(31)]

steps = st.lists(
    st.tuples(
        st.sampled_from(NAMES),
        st.sampled_from(JAN),
        st.sampled_from(["told", "relation", "publication", "corroborated"]),
    ),
    max_size=12,
)


@given(st.sampled_from(["point", "span", "state"]), steps)
def test_bounds_never_cross(kind, taken):
    draft = Draft(kind)
    for name, day, strength in taken:
        draft.narrow(name, day, strength, "rule")
        begin_lo, begin_hi, end_lo, end_hi = (draft.value(n) or None for n in NAMES)

        for low, high in ((begin_lo, begin_hi), (end_lo, end_hi), (begin_lo, end_hi)):
            assert low is None or high is None or low <= high
        if kind == "point":
            assert draft.start == draft.end


@given(st.sampled_from(["point", "span", "state"]), steps)
def test_closing_keeps_bounds_and_gives_an_edtf(kind, taken):
    draft = Draft(kind)
    for name, day, strength in taken:
        draft.narrow(name, day, strength, "rule")
    draft.close()

    assert event_edtf(kind, draft.start, draft.end)
    assert event_precision(draft.start, draft.end)
    assert all(draft.held[name].bound == name for name in draft.held)


@given(steps)
def test_the_publication_day_alone_never_makes_a_day(taken):
    draft = Draft("point")
    for name, day, _ in taken:
        draft.narrow(name, day, "publication", "rule")

    assert not draft.start.is_day


def test_a_wider_bound_changes_nothing():
    draft = Draft("point")
    draft.narrow("start_earliest", JAN[5], "told", "a")

    assert not draft.narrow("start_earliest", JAN[3], "told", "b")
    assert draft.held["start_earliest"].rule_id == "a"


def test_what_is_told_outweighs_the_publication_day():
    draft = Draft("point")
    draft.narrow("start_latest", JAN[5], "publication", "told-in-past")
    draft.narrow("start_earliest", JAN[9], "told", "date-on")

    assert draft.value("start_earliest") == JAN[9]
    assert draft.value("start_latest") is None


def test_a_relation_does_not_move_what_is_told():
    draft = Draft("point")
    draft.narrow("start_latest", JAN[5], "told", "date-on")

    assert not draft.narrow("start_earliest", JAN[9], "relation", "after-event")
    assert draft.value("start_earliest") is None
