"""What holds of the annotation of any text at all, on any publication day."""

from __future__ import annotations

from datetime import date

from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from transforms.annotate import Annotator
from transforms.model import UNKNOWN, Article, Bounds

PIECES = st.one_of(
    st.sampled_from(
        ["on Friday", "in 1999", "since May", "before the end of the year", "until", "for two years", "0000"]
    ),
    st.sampled_from(["29 February", "next week", "after", "31.12.9999", "the 1990s", "last month", "1 January 1"]),
    st.sampled_from(
        ["9999-12-31", "two centuries ago", "in 4000 years", ",", ".", "\n", "“", "”", ":", ";", "—", ".:a"]
    ),
    st.sampled_from(
        ["The mayor", "said", "a strike", "was called off", "the fire", "killed", "13 people", "will", "not"]
    ),
    st.sampled_from(["had", "to resign", "Union", "if", "Oslo"]),
)
TEXT = st.one_of(
    st.lists(PIECES, max_size=30).map(" ".join),
    st.text(alphabet=st.characters(codec="utf-8"), max_size=120),
)
PUBLISHED = st.one_of(st.none(), st.sampled_from((date.min, date.max, date(2024, 2, 29))), st.dates())


@given(TEXT, PUBLISHED)
@example(".:a", date(2024, 3, 9))
@example("The strike began last month. It ended two years ago.", date.min)
@example("The strike will begin next month and last for ten years.", date.max)
@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_text_on_any_day(model, text, published):
    article = Article("a", text, published=published, language="en")

    (annotated,) = Annotator({"en": model}).annotate([article])

    annotation = annotated.annotation
    for time in annotation.times:
        assert time.span.of(text) == time.text
    for event in annotation.events:
        assert event.mention.trigger.of(text) == event.mention.text
        assert event.mention.sentence.holds(event.mention.trigger)
        if event.when is not None:
            assert not crosses(event.when.start, event.when.end)


def crosses(start: Bounds, end: Bounds) -> bool:
    """Whether an event would end before it begins."""
    if UNKNOWN in (start, end):
        return False
    late = start.earliest is not None and end.latest is not None and start.earliest > end.latest
    early = start.earliest is not None and end.earliest is not None and end.earliest < start.earliest
    return late or early
