"""What is kept of the checks, and what becomes of rows that fail one."""

from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

import duckdb
import pytest

from tests.warehouse.test_same_digest import ARTICLES
from tests.warehouse.toy import NOW, article, offer, run
from transforms.model import Refusal
from warehouse.publication.build import build
from warehouse.publication.publish import publish
from warehouse.publication.quality import withhold, write_quality
from warehouse.resolution.resolve import resolve
from warehouse.storage.connect import open_file, open_reader
from warehouse.storage.run_log import begin_run, finish_run, note_counts, quarantine
from warehouse.storage.store import Store
from warehouse.writer import open_writer


@dataclass(frozen=True)
class Result:
    name: str
    passed: bool
    table: str = "event_mention"
    severity: str = "critical"
    fault: str = "row"
    description: str = "spans are spans"
    remedy: str = "mend the rule"
    rows_judged: int = 10
    rows_failed: int = 0
    sql: str = "SELECT 1"
    error: str | None = None


@dataclass(frozen=True)
class Failure:
    row_key: str
    table: str = "event_mention"
    check: str = "span"
    severity: str = "critical"
    fault: str = "row"
    article_id: str | None = None
    detail: str = "wrong"
    sql: str = "SELECT 1"


@dataclass
class Verdict:
    results: list[Result]
    failures: list[Failure] = field(default_factory=list)


def rows(path, sql):
    with duckdb.connect(str(path), read_only=True) as con:
        return con.execute(sql).fetchall()


def test_runs_checks_and_volumes_are_kept(tmp_path):
    store = Store(tmp_path)
    for nth in range(3):
        with open_writer(store) as con:
            offer(con, f"r{nth}", ARTICLES[: nth + 2])
            resolve(con)
            build(con, store)
            failed = Verdict([Result("span", True), Result("whole", False, rows_failed=1)], [Failure("m1")])
            write_quality(con, store, f"r{nth}", failed)
            write_quality(con, store, f"r{nth}", Verdict([Result("span", True)]))
            finish_run(con, f"r{nth}", NOW, "published")

    assert rows(store.quality, "SELECT run_id, check_name, passed FROM check_result ORDER BY ALL") == [
        (f"r{n}", "span", True) for n in range(3)
    ]
    assert rows(store.quality, "SELECT run_id, count(*), sum(articles) FROM site_volume GROUP BY 1 ORDER BY 1") == [
        ("r0", 2, 2), ("r1", 3, 3), ("r2", 3, 4),
    ]  # fmt: skip
    assert rows(store.quality, "SELECT DISTINCT site FROM site_volume ORDER BY 1") == [
        ("east",),
        ("north",),
        ("south",),
    ]
    assert [p.name for p in tmp_path.glob("quality*")] == ["quality.duckdb"]


