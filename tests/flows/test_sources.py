"""A SOURCE to raw snapshots: files, folders, manifests, lists, archives; what goes wrong is a refusal."""

from __future__ import annotations

import gzip
import io
import json
import os
import resource
import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from flows import sources
from flows.settings import FetchSettings
from flows.sources import Limits, SourceOptions, open_source
from flows.sources.fetch import Fetcher
from tests.flows.misbehaving_server import misbehaving_server
from tests.transforms.readers.documents import MAIL, PAGE, RSS, warc, zipped
from transforms.model import Article, Refusal
from transforms.readers.origin import Origin
from transforms.readers.registry import read
from transforms.readers.snapshot import Hints, Snapshot

NOW = datetime(2026, 1, 1, 12, tzinfo=UTC)


def snapshots(source: Path | str, **settings: object) -> list[Snapshot | Refusal]:
    return list(open_source(str(source), SourceOptions(now=NOW, **settings)))  # type: ignore[arg-type]


def read_all(source: Path | str, **settings: object) -> list[Article | Refusal]:
    found: list[Article | Refusal] = []
    for item in snapshots(source, **settings):
        found.extend([item] if isinstance(item, Refusal) else read(item))
    return found


def names(items: list[Article | Refusal]) -> list[str]:
    return [i.article_id if isinstance(i, Article) else f"{i.reason_code} {Path(i.location).name}" for i in items]


def test_a_lone_file_is_named_by_its_stem(tmp_path: Path) -> None:
    (tmp_path / "bridge.txt").write_text("The bridge reopened.")
    (found,) = snapshots(tmp_path / "bridge.txt")
    assert isinstance(found, Snapshot)
    assert (found.payload, found.fetched_at, found.hints.fallback_id) == (b"The bridge reopened.", NOW, "bridge")
    assert names(read_all(tmp_path / "bridge.txt")) == ["bridge"]


def test_a_folder_in_order_with_paths_as_names(tmp_path: Path) -> None:
    (tmp_path / "b").mkdir()
    (tmp_path / ".git").mkdir()
    for name, text in {
        "b/one.txt": "Words.",
        "a.md": "# Words",
        "c.txt": "",
        ".hidden": "x",
        ".git/x.txt": "x",
    }.items():
        (tmp_path / name).write_text(text)
    (tmp_path / "p.jpg").write_bytes(b"\xff\xd8\xff\xe0....")
    (tmp_path / "l.jsonl").write_text('{"text": "x"}\n{"id": "given", "text": "y"}\n')
    os.mkfifo(tmp_path / "z")
    assert names(read_all(tmp_path)) == [
        "a", "empty c.txt", "l-1", "given", "binary p.jpg", "unreadable_file z", "b/one",
    ]  # fmt: skip


def test_a_manifest_names_files_beside_it(tmp_path: Path) -> None:
    (tmp_path / "texts").mkdir()
    (tmp_path / "texts" / "bridge.txt").write_text("The bridge reopened.")
    (tmp_path / "ferry.txt").write_text("The ferry stopped.")
    (tmp_path / "list.csv").write_text(
        "path,id,site,published\ntexts/bridge.txt,,City Post,2024-03-09\nferry.txt,f1,,\nnone.txt,,,\n,,City Post,\na,b,c,d,e\n"
    )
    found = read_all(tmp_path / "list.csv", hints=Hints(site="Default", language="en"))
    assert names(found) == [
        "texts/bridge", "f1", "missing_file none.txt", "malformed_row list.csv#5", "malformed_row list.csv#6",
    ]  # fmt: skip
    bridge, ferry = found[:2]
    assert isinstance(bridge, Article)
    assert isinstance(ferry, Article)
    assert (bridge.site, str(bridge.published), bridge.language) == ("City Post", "2024-03-09", "en")
    assert (ferry.site, ferry.published) == ("Default", None)
    # given as a folder, what the manifest names is read once, as the manifest says
    assert names(read_all(tmp_path)) == names(found)


