"""Who is who across articles, as a table: what each article calls somebody, and the name that all share."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

import duckdb
import pytest

from tests.warehouse.toy import NOW, reading
from transforms.annotate import Annotator
from transforms.language.names import name_key
from transforms.language.spacy_model import load_model
from transforms.model import Article
from warehouse.access.filters import Filters
from warehouse.access.timeline import find_events
from warehouse.intake.annotations import load_annotations
from warehouse.intake.articles import articles, load_documents, pending, settle
from warehouse.publication.build import build
from warehouse.resolution.resolve import resolve
from warehouse.storage.connect import open_reader
from warehouse.storage.run_log import begin_run
from warehouse.storage.statements import statement
from warehouse.storage.store import Store
from warehouse.writer import open_writer


class NamedMention(NamedTuple):
    """One article's word for somebody; articles with a story in common have an event together."""

    article: str
    name: str
    kind: str = "PERSON"
    office: str | None = None
    story: str = "one"
    published: str = "2025-03-01"


NORMAL = {
    "a surname of the same story": (
        [NamedMention("a", "Vale"), NamedMention("b", "Ada Vale")],
        {("a", "Vale"): "Ada Vale"},
    ),
    "a surname of another story keeps its own": (
        [NamedMention("a", "Vale"), NamedMention("b", "Ada Vale", story="two")],
        {},
    ),
    "two persons of one surname stay apart": (
        [NamedMention("a", "Vale"), NamedMention("b", "Ada Vale"), NamedMention("c", "Tom Vale")],
        {},
    ),
    "of two forms of one name the longer": (
        [NamedMention("a", "Vale"), NamedMention("b", "Ada Vale"), NamedMention("c", "Ada Mary Vale")],
        {("a", "Vale"): "Ada Mary Vale"},
    ),
    "two spellings: the one of most articles": (
        [
            NamedMention("a", "Ada Lavrovsky"),
            NamedMention("b", "Ada Lavrovskiy"),
            NamedMention("c", "Ada Lavrovsky", story="two"),
        ],
        {("b", "Ada Lavrovskiy"): "Ada Lavrovsky"},
    ),
    "an office that one person holds": (
        [
            NamedMention("a", "Orvel president", "", "president UA"),
            NamedMention("b", "Ada Vale", office="president UA", story="two"),
        ],
        {("a", "Orvel president"): "Ada Vale"},
    ),
    "an office that another held years before": (
        [
            NamedMention("a", "Orvel president", "", "president UA", published="2025-03-01"),
            NamedMention("b", "Ada Vale", office="president UA", story="two", published="2019-03-01"),
        ],
        {},
    ),
    "an office that two are said to hold": (
        [
            NamedMention("a", "Orvel president", "", "president UA"),
            NamedMention("b", "Ada Vale", office="president UA", story="two"),
            NamedMention("c", "Tom Reed", office="president UA", story="two"),
        ],
        {},
    ),
    "a surname with its office": (
        [
            NamedMention("a", "Vale", office="president UA"),
            NamedMention("b", "Ada Vale", office="president UA", story="two"),
        ],
        {("a", "Vale"): "Ada Vale"},
    ),
    "a place is nobody": ([NamedMention("a", "York", "GPE"), NamedMention("b", "Ada York")], {}),
}


def normal_names(mentions: list[NamedMention]) -> dict[tuple[str, str], str]:
    with duckdb.connect() as con:
        con.execute("""
            CREATE SCHEMA core;
            CREATE TABLE core.actor (article_id VARCHAR, name VARCHAR, name_key VARCHAR, name_kind VARCHAR, office VARCHAR);
            CREATE TABLE kept_article (article_id VARCHAR, published DATE);
            CREATE TABLE core.event_mention (mention_id VARCHAR, article_id VARCHAR);
            CREATE TABLE kept_member (event_id VARCHAR, mention_id VARCHAR);
            CREATE TABLE core.event (event_id VARCHAR, articles INTEGER);
        """)
        for t in mentions:
            con.execute(
                "INSERT INTO core.actor VALUES (?, ?, ?, ?, ?)", [t.article, t.name, name_key(t.name), t.kind, t.office]
            )
            con.execute("INSERT INTO kept_article VALUES (?, ?)", [t.article, date.fromisoformat(t.published)])
            con.execute("INSERT INTO core.event_mention VALUES (?, ?)", [t.article, t.article])
            con.execute("INSERT INTO kept_member VALUES (?, ?)", [t.story, t.article])
        for story in {t.story for t in mentions}:
            con.execute("INSERT INTO core.event VALUES (?, ?)", [story, sum(t.story == story for t in mentions)])
        con.execute(statement("models/actor_name"))
        return {(a, n): normal for a, n, normal in con.execute("FROM actor_name").fetchall()}


@pytest.mark.parametrize(("mentions", "expected"), NORMAL.values(), ids=NORMAL)
def test_the_name_that_all_articles_share(mentions, expected):
    assert normal_names(mentions) == expected


@pytest.mark.parametrize("mentions", [case[0] for case in NORMAL.values()], ids=NORMAL)
def test_the_order_of_arrival_does_not_matter(mentions):
    assert normal_names(mentions[::-1]) == normal_names(mentions)


ARTICLES = {
    "a": "Ukrainian President Ada Petrova visited Kharkiv on March 3, 2025. She met wounded soldiers in a hospital.",
    "b": "Petrova visited Kharkiv on March 3, 2025 and met wounded soldiers. The army said the shelling had stopped.",
    "c": "The Ukrainian president met mayors in Lviv on March 10, 2025. She promised help.",
}
CALLED = {
    ("a", "Ada Petrova"): "Ada Petrova",
    ("a", "She"): "Ada Petrova",
    ("b", "Petrova"): "Ada Petrova",
    ("c", "Ukrainian president"): "Ada Petrova",
    ("c", "She"): "Ada Petrova",
}


def test_articles_share_the_name_of_a_person(tmp_path):
    annotator = Annotator({"en": load_model()})
    stories = [Article(key, text, published=date(2025, 3, 11), language="en") for key, text in ARTICLES.items()]
    store = Store(tmp_path)
    with open_writer(store) as con:
        begin_run(con, "r1", NOW)
        load_documents(con, "r1", [reading(a) for a in stories])
        settle(con, "r1", NOW)
        load_annotations(con, "r1", "rules", list(annotator.annotate(articles(con, pending(con, "rules")))))
        resolve(con)
        build(con, store)
    with duckdb.connect(str(store.candidate), read_only=True) as con:
        called = con.execute("SELECT article_id, text, name FROM event_actor JOIN event_mention USING (mention_id)")
        names = {(article, text): name for article, text, name in called.fetchall()}
        actors = con.execute("SELECT DISTINCT unnest(actors) FROM event WHERE title LIKE '%Petrova%'").fetchall()

    assert {key: names[key] for key in CALLED} == CALLED
    assert ("Ada Petrova",) in actors


def test_a_name_is_asked_for_with_its_description_or_without_what_stands_between(demo_store):
    def ids(name: str) -> set[str]:
        with open_reader(Store(demo_store)) as con:
            return {row["event_id"] for row in find_events(con, Filters(actors=(name,), left_out=True))}

    assert ids("Erik Lund")
    assert ids("captain Erik Lund") == ids("erik lund") == ids("Erik Lund")
    assert ids("Lund Erik") == set()
