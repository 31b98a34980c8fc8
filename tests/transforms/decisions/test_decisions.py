"""Decisions as values: how they are written and read, which of them hold, and what they make of a row."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from transforms.decisions.codec import DecisionError, dumps, loads, with_id
from transforms.decisions.dates import decided_when
from transforms.decisions.nearest import Candidate, nearest
from transforms.decisions.rows import Row, decided_row, level_of, why_without_effect
from transforms.decisions.standing import holding, standing, undone, without_article
from transforms.decisions.ties import Tie, agree
from transforms.decisions.values import ArticleRef, Decision, MentionRef

NOON = datetime(2024, 6, 1, 12, tzinfo=UTC)


def mention(article="north-1", sentence="The dam broke at dawn.", trigger="broke", **more):
    return MentionRef(ArticleRef(article), sentence, trigger, **more)


def decision(action, *value, minute=0, who="Ann", about=None, **more):
    at = NOON + timedelta(minutes=minute)
    if action not in ("undo", "published", "exclude"):
        more.setdefault("mentions", (about or mention(),))
    return with_id(Decision("", at, who, action, value=value, **more))


def row(**more):
    given = dict.fromkeys(Row.__slots__)
    given |= {
        "event_id": "e1",
        "title": "Dam breaks",
        "title_source": "clause",
        "event_type": "accident",
        "event_class": "event",
        "kind": "point",
        "edtf": "2024-05-01",
        "precision": "day",
        "dated": True,
        "approximate": False,
        "ongoing": False,
        "local_time": "06:00",
        "modality": "actual",
        "on_timeline": True,
        "actors": ("Dam Board",),
        "decided": False,
        "starred": False,
    }
    given |= dict.fromkeys(("start_earliest", "start_latest", "end_earliest", "end_latest"), date(2024, 5, 1))
    return Row(**(given | more))


DATES = [  # what a person writes, EDTF, precision, begin and end
    ("2023-03-06", "2023-03-06", "day", "2023-03-06 2023-03-06 2023-03-06 2023-03-06"),
    (" 2023-03 ", "2023-03", "month", "2023-03-01 2023-03-31 2023-03-01 2023-03-31"),
    ("2024-02~", "2024-02~", "month", "2024-02-01 2024-02-29 2024-02-01 2024-02-29"),
    ("2023", "2023", "year", "2023-01-01 2023-12-31 2023-01-01 2023-12-31"),
    ("199X", "199X", "decade", "1990-01-01 1999-12-31 1990-01-01 1999-12-31"),
    ("[2023-03-01..2023-03-06]", "[2023-03-01..2023-03-06]", "week", "2023-03-01 2023-03-06 2023-03-01 2023-03-06"),
    ("[..2023-03-06]", "[..2023-03-06]", "before", "None 2023-03-06 None 2023-03-06"),
    ("2023-03-06/2023-03-09", "2023-03-06/2023-03-09", "interval", "2023-03-06 2023-03-06 2023-03-09 2023-03-09"),
    ("2023-03/2023", "2023-03/[2023-03-01..2023-12-31]", "interval", "2023-03-01 2023-03-31 2023-03-01 2023-12-31"),
    ("2023-03-06/..", "2023-03-06/..", "interval", "2023-03-06 2023-03-06 2023-03-06 None"),
    ("../2023-03-06", "../2023-03-06", "interval", "None 2023-03-06 2023-03-06 2023-03-06"),
    ("unknown", "XXXX-XX-XX", "unknown", "None None None None"),
]


@pytest.mark.parametrize(("text", "edtf", "precision", "bounds"), DATES, ids=[case[0] for case in DATES])
def test_a_date_that_a_person_writes(text, edtf, precision, bounds):
    when = decided_when(text)
    found = (when.start.earliest, when.start.latest, when.end.earliest, when.end.latest)

    assert (when.edtf, " ".join(map(str, found))) == (edtf, bounds)
    assert when.dated == (text != "unknown")
    if precision not in ("decade", "interval"):
        assert when.precision == precision


@pytest.mark.parametrize(
    "text",
    ["", "..", "../..", "soon", "2023-13", "2023-02-30", "6 March", "2023-03-09/2023-03-06", "[2024..2023]", "202"],
)
def test_what_is_no_date_says_what_one_looks_like(text):
    with pytest.raises(ValueError, match="write 2023-03-06"):
        decided_when(text)


@given(st.dates(date(1000, 1, 1), date(2999, 12, 31)), st.integers(0, 4000))
def test_an_interval_begins_before_it_ends(first, days):
    when = decided_when(f"{first}/{min(first + timedelta(days), date(2999, 12, 31))}")
    assert when.start.earliest <= when.start.latest <= when.end.latest


words = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=20)
refs = st.builds(
    MentionRef,
    st.builds(ArticleRef, words, st.none() | words, st.none() | words),
    words,
    words,
    st.integers(0, 3),
    st.none() | st.integers(0, 99),
)
moments = st.datetimes(
    NOON.replace(year=2000, tzinfo=None), NOON.replace(year=2100, tzinfo=None), timezones=st.just(UTC)
)
solid = words.filter(lambda text: text.strip())
made = st.one_of(
    st.builds(
        lambda m, w, r, v, y: Decision("", m, w, "title", (r,), value=(v,), why=y), moments, words, refs, solid, words
    ),
    st.builds(
        lambda m, w, r, v: Decision("", m, w, "actor", (r,), value=tuple(v)),
        moments,
        words,
        refs,
        st.lists(solid, min_size=1),
    ),
    st.builds(
        lambda m, w, a, b: Decision("", m, w, "merge", tuple(a), tuple(b)),
        moments,
        words,
        *[st.lists(refs, min_size=1)] * 2,
    ),
    st.builds(lambda m, w, r: Decision("", m, w, "exclude", article=r.article), moments, words, refs),
).map(with_id)


@given(st.lists(made, max_size=4))
def test_what_is_written_is_read(decisions):
    assert set(loads("\n".join(map(dumps, decisions)))) == set(decisions)


LINE = dumps(decision("title", "Dam breaks at dawn"))
BAD = [  # a line of the file, what is said of it
    ("{", "no JSON"),
    ("[]", "a decision is not as it must be"),
    (LINE.replace('"id"', '"di"'), "no 'di'"),
    (LINE.replace('"title"', '"rename"'), "'rename' is no action"),
    (LINE.replace("+00:00", ""), "no zone"),
    (LINE.replace('"sentence"', '"phrase"'), "no 'phrase'"),
    (LINE.replace(', "value": "Dam breaks at dawn"', ""), "title takes a title"),
    (LINE.replace('"title"', '"level"'), "level takes one of key, detail, aside"),
    (LINE.replace('"title"', '"hide"'), "hide takes no value"),
    (LINE.replace("dawn", "dusk"), "line 1 has the id"),
    (dumps(decision("undo", undoes="dnone")), "undoes dnone, which is not there"),
]


@pytest.mark.parametrize(("line", "message"), BAD, ids=[message for _, message in BAD])
def test_a_bad_line_is_named(line, message):
    with pytest.raises(DecisionError, match=rf"desk\.jsonl:3: .*{message}"):
        loads(f"{LINE}\n\n{line}\n", "desk.jsonl")


def test_a_line_that_comes_twice_counts_once():
    assert len(loads(f"{LINE}\n{LINE}\n")) == 1


def test_an_undoing_that_is_undone_has_no_effect():
    first = decision("star")
    second = decision("undo", undoes=first.decision_id, minute=1)
    third = decision("undo", undoes=second.decision_id, minute=2)

    assert standing([first]) == (first,)
    assert standing([first, second]) == ()
    assert standing([third, second, first]) == (first,)
    assert undone([first, second, third]) == {second.decision_id: third.decision_id}


def test_of_two_that_contradict_the_later_holds():
    early, late = decision("date", "2024-05", minute=1), decision("date", "2024-06", minute=2)
    shown, hidden = decision("show", minute=3), decision("hide", minute=4)
    last, overruled = holding([late, hidden, early, shown])

    assert (last["date"], last["shown"]) == (late, hidden)
    assert overruled == {early.decision_id: late.decision_id, shown.decision_id: hidden.decision_id}


def test_of_two_that_agree_none_is_overruled():
    assert holding([decision("star"), decision("star", who="Bo", minute=1)])[1] == {}


ROWS = [  # a decision, what becomes of the row
    (decision("date", "2024-04"), {"edtf": "2024-04", "precision": "month", "dated": True, "local_time": None}),
    (decision("date", "2024-05-01"), {"edtf": "2024-05-01", "local_time": "06:00"}),
    (decision("date", "unknown"), {"edtf": None, "dated": False, "start_latest": None}),
    (decision("hide"), {"on_timeline": False, "reason": "hidden"}),
    (decision("title", "Dam fails"), {"title": "Dam fails", "title_source": "decided"}),
    (decision("type", "attack"), {"event_type": "attack"}),
    (decision("modality", "denied"), {"modality": "negated", "on_timeline": False, "reason": "negated"}),
    (decision("place", "Paris, Texas maybe"), {"place": "Paris, Texas maybe", "country": None}),
    (decision("actor", "Dam Board", "Ministry"), {"actors": ("Dam Board", "Ministry")}),
    (decision("note", "see minutes"), {"note": "see minutes"}),
    (decision("star"), {"starred": True}),
    (decision("confirm"), {"confirmed_by": "Ann", "disputed_by": None}),
    (decision("dispute"), {"confirmed_by": None, "disputed_by": "Ann"}),
    (decision("show"), {"on_timeline": True}),
]


@pytest.mark.parametrize(("made", "becomes"), ROWS, ids=[f"{d.action} {' '.join(d.value)}" for d, _ in ROWS])
def test_what_a_decision_makes_of_a_row(made, becomes):
    after = decided_row(row(), {made.slot: made})

    assert {name: getattr(after, name) for name in becomes} == becomes
    assert after.decided


def test_nothing_is_shown_that_is_not_told_as_done():
    planned = row(modality="planned", on_timeline=False, reason="planned")
    shown = decision("show")

    assert not decided_row(planned, {"shown": shown}).on_timeline
    assert "modality" in why_without_effect(decided_row(planned, {"shown": shown}), shown)
    happened = decision("modality", "happened")
    assert decided_row(planned, {"shown": shown, "modality": happened}).on_timeline


def test_what_is_shown_is_a_key_event_unless_a_later_level_says_otherwise():
    shown, level = decision("show", minute=1), decision("level", "detail", minute=2)

    assert level_of({"shown": shown})[0] == "key"
    assert level_of({"shown": shown, "level": level})[0] == "detail"
    assert level_of({"shown": replace(shown, decided_at=NOON + timedelta(hours=1)), "level": level})[0] == "key"


TIES = [  # decisions in order as sides of letters, pairs together, pairs apart, overruled by number
    (["a=b"], "ab", "", {}),
    (["a=b", "b=c"], "ab bc", "", {}),
    (["a/b"], "", "ab", {}),
    (["a=b", "a/b"], "", "ab", {0: 1}),
    (["a/b", "a=b"], "ab", "", {0: 1}),
    (["a=b", "b=c", "a/c"], "bc", "ac", {0: 1}),
    (["a=b", "c=d", "a/c"], "ab cd", "ac", {}),
    (["ac/bd"], "ac bd", "ab ad bc cd", {}),
    (["ab/b"], "", "", {0: None}),
]


@pytest.mark.parametrize(("made", "together", "apart", "overruled"), TIES, ids=[" ".join(case[0]) for case in TIES])
def test_mentions_that_are_one_or_not(made, together, apart, overruled):
    agreed = agree([tie(n, text) for n, text in enumerate(made)])

    assert {"".join(sorted(pair)) for pair in agreed.together} == set(together.split())
    assert {"".join(sorted(pair)) for pair in agreed.apart} == set(apart.split())
    assert {int(key): value and int(value) for key, value in agreed.overruled.items()} == overruled


def tie(number, text):
    sides = tuple(tuple(side) for side in text.split("/")) if "/" in text else (tuple(text.replace("=", "")),)
    return Tie(str(number), sides)


@given(
    st.lists(
        st.tuples(st.sets(st.integers(0, 5), min_size=1, max_size=3), st.sets(st.integers(0, 5), max_size=2)),
        max_size=8,
    )
)
def test_what_holds_never_contradicts_itself_and_the_last_holds(made):
    ties = [Tie(str(n), (tuple(one), tuple(other)) if other else (tuple(one),)) for n, (one, other) in enumerate(made)]
    agreed = agree(ties)
    group = {n: n for n in range(6)}
    for _ in group:
        for one, other in agreed.together:
            group[one] = group[other] = min(group[one], group[other])

    assert all(group[one] != group[other] for one, other in agreed.apart)
    if ties and len({*made[-1][0], *made[-1][1]}) == len(made[-1][0]) + len(made[-1][1]):
        assert ties[-1].decision_id not in agreed.overruled


def test_the_nearest_are_those_with_most_words_in_common():
    lost = mention(sentence="The old dam broke at dawn on Friday.")
    found = nearest(
        lost,
        [
            Candidate("m1", "north-1", "The old dam broke at dawn on Saturday.", "broke"),
            Candidate("m2", "north-1", "The old dam was inspected at dawn on Friday.", "inspected"),
            Candidate("m3", "south-1", "Prices rose.", "rose"),
        ],
    )
    assert [one.mention_id for one in found] == ["m1", "m2"]


def test_an_articles_words_are_taken_out():
    alone = decision("title", "Dam fails", why="its words")
    beside = decision("merge", mentions=(mention(), mention("south-1")), others=(mention("east-1"),), why="its words")
    other = decision("star", about=mention("south-1"))
    left, touched = without_article([alone, beside, other], "north-1")

    assert touched == 2
    assert "north-1" not in "".join(map(dumps, left))
    assert "words" not in "".join(map(dumps, left))
    assert left[2] == other
    assert set(loads("\n".join(map(dumps, left)))) == set(left)
