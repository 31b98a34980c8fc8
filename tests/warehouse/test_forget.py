"""A forgotten article is in no file of the store any more, and does not come back."""

import signal
import subprocess
import sys
from datetime import date
from pathlib import Path
from types import SimpleNamespace

import duckdb
import pytest

from tests.warehouse.toy import NOW, article, reading, run
from transforms.model import Refusal
from warehouse.forget import forget
from warehouse.publication.publish import versions
from warehouse.publication.quality import write_quality
from warehouse.storage.connect import open_reader
from warehouse.storage.errors import NotFoundError
from warehouse.storage.run_log import quarantine
from warehouse.storage.store import Store
from warehouse.writer import open_writer

SECRET = "Zyxandra"
QUOTED = (
    f"{SECRET} visited Orrin on 2024-03-09. Kord attacked Selm on 2024-03-09 as Xylophant said Quuxwell attacked Selm. "
)
GOES = article("north-1", QUOTED, "2024-03-10", title="Wexford and Zyxandra", author="Vorpalius")
OLDER = article("north-1", "Zyxandra will visit Orrin on 2024-03-09. ", "2024-03-01", title="Wexford to Zyxandra")
STAYS = article("south-1", "Kord attacked Selm on 2024-03-09. ", "2024-03-11")
OTHER = article("east-1", "A quake hit Selm on 2024-04-01. ", "2024-04-02")
WORDS = ("Zyxandra", "Xylophant", "Quuxwell", "Wexford", "Vorpalius")


class Failed:
    """A row that failed a check, quoting the article."""

    check, table, severity, fault, row_key, article_id, sql = (
        "c",
        "event_mention",
        "warning",
        "row",
        "m1",
        "south-1",
        "",
    )
    detail = f'"{QUOTED}" against "Kord"'


class Judged:
    """A check that failed."""

    name, table, severity, fault, description, remedy, passed = "c", "event_mention", "warning", "row", "", "", False
    rows_judged, rows_failed, sql, error = 1, 1, "", None


@pytest.fixture
def store(tmp_path):
    store = Store(tmp_path / "store")
    run(store, "r1", [reading(OLDER, keep_bytes=True), STAYS])
    run(store, "r2", [reading(GOES, keep_bytes=True), STAYS, OTHER])
    with open_writer(store) as con:
        quarantine(con, "r2", [Refusal("x", "y", "bad_span", f"not found: {QUOTED}", "")], NOW)
        quarantine(con, "r2", [Refusal("z", "y", "bad_span", "something else", "")], NOW)
        write_quality(con, store, "r2", SimpleNamespace(results=[Judged()], failures=[Failed()]))
    for folder in (store.reports, store.site, store.exports, store.work):
        folder.mkdir()
        (folder / "made.html").write_text(QUOTED)
    (store.path / "timeline.duckdb.tmp").write_text(QUOTED)
    (store.versions / "9.duckdb.new").write_text(QUOTED)
    (store.path / "remembered.json").write_text("{}")
    return store


def texts(path: Path) -> str:
    """Everything a DuckDB file has in words."""
    with duckdb.connect(str(path), read_only=True) as con:
        tables = con.execute("SELECT schema_name, table_name FROM duckdb_tables() WHERE NOT internal").fetchall()
        return "\n".join(str(con.execute(f'FROM "{s}"."{t}"').fetchall()) for s, t in tables)


def found(store: Store) -> list[tuple[str, str]]:
    """Where any of the words still stands: in the bytes of any file, and in the rows of any database."""
    hits = []
    for path in sorted(p for p in store.path.rglob("*") if p.is_file()):
        raw = path.read_bytes()
        rows = texts(path) if path.suffix == ".duckdb" else ""
        hits += [
            (path.name, word)
            for word in WORDS
            if word.encode() in raw or word.lower().encode() in raw or word.lower() in rows.lower()
        ]
    return hits


def test_the_words_are_there_before(store):
    assert {name for name, _ in found(store)} >= {
        "warehouse.duckdb",
        "timeline.duckdb",
        "1.duckdb",
        "2.duckdb",
        "quality.duckdb",
    }


