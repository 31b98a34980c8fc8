"""What merging reads of a mention survives being written down and read again, whatever its fields hold."""

from __future__ import annotations

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from transforms.coreference.codec import dumps, loads
from transforms.coreference.values import MergeActor, MergeBound, MergeMention
from transforms.language.salience import Salient
from transforms.model import Bounds, Place, Quantity, Span, When

WORDS = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)
MAYBE = st.none() | WORDS.filter(bool)
DAYS = st.dates()
BOUNDS = st.tuples(st.none() | DAYS, st.none() | DAYS).map(
    lambda two: Bounds(*two) if None in two else Bounds(*sorted(two, key=str))  # a bound's two ends stand in order
)
NUMBERS = st.none() | st.floats(allow_nan=False, allow_infinity=False)
SPANS = st.integers(0, 9).map(lambda n: Span(n, n + 2))
WHENS = st.builds(
    When,
    st.sampled_from(["point", "span"]),
    BOUNDS,
    BOUNDS,
    WORDS,
    st.just("day"),
    WORDS,
    st.booleans(),
    st.booleans(),
    local_time=MAYBE,
)
PLACES = st.builds(Place, SPANS, WORDS, WORDS, MAYBE, NUMBERS, NUMBERS, st.none() | st.integers(0, 9))
QUANTITIES = st.lists(
    st.builds(Quantity, SPANS, WORDS, WORDS, NUMBERS, NUMBERS, WORDS, MAYBE, st.booleans(), MAYBE, st.none() | DAYS),
    max_size=3,
).map(tuple)
MENTIONS = st.builds(
    MergeMention,
    mention_id=WORDS.filter(bool),
    article_id=WORDS.filter(bool),
    trigger_start=st.integers(0, 9),
    trigger=WORDS.filter(bool),
    lemma=WORDS.filter(bool),
    event_class=st.sampled_from(["event", "reporting"]),
    event_type=WORDS.filter(bool),
    sentence=WORDS,
    copy_group=MAYBE,
    site=MAYBE,
    published=st.none() | DAYS,
    when=st.none() | WHENS,
    evidence=st.lists(
        st.builds(MergeBound, st.just("start_earliest"), DAYS, st.just("expression"), WORDS, MAYBE), max_size=3
    ).map(tuple),
    speakers=st.lists(WORDS, max_size=3).map(tuple),
    actors=st.lists(st.builds(MergeActor, st.just("agent"), WORDS, st.booleans()), max_size=3).map(tuple),
    place=st.none() | PLACES,
    quantities=QUANTITIES,
    effects=QUANTITIES,
    serves=MAYBE,
    heads=st.lists(WORDS, max_size=3).map(tuple),
    near=st.lists(WORDS, max_size=3).map(tuple),
    salient=st.lists(st.builds(Salient, WORDS, st.floats(0, 9), st.booleans()), max_size=3).map(tuple),
    title=WORDS,
    part_of=MAYBE,
    carries=MAYBE,
    reference=st.sampled_from(["", "definite", "indefinite"]),
    beside=st.booleans(),
)


@given(MENTIONS)
def test_a_mention_comes_back_as_it_was_written(mention: MergeMention) -> None:
    assert loads(dumps(mention), mention.salient) == mention


def test_a_line_holds_days_as_iso_strings_and_leaves_out_what_is_not_there() -> None:
    when = When("point", Bounds(date(2020, 3, 1), None), Bounds(), "", "after", "since")
    mention = MergeMention("m1", "a1", 0, "fire", "fire", "event", "disaster", when=when)
    line = dumps(mention)
    assert '"start": {"earliest": "2020-03-01"}' in line
    assert "salient" not in line
    assert "published" not in line
