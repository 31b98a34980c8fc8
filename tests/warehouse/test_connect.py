"""One writer, named to the second; readers that can do no harm."""

import os
import signal
import subprocess
import sys
import textwrap
from pathlib import Path

import duckdb
import pytest

from tests.warehouse.toy import article, run
from warehouse.access.query import ask
from warehouse.storage.connect import open_reader
from warehouse.storage.errors import DamagedStoreError, NothingPublishedError, QueryError, StoreLockedError
from warehouse.storage.store import Store
from warehouse.writer import open_writer

HOLDER = """
    import sys, time
    from pathlib import Path
    from warehouse.writer import open_writer
    from warehouse.storage.store import Store
    with open_writer(Store(Path(sys.argv[1])), command="dateline run news/"):
        print("held", flush=True)
        time.sleep(60)
"""


@pytest.fixture
def held(tmp_path):
    child = subprocess.Popen(
        [sys.executable, "-c", textwrap.dedent(HOLDER), str(tmp_path / "store")], stdout=subprocess.PIPE, text=True
    )
    assert child.stdout.readline() == "held\n"
    yield child
    child.kill()
    child.wait()


def test_a_second_writer_is_told_who_holds_the_store(tmp_path, held):
    with pytest.raises(StoreLockedError) as refused, open_writer(Store(tmp_path / "store")):
        pass

    message = str(refused.value)
    assert "\n" not in message
    assert f"process {held.pid} on {os.uname().nodename} writes to it since 20" in message
    assert "dateline run news/" in message


def test_a_killed_writer_leaves_no_lock(tmp_path, held):
    held.send_signal(signal.SIGKILL)
    held.wait()

    with open_writer(Store(tmp_path / "store")) as con:
        assert con.execute("SELECT count(*) FROM core.article").fetchall() == [(0,)]


def test_a_second_writer_in_the_same_process_is_refused_and_harms_nothing(tmp_path):
    store = Store(tmp_path / "store")
    with open_writer(store):
        for _ in range(2):
            with pytest.raises(StoreLockedError, match="this process"), open_writer(store):
                pass
        outside = subprocess.run(
            [sys.executable, "-c", textwrap.dedent(HOLDER), str(store.path)],
            capture_output=True,
            text=True,
            check=False,
        )

    assert "StoreLockedError" in outside.stderr


def test_a_file_that_is_no_database_is_named(tmp_path):
    store = Store(tmp_path / "store")
    store.path.mkdir()
    store.warehouse.write_bytes(b"not a database at all" * 999)

    with pytest.raises(DamagedStoreError, match=r"warehouse\.duckdb"), open_writer(store):
        pass


def test_nothing_published_says_what_to_type(tmp_path):
    with pytest.raises(NothingPublishedError, match="dateline run SOURCE"), open_reader(Store(tmp_path)):
        pass


@pytest.fixture(scope="module")
def published(tmp_path_factory):
    store = Store(tmp_path_factory.mktemp("published"))
    run(store, "r1", [article("a-1", "Kord attacked Selm on 2024-03-09. ")])
    return store


@pytest.mark.parametrize(
    "sql",
    [
        "SELECT * FROM read_text('/etc/passwd')",
        "SELECT * FROM read_csv('/etc/passwd')",
        "FROM '/etc/passwd'",
        "FROM glob('/*')",
        "COPY (SELECT 1) TO '{there}'",
        "ATTACH '{there}'",
        "ATTACH ':memory:' AS m",
        "EXPORT DATABASE '{there}'",
        "INSTALL httpfs",
        "LOAD httpfs",
        "SET threads = 1",
        "SET enable_external_access = true",
        "RESET lock_configuration",
        "SELECT getenv('HOME')",
        "INSERT INTO event_alias VALUES ('a', 'b', 1)",
        "DELETE FROM event",
        "DROP TABLE event",
        "CREATE TABLE mine (x INTEGER)",
        "CREATE VIEW mine AS SELECT 1",
        "SELECT * FROM nowhere",
        "SELEC 1",
    ],
)
def test_a_query_is_shut_in(published, tmp_path, sql):
    there = tmp_path / "leak"
    with open_reader(published) as con, pytest.raises(QueryError):
        list(ask(con, sql.format(there=there)).rows)

    assert not there.exists()


def test_readers_read_while_a_writer_writes_and_keep_what_they_opened(published):
    with open_reader(published) as one, open_reader(published) as two, open_writer(published):
        before = one.execute("SELECT count(*) FROM event").fetchall()

        assert before == two.execute("SELECT count(*) FROM event").fetchall() == [(1,)]


def test_a_reader_keeps_the_old_file_when_a_new_one_is_published(tmp_path):
    store = Store(tmp_path)
    run(store, "r1", [article("a-1", "Kord attacked Selm on 2024-03-09. ")])
    with open_reader(store) as con:
        run_in_child(store.path)

        assert con.execute("SELECT count(*) FROM article").fetchall() == [(1,)]
    with open_reader(store) as con:
        assert con.execute("SELECT count(*) FROM article").fetchall() == [(2,)]


def run_in_child(path: Path) -> None:
    code = (
        "import sys; from pathlib import Path; from tests.warehouse.toy import article, run; from warehouse.storage.store import Store;"
        " run(Store(Path(sys.argv[1])), 'r2', [article('b-1', 'Dara visited Selm on 2024-03-08. ')])"
    )
    subprocess.run([sys.executable, "-c", code, str(path)], check=True, cwd=Path(__file__).parents[2])


def test_the_published_file_is_plain_duckdb(published):
    with duckdb.connect(str(published.timeline), read_only=True) as con:
        assert con.execute("SELECT edtf FROM timeline").fetchall() == [("2024-03-09",)]
