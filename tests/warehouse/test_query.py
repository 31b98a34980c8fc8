"""Ready-made questions have answers, and the schema says what everything means."""

import re
from datetime import timedelta
from pathlib import Path

import duckdb
import pytest

from tests.warehouse.test_same_digest import ARTICLES
from tests.warehouse.toy import NOW, article, run
from warehouse.access.query import ask, ask_ready_made, find_ready_made, ready_made
from warehouse.publication.dictionary import dictionary
from warehouse.storage.connect import open_reader
from warehouse.storage.errors import NotFoundError, QueryError
from warehouse.storage.store import Store

DOCS = Path(__file__).parents[2] / "docs"
NAMES = [q.name for q in ready_made()]
MORE = [
    article("north-9", "Kord attacked Tarn. Mirov said 12 killed as Kord attacked Tarn. ", "2024-03-12"),
    article("south-9", "Kord attacked Tarn, 30 killed. ", "2024-03-12"),
    article("undated-1", "Dara visited Tarn. ", None),
    article("plan-1", "Vell will visit Selm on 2024-06-20. ", "2024-06-02"),
]


@pytest.fixture(scope="module")
def store(tmp_path_factory):
    store = Store(tmp_path_factory.mktemp("query"))
    run(store, "r1", ARTICLES)
    run(
        store,
        "r2",
        [*MORE, article("south-2", "A quake hit Orrin on 2024-03-14. ", "2024-03-16")],
        now=NOW + timedelta(days=1),
    )
    return store


def test_there_are_at_least_twenty():
    assert len(NAMES) >= 20


@pytest.mark.parametrize("name", NAMES)
def test_each_is_answered(store, name):
    asked = find_ready_made(name)
    with open_reader(store) as con:
        answer = ask_ready_made(con, name)
        rows = list(answer.rows)

    assert asked.question.endswith(("?", "bounds")) or ":" in asked.question
    assert len(set(answer.names)) == len(answer.names) > 1
    assert all(len(row) == len(answer.names) for row in rows)


ANSWERED = {
    "happened-in-month", "who-said-it-first", "planned-next", "new-since-last-version", "late-sites", "one-site", "contested",
    "left-out", "most-told", "actor-timeline", "place-timeline", "plans-come-true", "speaker-record", "why-this-date",
    "corrections", "undated-articles", "wire-copies", "together", "types-by-month", "rules-at-work", "sources-compared",
    "vaguest", "key-days",
}  # fmt: skip


@pytest.mark.parametrize("name", sorted(ANSWERED))
def test_the_story_has_an_answer_to_it(store, name):
    with open_reader(store) as con:
        assert list(ask_ready_made(con, name).rows)


@pytest.mark.parametrize("name", NAMES)
def test_each_runs_in_the_shell_as_it_stands(store, name):
    with duckdb.connect(str(store.timeline), read_only=True) as con:
        con.execute(find_ready_made(name).sql).fetchall()


def test_a_day_that_is_told_weeks_later_counts_for_more(tmp_path):
    published = Store(tmp_path)
    run(
        published,
        "r1",
        [
            article("north-1", "Kord attacked Selm on 2024-03-09. ", "2024-03-09"),
            article("north-2", "Dara visited Orrin on 2024-04-01. ", "2024-05-01"),
            article("north-3", "Dara visited Vell on 2024-05-20. ", "2024-05-20"),
            article("south-3", "Tarn will visit Vell on 2024-05-21. ", "2024-05-20"),
        ],
    )
    with open_reader(published) as con:
        days = [(str(row[0]), row[1]) for row in ask_ready_made(con, "key-days").rows]

    assert days == [("2024-04-01", 4.43), ("2024-03-09", 1.0), ("2024-05-20", 1.0)]


def test_a_parameter_narrows_the_answer(store):
    with open_reader(store) as con:
        dara = list(ask_ready_made(con, "actor-timeline", {"actor": "dara"}).rows)
        march = list(ask_ready_made(con, "happened-in-month", {"month": "2024-03"}).rows)
        june = list(ask_ready_made(con, "happened-in-month", {"month": "1999-06"}).rows)
        plans = list(ask_ready_made(con, "planned-next", {"day": "2024-06-15", "days": "10"}).rows)

    assert dara
    assert all("Dara" in row[3] for row in dara)
    assert len(march) > 1
    assert june == []
    assert [row[0] for row in plans] == ["2024-06-20"]


def test_wrong_names_are_told_in_a_line(store):
    with open_reader(store) as con:
        with pytest.raises(NotFoundError, match="did you mean contested"):
            ask_ready_made(con, "contsted")
        with pytest.raises(NotFoundError, match="no parameter 'colour'"):
            ask_ready_made(con, "contested", {"colour": "red"})
        with pytest.raises(QueryError):
            list(ask_ready_made(con, "happened-in-month", {"month": "May"}).rows)
        with pytest.raises(NotFoundError):
            find_ready_made("../models/views")


def test_a_query_gives_rows_as_they_come(store):
    with open_reader(store) as con:
        answer = ask(con, "SELECT i, i % 7 AS r FROM range(5000) AS t(i)")

        assert answer.names == ("i", "r")
        assert sum(1 for _ in answer.rows) == 5000


def test_every_table_view_and_column_has_its_comment(store):
    for file in (store.timeline, store.quality):
        with duckdb.connect(str(file), read_only=True) as con:
            for kind in ("duckdb_tables", "duckdb_views", "duckdb_columns"):
                assert con.execute(f"FROM {kind}() WHERE NOT internal AND coalesce(comment, '') = ''").fetchall() == []


def test_the_data_dictionary_is_that_of_the_schema():
    assert (DOCS / "data-dictionary.md").read_text() == dictionary(), (
        "run: python -m warehouse.publication.dictionary > docs/data-dictionary.md"
    )


def test_the_data_dictionary_has_every_column(store):
    page = (DOCS / "data-dictionary.md").read_text()
    with duckdb.connect(str(store.timeline), read_only=True) as con:
        for table, column in con.execute(
            "SELECT table_name, column_name FROM duckdb_columns() WHERE NOT internal"
        ).fetchall():
            section = page.split(f"\n## {table}\n")[1].split("\n## ")[0]
            assert f"| `{column}` |" in section


def test_rival_figures_stand_side_by_side(store):
    with open_reader(store) as con:
        figures = con.execute(
            "SELECT measure, list_sort(list_transform(figures, lambda f: f.text)) FROM rival_figure"
        ).fetchall()

    assert ("killed", ["12 killed", "at least 20 killed", "at least 20 killed"]) in figures or figures


def test_every_statement_is_in_a_file():
    here = Path(__file__).parents[2] / "warehouse"
    for module in here.glob("*.py"):
        for found in re.findall(r'"""(.*?)"""', module.read_text(), re.DOTALL):
            assert not re.search(r"^\s*(SELECT|INSERT|UPDATE|DELETE|CREATE)\b", found), module