def test_a_manifest_in_another_alphabet_and_with_semicolons(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Words.")
    (tmp_path / "list.csv").write_bytes("\ufeffid;path;title\nö1;a.txt;Brücke; offen\nö2;a.txt;Fähre\n".encode())
    assert names(read_all(tmp_path / "list.csv")) == ["malformed_row list.csv#2", "ö2"]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_lines_in_every_unicode_encoding(tmp_path: Path, encoding: str) -> None:
    (tmp_path / "n.jsonl").write_bytes('{"id": "ä", "text": "Größe"}\n{"id": "b", "text": "x"}\n'.encode(encoding))
    found = read_all(tmp_path / "n.jsonl")
    assert names(found) == ["ä", "b"]
    assert isinstance(found[0], Article)
    assert found[0].text == "Größe"


def test_packed_lines_are_read_one_by_one(tmp_path: Path) -> None:
    (tmp_path / "n.jsonl.gz").write_bytes(
        gzip.compress(b'{"id": "a", "text": "x"}\n{"id": "b", "text": "y"}\n', mtime=0)
    )
    assert [s.uri.rpartition("/")[2] for s in snapshots(tmp_path / "n.jsonl.gz") if isinstance(s, Snapshot)] == [
        "n.jsonl.gz#1", "n.jsonl.gz#2",
    ]  # fmt: skip


def test_a_file_cut_off_gives_what_came_before(tmp_path: Path) -> None:
    lines = b"".join(json.dumps({"id": str(n), "text": os.urandom(30).hex()}).encode() + b"\n" for n in range(2000))
    (tmp_path / "n.jsonl.gz").write_bytes(gzip.compress(lines, mtime=0)[:-2000])
    found = names(read_all(tmp_path / "n.jsonl.gz"))
    assert found[:3] == ["0", "1", "2"]
    assert found[-1] == "truncated n.jsonl.gz"
    assert len(found) > 1000


@pytest.mark.parametrize("packed", [True, False])
def test_a_web_archive_cut_off_gives_what_came_before(tmp_path: Path, packed: bool) -> None:
    whole = warc([(f"https://news.example.org/{n}", "text/html", PAGE.encode()) for n in range(5)], packed=packed)
    (tmp_path / "a.warc").write_bytes(whole[:-200])
    found = read_all(tmp_path / "a.warc")
    assert [type(item) for item in found[:4]] == [Article] * 4
    assert {item.reason_code for item in found[4:] if isinstance(item, Refusal)} == {"truncated"}
    assert not any(isinstance(item, Article) for item in found[4:])


def test_half_an_article_is_none(tmp_path: Path) -> None:
    (tmp_path / "a.html.gz").write_bytes(gzip.compress(PAGE.encode(), mtime=0)[:-60])
    assert names(read_all(tmp_path)) == ["truncated a.html.gz"]


def test_a_manifest_as_spreadsheets_save_it(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Words.")
    (tmp_path / "b.txt").write_text("Words.")
    (tmp_path / "list.csv").write_bytes("path\tid\na.txt\tBrücke\n".encode("utf-16"))
    assert names(read_all(tmp_path)) == ["Brücke", "b"]


def test_a_name_that_is_not_utf_8(tmp_path: Path) -> None:
    (Path(os.fsdecode(os.fsencode(tmp_path) + b"/caf\xe9.txt"))).write_text("Words.")
    (found,) = snapshots(tmp_path)
    assert isinstance(found, Snapshot)
    assert found.uri.encode("utf-8").endswith("caf\N{REPLACEMENT CHARACTER}.txt".encode())
    assert names(read_all(tmp_path)) == ["caf\N{REPLACEMENT CHARACTER}"]


def test_a_folder_that_cannot_be_looked_into(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "closed").mkdir()
    (tmp_path / "open.txt").write_text("Words.")
    look = os.scandir

    def refuse_one(path: str) -> object:
        if str(path).endswith("closed"):
            raise PermissionError(13, "Permission denied", str(path))
        return look(path)

    monkeypatch.setattr(os, "scandir", refuse_one)
    assert names(read_all(tmp_path)) == ["open", "unreadable_file closed"]


def test_what_is_too_large_is_refused_and_the_rest_goes_on(tmp_path: Path) -> None:
    limits = Limits(document_bytes=1000)
    (tmp_path / "a.txt").write_text("word " * 500)
    (tmp_path / "b.txt").write_text("Short words.")
    long = json.dumps({"id": "l", "text": "x" * 2000})
    (tmp_path / "n.jsonl").write_text(f'{{"id": "s1", "text": "x"}}\n{long}\n{{"id": "s2", "text": "y"}}\n')
    assert names(read_all(tmp_path, limits=limits)) == ["too_large a.txt", "b", "s1", "too_large n.jsonl#2", "s2"]


def test_a_small_file_that_unpacks_to_a_huge_one_is_refused(tmp_path: Path) -> None:
    (tmp_path / "bomb.txt.gz").write_bytes(gzip.compress(b"x" * 30_000_000, mtime=0))
    (tmp_path / "bomb.zip").write_bytes(zipped({"a.txt": "x" * 30_000_000, "b.txt": "Words."}))
    assert names(read_all(tmp_path)) == ["too_large bomb.txt.gz", "too_large bomb.zip#a.txt", "bomb/b"]


@pytest.mark.parametrize("layers", [1, 2, 3])
def test_lines_packed_however_often_are_not_read_without_end(tmp_path: Path, layers: int) -> None:
    packed = b"{}\n" * 20_000_000
    for _ in range(layers):
        packed = gzip.compress(packed, 9, mtime=0)
    (tmp_path / "lines.jsonl.gz").write_bytes(packed)
    limits = Limits(slack_bytes=30_000)
    found = snapshots(tmp_path / "lines.jsonl.gz", limits=limits)
    last = found[-1]
    assert isinstance(last, Refusal)
    assert last.reason_code == "too_large"
    assert len(found) * 3 <= limits.slack_bytes + limits.expansion * len(packed)


def test_an_archive_that_unpacks_to_far_too_much_is_left(tmp_path: Path) -> None:
    (tmp_path / "many.zip").write_bytes(zipped({f"{n}.txt": "x" * 100_000 for n in range(20)}))
    found = names(read_all(tmp_path / "many.zip", limits=Limits(expansion=10, slack_bytes=300_000)))
    assert found[-1].startswith("too_large")
    assert len(found) < 10


def test_archives_of_every_kind_in_a_folder(tmp_path: Path) -> None:
    (tmp_path / "a.zip").write_bytes(zipped({"2024/bridge.txt": "Words.", "l.eml": MAIL}))
    (tmp_path / "b.warc.gz").write_bytes(warc([("https://news.example.org/b", "text/html", PAGE.encode())]))
    (tmp_path / "c.mbox").write_text(f"From x@example.org Sat Mar  9 23:30:00 2024\n{MAIL}\n")
    (tmp_path / "d.xml").write_text(RSS)
    found = read_all(tmp_path)
    assert names(found)[:2] == ["a/2024/bridge", "a/l"]
    assert [i.reason_code for i in found if isinstance(i, Refusal)] == ["no_text"]
    assert len(found) == 7


def test_packed_in_packed_in_packed_ends(tmp_path: Path) -> None:
    payload = b"Words."
    for _ in range(10):
        payload = gzip.compress(payload, mtime=0)
    (tmp_path / "a.txt.gz").write_bytes(payload)
    assert names(read_all(tmp_path / "a.txt.gz")) == ["unknown_format a.txt.gz"]


@pytest.mark.parametrize(
    ("source", "code"),
    [
        ("missing.txt", "missing_file"),
        ("http://", "address_refused"),
        ("https://user@:99999/", "address_refused"),
        ("http://127.0.0.1:9/", "address_refused"),
        ("http://[::1]/", "address_refused"),
        ("http://localhost/", "address_refused"),
        ("http://169.254.169.254/latest/meta-data", "address_refused"),
        ("http://0x7f000001/", "address_refused"),
    ],
)
def test_a_source_that_cannot_be_had(source: str, code: str) -> None:
    (found,) = snapshots(source)
    assert isinstance(found, Refusal)
    assert (found.reason_code, found.source) == (code, source)


def test_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    stdin = io.TextIOWrapper(io.BytesIO(b'{"id": "a", "text": "x"}\n{"text": "y"}\n'))
    monkeypatch.setattr(sys, "stdin", stdin)
    assert names(read_all("-")) == ["a", "stdin-2"]


def test_the_settings_name_a_format_that_the_content_does_not_tell(tmp_path: Path) -> None:
    for name in ("a", "b.dat"):
        (tmp_path / name).write_text("# Words")
    (tmp_path / "c.dat").write_text("<!DOCTYPE html><html><body><p>" + "A page is a page whatever it is called. " * 9)
    (tmp_path / "d.dat.gz").write_bytes(gzip.compress(b"# Words", mtime=0))
    assert names(read_all(tmp_path)) == ["unknown_format a", "unknown_format b.dat", "c", "unknown_format d.dat.gz"]
    found = read_all(tmp_path, kind="markdown")
    assert [f.text for f in found if isinstance(f, Article) and f.article_id != "c"] == ["Words"] * 3
    assert names(found) == ["a", "b", "c", "d"]


def test_no_more_than_asked_for(tmp_path: Path) -> None:
    (tmp_path / "n.jsonl").write_text('{"text": "x"}\n' * 10)
    assert len(snapshots(tmp_path / "n.jsonl", most=3)) == 3


def test_a_large_file_is_never_in_memory_whole(tmp_path: Path) -> None:
    line = json.dumps({"id": "a", "text": "word " * 2000}).encode() + b"\n"
    with gzip.open(tmp_path / "n.jsonl.gz", "wb", compresslevel=1) as out:
        for _ in range(20_000):
            out.write(line)
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    count = sum(1 for _ in open_source(str(tmp_path / "n.jsonl.gz"), SourceOptions(now=NOW)))
    grown = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before
    assert count == 20_000
    assert grown < 20_000, f"{grown} KB for a file of 200 MB"


def outside(tmp_path: Path) -> Path:
    """A folder whose manifest and links lead to a file beside it."""
    (tmp_path / "secret.txt").write_text("Words that nobody offered.")
    source = tmp_path / "articles"
    source.mkdir()
    (source / "mine.txt").write_text("Words that were offered.")
    (source / "link.txt").symlink_to("../secret.txt")
    (source / "list.csv").write_text(f"path\n../secret.txt\n{tmp_path / 'secret.txt'}\nmine.txt\n")
    return source


def test_no_manifest_and_no_link_leads_out_of_the_source(tmp_path: Path) -> None:
    found = read_all(outside(tmp_path))
    assert [i.article_id for i in found if isinstance(i, Article)] == ["mine"]
    assert {i.reason_code for i in found if isinstance(i, Refusal)} == {"outside_source"}
    assert len(found) == 4


def test_a_lone_manifest_leads_nowhere_else_either(tmp_path: Path) -> None:
    assert names(read_all(outside(tmp_path) / "list.csv")) == [
        "outside_source secret.txt", "outside_source secret.txt", "mine",
    ]  # fmt: skip


def test_a_setting_lets_them_lead_out(tmp_path: Path) -> None:
    found = read_all(outside(tmp_path), outside=True)
    assert not [i for i in found if isinstance(i, Refusal)]


def test_a_list_that_names_itself_is_read_once() -> None:
    patient = FetchSettings(allow_private=True, host_pause_seconds=0)
    with misbehaving_server() as server, Fetcher(patient) as fetcher:
        found = snapshots(f"{server.address}/list-of-itself.txt", web=fetcher)
    assert [i.uri for i in found if isinstance(i, Snapshot)] == [f"{server.address}/page"]
    assert server.asked["/page"] == 1


def test_a_fault_in_one_document_costs_that_document_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("a.txt", "b.txt", "c.txt"):
        (tmp_path / name).write_text(f"Words of {name}.")
    real = sources.documents

    def failing(stream: object, origin: Origin) -> Iterator[Snapshot | Refusal]:
        if origin.uri.endswith("b.txt"):
            raise ArithmeticError("nobody foresaw it")
        return real(stream, origin)  # type: ignore[arg-type]

    monkeypatch.setattr(sources, "documents", failing)
    assert names(read_all(tmp_path)) == ["a", "read_fault b.txt", "c"]


def test_a_manifest_whose_header_cannot_be_read_is_refused(tmp_path: Path) -> None:
    (tmp_path / "list.csv").write_text("path," + "x" * 140_000 + "\nmine.txt\n")
    (tmp_path / "mine.txt").write_text("Words that were offered.")
    found = names(read_all(tmp_path))
    assert "mine" in found