@pytest.mark.parametrize(
    ("table", "key", "left"),
    [
        ("article", "SELECT 'north-1'", "SELECT count(*) FROM event_mention WHERE article_id = 'north-1'"),
        (
            "event_mention",
            "SELECT mention_id FROM event_mention LIMIT 1",
            "SELECT count(*) FROM event_mention WHERE mention_id = '{key}'",
        ),
        ("event", "SELECT event_id FROM event LIMIT 1", "SELECT count(*) FROM event_mention WHERE event_id = '{key}'"),
        (
            "time_expression",
            "SELECT time_expression_id FROM time_expression LIMIT 1",
            "SELECT count(*) FROM event_bound WHERE time_expression_id = '{key}'",
        ),
    ],
)
def test_a_failing_row_stays_out_with_what_hangs_on_it(tmp_path, table, key, left):
    store = Store(tmp_path)
    run(store, "r1", ARTICLES)
    (found,) = rows(store.timeline, key)[0]
    with open_writer(store) as con:
        begin_run(con, "r2", NOW)
        assert withhold(con, "r2", [Failure(found, table=table, article_id="north-1")], NOW) >= 1
        assert withhold(con, "r2", [Failure(found, table=table, article_id="north-1")], NOW) == 0
        resolve(con)
        build(con, store)
        publish(con, store, "r2", NOW)

    assert rows(store.timeline, left.format(key=found)) == [(0,)]
    for child, column, parent in [
        ("event_mention", "event_id", "event"), ("event_bound", "event_id", "event"), ("event_bound", "mention_id", "event_mention"),
        ("mention_time", "mention_id", "event_mention"), ("mention_time", "time_expression_id", "time_expression"),
        ("mention_bound", "mention_id", "event_mention"), ("mention_bound", "time_expression_id", "time_expression"),
        ("mention_bound", "other_mention_id", "event_mention"), ("attribution", "mention_id", "event_mention"),
        ("event_actor", "event_id", "event"), ("event_join", "event_id", "event"), ("quantity", "mention_id", "event_mention"),
        ("event_relation", "other_event_id", "event"), ("event_mention", "article_id", "article"),
    ]:  # fmt: skip
        strays = f"SELECT count(*) FROM {child} WHERE {column} IS NOT NULL AND {column} NOT IN (SELECT {column.replace('other_', '')} FROM {parent})"
        assert rows(store.timeline, strays) == [(0,)], (child, column)
    assert rows(store.quality, "SELECT count(*) FROM quarantine") == [(0,)]
    with open_writer(store) as con:
        write_quality(con, store, "r2")
    assert rows(store.quality, "SELECT stage, reason_code, location FROM quarantine") == [
        ("check", "span", f"{table} {found}")
    ]


def test_withheld_rows_stay_out_until_their_article_is_annotated_anew(tmp_path):
    store = Store(tmp_path)
    attack = article("north-1", "Kord attacked Selm on 2024-03-09. ")
    run(store, "r1", [attack])
    (mention,) = rows(store.timeline, "SELECT mention_id FROM event_mention")[0]
    with open_writer(store) as con:
        withhold(con, "r1", [Failure(mention, article_id="north-1")], NOW)
    assert run(store, "r2", [attack])[0].mentions == 0
    assert run(store, "r3", [attack])[1].unchanged
    assert run(store, "r4", [attack], rules="toy-2")[0].mentions == 1


def test_what_is_refused_keeps_its_first_day(tmp_path):
    store = Store(tmp_path)
    refusal = Refusal("f.csv", "row 3", "malformed_row", "no path", "repair it")
    with open_writer(store) as con:
        assert quarantine(con, "r1", [refusal, refusal], NOW) == 2
        quarantine(
            con, "r2", [Refusal("f.csv", "row 3", "malformed_row", "no text", "repair it")], NOW + timedelta(days=1)
        )
        found = con.execute("SELECT run_id, detail, first_seen, last_seen FROM ops.quarantine").fetchall()

    day = datetime(2024, 6, 1, 12, tzinfo=UTC).replace(tzinfo=None)
    assert found == [("r2", "no text", day, day + timedelta(days=1))]


def test_a_moment_without_a_zone_and_an_unknown_count_are_refused(tmp_path):
    with open_writer(Store(tmp_path)) as con:
        with pytest.raises(ValueError, match="zone"):
            begin_run(con, "r1", NOW.replace(tzinfo=None))
        with pytest.raises(ValueError, match="no such count: articles_read"):
            note_counts(con, "r1", {"articles_read": 1})


def test_the_candidate_and_the_published_file_are_judged_read_only(tmp_path):
    store = Store(tmp_path)
    with open_writer(store) as con:
        offer(con, "r1", ARTICLES)
        resolve(con)
        build(con, store)
    with open_file(store.candidate) as con, pytest.raises(duckdb.InvalidInputException):
        con.execute("DELETE FROM event")
    with open_writer(store) as con:
        publish(con, store, "r1", NOW)
    with open_reader(store) as con:
        assert con.execute("SELECT count(*) > 0 FROM event").fetchall() == [(True,)]
