"""The demo's story as events, read as tables: one toll with its rival figures, a correction, a re-publication."""

from __future__ import annotations

import duckdb
import pytest

TOLL = """
    SELECT q.site, coalesce(q.speaker, ''), q.text, CAST(q.as_of AS VARCHAR)
    FROM quantity q JOIN event e USING (event_id)
    WHERE q.measure = 'killed' AND q.rival_group IS NOT NULL
    ORDER BY q.as_of, q.site, q.speaker, q.text
"""


@pytest.fixture(scope="module")
def published(demo_master):
    with duckdb.connect(str(demo_master / "timeline.duckdb"), read_only=True) as con:
        yield con


def test_the_toll_is_one_event_with_the_figures_of_all_who_gave_one(published):
    assert published.sql(TOLL).fetchall() == [
        ("Harbour Wire", "Latvian coast guard", "at least three", "2023-03-07"),
        ("balticcourier.example", "Seafarers' Union", "At least five", "2023-03-07"),
        ("balticcourier.example", "Union", "five", "2023-03-07"),
        ("Harbour Wire", "Seafarers' Union", "five", "2023-03-08"),
        ("Harbour Wire", "coast guard", "Four", "2023-03-09"),
        ("balticcourier.example", "article published on March 7", "five", "2023-03-10"),
        ("balticcourier.example", "", "four", "2023-03-10"),
        ("Harbour Wire", "report published on Friday", "four", "2023-03-31"),
        ("balticcourier.example", "report published on Friday", "four", "2023-03-31"),
        ("Riga Evening Mail", "", "four", "2023-06-12"),
    ]


def test_the_toll_is_dated_by_those_who_say_when(published):
    rows = published.sql(
        "SELECT DISTINCT e.edtf, e.on_timeline, e.modality FROM quantity q JOIN event e USING (event_id)"
        " WHERE q.measure = 'killed' AND q.rival_group IS NOT NULL"
    ).fetchall()

    assert rows == [("2023-03-06", True, "actual")]


def test_a_death_that_comes_later_is_an_event_of_its_own(published):
    rows = published.sql(
        "SELECT e.edtf, q.text FROM quantity q JOIN event e USING (event_id) WHERE q.measure = 'killed' AND q.high = 1"
    ).fetchall()

    assert rows == [("2023-03-08", "One")]


def test_a_fire_of_another_year_is_not_this_one(published):
    rows = published.sql(
        "SELECT e.edtf, count(*) FROM event e JOIN event_mention m USING (event_id)"
        " WHERE m.trigger = 'fire' AND m.sentence LIKE '%of this size%' GROUP BY ALL"
    ).fetchall()

    assert rows == [("2009", 1)]


def test_a_lead_is_the_sentence_of_a_member_and_titles_are_whole_lines(published):
    rows = published.sql(
        "SELECT e.title, e.title_source, e.lead, m.sentence, m.event_id = e.event_id"
        " FROM event e LEFT JOIN event_mention m ON m.mention_id = e.lead_mention_id"
    ).fetchall()

    assert rows
    for title, source, lead, sentence, member in rows:
        assert member
        assert lead == sentence
        assert source in ("headline", "clause", "noun phrase", "sentence")
        assert title == title.strip(" ,;:")
        assert not title[0].islower(), title


def test_every_member_but_the_founder_is_joined_with_a_reason(published):
    missing = published.sql("""
        SELECT m.mention_id FROM event_mention m JOIN event e USING (event_id)
        WHERE m.mention_id <> (SELECT first(b.mention_id ORDER BY b.article_published NULLS LAST, b.article_id, b.trigger_start)
                               FROM event_mention b WHERE b.event_id = e.event_id)
          AND NOT EXISTS (FROM event_join j WHERE m.mention_id IN (j.mention_id, j.other_mention_id))
    """)

    assert missing.fetchall() == []
