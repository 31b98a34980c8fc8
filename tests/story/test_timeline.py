"""The demo's published timeline, row by row, against the one that a careful reader draws up from its articles."""

import tomllib
from pathlib import Path
from typing import Any

import duckdb
import pytest

ROWS: list[dict[str, Any]] = tomllib.loads((Path(__file__).parent / "timeline.toml").read_text(encoding="utf-8"))["row"]
OF = {mention: row["what"] for row in ROWS for mention in row["mentions"]}
FIRST_DEAD = "one of the injured dies in hospital"
"""Four died, and one of them in hospital is told by the same word in one article: a row of both is no fault of joining."""
EVENTS = """
SELECT e.title, e.level, e.edtf, list(DISTINCT m.article_id || ': ' || m.trigger) AS mentions
FROM event AS e JOIN event_mention AS m USING (event_id)
WHERE e.on_timeline AND e.dated AND m.modality = 'actual'
GROUP BY e.event_id, e.title, e.level, e.edtf
ORDER BY e.event_id
"""


@pytest.fixture(scope="module")
def published(demo_master: Path) -> list[tuple[str, str, str, list[str]]]:
    with duckdb.connect(str(demo_master / "timeline.duckdb"), read_only=True) as con:
        return con.sql(EVENTS).fetchall()


def happenings(mentions: list[str]) -> set[str]:
    return {OF[mention] for mention in mentions if mention in OF}


def test_every_dated_key_row_is_a_happening_of_the_articles_on_its_day(published) -> None:
    allowed = {row["what"]: row["when"] for row in ROWS}
    strange, wrong = [], []
    for title, level, edtf, mentions in published:
        known = happenings(mentions)
        if level == "key" and not known:
            strange.append(title)
        if known and not any(edtf in allowed[what] for what in known):
            wrong.append((title, edtf))

    assert strange == []
    assert wrong == []


def test_no_row_holds_two_happenings(published) -> None:
    held = {title: happenings(mentions) - {FIRST_DEAD} for title, _, _, mentions in published}

    assert {title: known for title, known in held.items() if len(known) > 1} == {}


@pytest.mark.parametrize("row", [row for row in ROWS if row["wanted"]], ids=lambda row: row["what"])
def test_what_an_editor_wants_stands_on_its_day(row, published) -> None:
    levels = row.get("levels", ["key"])
    found = {edtf for _, level, edtf, mentions in published if level in levels and set(mentions) & set(row["mentions"])}

    assert found & set(row["when"])
