"""Files that were torn, emptied, overwritten or lost have a way back, and are told in one line."""

import json
import shutil
from pathlib import Path

import duckdb
import pytest

from flows.direct import run_direct
from flows.settings.load import configure
from tests.flows.conftest import LATER, write_articles
from warehouse.storage.integrity import damage
from warehouse.storage.store import Store

FAULT = "a fault in dateline itself"


def emptied(file: Path) -> None:
    file.write_bytes(b"")


def torn(file: Path) -> None:
    file.write_bytes(file.read_bytes()[:100_000])  # within the first block, so that something of use is missing


def overwritten(file: Path) -> None:
    file.write_bytes(b"no database at all" * 5_000)


def lost(file: Path) -> None:
    file.unlink()


every_way = pytest.mark.parametrize("way", [emptied, torn, overwritten, lost])


def spoil(file: Path, way) -> None:
    """Damage one name of a file: what is published and its kept copy are one file with two names."""
    content = file.read_bytes()
    file.unlink()
    file.write_bytes(content)
    way(file)


@pytest.fixture(scope="module")
def twice_published(published, tmp_path_factory):
    """A store with two versions, made once; not to be written to."""
    folder = tmp_path_factory.mktemp("twice")
    store = Path(shutil.copytree(published, folder / "store"))
    later = write_articles(folder / "later.jsonl", [LATER])
    run_direct(configure({}, {"store": store, "run.workers": 1}).settings, [str(later)])
    assert Store(store).kept_versions() == (1, 2)
    return store


@pytest.fixture
def two_versions(twice_published, tmp_path):
    """A copy of that store, in which the published file and its kept copy are one file with two names, as they were."""
    store = Store(shutil.copytree(twice_published, tmp_path / "store"))
    write_articles(tmp_path / "later.jsonl", [LATER])
    kept = store.path / "versions" / "2.duckdb"
    assert (twice_published / "timeline.duckdb").samefile(twice_published / "versions" / "2.duckdb")
    store.timeline.unlink()
    store.timeline.hardlink_to(kept)
    return store


def titles(store: Store) -> list:
    with duckdb.connect(str(store.timeline), read_only=True) as con:
        return con.execute("SELECT title FROM event ORDER BY event_id").fetchall()


@every_way
@pytest.mark.parametrize("command", ["publish", "rollback", "run"])
def test_a_damaged_published_file_has_a_way_back(two_versions, dateline, way, command):
    store, before = two_versions, titles(two_versions)
    spoil(store.timeline, way)

    refused = dateline("timeline", "--store", store.path)
    assert (refused.code, refused.err.count("\n")) == (1, 1)
    assert "dateline publish" in refused.err
    assert "dateline rollback" in refused.err
    listed = dateline("versions", "--store", store.path, "--format", "json")
    assert [row["version"] for row in json.loads(listed.out)] == [1, 2]
    sources = [store.path.parent / "later.jsonl", "--direct"] if command == "run" else []

    mended = dateline(command, *sources, "--store", store.path)

    assert mended.code == 0, mended.err
    assert FAULT not in refused.err + listed.err + mended.err
    assert titles(store) == before
    assert damage(store.timeline, thorough=True) is None


@pytest.mark.parametrize("way", [emptied, torn, overwritten])
def test_a_published_file_and_its_copy_that_are_damaged_are_made_anew(two_versions, dateline, way):
    store, before = two_versions, titles(two_versions)
    way(store.timeline)  # the same file as versions/2.duckdb

    mended = dateline("publish", "--store", store.path)

    assert mended.code == 0, mended.err
    assert titles(store) == before
    assert dateline("rollback", "1", "--store", store.path).code == 0
    assert damage(store.timeline, thorough=True) is None


