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
            [event("blast", "attack", (*NEWS, "figure")), event("burst", "attack", ("deed", "past", "noun-object", "first-sentence"))],
            [Link("blast", "burst", "sentence")],
            {"blast": ("key", None), "burst": ("detail", "blast")},
            id="an attack told by two words in one sentence is one row",
        ),
        pytest.param(
            [event("blast", "accident", (*NEWS, "figure")), event("crash", "accident")],
            [Link("blast", "crash", "sentence")],
            {"blast": ("key", None), "crash": ("key", None)},
            id="two accidents with verbs of their own are two rows",
        ),
        pytest.param(
            [event("quake", "natural_disaster", (*NEWS, "figure")), event("hit", "occurrence")],
            [Link("quake", "hit", "names")],
            {"quake": ("key", None), "hit": ("detail", "quake")},
            id="a quake and the verb that says it came are one row",
        ),
        pytest.param(
            [event("quake", "natural_disaster", ("deed", "past", "first-sentence")), event("hit", "occurrence", (*NEWS, "figure"))],
            [Link("quake", "hit", "names")],
            {"quake": ("detail", "hit"), "hit": ("key", None)},
            id="the verb that says it came may stand for both",
        ),
        pytest.param(
            [event("speech", "meeting", (*NEWS, "figure")), event("caused", "occurrence")],
            [Link("speech", "caused", "names")],
            {"speech": ("key", None), "caused": ("key", None)},
            id="what a speech causes is another thing",
        ),
        pytest.param(
            [
                event("fell", "price_change", (*NEWS, "figure"), date(2024, 5, 1)),
                event("hitting", "other", (*NEWS, "own-date", "circumstance", "not-finite"), date(2024, 5, 1)),
            ],
            [Link("hitting", "fell", "under")],
            {"fell": ("key", None), "hitting": ("detail", "fell")},
            id="what a participle says went with it on its day",
        ),
        pytest.param(
            [
                event("fell", "price_change", (*NEWS, "figure"), date(2024, 5, 1)),
                event("hitting", "other", (*NEWS, "own-date", "circumstance", "not-finite"), date(2024, 5, 2)),
            ],
            [Link("hitting", "fell", "under")],
            {"fell": ("key", None), "hitting": ("key", None)},
            id="what came of it on another day",
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
            [event("blast", signs=(*NEWS, "figure")), event("deaths", "death", ("deed", "past", "figure"))],
            [Link("deaths", "blast", "near")],
            {"blast": ("key", None), "deaths": ("detail", "blast")},
            id="the dead told a sentence after the blast",
        ),
        pytest.param(
            [event("blast", signs=(*NEWS, "figure")), event("vote", "election")],
            [Link("vote", "blast", "near")],
            {"blast": ("key", None), "vote": ("key", None)},
            id="what is no consequence stays beside what stands near it",
        ),
        pytest.param(
            [event("vote", "election"), event("fire", "accident", (*NEWS, "figure"))],
            [Link("fire", "vote", "sentence")],
            {"vote": ("key", None), "fire": ("key", None)},
            id="two happenings of one sentence stay two rows",
        ),
        pytest.param(
            [event("dead", "death", (*NEWS, "figure")), event("hurt", "injury", ("deed", "past", "figure"))],
            [Link("dead", "hurt", "sentence")],
            {"dead": ("key", None), "hurt": ("detail", "dead")},
            id="the dead and the injured of one sentence are one row",
        ),
        pytest.param(
            [event("one", "death", (*NEWS, "named-patient")), event("two", "injury", (*NEWS, "named-patient"))],
            [Link("one", "two", "sentence")],
            {"one": ("key", None), "two": ("key", None)},
            id="two people with names stay two rows",
        ),
        pytest.param(
            [event("hearing", "meeting", (*NEWS, "own-date")), event("plea", "charge", (*NEWS, "own-date", "figure")), saying("vow", ("saying-news", *NEWS, "own-date", "figure", "perfect"))],
            [Link("hearing", "vow", "sentence")],
            {"hearing": ("detail", "vow"), "plea": ("key", None), "vow": ("key", None)},
            id="a hearing is the occasion of what was vowed there",
        ),
        pytest.param(
            [event("summit", "meeting", (*NEWS, "own-date")), event("storm", "natural_disaster", (*NEWS, "own-date", "figure"))],
            [Link("summit", "storm", "sentence")],
            {"summit": ("key", None), "storm": ("key", None)},
            id="a storm is not done at a summit",
        ),
        pytest.param(
            [event("quake", "natural_disaster", ("deed", "noun-subject", "first-sentence", "figure")), event("hit", "occurrence", (*NEWS, "thin", "own-date"))],
            [Link("quake", "hit", "names")],
            {"quake": ("key", None), "hit": ("detail", "quake")},
            id="that a quake hit says no more than that there was one",
        ),
        pytest.param(
            [event("quake", "natural_disaster", ("deed", "noun-subject", "first-sentence", "figure")), event("burned", "accident", NEWS)],
            [Link("quake", "burned", "names")],
            {"quake": ("key", None), "burned": ("key", None)},
            id="a deed says more",
        ),
        pytest.param(
            [event("killed", "killing", ("deed", "perfect", "figure")), event("infected", "illness", ("deed", "perfect", "figure", "past"))],
            [Link("killed", "infected", "toll")],
            {"killed": ("detail", "infected"), "infected": ("key", None)},
            id="of tolls so far one is a row",
        ),
        pytest.param(
            [event("freed", "release", (*NEWS, "figure")), event("fled", "withdrawal", ("deed", "past", "circumstance", "figure"))],
            [Link("fled", "freed", "under")],
            {"freed": ("key", None), "fled": ("detail", "freed")},
            id="what happened as something else did",
        ),
        pytest.param(
            [event("freed", "release", (*NEWS, "figure")), event("plea", "charge", ("deed", "lead", "past", "not-finite", "named-agent"))],
            [Link("plea", "freed", "under")],
            {"freed": ("key", None), "plea": ("key", None)},
            id="what somebody with a name did stands if it opens the article",
        ),
        pytest.param(
            [event("old", "charge", (*NEWS, "own-date"), date(2011, 4, 1)), event("new", "charge", first_reported=date(2024, 5, 3))],
            [Link("new", "old", "repeated")],
            {"old": ("key", None), "new": ("key", None)},
            id="what is told as news repeats nothing of years ago",
        ),
    ],
)  # fmt: skip
def test_levels(events, links, expected):
    assert levels(events, links) == expected


