"""The Python interface: what it promises, what it gives, and that importing it costs next to nothing."""

from __future__ import annotations

import dataclasses
import inspect
import json
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

import dateline
from tests.api.signatures import signatures
from tests.conftest import REPOSITORY, run_dateline

SENTENCE = "The court in Riga ruled last Friday that the ferry company must pay, the mayor said."


def test_the_signatures_are_those_that_were_promised():
    stored = (Path(__file__).parent / "signatures.txt").read_text(encoding="utf-8")
    assert signatures() == stored, "python -m tests.api writes them anew; say in CHANGELOG.md what changed"


@pytest.mark.parametrize("name", sorted(set(dateline.__all__) - {"__version__"}))
def test_everything_public_says_what_it_is(name):
    value = getattr(dateline, name)
    assert inspect.getdoc(value)
    if dataclasses.is_dataclass(value):
        assert value.__dataclass_params__.frozen


def test_importing_brings_nothing_that_takes_time():
    heavy = {
        "duckdb",
        "spacy",
        "prefect",
        "great_expectations",
        "pyarrow",
        "pandas",
        "numpy",
        "click",
        "dateparser",
        "lxml",
    }
    code = "import dateline, sys; print(*sys.modules)"
    assert heavy.isdisjoint(_python(code).split())


def test_finding_times_brings_neither_a_model_nor_a_database():
    code = "import dateline, sys; dateline.find_times('On 3 May 2021.', language='en'); print(*sys.modules)"
    assert {"duckdb", "spacy", "prefect", "great_expectations"}.isdisjoint(_python(code).split())


def _python(code: str) -> str:
    done = subprocess.run([sys.executable, "-c", code], cwd=REPOSITORY, capture_output=True, text=True, check=True)
    return done.stdout


@pytest.mark.parametrize(
    ("text", "published", "language", "found"),
    [
        ("The court ruled last Friday.", "2025-01-13", None, [("last Friday", "2025-01-10")]),
        ("The court ruled last Friday.", date(2025, 1, 13), "en", [("last Friday", "2025-01-10")]),
        ("The court ruled last Friday.", None, "en", [("last Friday", "XXXX-WXX-5")]),
        ("It closed two hours ago.", "2025-01-13T09:30:00+02:00", "en", [("two hours ago", "2025-01-13T07:30")]),
        (
            "Am 3. Mai 2021 begannen die Arbeiter mit dem Umbau der alten Halle, wie die Zeitung schrieb.",
            None,
            None,
            [("3. Mai 2021", "2021-05-03")],
        ),
        ("Nothing here.", None, None, []),
        ("", None, None, []),
    ],
)
def test_find_times(text, published, language, found):
    times = dateline.find_times(text, published, language)
    assert [(time.text, time.value) for time in times] == found
    assert [text[time.start : time.end] for time in times] == [time.text for time in times]


def test_a_date_that_is_none_is_refused():
    with pytest.raises(ValueError, match="15/01/2025"):
        dateline.find_times("Today.", published="15/01/2025")


def test_annotate_a_text():
    annotation = dateline.annotate(SENTENCE, published="2025-01-13", language="en")
    ruled = next(event for event in annotation.events if event.text == "ruled")
    assert ruled.when is not None
    assert (ruled.when.start_earliest, ruled.when.dated, ruled.modality) == (date(2025, 1, 10), True, "actual")
    assert [statement.source_name for statement in ruled.chain] == ["mayor"] or ruled.chain[0].source_name
    assert json.loads(json.dumps(annotation.record))["times"][0]["text"] == "last Friday"


def test_annotate_gives_what_the_command_gives(tmp_path):
    article = {"id": "a", "text": SENTENCE, "published": "2025-01-13", "language": "en"}
    (tmp_path / "a.jsonl").write_text(json.dumps(article) + "\n", encoding="utf-8")
    done = run_dateline("annotate", "a.jsonl", cwd=tmp_path)
    (read,) = dateline.read(tmp_path / "a.jsonl")
    assert json.loads(done.stdout) == dateline.annotate(read).record


def test_several_articles_share_their_events():
    texts = [
        "A ferry sank off Dover on 3 May 2021, killing nine people.",
        "Nine people were killed when the ferry sank off Dover on 3 May 2021.",
    ]
    annotations = dateline.annotate(texts, published="2021-05-04", language="en")
    first, second = ({event.event for event in a.events if event.text == "sank"} for a in annotations)
    assert first == second