def test_not_a_byte_is_left_in_any_file(store):
    removed = forget(store, "north-1", NOW)

    assert found(store) == []
    assert removed.article_id == "north-1"
    assert {p.name for p in removed.rewritten} == {
        "warehouse.duckdb",
        "timeline.duckdb",
        "1.duckdb",
        "2.duckdb",
        "quality.duckdb",
    }
    assert {p.parent.name for p in removed.removed} == {
        "reports",
        "site",
        "exports",
        "work",
        "versions",
        store.path.name,
    }
    assert (store.path / "remembered.json").exists()


def test_what_others_tell_stays(store):
    forget(store, "north-1", NOW)
    with open_reader(store) as con:
        assert con.execute(
            "SELECT edtf, event_type, mentions, articles, sites FROM timeline ORDER BY edtf"
        ).fetchall() == [
            ("2024-03-09", "attack", 1, 1, ["south"]),
            ("2024-04-01", "disaster", 1, 1, ["east"]),
        ]
        assert con.execute("SELECT count(*) FROM event_mention SEMI JOIN event USING (event_id)").fetchall() == [(2,)]
        assert con.execute(
            "SELECT count(*) FROM event_bound ANTI JOIN event_mention USING (mention_id)"
        ).fetchall() == [(0,)]
        assert con.execute(
            "SELECT count(*) FROM duckdb_columns() WHERE comment IS NULL AND NOT internal"
        ).fetchall() == [(0,)]
        assert con.execute("SELECT source FROM quarantine").fetchall() in ([], [("z",)])


def test_the_next_run_gives_what_it_would_have_given_without_it(store, tmp_path):
    forget(store, "north-1", NOW)
    candidate, published = run(store, "r3", [GOES, OLDER, STAYS, OTHER])
    without, _ = run(Store(tmp_path / "without"), "r1", [STAYS, OTHER])

    assert candidate.digest == without.digest
    assert published.version == 3
    assert found(store) == []


@pytest.mark.parametrize(
    "again",
    [
        GOES,
        OLDER,
        article("north-1", "Zyxandra attacked Orrin. ", "2024-05-01"),
        article("copy-1", QUOTED, title=GOES.title),
    ],
)
def test_it_does_not_come_back(store, again):
    forget(store, "north-1", NOW)
    run(store, "r3", [reading(again, keep_bytes=True), STAYS])
    run(store, "r4", [reading(again, keep_bytes=True), STAYS])

    assert found(store) == []


def test_new_articles_and_changes_still_count_afterwards(store):
    forget(store, "north-1", NOW)
    later = article("south-1", "Kord attacked Selm on 2024-03-08. ", "2024-03-12")
    run(store, "r3", [later])
    run(store, "r4", [STAYS])

    with open_reader(store) as con:
        assert con.execute("SELECT published, version FROM article WHERE article_id = 'south-1'").fetchall() == [
            (date(2024, 3, 12), 2)
        ]
    assert [v.version for v in versions(store)] == [1, 2, 3]


@pytest.mark.parametrize(
    ("name", "message"), [("west", "no article"), ("", "more than one"), ("north-2", "no article")]
)
def test_an_unknown_article_is_named(store, name, message):
    with pytest.raises(NotFoundError, match=message):
        forget(store, name, NOW)


def test_forgetting_twice_says_so(store):
    forget(store, "north", NOW)
    with pytest.raises(NotFoundError, match="forgotten already"):
        forget(store, "north-1", NOW)


KILLED = """
import os, signal, sys
from pathlib import Path
import warehouse.forget
from tests.warehouse.toy import NOW
from warehouse.storage.store import Store

left = int(sys.argv[2])
put = warehouse.forget.replace_file

def dying(*paths):
    global left
    if left == 0:
        os.kill(os.getpid(), signal.SIGKILL)
    left -= 1
    put(*paths)

warehouse.forget.replace_file = dying
warehouse.forget.forget(Store(Path(sys.argv[1])), "north-1", NOW)
"""


@pytest.mark.parametrize("survived", [0, 2, 4])
def test_killed_half_way_it_is_finished_by_the_next_writer(store, survived):
    child = subprocess.run(
        [sys.executable, "-c", KILLED, str(store.path), str(survived)],
        cwd=Path(__file__).parents[2],
        capture_output=True,
        text=True,
        check=False,
    )
    assert child.returncode == -signal.SIGKILL, child.stderr
    assert found(store)

    with open_writer(store) as con:
        assert con.execute("SELECT count(*) FROM ops.state WHERE name = 'forgetting'").fetchall() == [(0,)]
    assert found(store) == []