STORY = [
    event(f"s{n}", day=date(2024, 5, n), signs=(*NEWS, "own-date"), centrality=0.6, first_reported=date(2024, 5, n))
    for n in range(1, 6)
]
LONG_AGO = {"day": date(1931, 3, 2), "signs": (*NEWS, "own-date"), "first_reported": date(2024, 5, 3)}


@pytest.mark.parametrize(
    ("one", "level"),
    [
        pytest.param(event("past", "battle", **LONG_AGO), "detail", id="a battle of another age that one article brings up"),
        pytest.param(event("past", "battle", day=date(2024, 1, 9), signs=LONG_AGO["signs"], first_reported=date(2024, 5, 3)), "key", id="a battle of the months before"),
        pytest.param(event("past", "battle", sources=2, **LONG_AGO), "key", id="what several go back to"),
        pytest.param(event("past", "battle", centrality=0.6, **LONG_AGO), "key", id="the past of the story's own people"),
    ],
)  # fmt: skip
def test_what_lies_long_before_the_story(one, level):
    assert levels([*STORY, one])["past"] == (level, None)


def test_what_belongs_to_lone_background_has_no_parent():
    past = event("past", "battle", **LONG_AGO)
    deaths = event("deaths", "death", ("deed", "past", "own-date"), LONG_AGO["day"])

    assert levels([*STORY, past, deaths], [Link("past", "deaths", "sentence")])["deaths"] == ("detail", None)


@pytest.mark.parametrize(
    ("lemma", "event_type", "particle", "expected"),
    [
        ("acquit", "verdict", "", "deed"),
        ("evacuate", "movement", "", "deed"),
        ("stroll", "movement", "", "thin"),
        ("include", "arrangement", "", "thin"),
        ("allow", "legislation", "", "thin"),
        ("set", "business_opening", "up", "deed"),
        ("take", "acquisition", "over", "deed"),
        ("take", "transfer", "", "thin"),
        ("bring", "movement", "down", "thin"),
        ("make", "production", "up", "thin"),
        ("resign", "departure_from_office", "", "deed"),
        ("burn", "accident", "down", "deed"),
    ],
)
def test_a_words_own_list_goes_before_that_of_its_type(lemma, event_type, particle, expected):
    assert word_value(lemma, event_type, particle) == expected


@pytest.mark.parametrize(
    ("more", "less"),
    [
        pytest.param({}, {"beside": True}, id="what is beside the story"),
        pytest.param(
            {"sources": 3, "story_articles": 100}, {"story_articles": 100}, id="what one of many articles tells"
        ),
        pytest.param({"story_words": 2}, {}, id="what shares no word with the story"),
        pytest.param(
            {"story_articles": 100, "day": date(2024, 5, 1)},
            {"story_articles": 100},
            id="what one of many articles tells and nobody dates",
        ),
        pytest.param({"recalled": 2}, {}, id="what later articles do not recall"),
        pytest.param({"centrality": 0.9}, {"centrality": 0.1}, id="what befalls people who matter little to the story"),
    ],
)
def test_is_less_important(more, less):
    assert importance(event("a", **more)).importance > importance(event("a", **less)).importance


def test_the_fewer_articles_a_story_has_the_more_of_each_is_wanted():
    few = {n: importance(event("a", story_articles=n)).importance for n in (1, 2, 3, 4, 5)}

    assert list(few.values()) == sorted(few.values(), reverse=True)
    assert importance(event("a", sources=2, story_articles=3)) == importance(event("a", sources=2, story_articles=90))


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
            st.lists(
                st.tuples(pairs, st.sampled_from(["under", "names", "sentence", "near", "repeated", "toll"])),
                max_size=20 if ids else 0,
            )
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