def test_read_tells_what_was_refused(tmp_path):
    (tmp_path / "one.txt").write_text("The bridge opened on 3 May 2021.", encoding="utf-8")
    (tmp_path / "two.txt").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(100))
    reading = dateline.read(tmp_path, published="2021-05-04", site="Evening Mail")
    assert [(a.article_id, a.site, a.published) for a in reading] == [("one", "Evening Mail", date(2021, 5, 4))]
    assert [refusal.reason_code for refusal in reading.refusals] == ["binary"]
    assert len(reading) == 1


def test_run_publishes_and_the_timeline_answers(tmp_path):
    (tmp_path / "in").mkdir()
    article = {"id": "a", "text": "A ferry sank off Dover on 3 May 2021.", "published": "2021-05-04", "language": "en"}
    (tmp_path / "in" / "a.jsonl").write_text(json.dumps(article) + "\n", encoding="utf-8")

    receipt = dateline.run([tmp_path / "in"], store=tmp_path / "news")

    assert receipt.articles.new == 1
    with dateline.open_timeline(tmp_path / "news") as timeline:
        rows = timeline.query("SELECT event_id, edtf, title FROM timeline WHERE edtf = $day", {"day": "2021-05-03"})
        assert [row["edtf"] for row in rows] == ["2021-05-03"]
        event = next(iter(rows))["event_id"]
    explanation = dateline.explain(event, store=tmp_path / "news")
    assert "3 May 2021" in str(explanation)


def test_run_without_a_source_is_one_line(tmp_path):
    with pytest.raises(dateline.DatelineError, match="nothing to read"):
        dateline.run(store=tmp_path / "news")


def test_explain_a_sentence():
    explanation = dateline.explain("The court ruled last Friday.", published="2025-01-13")
    assert explanation.text.startswith("“The court ruled last Friday.”")
    assert str(explanation) == "\n".join(explanation.lines())
    assert "2025-01-10" in str(explanation)


class TestTimeline:
    @pytest.fixture(scope="class")
    def timeline(self, demo_master):
        with dateline.open_timeline(demo_master) as timeline:
            yield timeline

    def test_every_ready_made_query_is_a_method(self, timeline):
        for query in timeline.queries():
            method = getattr(timeline, query.name.replace("-", "_"))
            assert method.__doc__.startswith(query.question)
            assert method.__name__ in dir(timeline)
        assert timeline.key_days().columns

    def test_a_parameter_holds_for_one_question(self, timeline):
        before = timeline.ask("happened-in-month").arrow
        assert (
            timeline.happened_in_month(month="1999-01").arrow.num_rows
            < timeline.happened_in_month(month="2023-03").arrow.num_rows
        )
        assert timeline.happened_in_month().arrow.equals(before)

    def test_rows_come_as_arrow_and_as_pandas(self, timeline):
        rows = timeline.query("SELECT count(*) AS n, max(first_reported) AS day FROM event")
        assert rows.arrow.column_names == ["n", "day"] == list(rows.columns)
        assert rows.pandas().n[0] == next(iter(rows))["n"] > 0

    def test_it_is_shut_in(self, timeline, tmp_path):
        from warehouse.storage.errors import QueryError

        for sql in ("FROM read_csv('/etc/passwd')", "CREATE TABLE a (b INT)", "SET memory_limit = '1GB'", "SELEC 1"):
            with pytest.raises(QueryError):
                timeline.query(sql)

    def test_an_unknown_query_is_told(self, timeline):
        from warehouse.storage.errors import NotFoundError

        with pytest.raises(AttributeError, match="no ready-made query 'key-dayz'"):
            timeline.key_dayz()
        with pytest.raises(NotFoundError, match="key-days"):
            timeline.ask("key-dayz")
        with pytest.raises(NotFoundError, match="no parameter 'colour'"):
            timeline.key_days(colour="red")

    def test_a_query_of_ones_own_is_one_more(self, demo_master, tmp_path):
        (tmp_path / "my-count.sql").write_text(
            "-- How many are there?\nSELECT count(*) AS n FROM event;", encoding="utf-8"
        )
        with dateline.open_timeline(demo_master, queries=tmp_path) as timeline:
            assert next(iter(timeline.my_count()))["n"] > 0
