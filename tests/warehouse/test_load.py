"""What an annotation becomes in core, and that nothing of an older one is left."""

from dataclasses import replace
from datetime import date

import duckdb
import pytest

from tests.warehouse.toy import NOW, RULES, annotate, article, offer, run
from warehouse.intake.annotation_rows import rows
from warehouse.intake.annotations import append, load_annotations
from warehouse.intake.articles import articles
from warehouse.storage.store import Store
from warehouse.writer import open_writer

STORY = article(
    "north-1",
    "Mirov said Kord attacked Selm on 2024-03-09. Dara will visit Orrin. At least 3 killed as Kord attacked. ",
)


def test_every_row_points_into_the_text():
    found = rows(annotate(STORY).annotation, annotate(STORY).mentions)

    for row in found["event_mention"]:
        assert STORY.text[row["trigger_start"] : row["trigger_end"]] == row["trigger"]
        assert STORY.text[row["sentence_start"] : row["sentence_end"]] == row["sentence"]
    for table in ("time_expression", "actor", "place", "quantity"):
        assert found[table]
        for row in found[table]:
            assert STORY.text[row["char_start"] : row["char_end"]] == row["text"]
    for row in found["attribution"]:
        assert row["content"] == " … ".join(STORY.text[s["span_start"] : s["span_end"]] for s in row["content_spans"])


def test_the_innermost_speaker_stands_with_the_mention():
    first, second, third = rows(annotate(STORY).annotation, ())["event_mention"]

    assert (first["speaker"], first["cue"], first["content"]) == ("Mirov", "said", "Kord attacked Selm on 2024-03-09")
    assert "speaker" not in second
    assert (first["on_timeline"], second["on_timeline"], third["on_timeline"]) == (True, False, True)


TABLES = (
    "time_expression", "event_mention", "mention_time", "mention_bound", "attribution", "statement", "actor", "place",
    "quantity", "relation", "merge_article", "merge_mention", "merge_link", "article_furniture", "article_sentence",
)  # fmt: skip
OF_MENTIONS = ("happening", "happening_mention", "happening_block")
"""Tables that know an article's mentions by number alone."""


def test_old_rows_give_way_in_every_table(tmp_path):
    after = article("north-1", "Nothing much. ", "2024-03-12")
    with open_writer(Store(tmp_path)) as con:
        offer(
            con,
            "r1",
            [replace(STORY, text=STORY.text + "Kord attacked Selm, then Dara visited Selm. Sign up for it. ")],
        )
        before = {t: con.execute(f"SELECT count(*) FROM core.{t}").fetchall()[0][0] for t in (*TABLES, *OF_MENTIONS)}
        offer(con, "r2", [after])
        left = {t: con.execute(f"SELECT count(*) FROM core.{t}").fetchall()[0][0] for t in (*TABLES, *OF_MENTIONS)}

    assert all(before.values()), before
    assert not any(left.values()), left


def test_every_table_of_an_article_is_emptied_with_it(tmp_path):
    """A table of core that names an article and is forgotten in the deleting statement would keep old rows for ever."""
    with open_writer(Store(tmp_path)) as con:
        named = con.execute(
            "SELECT table_name FROM duckdb_columns() WHERE schema_name = 'core' AND column_name = 'article_id'"
        ).fetchall()

    own = {
        "article",
        "article_version",
        "article_signal",
        "article_sketch",
        "copy_pair",
        "decided_article",
        "incoming",
        "loosened_article",
        "story_article",
        "story_join",
        "story_place",
    }
    assert {t for (t,) in named} - own == {*TABLES, "happening"}


def test_a_corrected_publication_date_dates_everything_again(tmp_path):
    store = Store(tmp_path)
    attack = article("north-1", "Kord attacked Selm. ", "2024-03-10")
    run(store, "r1", [attack])
    run(store, "r2", [replace(attack, published=date(2024, 3, 4))])
    with duckdb.connect(str(store.timeline), read_only=True) as con:
        assert con.execute("SELECT end_latest, first_reported FROM event").fetchall() == [(date(2024, 3, 4),) * 2]
        assert con.execute("SELECT DISTINCT value FROM event_bound").fetchall() == [(date(2024, 3, 4),)]
        assert con.execute("SELECT article_published FROM event_mention").fetchall() == [(date(2024, 3, 4),)]
        assert con.execute("SELECT version, published FROM article_version ORDER BY 1").fetchall() == [
            (1, date(2024, 3, 10)),
            (2, date(2024, 3, 4)),
        ]


def test_a_chunk_that_fails_changes_nothing(tmp_path, monkeypatch):
    with open_writer(Store(tmp_path)) as con:
        offer(con, "r1", [STORY])
        before = con.execute("FROM core.event_mention").fetchall()
        monkeypatch.setattr("warehouse.intake.annotations._links", lambda _: 1 / 0)
        with pytest.raises(ZeroDivisionError):
            load_annotations(con, "r2", RULES, [annotate(a) for a in articles(con, ["north-1"])])

        assert con.execute("FROM core.event_mention").fetchall() == before


def test_a_row_with_an_unknown_column_is_refused(tmp_path):
    with open_writer(Store(tmp_path)) as con, pytest.raises(KeyError, match=r"core\.actor has no column colour"):
        append(con, "core.actor", [{"article_id": "a", "colour": "red"}])


def test_tables_of_the_store_come_back_whole_after_a_reopening(tmp_path):
    store = Store(tmp_path)
    with open_writer(store) as con:
        offer(con, "r1", [STORY])
        before = con.execute("FROM core.event_mention ORDER BY ALL").fetchall()
    with open_writer(store) as con:
        assert con.execute("FROM core.event_mention ORDER BY ALL").fetchall() == before
        assert con.execute("SELECT started_at FROM ops.run").fetchall() == [(NOW.replace(tzinfo=None),)]


def test_an_article_keeps_where_its_pages_begin(tmp_path):
    with open_writer(Store(tmp_path)) as con:
        offer(con, "r1", [replace(STORY, page_starts=(0, 42)), article("south-1", "Nothing much. ")])
        north, south = articles(con, ["north-1", "south-1"])

    assert (north.page_starts, south.page_starts) == ((0, 42), ())