def test_a_block_that_was_overwritten_is_found_and_mended(two_versions, dateline):
    store = two_versions
    content = bytearray(store.timeline.read_bytes())
    for place in range(len(content) // 4, len(content), 40_000):
        content[place : place + 64] = b"\xa5" * 64
    store.timeline.unlink()
    store.timeline.write_bytes(content)
    if damage(store.timeline, thorough=True) is None:
        pytest.skip("the bytes lay in free blocks")

    seen = dateline("doctor", "--store", store.path)
    assert (seen.code, "timeline.duckdb" in seen.err) == (1, True)
    assert dateline("publish", "--store", store.path).code == 0
    assert damage(store.timeline, thorough=True) is None


@pytest.mark.parametrize("way", [emptied, torn, overwritten])
def test_quality_is_made_anew(two_versions, dateline, way):
    store = two_versions
    way(store.quality)

    shown = dateline("status", "--store", store.path)
    assert (shown.code, "damaged     " in shown.out) == (0, True)
    more = write_articles(
        store.path.parent / "more.jsonl", [{**LATER, "id": "again", "text": "A dam broke on Monday."}]
    )
    made = dateline("run", more, "--direct", "--store", store.path)

    assert made.code == 0, made.err
    assert "quality.duckdb was damaged" in made.out
    assert damage(store.quality, thorough=True) is None
    assert "last runs" in dateline("status", "--store", store.path).out


@every_way
def test_a_damaged_warehouse_is_told_in_one_line_and_touches_nothing(two_versions, dateline, way):
    store, before = two_versions, two_versions.timeline.read_bytes()
    way(store.warehouse)
    articles = store.path.parent / "later.jsonl"

    for command in (["run", articles, "--direct"], ["publish"], ["rollback"], ["check"], ["forget", "mayor-resigns"]):
        said = dateline(*command, "--store", store.path)
        assert said.code == 1
        assert said.err.count("\n") == 1, said.err
        assert FAULT not in said.err
        assert "warehouse.duckdb" in said.err or "there is no store yet" in said.err

    assert dateline("timeline", "--store", store.path).code == 0
    assert store.timeline.read_bytes() == before
    assert store.kept_versions() == (1, 2)


@every_way
@pytest.mark.parametrize("name", ["warehouse.duckdb", "timeline.duckdb", "quality.duckdb", "versions/1.duckdb"])
def test_doctor_opens_every_file(two_versions, dateline, way, name):
    store = two_versions
    spoil(store.path / name, way)

    said = dateline("doctor", "--store", store.path)

    harmless = way is lost and name in ("quality.duckdb", "versions/1.duckdb")
    assert said.code == (0 if harmless else 1), said.err
    assert harmless or Path(name).name in said.err
    assert FAULT not in said.err


def test_doctor_is_content_with_a_whole_store_and_counts_what_is_shown(two_versions, dateline):
    said = dateline("doctor", "--store", two_versions.path, "--format", "json")

    assert said.code == 0, said.err
    (published,) = [fact for fact in json.loads(said.out) if fact["what"] == "published file"]
    shown = json.loads(dateline("timeline", "--store", two_versions.path, "--format", "json").out)
    assert f"{len(shown)} events on the timeline" in published["found"]


def test_a_damaged_version_is_passed_over(two_versions, dateline):
    store = two_versions
    spoil(store.version(1), torn)

    refused = dateline("rollback", "--store", store.path)

    assert (refused.code, "no version before 2 is kept" in refused.err) == (1, True)
    assert [row["version"] for row in json.loads(dateline("versions", "--store", store.path, "--format", "json").out)]


def test_forgetting_removes_files_that_cannot_be_read(two_versions, dateline):
    store = two_versions
    spoil(store.version(1), torn)
    overwritten(store.quality)

    said = dateline("forget", "mayor-resigns", "--store", store.path)

    assert said.code == 0, said.err
    assert not store.version(1).exists()
    assert not store.quality.exists()
    assert dateline("publish", "--store", store.path).code == 0


def test_a_backup_is_a_store_itself_and_comes_back(two_versions, dateline, tmp_path):
    store, kept = two_versions, tmp_path / "kept" / "news"
    before = titles(store)
    with duckdb.connect(str(store.timeline), read_only=True):  # a reader reads on
        made = dateline("backup", kept, "--store", store.path)
    assert made.code == 0, made.err

    assert titles(Store(kept)) == before
    assert Store(kept).kept_versions() == (1, 2)
    assert not list(kept.rglob("*.new"))
    shutil.rmtree(store.path)
    shutil.copytree(kept, store.path)
    again = dateline("run", store.path.parent / "later.jsonl", "--direct", "--store", store.path)
    assert (again.code, "unchanged, still version 2" in again.out) == (0, True)


@pytest.mark.parametrize("way", [torn, overwritten])
def test_a_damaged_store_is_not_backed_up_as_if_it_were_whole(two_versions, dateline, tmp_path, way):
    spoil(two_versions.version(1), way)

    made = dateline("backup", tmp_path / "kept", "--store", two_versions.path)

    assert (made.code, "1.duckdb" in made.err) == (1, True)
    assert not (tmp_path / "kept").exists()
    assert not (tmp_path / "kept.new").exists()


def test_a_backup_overwrites_nothing_and_waits_for_no_run(two_versions, dateline, tmp_path):
    (tmp_path / "kept").mkdir()
    (tmp_path / "kept" / "letter.txt").write_text("dear", encoding="utf-8")
    taken = dateline("backup", tmp_path / "kept", "--store", two_versions.path)
    within = dateline("backup", two_versions.path / "copy", "--store", two_versions.path)
    none = dateline("backup", tmp_path / "other", "--store", tmp_path / "nowhere")

    assert [said.code for said in (taken, within, none)] == [1, 1, 1]
    assert [file.name for file in (tmp_path / "kept").iterdir()] == ["letter.txt"]


@pytest.mark.parametrize(
    "error",
    [
        MemoryError(),
        duckdb.OutOfMemoryException("Out of Memory Error: failed to allocate"),
        duckdb.IOException("IO Error: Could not write file: File too large"),
        duckdb.Error("Corrupt database file: computed checksum 1 does not match stored checksum 2"),
        OSError(27, "File too large"),
        RuntimeError("can't start new thread"),
    ],
)
def test_a_disk_a_limit_or_a_damaged_file_is_no_fault_of_dateline(error):
    from flows.cli.errors import one_line

    line, code = one_line(error)

    assert (FAULT in line, code, line.count("\n")) == (False, 1, 0)
