"""When two mentions are one event, and what the event then tells."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.transforms.made_mentions import OTHER_STORY, STORY, day, figure, mention, place
from transforms.coreference.codec import dumps, loads
from transforms.coreference.resolve import block_keys, happenings, merge
from transforms.coreference.values import MergeActor, MergeBound, Merged, MergedEvent, MergeMention, MergeRelation
from transforms.coreference.within_article.units import signature_of
from transforms.ids import event_id
from transforms.model import BoundName, Bounds, When


def joined(merged: Merged) -> set[frozenset[str]]:
    return {frozenset(event.mention_ids) for event in merged.events}


def one(merged: Merged) -> MergedEvent:
    (event,) = merged.events
    return event


LONG = "Police arrested a man in the old harbour of Orvel early on the day of the fair."
ONE_EVENT = {
    "the same word in articles of one story": (mention("a1"), mention("b1")),
    "words of one meaning": (mention("a1", "arrest"), mention("b1", "detain")),
    "a noun and a verb": (mention("a1", "explode"), mention("b1", "blast")),
    "a headline's form": (mention("a1", "arrest"), mention("b1", "arrests")),
    "one victim twice in one article": (mention("a1", patient="Ada Vale"), mention("a2", patient="Vale")),
    "a noun that refers back": (mention("a1", "explode"), mention("a2", "blast", reference="definite")),
    "a word that stands for the one told before": (
        mention("a1", "capsize"),
        mention("a2", "disaster", reference="definite"),
    ),
    "a killing and a death of one name": (
        mention("a1", "kill", patient="Ada Vale"),
        mention("a2", "die", patient="Vale"),
    ),
    "who did what happens to nobody": (
        mention("a1", "resign", agent="Ada Vale"),
        mention("a2", "resign", agent="Vale"),
    ),
    "a word of little meaning with object and doer": (
        mention("a1", "hold", patient="Orvel Pier", agent="Ada Vale"),
        mention("a2", "hold", patient="Orvel Pier", agent="Vale"),
    ),
    "the same sentence in two articles": (
        mention("a1", sentence=LONG, near=()),
        mention("b1", sentence=LONG, near=()),
    ),
    "one name before the noun": (
        mention("a1", "spill", label=("tarn",), near=()),
        mention("b1", "spill", label=("tarn",), near=()),
    ),
    "news of one week": (
        mention("a1", news=True, published=day("2025-03-03")),
        mention("b1", news=True, published=day("2025-03-04")),
    ),
    "one dated, one not": (mention("a1", on="2025-03-03"), mention("b1", by="2025-03-05")),
    "a headline and the lead that tells it in full": (
        mention("a1", "explode", reference=""),
        mention("a2", "blast", reference="indefinite", nth_sentence=1),
    ),
    "a description in the headline, the name in the lead": (
        mention("a1", "kill", actors=(MergeActor("patient", "ferry captain", False),)),
        mention("a2", "kill", patient="Ada Vale", nth_sentence=1),
    ),
    "what its own clause says that it did": (
        mention("a1", "earthquake", reference="indefinite"),
        mention("a2", "kill", effect_of="a1", figures=[figure("ten", 10, 10)]),
    ),
    "the harm that it did, counted again": (
        mention("a1", "fire"),
        mention("a2", "kill", effect_of="a1", figures=[figure("five", 5, 5)]),
        mention("a3", "die", figures=[figure("four", 4, 4)], nth_sentence=1),
    ),
    "the harm that it did, by the same figure": (
        mention("a1", "fire"),
        mention("a2", "kill", effect_of="a1", figures=[figure("five", 5, 5)]),
        mention("a3", "death", figures=[figure("five", 5, 5)], nth_sentence=7),
    ),
    "what both articles are about": (
        mention("a1", "earthquake", about=True, alike=2, near=()),
        mention("b1", "quake", about=True, alike=1, near=()),
    ),
    "one year before the noun": (
        mention("a1", "agreement", label=("1991",), reference="definite", nth_sentence=5),
        mention("a2", "accord", label=("1991",), reference="definite", nth_sentence=9),
    ),
    "a victim that a pronoun stands for": (
        mention("a1", "die", patient="Ada Vale"),
        mention("a2", "death", actors=(MergeActor("patient", "Tom Reed", True, "PERSON", True),), reference="definite"),
    ),
    "planned and done": (mention("a1", modality="planned"), mention("b1", patient="Ada Vale")),
    "a day that another zone prints as the next": (mention("a1", on="2025-03-04"), mention("b1", by="2025-03-03")),
}
TWO_EVENTS = {
    "articles of two stories": (mention("a1"), mention("b1", salient=OTHER_STORY, near=("quill", "moss"))),
    "other happenings": (mention("a1", "arrest"), mention("b1", "release")),
    "days that exclude one another": (mention("a1", on="2025-03-03"), mention("b1", on="2025-03-04")),
    "a day after the other was told": (mention("a1", by="2025-03-01"), mention("b1", on="2025-03-10")),
    "other countries": (mention("a1", place=place(country="CL")), mention("b1", place=place(country="PE"))),
    "towns far apart": (
        mention("a1", place=place(country="US", latitude=29.8, longitude=-95.4)),
        mention("b1", place=place(country="US", latitude=32.8, longitude=-96.8)),
    ),
    "one is a habit": (mention("a1"), mention("b1", modality="generic")),
    "one article that names nothing they share": (mention("a1"), mention("a2")),
    "two articles that share but the word": (mention("a1", near=("pier",)), mention("b1", near=("mill",))),
    "a name before the noun that was not told": (
        mention("a1", "explode"),
        mention("a2", "blast", reference="definite", label=("tarn",)),
    ),
    "what happened a century before": (
        mention("a1", "outbreak", on="1918-03-01", published=day("2025-03-03")),
        mention("a2", "outbreak", reference="definite", by="2025-03-03", published=day("2025-03-03")),
    ),
    "one formula for one thing, done by two": (
        mention("a1", "appreciate", actors=(MergeActor("patient", "any help", False),), near=()),
        mention("a2", "appreciate", actors=(MergeActor("patient", "any help", False),), near=()),
    ),
    "what it did to how many": (
        mention("a1", "quake", effects=[figure("nine", 9, 9)]),
        mention("b1", "quake", effects=[figure("one", 1, 1)]),
    ),
    "two described otherwise at the head of one article": (
        mention("a1", "die", actors=(MergeActor("patient", "a driver", False),)),
        mention("a2", "die", actors=(MergeActor("patient", "a nurse", False),), nth_sentence=1),
    ),
    "what some handed in, and what another is to do": (
        mention("a1", "resignation"),
        mention(
            "a2",
            "hand",
            carries="a1",
            actors=(MergeActor("agent", "five leaders", False), MergeActor("patient", "their resignations", False)),
        ),
        mention("a3", "step", agent="Ada Vale", nth_sentence=1),
    ),
    "two of a kind in one sentence": (mention("a1", "explode"), mention("a2", "explode")),
    "a lead that is not the article's head": (
        mention("a1", "explode", nth_sentence=4),
        mention("a2", "explode", nth_sentence=5),
    ),
    "what comes again and again, and both articles are about": (
        mention("a1", "protest", about=True, alike=1, near=()),
        mention("b1", "protest", about=True, alike=1, near=()),
    ),
    "one of several that its article tells of": (
        mention("a1", "earthquake", about=True, alike=3, near=()),
        mention("b1", "quake", about=True, alike=1, near=()),
    ),
    "another name before the noun": (
        mention("a1", "spill", label=("tarn",), near=(), reference="definite"),
        mention("b1", "spill", label=("moss",), near=(), reference="definite"),
    ),
    "what lies long back and what is told as of now": (
        mention("a1", "spill", on="1989-03-24", published=day("2025-03-03"), near=("vale", "oil")),
        mention("b1", "spill", by="2025-03-04", published=day("2025-03-04"), near=("vale", "oil")),
    ),
    "a noun told as new": (mention("a1", "explode"), mention("a2", "blast", reference="indefinite")),
    "the blast after two": (
        mention("a1", "explode", patient="Orvel Pier"),
        mention("a2", "blast", reference="definite", patient="Tarn Mill"),
    ),
    "a word of little meaning with one thing shared": (
        mention("a1", "hold", patient="Orvel Pier"),
        mention("a2", "hold", patient="Orvel Pier"),
    ),
    "another beside it": (
        mention("a1", patient="Ada Vale"),
        mention("a2", patient="Ada Vale", reference="definite", beside=True),
    ),
    "news of another month": (
        mention("a1", news=True, by="2025-03-03", published=day("2025-03-03")),
        mention("b1", news=True, by="2025-04-04", published=day("2025-04-04")),
    ),
    "another doer of what happens to nobody": (
        mention("a1", "resign", agent="Ada Vale"),
        mention("b1", "resign", agent="Tom Reed"),
    ),
    "counts that do not grow that far": (
        mention("a1", "quake", figures=[figure("6.1", 6.1, 6.1, "magnitude")]),
        mention("b1", "quake", figures=[figure("5.2", 5.2, 5.2, "magnitude")]),
    ),
    "one of several": (
        mention("a1", "kill", figures=[figure("one", 1, 1)]),
        mention("b1", "kill", figures=[figure("four", 4, 4)]),
    ),
    "said by two": (
        mention("a1", "say", event_class="reporting", speaker="Ada Vale"),
        mention("b1", "say", event_class="reporting", speaker="Tom Reed"),
    ),
    "another patient": (
        mention("a1", patient="Ada Vale", near=("vale",)),
        mention("b1", patient="Tom Reed", near=("reed",), salient=OTHER_STORY),
    ),
    "a reporting verb and what it reports": (mention("a1", "say", event_class="reporting"), mention("a2", "arrest")),
}


def test_harm_of_another_figure_far_from_it_is_another():
    told = [
        mention("a1", "fire"),
        mention("a2", "kill", effect_of="a1", figures=[figure("five", 5, 5)]),
        mention("a3", "die", figures=[figure("four", 4, 4)], nth_sentence=7),
    ]

    assert frozenset({"a3"}) in joined(merge(told))


def test_an_event_has_the_type_of_what_happened_and_not_of_what_it_did():
    told = [
        mention("a1", "fire", event_type="accident"),
        mention("a2", "kill", effect_of="a1", event_type="killing"),
        mention("a3", "injure", effect_of="a1", event_type="killing"),
    ]

    assert one(merge(told)).event_type == "accident"


def test_a_definite_noun_means_the_one_that_the_article_speaks_of_most():
    mentions = [
        mention("a1", "explode", patient="Orvel Pier"),
        mention("a2", "blast", patient="Orvel Pier"),
        mention("a3", "explode", patient="Tarn Mill"),
        mention("a4", "blast", reference="definite"),
    ]

    assert frozenset({"a1", "a2", "a4"}) in joined(merge(mentions))


@pytest.mark.parametrize("pair", ONE_EVENT.values(), ids=ONE_EVENT)
def test_one_event(pair):
    merged = merge(pair)

    assert joined(merged) == {frozenset(m.mention_id for m in pair)}
    assert merged.joins[0].weight > 0


@pytest.mark.parametrize("pair", TWO_EVENTS.values(), ids=TWO_EVENTS)
def test_two_events(pair):
    assert len(merge(pair).events) == 2


def test_towns_near_one_another_are_one_place():
    near = place(country="US", latitude=29.76, longitude=-95.36)
    beside = place(country="US", latitude=29.73, longitude=-94.97)

    assert len(merge([mention("a1", place=near), mention("b1", place=beside)]).events) == 1


def test_every_join_names_its_reasons_and_they_add_up():
    (join,) = merge([mention("a1", patient="Ada Vale"), mention("b1", patient="Vale")]).joins

    assert any(reason.startswith("same victim") for reason in join.reasons)
    assert join.weight == pytest.approx(sum(float(r.rsplit(" ", 1)[1]) for r in join.reasons), abs=0.06)


def test_a_third_mention_does_not_bridge_two_that_exclude_each_other():
    mentions = [mention("a1", on="2025-03-03"), mention("b1"), mention("c1", on="2025-03-09")]

    for group in joined(merge(mentions)):
        assert not {"a1", "c1"} <= group


def test_the_founder_is_the_first_published_then_the_first_in_its_article():
    mentions = [
        mention("a1", published=None),
        mention("c2", published=day("2025-03-02")),
        mention("c1", published=day("2025-03-02")),
        mention("b1", published=day("2025-03-03")),
    ]
    event = one(merge(mentions))

    assert event.founding_mention_id == "c1"
    assert event.event_id == event_id("c1")
    assert event.first_reported == date(2025, 3, 2)


@pytest.mark.parametrize(
    ("modalities", "expected", "contested", "reason"),
    [
        (("planned", "actual"), "actual", False, None),
        (("actual", "negated"), "actual", True, None),
        (("planned", "planned"), "planned", False, "planned"),
        (("negated", "planned"), "planned", False, "planned"),
        (("negated", "negated"), "negated", False, "negated"),
    ],
)
def test_truth(modalities, expected, contested, reason):
    mentions = [
        mention(f"{a}1", patient="Ada Vale", modality=m, denied=m == "negated")
        for a, m in zip("ab", modalities, strict=True)
    ]
    event = one(merge(mentions))

    assert (event.modality, event.contested, event.reason) == (expected, contested, reason)
    assert event.on_timeline is (reason is None)


def test_a_state_stays_off_the_timeline_and_says_why():
    event = one(merge([mention("a1", "own", event_class="state")]))

    assert (event.on_timeline, event.reason) == (False, "state")


def test_a_light_verb_belongs_to_its_event():
    mentions = [mention("a1", "launch", event_class="light", serves="a2", carries="a2"), mention("a2", "attack")]
    event = one(merge(mentions))

    assert (event.mention_ids, event.event_class) == (("a1", "a2"), "event")


def test_a_part_is_never_its_whole():
    whole = mention("a1", "war", on="2024-02-01", patient="Orvel")
    part = mention("a2", "warfare", part_of="a1", patient="Orvel")
    merged = merge([whole, part])
    events = {e.founding_mention_id: e for e in merged.events}

    assert {(r.relation, r.mention_id) for r in merged.relations} == {("part_of", "a2")}
    assert not events["a2"].dated


def test_bounds_are_combined_and_each_says_whose_it_is():
    mentions = [
        mention(
            "a1",
            when=When("point", *[Bounds(day("2025-03-01"), None)] * 2, "", "after", "since", dated=True),
            evidence=(MergeBound("start_earliest", date(2025, 3, 1), "told", "since", "t1"),),
        ),
        mention("b1", by="2025-03-09"),
    ]
    event = one(merge(mentions))

    assert event.start == Bounds(date(2025, 3, 1), date(2025, 3, 9))
    assert event.when.edtf == "[2025-03-01..2025-03-09]"
    by_name = {b.bound: b for b in event.bounds}
    assert (by_name["start_earliest"].mention_id, by_name["start_earliest"].time_expression_id) == ("a1", "t1")
    assert (by_name["start_latest"].mention_id, by_name["start_latest"].kind) == ("b1", "publication")


NAMES: tuple[BoundName, ...] = ("start_earliest", "start_latest", "end_earliest", "end_latest")


def through_a_relation(*, within: bool) -> MergeMention:
    evidence = tuple(MergeBound(n, date(2025, 3, 3), "relation", "by-relation", "t1", within) for n in NAMES)
    return mention("a1", on="2025-03-03", evidence=evidence, published=day("2025-03-09"))


def test_a_day_of_another_word_of_the_sentence_at_one_time_dates_its_event():
    # "the blast on Monday killed two": the sentence tells the day of both.
    event = one(merge([through_a_relation(within=True)]))

    assert (event.dated, event.start) == (True, Bounds(date(2025, 3, 3), date(2025, 3, 3)))
    assert event.dating_mention_ids == ("a1",)


def test_a_day_that_only_a_relation_gives_stands_beside_and_dates_nothing():
    event = one(merge([through_a_relation(within=False)]))

    assert (event.dated, event.start) == (False, Bounds(None, date(2025, 3, 9)))
    assert {(b.kind, b.used) for b in event.bounds} == {("publication", True), ("relation", False)}


def test_what_lies_wholly_ahead_of_its_article_is_planned():
    event = one(merge([mention("a1", on="2025-03-12", published=day("2025-03-03"))]))

    assert (event.modality, event.on_timeline) == ("planned", False)


def test_a_plan_gives_what_is_told_as_done_no_day():
    planned = mention("a1", "vote", modality="planned", on="2025-03-08", published=day("2025-03-03"))
    done = mention("b1", "vote", by="2025-03-09", published=day("2025-03-09"))

    assert one(merge([planned, done])).start == Bounds(None, date(2025, 3, 9))


def test_a_denial_brings_no_days():
    mentions = [
        mention("a1", patient="Ada Vale", by="2025-03-09"),
        mention("b1", patient="Ada Vale", modality="negated", on="2025-03-02"),
    ]

    assert one(merge(mentions)).start == Bounds(None, date(2025, 3, 9))


def test_relations_give_no_event_the_days_of_another():
    mentions = [mention("a1", "vote", on="2025-03-03"), mention("a2", "riot", by="2025-03-20")]
    merged = merge(mentions, [MergeRelation("a2", "after", "a1", "after-clause")])

    assert {e.start for e in merged.events} == {e.start for e in merge(mentions).events}
    assert [r.relation for r in merged.relations] == ["after"]


def test_a_denial_contests_only_what_it_names():
    actual = mention("a1", patient="Ada Vale")
    same = mention("b1", patient="Ada Vale", modality="negated", denied=True)
    unnamed = mention("b1", modality="negated", denied=True)

    assert one(merge([actual, same])).contested
    assert not any(e.contested for e in merge([actual, unnamed]).events)


def test_what_did_not_come_about_contests_nothing():
    actual = mention("a1", patient="Ada Vale")
    not_yet = mention("b1", patient="Ada Vale", modality="negated")

    assert not one(merge([actual, not_yet])).contested


def test_wire_copies_count_once():
    mentions = [mention("a1", copy_group="g"), mention("b1", copy_group="g"), mention("c1")]
    event = one(merge(mentions))

    assert (event.articles, event.independent_articles) == (3, 2)


def test_actors_are_told_once_each_by_their_longest_name():
    mentions = [
        mention("a1", patient="Vale"),
        mention("b1", patient="Ada Vale"),
        mention("b2", patient="Ada Vale", agent="Orvel Police"),
    ]

    assert one(merge(mentions)).actors == ("Ada Vale", "Orvel Police")


def test_two_mentions_of_one_id_are_refused():
    with pytest.raises(ValueError, match="one id"):
        merge([mention("a1"), mention("a1")])


LEMMAS = ("arrest", "detain", "die", "kill", "say", "win", "vote")


@st.composite
def mentions(draw: st.DrawFn) -> list[MergeMention]:
    """Mentions of two stories, some dated, some denied, some related."""
    mentions = []
    for n in range(draw(st.integers(1, 12))):
        lemma = draw(st.sampled_from(LEMMAS))
        published = draw(st.sampled_from([None, "2025-03-02", "2025-03-05"]))
        article = draw(st.sampled_from("abcd"))
        mentions.append(
            mention(
                f"{article}{n}",
                lemma,
                event_class="reporting" if lemma == "say" else "event",
                on=draw(st.sampled_from([None, None, "2025-03-01", "2025-03-02"])),
                published=day(published),
                modality=draw(st.sampled_from(["actual", "actual", "planned", "negated", "generic"])),
                patient=draw(st.sampled_from(["Ada Vale", "Tom Reed"])),
                salient=STORY if article in "ab" else OTHER_STORY,
                near=draw(st.sampled_from([("vale", "orvel"), ("quill", "moss")])),
            )
        )
    return mentions


@given(mentions(), st.randoms(use_true_random=False), st.data())
@settings(max_examples=60)
def test_the_order_of_arrival_does_not_matter(drawn, chance, data):
    ids = st.sampled_from([m.mention_id for m in drawn])
    relations = [MergeRelation(data.draw(ids), "before", data.draw(ids)) for _ in range(3)]
    shuffled = chance.sample(drawn, len(drawn))

    assert merge(shuffled, relations[::-1]) == merge(drawn, relations)


@given(mentions())
@settings(max_examples=60)
def test_a_connected_part_alone_gives_what_the_whole_gives(drawn):
    whole = {event.event_id: event for event in merge(drawn).events}
    for part in connected(drawn):
        for event in merge(part).events:
            assert event == whole[event.event_id]


def connected(drawn: list[MergeMention]) -> list[list[MergeMention]]:
    """Mentions of happenings that share an article or a block key, directly or through others."""
    parts: list[tuple[set[str], list[MergeMention]]] = []
    for happening in happenings(drawn):
        keys = {*block_keys(happening.signature), f"@{happening.signature.first.article_id}"}
        members = list(happening.signature.mentions)
        for part in [p for p in parts if p[0] & keys]:
            keys |= part[0]
            members += part[1]
            parts.remove(part)
        parts.append((keys, members))
    return [members for _, members in parts]


@given(mentions())
@settings(max_examples=60)
def test_a_happening_is_compared_by_what_its_mentions_alone_tell(drawn):
    for happening in happenings(drawn):
        assert signature_of(happening.signature.mentions) == happening.signature


@given(mentions())
@settings(max_examples=30)
def test_every_mention_is_in_one_event_and_bounds_never_cross(drawn):
    merged = merge(drawn)

    assert sorted(i for e in merged.events for i in e.mention_ids) == sorted(m.mention_id for m in drawn)
    for e in merged.events:
        for low, high in (
            (e.start.earliest, e.start.latest),
            (e.end.earliest, e.end.latest),
            (e.start.earliest, e.end.latest),
        ):
            assert not (low and high and low > high)


@given(mentions())
@settings(max_examples=30)
def test_a_mention_survives_being_written_down(drawn):
    assert [loads(dumps(m), m.salient) for m in drawn] == drawn


def test_a_title_is_one_of_its_mentions():
    drawn = [mention("a1"), mention("b1", "detain")]

    assert one(merge(drawn)).title in {m.title for m in drawn}
