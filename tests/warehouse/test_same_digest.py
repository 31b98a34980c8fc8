"""The same articles in any order, in one run or ten, give the same timeline; so does a run that was killed anywhere."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.warehouse.toy import NOW, article, offer, run
from warehouse.publication.build import build
from warehouse.resolution.resolve import resolve
from warehouse.storage.connect import open_reader
from warehouse.storage.store import Store
from warehouse.writer import open_writer

ARTICLES = [
    article("north-1", "Kord attacked Selm on 2024-03-09. Mirov said 12 killed as Kord attacked Selm. ", "2024-03-10"),
    article("south-1", "Kord attacked Selm on 2024-03-09, at least 20 killed. ", "2024-03-10"),
    article(
        "east-1", "Kord did not attack Selm. Dara visited Selm on 2024-03-11, then Dara visited Kord. ", "2024-03-12"
    ),
    article("north-2", "Kord will attack Selm on 2024-03-09. ", "2024-03-08"),
    article("south-2", "A quake hit Orrin, then Dara visited Orrin. ", "2024-03-15"),
    article("wire-1", "Kord attacked Selm on 2024-03-09, at least 20 killed. ", "2024-03-11"),
]
EDITED = [
    article("south-2", "A quake hit Orrin on 2024-03-14. ", "2024-03-16"),
    article("north-1", "Dara visited Selm. ", "2024-03-20"),
]


def digest(path: Path, runs: list[list]) -> str:
    """What the articles give when they come in these runs."""
    store = Store(path)
    with open_writer(store) as con:
        for nth, offered in enumerate(runs):
            offer(con, f"r{nth}", offered)
            resolve(con)
        return build(con, store).digest


@pytest.fixture(scope="module")
def together(tmp_path_factory):
    return digest(tmp_path_factory.mktemp("together"), [ARTICLES])


@st.composite
def arrivals(draw):
    order = draw(st.permutations(ARTICLES))
    cuts = sorted(draw(st.sets(st.integers(1, len(order) - 1))))
    return [list(order[a:b]) for a, b in zip([0, *cuts], [*cuts, len(order)], strict=True)]


@settings(max_examples=8, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(arrivals())
def test_order_and_runs_do_not_matter(tmp_path_factory, together, runs):
    assert digest(tmp_path_factory.mktemp("apart"), runs) == together


@settings(max_examples=4, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(arrivals())
def test_what_is_changed_leaves_no_trace_in_the_events(tmp_path_factory, runs):
    """Edits after the first versions give the events that the edited articles alone would have given."""
    last = {a.article_id: a for a in [*ARTICLES, *EDITED]}
    one, two = Store(tmp_path_factory.mktemp("edited")), Store(tmp_path_factory.mktemp("fresh"))
    digest(one.path, [*runs, EDITED])
    digest(two.path, [list(last.values())])

    assert events(one) == events(two)


def events(store: Store) -> list:
    import duckdb

    tables = (
        "event",
        "event_mention",
        "event_bound",
        "event_join",
        "event_relation",
        "quantity",
        "event_actor",
        "mention_time",
    )
    with duckdb.connect(str(store.candidate), read_only=True) as con:
        return [con.execute(f"FROM {table}").fetchall() for table in tables]


def test_the_story_is_told_as_it_should_be(tmp_path):
    store = Store(tmp_path)
    run(store, "r1", ARTICLES)
    with open_reader(store) as con:
        found = con.execute(
            "SELECT event_type, edtf, modality, contested, articles, independent_articles FROM event WHERE articles > 1"
        ).fetchall()

    assert ("attack", "2024-03-09", "actual", True, 5, 4) in found or (
        "attack",
        "2024-03-09",
        "actual",
        True,
        4,
        3,
    ) in found


KILLED = """
import os, signal, sys
from pathlib import Path
import warehouse.writer
from tests.warehouse.test_same_digest import ARTICLES
from tests.warehouse.toy import run
from warehouse.storage.store import Store

path, point, nth = Path(sys.argv[1]), sys.argv[2], int(sys.argv[3])
seen = 0

def dying(call):
    def wrapped(name, *rest):
        global seen
        if str(name).endswith(point):
            seen += 1
            if seen == nth:
                os.kill(os.getpid(), signal.SIGKILL)
        return call(name, *rest)
    return wrapped

for module in list(sys.modules.values()):
    if getattr(module, "__name__", "").startswith("warehouse."):
        for name in ("statement", "replace_file", "keep_file"):
            if hasattr(module, name):
                setattr(module, name, dying(getattr(module, name)))
run(Store(path), "r1", ARTICLES[:3])
run(Store(path), "r2", ARTICLES)
"""
POINTS = [
    ("steps/intake/load_readings", 2),
    ("steps/intake/settle", 2),
    ("steps/intake/mark_annotated", 3),
    ("steps/resolution/pair_apply", 2),
    ("steps/resolution/event_clear", 2),
    ("steps/resolution/event_relate", 1),
    ("models/event_mention", 1),
    ("models/digest", 2),
    ("quality.duckdb.new", 2),
    ("steps/publication/record_publication", 2),
    ("candidate.duckdb", 3),
    ("candidate.duckdb", 4),
    ("steps/runs/note_counts", 1),
]


@pytest.fixture(scope="module")
def undisturbed(tmp_path_factory):
    store = Store(tmp_path_factory.mktemp("undisturbed"))
    return run(store, "r1", ARTICLES)[1].digest


@pytest.mark.parametrize(("point", "nth"), POINTS, ids=[f"{p}-{n}" for p, n in POINTS])
def test_killed_anywhere_the_next_run_completes(tmp_path, undisturbed, point, nth):
    child = subprocess.run(
        [sys.executable, "-c", KILLED, str(tmp_path), point, str(nth)],
        cwd=Path(__file__).parents[2],
        env=os.environ | {"PYTHONDONTWRITEBYTECODE": ""},
        capture_output=True,
        text=True,
        check=False,
    )
    assert child.returncode == -signal.SIGKILL, child.stderr
    store = Store(tmp_path)
    if store.timeline.exists():
        with open_reader(store) as con:
            publications = con.execute("SELECT count(*), max(version) FROM publication").fetchall()
            assert publications in ([(1, 1)], [(2, 2)])

    candidate, published = run(store, "r3", ARTICLES)

    assert published.digest == candidate.digest == undisturbed
    with open_reader(store) as con:
        versions = con.execute("SELECT list(version ORDER BY version) FROM publication").fetchall()[0][0]
        assert versions == list(range(1, len(versions) + 1))
        assert con.execute("SELECT count(DISTINCT event_id) = count(*) FROM event").fetchall() == [(True,)]
    with open_writer(store) as con:
        assert con.execute("SELECT list(version ORDER BY version) FROM ops.publication").fetchall()[0][0] == versions
        assert con.execute("SELECT count(*) FROM ops.run WHERE status = 'running'").fetchall() == [(0,)]
    left = {p.name for p in tmp_path.iterdir()} - {
        "warehouse.duckdb",
        "timeline.duckdb",
        "quality.duckdb",
        "versions",
        "writer.lock",
    }
    assert left == set()


def test_now_is_never_read(tmp_path):
    """Two stores filled at different moments give the same digest."""
    from dataclasses import replace
    from datetime import timedelta

    from tests.warehouse import toy

    first = digest(tmp_path / "one", [ARTICLES])
    before = toy.NOW
    try:
        toy.NOW = NOW + timedelta(days=400)
        assert digest(tmp_path / "two", [[replace(a) for a in ARTICLES]]) == first
    finally:
        toy.NOW = before
