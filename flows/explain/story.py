"""Why a story is one: what ties its articles, and what became of it since the version before."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from duckdb import DuckDBPyConnection

from flows.explain.tree import Fact
from transforms.writers.wording.stories import turn_in_words
from warehouse.access.stories import articles_beside, articles_of
from warehouse.storage.statements import dict_rows


def explain_story(con: DuckDBPyConnection, story_id: str) -> Fact:
    """Explain a story: each of its articles with the names and words that tie it and the key events that it shares."""
    con.execute("SET VARIABLE story_id = ?", [story_id])
    (story,) = _rows(con, "SELECT * FROM story WHERE story_id = getvariable('story_id')")
    tree = Fact(f"story {story_id}: {story['title']}")
    tree.add(
        f"{story['articles']} articles of {story['outlets']} outlets, published from"
        f" {story['first_published'] or 'an unknown day'} to {story['last_published'] or 'an unknown day'}"
    )
    for change in _rows(con, "SELECT * FROM story_change WHERE story_id = getvariable('story_id')"):
        tree.add(turn_in_words(change))
    for old in _rows(con, "SELECT * FROM story_alias WHERE story_id = getvariable('story_id') ORDER BY old_story_id"):
        tree.add(f"known as {old['old_story_id']} until version {old['version']}")
    for article in articles_of(con, story_id):
        _article(tree, article)
    for other in articles_beside(con, story_id):
        own = f", which belongs to story {other['own_story_id']}" if other["own_story_id"] else ""
        tree.add(f"told of too by {other['article_id']}: {other['title'] or 'without a title'}{own}")
    return tree


def _article(tree: Fact, article: dict[str, Any]) -> None:
    fact = tree.add(
        f"article {article['article_id']}: {article['title'] or 'without a title'}"
        f" ({article['site'] or 'outlet unknown'}, {article['published'] or 'day unknown'})"
    )
    for kind, beginning in (("name", "shares names"), ("word", "shares words")):
        if tied := [r for r in article["reasons"] if r["kind"] == kind]:
            fact.add(f"{beginning} with the rest: {_listed(tied)}")
    for event in article["shared"]:
        fact.add(f"tells of {event['edtf'] or 'undated'} {event['title']} as {event['others']} others do")


def _listed(tied: Sequence[dict[str, Any]]) -> str:
    return ", ".join(f"{r['reason']} ({r['share']:.0%})" for r in tied)


def _rows(con: DuckDBPyConnection, sql: str) -> list[dict[str, Any]]:
    return dict_rows(con.execute(sql))
