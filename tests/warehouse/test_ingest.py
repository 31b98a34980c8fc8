"""What a run offers, and what becomes of it: a table of stories, each a list of runs."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.warehouse.toy import NOW, RULES, annotate, article, offer, reading
from transforms.model import PublicationSignal
from warehouse.intake.annotations import load_annotations
from warehouse.intake.articles import Intake, articles, pending
from warehouse.intake.near_duplicates import sketch
from warehouse.storage.store import Store
from warehouse.writer import open_writer

A = article("a", "Kord attacked Selm. ", "2024-03-10")
LATER = article("a", "Kord attacked Selm twice. ", "2024-03-11")
EARLIER = article("a", "Kord will attack Selm. ", "2024-03-01")
CORRECTED = replace(A, published=date(2024, 3, 9))
UPDATED = replace(A, text="Kord did not attack Selm. ", updated=date(2024, 3, 20))
UNDATED = replace(A, published=None, text="Kord attacked Selm, it seems. ")
B = article("b", "Dara visited Selm. ")


def counts(**given: int) -> Intake:
    return Intake(**{"seen": 0, "new": 0, "changed": 0, "unchanged": 0, "collisions": 0, "forgotten": 0} | given)


@pytest.mark.parametrize(
    ("runs", "last", "current"),
    [
        pytest.param([[A, B]], counts(seen=2, new=2), A, id="new"),
        pytest.param([[A, B], [A, B]], counts(seen=2, unchanged=2), A, id="the same again"),
        pytest.param([[A], [LATER]], counts(seen=1, changed=1), LATER, id="a later text replaces it"),
        pytest.param([[LATER], [A]], counts(seen=1, unchanged=1), LATER, id="an earlier text does not"),
        pytest.param(
            [[A], [UPDATED], [LATER]], counts(seen=1, unchanged=1), UPDATED, id="updated counts before published"
        ),
        pytest.param(
            [[A], [CORRECTED]], counts(seen=1, changed=1), CORRECTED, id="another date for the same text corrects it"
        ),
        pytest.param([[CORRECTED], [A]], counts(seen=1, changed=1), A, id="in either direction"),
        pytest.param([[A], [UNDATED]], counts(seen=1, unchanged=1), A, id="no date is less than any date"),
        pytest.param([[UNDATED], [A]], counts(seen=1, changed=1), A, id="and any date more than none"),
        pytest.param([[A, A]], counts(seen=1, new=1), A, id="twice the same in one run"),
        pytest.param([[A, LATER]], counts(seen=1, collisions=1), None, id="two texts under one id are refused"),
        pytest.param([[A, LATER, A]], counts(seen=1, collisions=1), None, id="whichever comes first"),
        pytest.param([[A], [A, LATER]], counts(seen=1, collisions=1), A, id="and leave what was there"),
        pytest.param([[A], [LATER, A], [A]], counts(seen=1, unchanged=1), A, id="and come again as they were"),
        pytest.param([[CORRECTED, A]], counts(seen=1, new=1), A, id="the same text with two dates: the later date"),
        pytest.param([[A, CORRECTED]], counts(seen=1, new=1), A, id="in any order"),
        pytest.param([[A, CORRECTED], [CORRECTED, A]], counts(seen=1, unchanged=1), A, id="and stays so"),
        pytest.param([[A], [EARLIER], [A]], counts(seen=1, unchanged=1), A, id="an old version in between"),
    ],
)
def test_what_counts(tmp_path, runs, last, current):
    with open_writer(Store(tmp_path)) as con:
        for nth, offered in enumerate(runs):
            intake = offer(con, f"r{nth}", [reading(a, f"f{i}") for i, a in enumerate(offered)])
        found = articles(con, ["a"])
        left = con.execute("SELECT count(*) FROM core.incoming").fetchall()

    assert intake == last
    assert found == ([current] if current else [])
    assert left == [(0,)]


def test_a_collision_names_both_sources_in_the_quarantine(tmp_path):
    with open_writer(Store(tmp_path)) as con:
        offer(con, "r1", [reading(A, "one.txt"), reading(LATER, "two.html")])
        found = con.execute("SELECT reason_code, location, detail FROM ops.quarantine").fetchall()

    assert found == [("id_collision", "a", "two contents came under the id a in one run: from one.txt and two.html")]


def test_known_readings_need_no_reading_but_changed_ones_do(tmp_path):
    from warehouse.intake.articles import unchanged
    from warehouse.storage.run_log import begin_run

    readings = [reading(A), reading(B)]
    with open_writer(Store(tmp_path)) as con:
        offer(con, "r1", readings)
        begin_run(con, "r2", NOW)
        again = unchanged(con, "r2", [r.reading_id for r in [*readings, reading(LATER)]])
        offer(con, "r3", [reading(LATER)])
        begin_run(con, "r4", NOW)
        after = unchanged(con, "r4", [r.reading_id for r in readings])

    assert again == {r.reading_id for r in readings}
    assert after == {reading(B).reading_id}


def test_a_run_cut_off_before_it_settled_counts_for_nothing(tmp_path):
    from warehouse.intake.articles import load_documents, settle, unchanged
    from warehouse.storage.run_log import begin_run

    with open_writer(Store(tmp_path)) as con:
        begin_run(con, "r1", NOW)
        load_documents(con, "r1", [reading(A)])
        begin_run(con, "r2", NOW)
        assert unchanged(con, "r2", [reading(A).reading_id]) == set()
        load_documents(con, "r2", [reading(B)])
        assert settle(con, "r2", NOW) == counts(seen=1, new=1)
        assert con.execute("SELECT run_id, status FROM ops.run ORDER BY 1").fetchall() == [
            ("r1", "interrupted"),
            ("r2", "running"),
        ]


def test_new_rules_make_everything_pending(tmp_path):
    with open_writer(Store(tmp_path)) as con:
        offer(con, "r1", [A, B])

        assert pending(con, RULES) == []
        assert pending(con, "toy-2") == ["a", "b"]


def test_signs_of_publication_come_back_as_they_were(tmp_path):
    signs = (
        PublicationSignal(
            "meta", "published", "10 March", date(2024, 3, 10), "2024-03-10T08:00+01:00", "instant", "og", True
        ),
        PublicationSignal("url", "published", "/2024/", None, None, "year", "path"),
    )
    changed = replace(A, signals=signs, published_at="2024-03-10T08:00+01:00", title="“Ünï”", author="x")
    with open_writer(Store(tmp_path)) as con:
        offer(con, "r1", [changed])

        assert articles(con, ["a"]) == [changed]


def test_a_lone_surrogate_is_made_sound_without_moving_an_offset(tmp_path):
    with open_writer(Store(tmp_path)) as con:
        offer(con, "r1", [article("a", "Kord\ud800 attacked Selm. ")])

        assert [a.text for a in articles(con, ["a"])] == ["Kord? attacked Selm. "]


def test_an_annotation_of_another_text_is_refused(tmp_path):
    with open_writer(Store(tmp_path)) as con:
        offer(con, "r1", [A])
        with pytest.raises(ValueError, match="article a"):
            load_annotations(con, "r1", RULES, [annotate(LATER)])


WORDS = [
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
]
LONG = " ".join(WORDS * 3)


@pytest.mark.parametrize(
    ("texts", "groups"),
    [
        ([LONG, LONG], 1),
        ([LONG, LONG + " and a word more"], 1),
        ([LONG, LONG + " " + " ".join(WORDS[::-1] * 3)], 2),
        ([LONG, " ".join(WORDS[::-1] * 3)], 2),
        (["short", "short"], 1),
        (["a short one here now", "a short one here too"], 2),
        (["", ""], 1),
    ],
)
def test_copies_are_grouped(tmp_path, texts, groups):
    with open_writer(Store(tmp_path)) as con:
        offer(con, "r1", [article(f"x{i}", text) for i, text in enumerate(texts)])
        found = con.execute("SELECT copy_group FROM core.article").fetchall()

    assert len({g for (g,) in found if g} or {0, 1}) == groups


@settings(max_examples=60)
@given(st.text(max_size=400))
def test_a_sketch_is_short_sorted_and_never_empty(text):
    found = sketch(text)

    assert 1 <= len(found) <= 64
    assert found == sorted(set(found))
    assert all(0 <= h < 2**63 for h in found)
