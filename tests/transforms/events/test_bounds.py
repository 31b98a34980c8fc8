"""Four bounds: what narrows them, what is refused, and that they never cross."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from transforms.events.dating.bounds import NAMES, Basis, BoundsBuilder
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
    bounds = BoundsBuilder(kind)
    for name, day, strength in taken:
        bounds.narrow(name, day, Basis(strength, "rule"))
        begin_lo, begin_hi, end_lo, end_hi = (bounds.value(n) or None for n in NAMES)

        for low, high in ((begin_lo, begin_hi), (end_lo, end_hi), (begin_lo, end_hi)):
            assert low is None or high is None or low <= high
        if kind == "point":
            assert bounds.start == bounds.end


@given(st.sampled_from(["point", "span", "state"]), steps)
def test_closing_keeps_bounds_and_gives_an_edtf(kind, taken):
    bounds = BoundsBuilder(kind)
    for name, day, strength in taken:
        bounds.narrow(name, day, Basis(strength, "rule"))
    bounds.close()

    assert event_edtf(kind, bounds.start, bounds.end)
    assert event_precision(bounds.start, bounds.end)
    assert [e.bound for e in bounds.evidence] == [name for name in NAMES if name in bounds.held]


@given(steps)
def test_the_publication_day_alone_never_makes_a_day(taken):
    bounds = BoundsBuilder("point")
    for name, day, _ in taken:
        bounds.narrow(name, day, Basis("publication", "rule"))

    assert not bounds.start.is_day


def test_a_wider_bound_changes_nothing():
    bounds = BoundsBuilder("point")
    bounds.narrow("start_earliest", JAN[5], Basis("told", "a"))

    assert not bounds.narrow("start_earliest", JAN[3], Basis("told", "b"))
    assert bounds.held["start_earliest"].basis.rule_id == "a"


def test_what_is_told_outweighs_the_publication_day():
    bounds = BoundsBuilder("point")
    bounds.narrow("start_latest", JAN[5], Basis("publication", "told-in-past"))
    bounds.narrow("start_earliest", JAN[9], Basis("told", "date-on"))

    assert bounds.value("start_earliest") == JAN[9]
    assert bounds.value("start_latest") is None


def test_a_relation_does_not_move_what_is_told():
    bounds = BoundsBuilder("point")
    bounds.narrow("start_latest", JAN[5], Basis("told", "date-on"))

    assert not bounds.narrow("start_earliest", JAN[9], Basis("relation", "after-event"))
    assert bounds.value("start_earliest") is None
