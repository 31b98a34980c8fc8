"""Which events are key, which are details of which, and that nothing depends on the order of arrival."""

from datetime import date
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from transforms.selection.choose import choose_events
from transforms.selection.importance import importance, weights
from transforms.selection.news_value import word_value
from transforms.selection.values import EventFeatures, Link

NEWS = ("deed", "first-sentence", "past")
THIN = ("thin", "common-word", "late")


def event(key: str, event_type: str = "attack", signs: tuple[str, ...] = NEWS, day: date | None = None, **more):
    of = {"start_earliest": day, "start_latest": day, "end_earliest": day, "end_latest": day} if day else {}
    return EventFeatures(key, event_type, "event", signs, dated=day is not None, sort_date=day, **(of | more))


def levels(events, links=()):
    return {s.event_id: (s.level, s.parent_event_id) for s in choose_events(events, links)}


def saying(key: str, signs: tuple[str, ...]):
    return EventFeatures(key, "statement", "reporting", signs)


@pytest.mark.parametrize(
    ("events", "links", "expected"),
    [
        pytest.param([event("blast")], [], {"blast": ("key", None)}, id="news"),
        pytest.param([event("link", "relation", THIN)], [], {"link": ("aside", None)}, id="what only relates two things"),
        pytest.param(
            [event("blast"), event("deaths", "death", ("deed", "past"))],
            [Link("blast", "deaths", "sentence")],
            {"blast": ("key", None), "deaths": ("detail", "blast")},
            id="a blast and its dead are one row",
        ),
        pytest.param(
            [event("blast", day=date(2024, 5, 1)), event("deaths", "death", (*NEWS, "own-date"), date(2024, 5, 9))],
            [Link("blast", "deaths", "sentence")],
            {"blast": ("key", None), "deaths": ("key", None)},
            id="a death of another day is a row of its own",
        ),
        pytest.param(
            [saying("said", ("saying-plain", "past")), event("blast")],
            [Link("blast", "said", "under")],
            {"said": ("detail", "blast"), "blast": ("key", None)},
            id="a saying about a key event",
        ),
        pytest.param(
            [saying("ruling", ("saying-news", *NEWS))],
            [],
            {"ruling": ("key", None)},
            id="a saying that is the news",
        ),
        pytest.param(
            [event("first", "arrest", (*NEWS, "figure")), event("again", "arrest")],
            [Link("again", "first", "repeated")],
            {"first": ("key", None), "again": ("detail", "first")},
            id="the same told again",
        ),
        pytest.param(
            [event("vote", "election"), event("fire", "accident", (*NEWS, "figure"))],
            [Link("fire", "vote", "sentence")],
            {"vote": ("key", None), "fire": ("key", None)},
            id="two happenings of one sentence stay two rows",
        ),
    ],
)  # fmt: skip
def test_levels(events, links, expected):
    assert levels(events, links) == expected


@pytest.mark.parametrize(
    ("lemma", "event_type", "expected"),
    [
        ("acquit", "verdict", "deed"),
        ("evacuate", "movement", "deed"),
        ("stroll", "movement", None),
        ("include", "arrangement", "thin"),
        ("allow", "legislation", "thin"),
    ],
)
def test_a_words_own_list_goes_before_that_of_its_type(lemma, event_type, expected):
    assert word_value(lemma, event_type) == expected


@pytest.mark.parametrize(
    ("more", "less"),
    [
        pytest.param({}, {"beside": True}, id="what is beside the story"),
        pytest.param(
            {"sources": 3, "story_articles": 100}, {"story_articles": 100}, id="what one of many articles tells"
        ),
        pytest.param({"recalled": 2}, {}, id="what later articles do not recall"),
        pytest.param({"centrality": 0.9}, {"centrality": 0.1}, id="what befalls people who matter little to the story"),
    ],
)
def test_is_less_important(more, less):
    assert importance(event("a", **more)).importance > importance(event("a", **less)).importance


def test_in_a_story_of_few_articles_nobody_is_alone():
    assert importance(event("a", story_articles=5)) == importance(event("a"))


features = st.builds(
    EventFeatures,
    event_id=st.uuids().map(str),
    event_type=st.sampled_from(["attack", "death", "statement", "movement"]),
    event_class=st.sampled_from(["event", "reporting"]),
    signs=st.lists(st.sampled_from(sorted(weights().mention)), unique=True, max_size=6).map(tuple),
    own_voice=st.booleans(),
    sources=st.integers(1, 9),
    mentions=st.integers(1, 30),
    recalled=st.integers(0, 5),
    centrality=st.floats(0, 1),
    beside=st.booleans(),
    story_articles=st.integers(1, 500),
)


@given(features)
def test_the_reasons_add_up_to_the_importance(one):
    found = importance(one)

    assert found.odds == pytest.approx(sum(r.weight or 0.0 for r in found.reasons))
    assert 0 <= found.importance <= 1


@given(st.lists(features, max_size=12, unique_by=lambda e: e.event_id), st.data())
def test_nothing_depends_on_the_order_of_arrival(events, data):
    ids = [e.event_id for e in events]
    pairs = st.tuples(st.sampled_from(ids), st.sampled_from(ids)) if ids else st.nothing()
    links = [
        Link(a, b, kind)
        for (a, b), kind in data.draw(
            st.lists(st.tuples(pairs, st.sampled_from(["under", "sentence", "repeated"])), max_size=20 if ids else 0)
        )
    ]
    chosen = choose_events(events, links)
    shuffled, turned = list(events), list(links)
    Random(1).shuffle(shuffled)
    Random(2).shuffle(turned)

    assert choose_events(shuffled, turned) == chosen
    of = {s.event_id: s for s in chosen}
    assert all(s.parent_event_id is None or of[s.parent_event_id].level == "key" for s in chosen)
    assert all(s.parent_event_id is None or s.level == "detail" for s in chosen)
