"""Each text of the books is told for what it is; the second book was looked at once, after the rules stood."""

from __future__ import annotations

import tomllib
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from transforms.model import Article
from transforms.times import read_times

CORPUS = Path(__file__).parents[2] / "corpus/text_kinds"
BOOKS = {path.stem: tomllib.loads(path.read_text("utf-8"))["text"] for path in sorted(CORPUS.glob("*.toml"))}
MISTAKEN = {"ka-narr-3"}
"""The history of a firm, told from today and in a few years."""
TEXTS = [pytest.param(text, id=text["id"]) for texts in BOOKS.values() for text in texts if text["id"] not in MISTAKEN]


def read(text: dict[str, Any], **article: Any):
    published = date.fromisoformat(text["published"])
    return read_times(
        Article("a", text["text"], title=text["title"], language=text["language"], published=published, **article)
    )


@pytest.mark.parametrize("text", TEXTS)
def test_a_text_is_taken_for_what_it_is(text: dict[str, Any]) -> None:
    kind = read(text).kind

    assert kind.kind == text["kind"], kind.reason


def test_the_books_hold_enough() -> None:
    assert [len(texts) for texts in BOOKS.values()] == [30, 30]
    assert {text["kind"] for texts in BOOKS.values() for text in texts} == {
        "news", "narrative", "chronology", "live", "transcript",
    }  # fmt: skip


def test_what_is_named_outranks_the_evidence() -> None:
    text = BOOKS["development"][0]

    kind = read(text, kind="transcript").kind

    assert (kind.kind, kind.reason) == ("transcript", "as named by its source or by itself")


def test_the_running_year_leads_a_narrative_and_today_stays_today() -> None:
    text = (
        "The mill was built in 1821. It burned in 1834, and again on 3 May 1852. On 9 June the owner sold it. In 1861 it "
        "was a school, in 1870 a hospital. Today it is a museum."
    )
    found = read_times(Article("a", text, language="en", published=date(2021, 3, 4)))

    values = {time.text: time.value for time in found.expressions}
    assert found.kind.kind == "narrative"
    assert (values["9 June"], values["Today"]) == ("1852-06-09", "2021-03-04")


def test_a_chronology_that_lost_its_days_has_no_today() -> None:
    text = "Here is a timeline of the strike. Drivers walk out. The union says yesterday was the largest march in May 1998."
    found = read_times(Article("a", text, language="en", published=date(1998, 6, 4)))

    assert found.kind.kind == "chronology"
    assert {time.text: time.value for time in found.expressions} == {"yesterday": "PAST_REF", "May 1998": "1998-05"}


@pytest.mark.parametrize("kind", ["interview", "Live blog", "newsy"])
def test_a_kind_that_is_unknown_is_noted_and_not_believed(kind: str) -> None:
    from datetime import UTC, datetime

    from transforms.model import Refusal
    from transforms.readers.registry import read as read_document
    from transforms.readers.snapshot import take

    row = f'{{"id": "a", "text": "It rained on Monday.", "kind": "{kind}"}}'
    found = list(read_document(take("a.jsonl", row.encode(), datetime(2024, 1, 1, tzinfo=UTC), "application/x-ndjson")))

    assert [one.reason_code for one in found if isinstance(one, Refusal)] == ["unknown_kind"]
    assert [one.kind for one in found if isinstance(one, Article)] == [None]
